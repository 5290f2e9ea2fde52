// Turns what the pages found wrong, and what they asked for in vain, into messages for the editor.
import type {Problem} from '../contract.ts'
import type {PrintMessage} from '../result.ts'
import {imagePath} from '../kept/layouts.ts'
import type {Fault} from '../chromium/origin.ts'
import {firstPages, type Outline, type Resolved} from './resolve.ts'

const RULES = {
  'text-lost': 'output-differs',
  'note-lost': 'output-differs',
  'note-twice': 'output-differs',
  stopped: 'output-differs',
  'off-sheet': 'off-sheet',
  overlap: 'off-sheet',
  'note-misplaced': 'note-misplaced',
  'entry-line': 'note-misplaced',
  'layout-note': 'layout-note'
} as const satisfies Record<Problem['kind'], PrintMessage['rule']>

/** What the layouts of the parts found wrong with themselves. */
export function layoutMessages({parts, pages}: Pick<Resolved, 'parts' | 'pages'>): PrintMessage[] {
  const firsts = firstPages(pages)
  return parts.flatMap(({part, laidOut}, index) =>
    laidOut.problems.map(({kind, page, detail}) => {
      const label = page === undefined ? undefined : pages[(firsts.get(index) ?? 0) + page]?.label
      return {rule: RULES[kind], part: part.id, page: label, reason: detail}
    })
  )
}

/** Text that the assembled book has outside its sheets: `page` is the id of a page there. */
export function strayMessages(stray: readonly {page: string; text: string}[], {parts, pages}: Outline): PrintMessage[] {
  return stray.map(({page: id, text}) => {
    const page = pages[Number(id.replace('page-', '')) - 1]
    const part = page?.of && parts[page.of.part]?.part.id
    return {rule: 'off-sheet', part, page: page?.label, reason: `Unexpected text outside the sheet: “${text}”.`}
  })
}

/** What the pages asked for and may not have, and what their scripts complained of; each once. */
export function faultMessages(faults: readonly Fault[], parts: Outline['parts']): PrintMessage[] {
  const told = new Map(faults.map((fault) => [`${fault.kind} ${fault.text}`, fault]))
  return [...told].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, fault]) => faultMessage(fault, parts))
}

function faultMessage({kind, text}: Fault, parts: Outline['parts']): PrintMessage {
  if (kind === 'blocked')
    return {
      rule: 'image-outside',
      part: parts.find(({flow}) => [flow, ...flow.notes].some(({html}) => html.includes(text)))?.part.id,
      reason: `Unexpected request for ${asWritten(text)}, which was refused: pages are made from files of the edition only, expected the path of an image in its folder.`
    }
  const rule = kind === 'page-error' ? 'output-differs' : 'layout-note'
  return {
    rule,
    reason: `The script of the pages complained: ${text}. This is a fault of the program; please report it.`
  }
}

/** The path as the document has it, without the form in which it is served. */
function asWritten(path: string): string {
  return path.startsWith(imagePath('')) ? decodeURIComponent(path.slice(imagePath('').length)) : path
}
