// A row of the key to the signs, and what it is found used by.
import type {Element, ElementContent} from 'hast'
import {h} from 'hastscript'
import type {OwnNodes} from '../../document/nodes.ts'

/** What a sign looks like. */
export type Sample = (ElementContent | string)[]

/** A node as the key meets it. */
export interface Met {
  node: OwnNodes[keyof OwnNodes]
  /** Whether it stands in a document, not in front or back matter. */
  inDocument: boolean
  /** Whether it stands in a note, which stands on no line that has a number. */
  inNote: boolean
}

/** A sign: what it looks like around the words of its first use, what it means, and which nodes print it. */
export interface Sign {
  sample(words: string): Sample
  meaning: string
  used(met: Met): boolean
}

/** Words in italics. */
export const em = (text: string): Element => h('em', text)
/** A raised mark. */
export const sup = (text: string): Element => h('sup', text)
