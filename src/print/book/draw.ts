// Lays a book out and draws its pages. What is handed on is what printing and its messages need and no more: the trees of a long book and
// the layouts of its parts take more memory than all that is printed.
import {geometryOf} from '../../document/page-geometry.ts'
import type {Book, Locate} from '../../html/book.ts'
import {sha256} from '../../kept/index.ts'
import {finishSheet, PAGEDJS} from '../chromium/script.ts'
import type {FlowPart, LaidOut} from '../contract.ts'
import type {BookOptions} from '../finish/index.ts'
import {missingGlyphs} from '../finish/glyphs.ts'
import {layoutMessages} from '../layout/messages.ts'
import {layoutReport} from '../layout/report.ts'
import {resolve, type Outline, type Resolved} from '../layout/resolve.ts'
import type {PrintMessage, PrintOptions, PrintResult} from '../result.ts'
import {assemble} from './assemble.ts'
import {handoutsOf} from './handouts.ts'
import {romanPages} from './page-labels.ts'
import {pageMap} from './page-map.ts'

/** Pages that are drawn, and what finishes the PDF of them. */
interface DrawnPages {
  html: string
  outline: Outline
  finish: BookOptions
}

/** A book whose pages are drawn, and what its layout tells. */
export interface DrawnBook extends DrawnPages, Pick<PrintResult, 'map' | 'places' | 'layout'> {
  messages: PrintMessage[]
  /** Its documents by themselves, where they are asked for, each with the number of its first page. */
  handouts: (DrawnPages & {document: string; first: number})[]
}

/** What makes the book and lays its parts out, and the version of the browser. */
export interface Drawing {
  make: (locate: Locate) => Book
  layOut: (part: FlowPart) => Promise<LaidOut>
  version: string
}

/** Lays out and draws. */
export async function draw({make, layOut, version}: Drawing, options: PrintOptions): Promise<DrawnBook> {
  const resolved = await resolve({book: make, layOut, progress: options.progress})
  const geometry = geometryOf(options.form)
  const sheet = await finishSheet()
  const html = (options.tamper ?? unchanged)(assemble(resolved, {sheet, geometry}))
  const from = resolved.book.shortTitle
  const handouts = (options.handouts ? handoutsOf(resolved) : []).map(({part, first, resolved: one}) => {
    const page = assemble({...one, book: resolved.book}, {sheet, geometry, from})
    const finish = bookOptions(one, page, {...options, attachments: []})
    return {document: part.id, first, html: page, outline: outlineOf(one), finish}
  })
  return {
    html,
    outline: outlineOf(resolved),
    finish: bookOptions(resolved, html, options),
    handouts,
    messages: [...(await missingGlyphs(resolved.book)), ...layoutMessages(resolved), ...resolved.messages],
    map: pageMap(resolved, {output: options.output ?? resolved.book.id, browser: version, pagedjs: PAGEDJS}),
    places: resolved.places,
    layout: layoutReport(resolved)
  }
}

const outlineOf = ({parts, pages}: Resolved): Outline => ({
  parts: parts.map(({part: {id, matter}, flow}) => ({part: {id, matter}, flow})),
  pages
})

const unchanged = (html: string): string => html

function bookOptions({book, pages}: Resolved, html: string, options: PrintOptions): BookOptions {
  const {date, authors, publisher, rights, description, attachments = []} = options
  const title = book.subtitle ? `${book.title}: ${book.subtitle}` : book.title
  const metadata = {title, authors, lang: book.lang, date, publisher, rights, description}
  const hash = sha256(JSON.stringify([metadata, html, attachments.map(({name, bytes}) => [name, sha256(bytes)])]))
  const fromRight = options.form?.binding === 'right'
  return {metadata, labels: pages.map(({label}) => label), roman: romanPages(pages), fromRight, attachments, hash}
}
