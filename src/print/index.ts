// The door of print: a book in, a PDF and its page map out.
import {availableParallelism} from 'node:os'
import {EnvironmentError} from '../document/environment.ts'
import type {Image} from '../document/edition.ts'
import {geometryOf} from '../document/page-geometry.ts'
import {scriptFacesIn, type ScriptFace} from '../document/script-faces.ts'
import type {Book} from '../html/book.ts'
import {cacheFolder, sha256} from '../kept/index.ts'
import {assemble} from './book/assemble.ts'
import {ensureBrowser, type ChosenBrowser} from './chromium/choose-browser.ts'
import {finishBook, type BookOptions} from './finish/index.ts'
import {missingGlyphs, textsOf} from './finish/glyphs.ts'
import {keepingLayouts, layoutCache} from './kept/layouts.ts'
import {layoutReport} from './layout/report.ts'
import {launch, type RunningBrowser} from './chromium/launch.ts'
import {faultMessages, layoutMessages, strayMessages} from './layout/messages.ts'
import {pageMap} from './book/page-map.ts'
import {romanPages} from './book/page-labels.ts'
import {handoutsOf} from './book/handouts.ts'
import {printBook} from './book/print-book.ts'
import type {Fault} from './chromium/origin.ts'
import {resolve, type Resolved} from './layout/resolve.ts'
import type {PrintedHandout, PrintMessage, PrintOptions, PrintResult} from './result.ts'
import {finishSheet, PAGEDJS, pageScripts, scriptFiles, styleSheet} from './chromium/script.ts'
import {openTabs} from './chromium/tabs.ts'

export {describeBrowser, ensureBrowser, type BrowserDescription, type ChosenBrowser} from './chromium/choose-browser.ts'

export {booklet} from './finish/booklet.ts'
export {printersFile} from './finish/printers-file.ts'
export type {LayoutReport, PageMap, Place, PrintedHandout, PrintMessage, PrintOptions, PrintResult} from './result.ts'

/** A browser that is there for the first book, and another for each that follows. */
export interface Printer {
  /** Lays out, assembles, prints and finishes a book. Throws `EnvironmentError` where no browser can be had. */
  print(options: PrintOptions): Promise<PrintResult>
  /** Ends a browser that nothing was printed with. */
  close(): Promise<void>
}

/** Begins to start a browser, by its path or as `ensureBrowser` finds it; whoever prints waits until it runs. */
export function openPrinter(browser?: string): Printer {
  let ready: ReturnType<typeof start> | undefined = start(browser)
  // Told to those who print; there may be nothing to print after all.
  ready.catch(() => {})
  return {
    print: async (options) => {
      const {chosen, running} = await (ready ?? start(browser))
      ready = undefined
      options.lap?.('start')
      try {
        const result = await printIn(running, options)
        const own = [running.why, chosen.note].filter((notice) => notice !== undefined)
        return {...result, notices: [...own, ...result.notices]}
      } catch (cause) {
        if (cause instanceof EnvironmentError) throw cause
        throw new EnvironmentError(`The book could not be printed: ${String(cause)}`, {cause})
      } finally {
        // The proofs need its room.
        await running.close()
      }
    },
    close: async () => {
      const started = await ready?.catch(() => undefined)
      await started?.running.close()
    }
  }
}

async function start(path: string | undefined): Promise<{chosen: ChosenBrowser; running: RunningBrowser}> {
  const chosen = await ensureBrowser(path)
  return {chosen, running: await launch(chosen)}
}

/** Prints a book with a browser of its own. */
export async function print(options: PrintOptions): Promise<PrintResult> {
  return openPrinter(options.browser).print(options)
}

/** A part of some hundred pages takes seconds. */
const DEADLINE = 180_000

async function printIn(running: RunningBrowser, options: PrintOptions): Promise<PrintResult> {
  const {images = new Map<string, Image>(), lap = () => {}} = options
  const {make, faces} = withFaces(options.book)
  const [scripts, css, folder] = await Promise.all([pageScripts(), styleSheet(options.form, faces), cacheFolder()])
  const geometry = geometryOf(options.form)
  const faults: Fault[] = []
  const origin = {files: scriptFiles(scripts), images, onFault: (fault: Fault) => void faults.push(fault)}
  const {browser, version} = running
  const tabs = openTabs({browser, css, origin, count: availableParallelism(), deadline: DEADLINE})
  const cache = layoutCache(folder.path)
  const layOut = keepingLayouts(tabs.layOut, cache, {scripts, css, browser: version, images})
  const resolved = await resolve({book: make, layOut, progress: options.progress})
  await cache.prune()
  lap('layout')
  const html = (options.tamper ?? unchanged)(assemble(resolved, {sheet: await finishSheet(), geometry}))
  const {progress, onPages} = options
  const printing = {tabs, folder: folder.path, browser: version, images, faults, progress}
  options.onBook?.(html)
  const printed = await printBook(html, resolved, {...printing, onPages})
  const handouts: PrintedHandout[] = []
  const own: PrintMessage[] = []
  for (const one of options.handouts ? handoutsOf(resolved) : []) {
    const look = {sheet: await finishSheet(), geometry, from: resolved.book.shortTitle}
    const page = assemble({...one.resolved, book: resolved.book}, look)
    const made = await printBook(page, one.resolved, printing)
    const book = bookOptions(one.resolved, page, {...options, attachments: []})
    const pdf = await finishBook(made, {...book, roman: 0, first: one.first})
    handouts.push({document: one.part.id, pdf, html: page, prints: made.flatMap(({pages}) => pages.prints)})
    own.push(...made.flatMap(({stray, messages: told}) => [...strayMessages(stray, one.resolved), ...told]))
  }
  await tabs.close()
  lap('print')
  const pdf = await finishBook(printed, bookOptions(resolved, html, options))
  lap('merge')
  const messages = [
    ...(await missingGlyphs(resolved.book)),
    ...layoutMessages(resolved),
    ...resolved.messages,
    ...printed.flatMap(({stray}) => strayMessages(stray, resolved)),
    ...faultMessages(faults, resolved),
    ...once([...printed.flatMap((one) => one.messages), ...own])
  ]
  const map = pageMap(resolved, {output: options.output ?? resolved.book.id, browser: version, pagedjs: PAGEDJS})
  const prints = printed.flatMap(({pages}) => pages.prints)
  return {
    pdf,
    map,
    html,
    prints,
    messages,
    handouts,
    places: resolved.places,
    layout: layoutReport(resolved),
    notices: []
  }
}

/** Makes the book once before pages are known, as it is laid out first, to see which scripts it is written in. */
function withFaces(book: PrintOptions['book']): {make: PrintOptions['book']; faces: ScriptFace[]} {
  let first: Book | undefined = book({by: 'page', label: () => undefined, line: () => undefined})
  const faces = scriptFacesIn([...textsOf(first)].map(({text}) => text))
  const make: PrintOptions['book'] = (locate) => {
    const made = first ?? book(locate)
    first = undefined
    return made
  }
  return {make, faces}
}

const unchanged = (html: string): string => html

/** The same fault of a font may be in many pages. */
const once = (messages: readonly PrintMessage[]): PrintMessage[] => [
  ...new Map(messages.map((message) => [message.reason, message])).values()
]

function bookOptions({book, pages}: Resolved, html: string, options: PrintOptions): BookOptions {
  const {date, authors, publisher, rights, description, attachments = []} = options
  const title = book.subtitle ? `${book.title}: ${book.subtitle}` : book.title
  const metadata = {title, authors, lang: book.lang, date, publisher, rights, description}
  const hash = sha256(JSON.stringify([metadata, html, attachments.map(({name, bytes}) => [name, sha256(bytes)])]))
  const fromRight = options.form?.binding === 'right'
  return {metadata, labels: pages.map(({label}) => label), roman: romanPages(pages), fromRight, attachments, hash}
}
