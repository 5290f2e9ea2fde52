// The door of print: a book in, a PDF and its page map out.
import {availableParallelism} from 'node:os'
import {EnvironmentError} from '../document/environment.ts'
import type {Image} from '../document/edition.ts'
import {scriptFacesIn, type ScriptFace} from '../document/script-faces.ts'
import type {Book, Locate} from '../html/book.ts'
import type {PartsMemory} from '../html/index.ts'
import {cacheFolder} from '../kept/index.ts'
import {ensureBrowser, type ChosenBrowser} from './chromium/choose-browser.ts'
import {draw} from './book/draw.ts'
import {finishBook} from './finish/index.ts'
import {textsOf} from './finish/glyphs.ts'
import {keepingLayouts, layoutCache} from './kept/layouts.ts'
import {launch, type RunningBrowser} from './chromium/launch.ts'
import {faultMessages, strayMessages} from './layout/messages.ts'
import {printBook} from './book/print-book.ts'
import type {Fault} from './chromium/origin.ts'
import type {PrintedHandout, PrintMessage, PrintOptions, PrintResult} from './result.ts'
import {pageScripts, scriptFiles, styleSheet, type Scripts} from './chromium/script.ts'
import {openTabs, type Tabs} from './chromium/tabs.ts'

export {describeBrowser, ensureBrowser, type BrowserDescription, type ChosenBrowser} from './chromium/choose-browser.ts'

export {booklet} from './finish/booklet.ts'
export {printersFile} from './finish/printers-file.ts'
export type {Hindered} from './finish/press-x1a.ts'
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
  let ready: Promise<Started> | undefined = start(browser)
  // Told to those who print; there may be nothing to print after all.
  ready.catch(() => {})
  return {
    print: async (options) => {
      const started = await (ready ?? start(browser))
      const {chosen, running} = started
      ready = undefined
      options.lap?.('start')
      try {
        const result = await printIn(started, options)
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

/** A browser that runs, its first tab opening. */
interface Started {
  chosen: ChosenBrowser
  running: RunningBrowser
  scripts: Scripts
  tabs: Tabs
  /** Those of the book, which the tabs show: none before it is printed. */
  images: Map<string, Image>
  /** What the tabs have been refused so far. */
  faults: Fault[]
}

async function start(path: string | undefined): Promise<Started> {
  const [chosen, scripts] = await Promise.all([ensureBrowser(path), pageScripts()])
  const running = await launch(chosen)
  const images = new Map<string, Image>()
  const faults: Fault[] = []
  const origin = {files: scriptFiles(scripts), images, onFault: (fault: Fault) => void faults.push(fault)}
  const tabs = openTabs({browser: running.browser, origin, count: availableParallelism(), deadline: DEADLINE})
  // It takes a fifth of a second, while texts are still read.
  tabs.ready()
  return {chosen, running, scripts, tabs, images, faults}
}

/** Prints a book with a browser of its own. */
export async function print(options: PrintOptions): Promise<PrintResult> {
  return openPrinter(options.browser).print(options)
}

/** A part of some hundred pages takes seconds. */
const DEADLINE = 180_000

async function printIn(started: Started, options: PrintOptions): Promise<PrintResult> {
  const {running, scripts, tabs, images, faults} = started
  const {lap = () => {}, progress, onPages} = options
  for (const [src, image] of options.images ?? []) images.set(src, image)
  const {make, faces} = withFaces(options.book)
  const [css, folder] = await Promise.all([styleSheet(options.form, faces), cacheFolder()])
  const {version} = running
  const cache = layoutCache(folder.path)
  const layOut = keepingLayouts((part) => tabs.layOut(part, css), cache, {scripts, css, browser: version, images})
  const drawn = await draw({make, layOut, version}, options)
  await cache.prune()
  lap('layout')
  const printing = {tabs, folder: folder.path, browser: version, images, faults, progress}
  options.onBook?.(drawn.html)
  const printed = await printBook(drawn.html, drawn.outline, {...printing, onPages})
  const handouts: PrintedHandout[] = []
  const own: PrintMessage[] = []
  for (const {document, first, ...one} of drawn.handouts) {
    const made = await printBook(one.html, one.outline, printing)
    const pdf = await finishBook(made, {...one.finish, roman: 0, first})
    handouts.push({document, pdf, html: one.html, prints: made.flatMap(({pages}) => pages.prints)})
    own.push(...made.flatMap(({stray, messages: told}) => [...strayMessages(stray, one.outline), ...told]))
  }
  await tabs.close()
  lap('print')
  const pdf = await finishBook(printed, drawn.finish)
  lap('merge')
  const messages = [
    ...drawn.messages,
    ...printed.flatMap(({stray}) => strayMessages(stray, drawn.outline)),
    ...faultMessages(faults, drawn.outline.parts),
    ...once([...printed.flatMap((one) => one.messages), ...own])
  ]
  const {html, map, places, layout} = drawn
  const prints = printed.flatMap(({pages}) => pages.prints)
  return {pdf, map, html, prints, messages, handouts, places, layout, notices: []}
}

/** Makes the book once before pages are known, as it is laid out first, to see which scripts it is written in. */
function withFaces(book: PrintOptions['book']): {make: (locate: Locate) => Book; faces: ScriptFace[]} {
  const memory: PartsMemory = new Map()
  let first: Book | undefined = book({by: 'page', label: () => undefined, line: () => undefined}, memory)
  const faces = scriptFacesIn([...textsOf(first)].map(({text}) => text))
  const make = (locate: Locate): Book => {
    const made = first ?? book(locate, memory)
    first = undefined
    return made
  }
  return {make, faces}
}

/** The same fault of a font may be in many pages. */
const once = (messages: readonly PrintMessage[]): PrintMessage[] => [
  ...new Map(messages.map((message) => [message.reason, message])).values()
]
