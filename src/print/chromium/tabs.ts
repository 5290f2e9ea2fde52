// A pool of browser tabs that stay open, lay out one part after another and print the pages.
import type {Browser, Page} from 'puppeteer-core'
import {EnvironmentError} from '../../document/environment.ts'
import type {FlowPart, LaidOut, PageScript} from '../contract.ts'
import type {Gathering, Sheets} from '../book/gatherings.ts'
import {ORIGIN, served, settle, type Origin, type Served} from './origin.ts'
import {printPages, type Printed} from '../book/print-pages.ts'

/** What the tabs load, how many there are, how long they may take. */
export interface TabSettings {
  browser: Browser
  /** Its files are the scripts, in the order of loading. */
  origin: Origin
  /** How many tabs; each needs a core. */
  count: number
  /** Milliseconds that a part may take. */
  deadline: number
}

/** The open tabs. */
export interface Tabs {
  /** Opens the first one before it is needed. */
  ready: () => void
  /** Lays out a part in the next free tab by a style sheet; throws `EnvironmentError` naming the part when it does not end. */
  layOut: (part: FlowPart, css: string) => Promise<LaidOut>
  /** Prints pages in the next free tab. */
  print: (gathering: Gathering, sheets: Sheets) => Promise<Printed>
  close(): Promise<void>
}

/** Opens tabs when they are needed, up to the number given. Images may come into the origin later than the first tab. */
export function openTabs(settings: TabSettings): Tabs {
  const free: Promise<Page>[] = []
  const waiting: ((tab: Page) => void)[] = []
  const opened: Promise<Page>[] = []
  /** What may wait in a tab to be cleared up, counted in parts that were laid out. */
  const left = new Map<Page, number>()
  const {browser, origin} = settings
  const shell = {...origin, files: new Map([...origin.files, ['/', shellOf(origin)]])}

  const take = async (): Promise<Page> => {
    const tab = free.pop()
    if (tab) return tab
    if (opened.length >= settings.count) return new Promise((resolve) => waiting.push(resolve))
    return open()
  }
  const open = (): Promise<Page> => {
    const fresh = openTab(browser, shell)
    opened.push(fresh)
    return fresh
  }
  const ready = (): void => {
    const fresh = open()
    // What goes wrong is told to the first who takes it.
    fresh.catch(() => {})
    free.push(fresh)
  }
  const give = (tab: Page): void => {
    const next = waiting.shift()
    if (next) next(tab)
    else free.push(Promise.resolve(tab))
  }
  const inTab = async <Result>(work: (tab: Page) => Promise<Result>): Promise<Result> => {
    const tab = await take()
    try {
      return await work(tab)
    } finally {
      give(tab)
    }
  }
  const layOut = (part: FlowPart, css: string): Promise<LaidOut> =>
    inTab((tab) => {
      left.set(tab, (left.get(tab) ?? 0) + 1)
      return inTime(tab, layOutIn(tab, part, css), {work: 'layout', of: part.id, settings})
    })
  const print = (gathering: Gathering, sheets: Sheets): Promise<Printed> =>
    inTab(async (tab) => {
      if ((left.get(tab) ?? 0) >= MANY) {
        await tidy(tab)
        left.delete(tab)
      }
      left.set(tab, (left.get(tab) ?? 0) + GATHERING)
      return inTime(tab, printPages(tab, gathering, sheets), {work: 'printing', of: gathering.name, settings})
    })
  const close = async (): Promise<void> => {
    for (const tab of await Promise.allSettled(opened))
      if (tab.status === 'fulfilled') await tab.value.close().catch(() => {})
  }
  return {ready, layOut, print, close}
}

function shellOf({files}: Origin): Served {
  const scripts = [...files.keys()].map((path) => `<script src="${path}"></script>`).join('')
  const head = `<meta charset="utf-8"><title>Recension</title>${scripts}`
  return served(`<!doctype html><html lang="en"><head>${head}</head><body></body></html>`, 'text/html')
}

async function openTab(browser: Browser, origin: Origin): Promise<Page> {
  const page = await browser.newPage()
  page.setDefaultTimeout(0)
  await settle(page, origin)
  await page.emulateMediaType('print')
  await page.goto(`${ORIGIN}/`, {waitUntil: 'load'})
  return page
}

/** What the page itself has under this name. */
declare const recension: PageScript

const layOutIn = (tab: Page, part: FlowPart, css: string): Promise<LaidOut> =>
  tab.evaluate((flow, sheet) => recension.layOut(flow, sheet), part, css)

/** Parts that leave enough behind to be worth half a second, and how many of them a printed gathering is like: it leaves about 10 MB. */
const MANY = 40
const GATHERING = 15

/** Clears up what layouts and prints have left behind, about 60 MB a tab: by itself the browser does so late, or not at all. */
async function tidy(tab: Page): Promise<void> {
  await tab.evaluate(() => recension.clear())
  const session = await tab.createCDPSession()
  await session.send('HeapProfiler.collectGarbage')
  await session.detach()
}

interface Task {
  /** `layout` */
  work: string
  /** `d12` */
  of: string
  settings: TabSettings
}

async function inTime<Result>(tab: Page, running: Promise<Result>, task: Task): Promise<Result> {
  let timer: NodeJS.Timeout | undefined
  let crashed: ((error: Error) => void) | undefined
  const stopped = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new EnvironmentError(late(task))), task.settings.deadline)
    crashed = (cause) => reject(new EnvironmentError(broken(task, cause), {cause}))
    // Not `once`: what it puts on the tab cannot be taken off, and would keep what every task has made.
    tab.on('error', crashed)
  })
  try {
    const done = running.catch((cause: unknown) => {
      throw new EnvironmentError(broken(task, cause), {cause})
    })
    return await Promise.race([done, stopped])
  } finally {
    clearTimeout(timer)
    if (crashed) tab.off('error', crashed)
  }
}

const late = ({work, of, settings: {deadline}}: Task): string =>
  `The ${work} of \`${of}\` did not end within ${Math.round(deadline / 1000)} seconds and was stopped. If the machine was busy, build again; otherwise leave out \`${of}\` and report this as a fault of the program.`

const broken = ({work, of}: Task, cause: unknown): string =>
  `The ${work} of \`${of}\` failed in the browser: ${cause instanceof Error ? cause.message : String(cause)}. This is a fault of the program; please report it.`
