// Puts the laid-out pages of all parts into one HTML: sides, numbers, heads, blanks, and few link targets.
import type {Book} from '../../html/book.ts'
import type {Geometry} from '../../document/page-geometry.ts'
import {furniture, writingMargin} from './furniture.ts'
import {headSpans} from './head-spans.ts'
import {attributesOf, changeTags, classesOf, escapeHtml, startTag} from './markup.ts'
import type {BookPage} from './page-labels.ts'
import {firstPages, type LaidPart, type Resolved} from '../layout/resolve.ts'

/** What the pages of a book have in common beside their text. */
export interface Look {
  /** CSS that is added to what Paged.js made of the style sheet. */
  sheet: string
  geometry?: Geometry | undefined
  /** Title of the book that these pages are from, where they are by themselves. */
  from?: string | undefined
}

/** The whole book as static pages. */
export function assemble(
  {book, parts, pages}: Pick<Resolved, 'book' | 'parts' | 'pages'>,
  {sheet, geometry, from}: Look
): string {
  const targets = pageIds(parts, pages)
  const css = parts.find(({laidOut}) => laidOut.css !== '')?.laidOut.css ?? ''
  const spans = parts.map((laid) => headSpans(laid, book.runningHeads ?? 'title'))
  const body = pages.map((page, at) => {
    const laid = page.of && parts[page.of.part]
    const span = page.of && spans[page.of.part]?.[page.of.page]
    const setting = {at, book, span: span ?? '', geometry, from}
    return laid ? linked(setPage(laid, page, setting), targets) : blank(page, setting)
  })
  return [
    `<!doctype html>\n<html lang="${escapeHtml(book.lang)}"><head><meta charset="utf-8"><title>${escapeHtml(book.title)}</title>`,
    `<style>\n${css}\n${sheet}\n</style></head>`,
    `<body><div class="pagedjs_pages">`,
    ...body,
    '</div></body></html>\n'
  ].join('\n')
}

/** `page-12`: the twelfth sheet side, whatever number it bears. */
export const pageId = (at: number): string => `page-${at + 1}`

interface Setting {
  at: number
  book: Book
  span: string
  geometry: Geometry | undefined
  from: string | undefined
}

/** The page as laid out, with the side, number, head and folio that it has in this book. */
function setPage({part, laidOut}: LaidPart, page: BookPage, {at, geometry, ...head}: Setting): string {
  const html = laidOut.pages[page.of?.page ?? 0] ?? ''
  const end = html.indexOf('>') + 1
  const attributes = attributesOf(html.slice(0, end))
  const classes = classesOf(attributes).filter((name) => !/^pagedjs_(left|right)_page$/.test(name))
  attributes.delete('data-page-number')
  attributes.set('class', [...classes, sideClass(page, geometry)].join(' '))
  attributes.set('id', pageId(at))
  attributes.set('data-part', escapeHtml(part.id))
  attributes.set('data-label', escapeHtml(page.label))
  if (part.bare) attributes.set('data-bare', 'true')
  const around = furniture(page, part, head) + (part.kind === 'document' ? writingMargin(geometry) : '')
  return startTag('div', attributes) + around + html.slice(end)
}

function blank(page: BookPage, {at, geometry}: Setting): string {
  const classes = `pagedjs_page pagedjs_blank_page ${sideClass(page, geometry)}`
  return `<div class="${classes}" id="${pageId(at)}" data-label="${escapeHtml(page.label)}" data-bare="true"><div class="pagedjs_sheet"><div class="pagedjs_pagebox"></div></div></div>`
}

/** A book that is bound on the right has its first page on the left of an opening. */
const sideClass = ({side}: BookPage, geometry: Geometry | undefined): string =>
  (side === 'recto') === (geometry?.binding !== 'right') ? 'pagedjs_right_page' : 'pagedjs_left_page'

/** Page id of every anchor of the book. */
function pageIds(parts: readonly LaidPart[], pages: readonly BookPage[]): Map<string, string> {
  const ids = new Map<string, string>()
  const firsts = firstPages(pages)
  for (const [index, {part, laidOut}] of parts.entries()) {
    const first = firsts.get(index)
    if (first === undefined) continue
    ids.set(part.anchor, pageId(first))
    for (const [anchor, {from}] of Object.entries(laidOut.notes)) ids.set(anchor, pageId(first + from))
    for (const [anchor, page] of Object.entries(laidOut.anchors)) ids.set(anchor, pageId(first + page))
  }
  return ids
}

/**
 * Links lead to pages, and calls of notes at the foot nowhere: these stand on the same page. The browser needs time for each target on each
 * page, so thousands of them would make a long book slow.
 */
function linked(html: string, targets: ReadonlyMap<string, string>): string {
  return changeTags(html, 'a', (attributes) => {
    const href = attributes.get('href')
    if (!href?.startsWith('#')) return
    const classes = classesOf(attributes)
    const near = classes.includes('call') && !classes.includes('end-call')
    const target = near ? undefined : targets.get(decode(href.slice(1)))
    if (target) attributes.set('href', `#${target}`)
    else attributes.delete('href')
  })
}

function decode(fragment: string): string {
  try {
    return decodeURIComponent(fragment.replace(/&amp;/g, '&'))
  } catch {
    return fragment
  }
}
