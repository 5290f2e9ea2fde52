// Prints and finishes pages unless they are kept, finished, from an earlier build.
import {fileURLToPath} from 'node:url'
import type {Image} from '../../document/edition.ts'
import {cacheKey, hashOfSources, type Cache} from '../../kept/index.ts'
import {finishPages, type FinishedPages} from '../finish/index.ts'
import {gatheringHash, type Gathering, type Sheets} from '../book/gatherings.ts'
import {digestsOf} from './layouts.ts'
import {headingsOf} from '../finish/outline.ts'
import type {Printed} from '../book/print-pages.ts'

/** Pages that were printed together, finished, and the text that stands outside its sheet. */
export interface PrintedPages extends FinishedPages {
  stray: Printed['stray']
}

/** What prints and keeps pages, and what they depend on beside themselves. */
export interface PrintingOptions {
  print: (gathering: Gathering, sheets: Sheets) => Promise<Printed>
  cache: Cache<PrintedPages>
  sheets: Sheets
  /** Hash of the program that finishes the pages. */
  program: string
  /** Name and version of the browser. */
  browser: string
  images: ReadonlyMap<string, Image>
  /** Label of a page of the book, counted from 0. */
  label: (page: number) => string
  /** Told of pages that were not kept. */
  onPrinted?: ((pages: PrintedPages) => Promise<void>) | undefined
  /** Whether all went well so far: nothing is kept of a build in which something was refused. */
  sound: () => boolean
}

/** Pages of a gathering, ready for the book. */
export async function printGathering(gathering: Gathering, options: PrintingOptions): Promise<PrintedPages> {
  const {cache, sheets, program, browser, images, label} = options
  const pages = gathering.pages.join('\n')
  const key = cacheKey([gatheringHash(gathering, label), sheets, program, browser, digestsOf(pages, images)])
  const kept = await cache.get(key)
  if (kept) return kept
  const {pdf, stray, tags} = await options.print(gathering, sheets)
  const finished = await finishPages(pdf, {
    tags,
    lang: sheets.lang,
    headings: headingsOf(pages),
    count: gathering.pages.length,
    label
  })
  const printed = {...finished, stray}
  await options.onPrinted?.(printed)
  if (options.sound()) await cache.put(key, printed)
  return printed
}

const FOLDER = fileURLToPath(new URL('..', import.meta.url))

/** Hash of the program's own files that make pages: pages kept by another version are made again. */
export const programHash = (): Promise<string> => hashOfSources([FOLDER])
