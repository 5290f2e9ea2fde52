// What an explanation of a rule is made of.
import type {RuleId} from '../rules.ts'

/** Words that set a rule off, and the same words mended. */
export interface Example {
  /** File of the edition that they stand in. */
  file: string
  wrong: string
  right: string
}

/** A rule has an example, or what to do where no words of the editor's set it off. */
export type Explanation = {example: Example} | {remedy: string}

/** Explanations of some rules; index.ts has them all. */
export type Explanations = Partial<Record<RuleId, Explanation>>

/** The document that most examples stand in. */
export const FILE = 'documents/letter.md'

/** An example. */
export const example = (file: string, wrong: string, right: string): {example: Example} => ({
  example: {file, wrong, right}
})

/** What to do. */
export const remedy = (text: string): {remedy: string} => ({remedy: text})
