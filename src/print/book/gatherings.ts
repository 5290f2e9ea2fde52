// Parts the assembled book into gatherings, the pages that are printed together: enough to be worth a print, few enough that a change
// of one word does not print the whole book again.
import {sha256} from '../../kept/index.ts'
import {pageAddress} from '../finish/links.ts'
import {changeTags, unescapeHtml} from './markup.ts'
import type {Outline} from '../layout/resolve.ts'

/** Pages that are printed together. */
export interface Gathering {
  /** Name that no other gathering has: id of its first part. */
  name: string
  /** Place of its first page in the book, counted from 0. */
  first: number
  /** HTML of each page, whose links lead to addresses of pages. */
  pages: string[]
}

/** What all pages of the book have in common. */
export interface Sheets {
  lang: string
  css: string
}

/** Pages after which the next document opens a new gathering. */
const FULL = 40

/** The gatherings of an assembled book, which begin and end with parts; front and back matter, which change more often, are apart. */
export function gather(html: string, {parts, pages}: Outline): Gathering[] {
  const sheets = pagesOf(html)
  const gatherings: Gathering[] = []
  let matter: string | undefined
  for (const [at, sheet] of sheets.entries()) {
    const of = pages[at]?.of
    const part = of && parts[of.part]?.part
    const last = gatherings.at(-1)
    const full = part?.matter !== matter || (last !== undefined && last.pages.length >= FULL)
    if (part) matter = part.matter
    if (last && !(full && of?.page === 0)) last.pages.push(printed(sheet, last.pages.length + 1))
    else gatherings.push({name: part?.id ?? 'first', first: at, pages: [printed(sheet, 1)]})
  }
  return gatherings
}

/** Hash of what is printed of a gathering, with the labels of the pages that its links lead to. */
export function gatheringHash({name, pages}: Gathering, label: (page: number) => string): string {
  const targets = pages.flatMap((page) => [...page.matchAll(TARGETS)].map(([, number]) => label(Number(number) - 1)))
  return sha256(JSON.stringify([name, pages, targets]))
}

const TARGETS = new RegExp(`href="${pageAddress('page-')}(\\d+)"`, 'g')

/** Language and style sheet of an assembled book. */
export function sheetsOf(html: string): Sheets {
  const head = html.slice(0, html.indexOf('</head>'))
  const lang = /^<html lang="([^"]*)"/m.exec(head)?.[1] ?? ''
  return {lang: unescapeHtml(lang), css: /<style>\n([\s\S]*)\n<\/style>/.exec(head)?.[1] ?? ''}
}

const START = /^<div class="pagedjs_page[ "]/gm

/** HTML of each page. */
function pagesOf(html: string): string[] {
  const starts = [...html.matchAll(START)].map(({index}) => index)
  const end = html.lastIndexOf('</div></body>')
  return starts.map((start, at) => html.slice(start, starts[at + 1] ?? end).trimEnd())
}

/** The id says where the page stands in its gathering, so that pages printed before need no other print where they moved together. */
function printed(sheet: string, number: number): string {
  const linked = changeTags(sheet, 'a', (attributes) => {
    const href = attributes.get('href')
    if (href?.startsWith('#')) attributes.set('href', pageAddress(unescapeHtml(href.slice(1))))
  })
  return linked.replace(/ id="page-\d+"/, () => ` id="page-${number}"`)
}
