// What a build says, and what it makes.
import {join} from 'node:path'
import {build, type BuildOptions, type BuildResult} from '../../../src/build.ts'
import type {EditionTest} from '../../support/edition.ts'
import {textsOf} from '../read-book.ts'

/** The PDFs of an edition, in a folder beside it: what makes them, by the names of their outputs, where they lie, and their texts. */
export function pdfsOf(edition: EditionTest): {
  make: (outputs: string[], tamper?: BuildOptions['tamper']) => Promise<BuildResult>
  file: (output: string) => string
  textOf: (output: string) => Promise<string[]>
} {
  const out = join(edition.cwd, 'dist')
  const file = (output: string): string => join(out, `${output}.pdf`)
  return {
    make: (outputs, tamper = {}) => build({dir: edition.dir, out, outputs, tamper}),
    file,
    textOf: (output) => textsOf(file(output))
  }
}

/** Reasons of all errors, file by file. */
export const errorsIn = ({messages}: BuildResult): string[] =>
  messages.flatMap((one) => one.messages.filter(({fatal}) => fatal).map(({reason}) => reason))
