// What a build says.
import type {BuildResult} from '../../../src/build.ts'

/** Reasons of all errors, file by file. */
export const errorsIn = ({messages}: BuildResult): string[] =>
  messages.flatMap((one) => one.messages.filter(({fatal}) => fatal).map(({reason}) => reason))
