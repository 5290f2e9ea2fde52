// Pairs the paragraphs of a counterpart with those of its partner, by their order and by the marks `{=12}`.
import type {Paragraph} from 'mdast'
import {visit} from 'unist-util-visit'
import type {EditionDocument} from '../document/edition.ts'
import {report} from '../document/report.ts'

/**
 * Fills `data.pair` of every numbered paragraph of the counterparts: the ¶ of the partner that it belongs to. Needs `number`.
 * A paragraph without mark follows the one before it by one; paragraphs of the partner that are passed over belong to the pair before
 * them.
 */
export function pairs(partner: EditionDocument): void {
  if (!partner.counterparts) return
  const count = numbered(partner).length
  for (const counterpart of partner.counterparts) pairOne(counterpart, partner, count)
}

function pairOne(counterpart: EditionDocument, partner: EditionDocument, count: number): void {
  const {file} = counterpart
  const paragraphs = numbered(counterpart)
  const whole = `\`${partner.file.path}\` has ${count} ${count === 1 ? 'paragraph' : 'paragraphs'}`
  let last = 0
  let marked = false
  for (const paragraph of paragraphs) {
    const {pair: mark, n} = paragraph.data ?? {}
    const at = mark ?? last + 1
    const fault = faultOf({mark, at, last, count})
    if (fault) {
      const shown = mark === undefined ? `paragraph ${n ?? ''}` : `mark \`{=${mark}}\``
      report(file, 'paragraphs-unpaired', `Unexpected ${shown}, ${fault(whole)}`, paragraph)
      return
    }
    paragraph.data = {...paragraph.data, pair: at}
    last = at
    marked = mark !== undefined
  }
  // A last paragraph with a mark of its own is meant to go with all that follows.
  if (last === count || (marked && last > 0)) return
  const missing = last + 1 === count ? `¶ ${count}` : `¶ ${last + 1} to ${count}`
  const reason = `Unexpected end after ${paragraphs.length} ${paragraphs.length === 1 ? 'paragraph' : 'paragraphs'}, expected text for ${missing}: ${whole}. ${REMEDY}`
  report(file, 'paragraphs-unpaired', reason, paragraphs.at(-1) ?? {line: 1, column: 1})
}

const REMEDY = 'Write `{=n}` before a paragraph that pairs with ¶ n of the other text'

interface Place {
  mark: number | undefined
  at: number
  last: number
  count: number
}

function faultOf({mark, at, last, count}: Place): ((whole: string) => string) | undefined {
  if (mark !== undefined && mark < last) return () => `which goes back, expected a number from ${last} on`
  if (at >= 1 && at <= count) return undefined
  return (whole) =>
    mark === undefined ? `expected no more: ${whole}. ${REMEDY}` : `expected a number that is there: ${whole}`
}

function numbered({tree}: EditionDocument): Paragraph[] {
  const found: Paragraph[] = []
  visit(tree, 'paragraph', (node) => {
    if (node.data?.n !== undefined) found.push(node)
  })
  return found
}
