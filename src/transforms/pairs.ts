// Pairs the paragraphs of a counterpart with those of its partner, by their order and by the marks `{=12}`.
import type {Paragraph} from 'mdast'
import {visit} from 'unist-util-visit'
import type {EditionDocument} from '../document/edition.ts'
import {report} from '../document/report.ts'

/**
 * Fills `data.pair` of every numbered paragraph of a text and its counterparts. Needs `number`.
 * A paragraph without mark follows the one before it by one; paragraphs of the partner that are passed over belong to the pair before
 * them.
 */
export function pairs(partner: EditionDocument): void {
  if (!partner.counterparts) return
  const paragraphs = numbered(partner)
  for (const paragraph of paragraphs) paragraph.data = {...paragraph.data, pair: paragraph.data?.place}
  const numbers = paragraphs.map(({data}) => data?.n ?? '')
  for (const counterpart of partner.counterparts) pairOne(counterpart, {path: partner.file.path, numbers})
}

interface Partner {
  path: string
  /** Numbers of its paragraphs in their order. */
  numbers: readonly string[]
}

function pairOne(counterpart: EditionDocument, partner: Partner): void {
  const {file} = counterpart
  const paragraphs = numbered(counterpart)
  let last = 0
  for (const paragraph of paragraphs) {
    const {pairMark: mark} = paragraph.data ?? {}
    const at = mark === undefined ? last + 1 : partner.numbers.indexOf(mark) + 1
    const fault = faultOf({mark, at, last}, partner)
    if (fault) {
      const shown = mark === undefined ? `paragraph ${paragraph.data?.n ?? ''}` : `mark \`{=${mark}}\``
      report(file, 'paragraphs-unpaired', `Unexpected ${shown}, ${fault}`, paragraph)
      return
    }
    paragraph.data = {...paragraph.data, pair: at}
    last = at
  }
  // A last paragraph with a mark of its own is meant to go with all that follows.
  const marked = paragraphs.at(-1)?.data?.pairMark !== undefined
  const missing = partner.numbers.slice(last)
  if (missing.length === 0 || marked) return
  const span = missing.length === 1 ? `¶ ${missing[0]}` : `¶ ${missing[0]} to ${missing.at(-1)}`
  const reason = `Unexpected end after ${counted(paragraphs.length)}, expected text for ${span}: ${whole(partner)}. ${REMEDY}`
  report(file, 'paragraphs-unpaired', reason, paragraphs.at(-1) ?? {line: 1, column: 1})
}

const REMEDY = 'Write `{=n}` before a paragraph that pairs with ¶ n of the other text'

const counted = (count: number): string => `${count} ${count === 1 ? 'paragraph' : 'paragraphs'}`

const whole = ({path, numbers}: Partner): string => `\`${path}\` has ${counted(numbers.length)}`

interface Place {
  mark: string | undefined
  /** Place of the paragraph in the partner; 0 where it has no such number. */
  at: number
  last: number
}

function faultOf({mark, at, last}: Place, partner: Partner): string | undefined {
  if (mark === undefined)
    return at > partner.numbers.length ? `expected no more: ${whole(partner)}. ${REMEDY}` : undefined
  if (at === 0) return `expected a number that is there: ${whole(partner)}`
  return at < last ? `which goes back, expected a number from ${partner.numbers[last - 1] ?? ''} on` : undefined
}

function numbered({tree}: EditionDocument): Paragraph[] {
  const found: Paragraph[] = []
  visit(tree, 'paragraph', (node) => {
    if (node.data?.n !== undefined) found.push(node)
  })
  return found
}
