// The proof of the page list: the printed pages that have a place in the text, in their order, each mark before the very word.
import type {Element, Nodes} from 'hast'
import {allDocuments, type Edition} from '../document/edition.ts'
import {lettersOf, type PrintedPage} from '../document/printed-pages.ts'
import type {Finding} from './finding.ts'
import {bare} from './passage.ts'
import type {Seen, SeenBreak} from './seen.ts'
import {quote} from './wording.ts'

/** An entry of the page list: its label, and the file and id to which it leads. */
export interface Listed {
  label: string
  file: string
  id: string
}

/** A mark of a page as found, with its file and part. */
export interface Marked extends SeenBreak {
  file: string
  part: string
}

/** What the e-book shows of printed pages. */
export interface PagesSeen {
  listed: readonly Listed[]
  marked: readonly Marked[]
  parts: ReadonlyMap<string, Seen>
}

/** Proves the page list against the page map of the printed book; without printed pages the e-book must have none. */
export function provePageList(edition: Edition, pages: readonly PrintedPage[], seen: PagesSeen): Finding[] {
  const expected = pages.filter((page) => hasPlace(page) && page.part !== null && isHeld(page.part, edition, seen))
  const found = seen.listed.map(({label}) => label)
  const wrong = firstDifference(
    found,
    expected.map(({label}) => label)
  )
  if (wrong) return [finding(undefined, undefined, `Unexpected page list of the e-book: ${wrong}`)]
  const listed = new Set(seen.listed.map(({file, id}) => `${file}#${id}`))
  return [
    ...seen.marked
      .filter(({file, id}) => !listed.has(`${file}#${id}`))
      .map(({label, part}) =>
        finding(
          part,
          label,
          `Unexpected mark of page ${label} (document ${part}), expected none that the page list lacks`
        )
      ),
    ...expected.flatMap((page, index) => provePage(page, seen.listed[index], {edition, seen}))
  ]
}

const hasPlace = ({letters, note}: PrintedPage): boolean => letters !== undefined || note !== undefined

/** Blank pages and the half title stand in print only. */
const isHeld = (part: string, edition: Edition, {parts}: PagesSeen): boolean =>
  part === CONTENTS || parts.has(part) || allDocuments(edition).some(({id}) => id === part)

/** The navigation is the list of contents. */
const CONTENTS = 'contents'

function firstDifference(found: readonly string[], expected: readonly string[]): string | undefined {
  const at = [...found, undefined].findIndex((label, index) => label !== expected[index])
  if (at < 0) return undefined
  const name = (label: string | undefined): string => (label === undefined ? 'its end' : `page ${label}`)
  return `${name(found[at])}${at > 0 ? ` after page ${found[at - 1]}` : ''}, expected ${name(expected[at])} as in print`
}

function provePage(
  page: PrintedPage,
  listed: Listed | undefined,
  {edition, seen}: {edition: Edition; seen: PagesSeen}
): Finding[] {
  const part = page.part ?? ''
  const targets = seen.marked.filter(({file, id}) => file === listed?.file && id === listed.id)
  const [mark] = targets
  const where = `(document ${part}, page ${page.label})`
  if (!mark || targets.length > 1) {
    const count = mark ? 'several' : 'none'
    return [
      finding(
        part,
        page.label,
        `Unexpected target of page ${page.label} in the page list ${where}: ${count}, expected one mark of this page`
      )
    ]
  }
  if (mark.label !== page.label || mark.part !== part)
    return [
      finding(
        part,
        page.label,
        `Unexpected mark of page ${mark.label} in \`${mark.part}\` as target of page ${page.label}, expected its own in \`${part}\``
      )
    ]
  const own = seen.parts.get(part)
  if (!own || !allDocuments(edition).some(({id}) => id === part)) return []
  const reason = page.note === undefined ? misplaced(page, mark, own) : beforeOther(page.note, mark, own)
  return reason === undefined
    ? []
    : [finding(part, page.label, `Unexpected beginning of page ${page.label} ${reason} (document ${part})`)]
}

/** A mark stands right before the word that holds the first letter of its page. */
function misplaced({letters = 0, begins = ''}: PrintedPage, {piece}: Marked, {flow}: Seen): string | undefined {
  const before = bare(flow.pieces.slice(0, piece).join(''))
  const after = bare(flow.pieces.slice(piece).join(''))
  const rest = letters - lettersOf(before).length
  const text = after.trimStart()
  const head = text.slice(0, rest)
  const opens = after !== text || before === '' || /\s$/u.test(before) || SPACELESS.test(before) || text === ''
  const right =
    rest >= 0 && head.length === rest && !/\s/u.test(head) && (opens || (rest === 0 && FOLLOWS_SPACELESS.test(text)))
  if (!right)
    return `at ${around(before, text)}, expected it before the word with letter ${letters + 1}${begins && `, at “${begins}”`}`
  const words = lettersOf(begins)
  if (lettersOf(text.slice(rest, rest + words.length * 2)).startsWith(words)) return undefined
  return `at ${around(before, text)}, expected it at “${begins}”`
}

/** Scripts without spaces between words are cut at any sign. */
const SPACELESS = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]$/u
const FOLLOWS_SPACELESS = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u

const around = (before: string, after: string): string =>
  quote([...before.trim().split(/\s+/u).slice(-1), '|', ...after.split(/\s+/u).slice(0, 2)])

function beforeOther(note: string, {notes}: Marked, seen: Seen): string | undefined {
  const next = [...seen.notes.keys()][notes]
  return next === note
    ? undefined
    : `before ${next === undefined ? 'no note' : `note \`${next}\``}, expected it before note \`${note}\``
}

function finding(document: string | undefined, page: string | undefined, reason: string): Finding {
  return {rule: 'page-list-differs', ...(document !== undefined && {document}), page, reason}
}

/** Entries of the page list in a navigation file; `resolve` gives the path of a file that a link names. */
export function listedIn(nav: Nodes, resolve: (href: string) => string): Listed[] {
  const entries: Listed[] = []
  const walk = (node: Nodes, inside: boolean): void => {
    if (node.type === 'element') {
      const {href, epubType} = node.properties
      if (inside && node.tagName === 'a') {
        const [file = '', id = ''] = String(href).split('#')
        entries.push({label: textOf(node), file: resolve(file), id: decodeURIComponent(id)})
      }
      inside ||= node.tagName === 'nav' && epubType === 'page-list'
    }
    if ('children' in node) for (const child of node.children) walk(child, inside)
  }
  walk(nav, false)
  return entries
}

const textOf = (node: Element): string =>
  node.children
    .map((child) => (child.type === 'text' ? child.value : child.type === 'element' ? textOf(child) : ''))
    .join('')
