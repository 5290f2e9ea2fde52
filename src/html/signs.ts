// The signs that print in the text: brackets, words of gaps and annotations. The key to the signs explains just these.
import type {ElementContent} from 'hast'
import {h} from 'hastscript'
import type {Ann, Gap} from '../document/nodes.ts'

/** What this edition's editor puts in stands in these. */
export const OWN_SIGN: [string, string] = ['⟨', '⟩']

/** `2 words illegible`, `…` */
export function gapWords({reason, unit, n}: Gap): string {
  if (reason === 'omitted' && !unit) return '…'
  const many = n !== undefined && n !== 1 ? 's' : ''
  return [n, unit && `${unit}${many}`, reason].filter((word) => word !== undefined).join(' ')
}

/** What opens an annotation that this edition describes: in italics, then upright. */
const LEADS = {
  hand: ['handwritten:', ''],
  signature: ['handwritten:', 'signature and '],
  stamp: ['stamp:', ''],
  mark: ['mark:', ''],
  marginal: ['in the margin:', ''],
  description: ['', '']
} as const satisfies Record<Ann['kind'], readonly [string, string]>

/** `[` *handwritten:* words `]`: the lead is the one of the received text, or the program's own. */
export function annotationLead({kind, marker}: Ann, words: ElementContent[]): (ElementContent | string)[] {
  if (marker) {
    const lead = marker.open.slice(1).trimEnd()
    return lead === '' ? [marker.open, ...words, marker.close] : ['[', h('em', lead), ' ', ...words, marker.close]
  }
  const [lead, rest] = LEADS[kind]
  return lead === '' ? ['[', ...words, ']'] : ['[', h('em', lead), ` ${rest}`, ...words, ']']
}
