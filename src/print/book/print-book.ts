// Prints an assembled book, several gatherings at a time, each only where it is not kept from an earlier build.
import type {Image} from '../../document/edition.ts'
import {bytesCache} from '../../kept/index.ts'
import {gather, sheetsOf, type Gathering} from './gatherings.ts'
import {printGathering, programHash, type PrintedPages} from '../kept/pages.ts'
import {pagesFile} from '../finish/index.ts'
import type {Fault} from '../chromium/origin.ts'
import {pageId} from './assemble.ts'
import type {Outline} from '../layout/resolve.ts'
import type {PrintOptions} from '../result.ts'
import type {Tabs} from '../chromium/tabs.ts'

/** What prints, and what the pages depend on beside themselves. */
export interface PrintBookOptions {
  tabs: Pick<Tabs, 'print'>
  /** Folder of what is kept. */
  folder: string
  /** Name and version of the browser. */
  browser: string
  images: ReadonlyMap<string, Image>
  /** What has been refused so far. */
  faults: readonly Fault[]
  progress?: PrintOptions['progress']
  onPages?: PrintOptions['onPages']
}

/** The pages of a book in their order, printed and finished. */
export async function printBook(html: string, outline: Outline, options: PrintBookOptions): Promise<PrintedPages[]> {
  const {tabs, folder, browser, images, faults, progress, onPages} = options
  const cache = bytesCache<PrintedPages>(folder, 'pages')
  const gatherings = gather(html, outline)
  const printing = {
    print: tabs.print,
    cache,
    sheets: sheetsOf(html),
    program: await programHash(),
    browser,
    images,
    label: (page: number) => outline.pages[page]?.label ?? '',
    onPrinted: onPages && (async (made: PrintedPages) => onPages(await pagesFile(made))),
    sound: () => faults.length === 0
  }
  let [done, pages] = [0, 0]
  const printed = await Promise.all(
    gatherings.map(async (gathering) => {
      const made = await printGathering(gathering, printing)
      done++
      pages += gathering.pages.length
      progress?.({stage: 'print', part: gathering.name, done, of: gatherings.length, pages})
      return inBook(made, gathering)
    })
  )
  await cache.prune()
  return printed
}

/** Stray text is named by the page of the book on which it stands. */
function inBook(made: PrintedPages, {first}: Gathering): PrintedPages {
  const stray = made.stray.map(({page, text}) => ({page: pageId(first + Number(page.replace('page-', '')) - 1), text}))
  return {...made, stray}
}
