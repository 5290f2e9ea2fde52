// Every rule with an example and its mended form, or with what to do: what `recension explain` shows beside the text of the rule.
import type {RuleId} from '../rules.ts'
import type {Explanation} from './example.ts'
import {FILES} from './files.ts'
import {PROOFS} from './proofs.ts'
import {TEXT} from './text.ts'

export type {Example, Explanation} from './example.ts'

/** The explanations by the ids of their rules. */
export const explanations: Record<RuleId, Explanation> = {...FILES, ...TEXT, ...PROOFS}
