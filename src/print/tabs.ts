// A pool of browser tabs that stay open and lay out one part after another.
import type {Browser, Page} from 'puppeteer-core'
import {EnvironmentError} from '../document/environment.ts'
import type {FlowPart, LaidOut, PageScript} from './contract.ts'
import {ORIGIN, served, settle, type Origin, type Served} from './origin.ts'

/** What the tabs load, how many there are, how long they may take. */
export interface TabSettings {
  browser: Browser
  css: string
  /** Its files are the scripts, in the order of loading. */
  origin: Origin
  /** How many tabs; each needs a core. */
  count: number
  /** Milliseconds that a part may take. */
  deadline: number
}

/** The open tabs. */
export interface Tabs {
  /** Lays out a part in the next free tab; throws `EnvironmentError` naming the part when it does not end. */
  layOut: (part: FlowPart) => Promise<LaidOut>
  close(): Promise<void>
}

/** Opens tabs when they are first needed, up to the number given. */
export function openTabs(settings: TabSettings): Tabs {
  const free: Page[] = []
  const waiting: ((tab: Page) => void)[] = []
  const opened: Promise<Page>[] = []
  const {browser, origin} = settings
  const shell = {...origin, files: new Map([...origin.files, ['/', shellOf(origin)]])}

  const take = async (): Promise<Page> => {
    const tab = free.pop()
    if (tab) return tab
    if (opened.length >= settings.count) return new Promise((resolve) => waiting.push(resolve))
    const fresh = openTab(browser, shell)
    opened.push(fresh)
    return fresh
  }
  const give = (tab: Page): void => {
    const next = waiting.shift()
    if (next) next(tab)
    else free.push(tab)
  }
  const layOut = async (part: FlowPart): Promise<LaidOut> => {
    const tab = await take()
    try {
      return await inTime(tab, part, settings)
    } finally {
      give(tab)
    }
  }
  const close = async (): Promise<void> => {
    for (const tab of await Promise.allSettled(opened))
      if (tab.status === 'fulfilled') await tab.value.close().catch(() => {})
  }
  return {layOut, close}
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

async function inTime(tab: Page, part: FlowPart, {css, deadline}: TabSettings): Promise<LaidOut> {
  let timer: NodeJS.Timeout | undefined
  let crashed: ((error: Error) => void) | undefined
  const stopped = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new EnvironmentError(late(part, deadline))), deadline)
    crashed = (cause) => reject(new EnvironmentError(broken(part, cause), {cause}))
    tab.once('error', crashed)
  })
  try {
    const laidOut = tab
      .evaluate((flow, sheet) => recension.layOut(flow, sheet), part, css)
      .catch((cause: unknown) => {
        throw new EnvironmentError(broken(part, cause), {cause})
      })
    return await Promise.race([laidOut, stopped])
  } finally {
    clearTimeout(timer)
    if (crashed) tab.off('error', crashed)
  }
}

const late = (part: FlowPart, deadline: number): string =>
  `The layout of \`${part.id}\` did not end within ${Math.round(deadline / 1000)} seconds and was stopped. If the machine was busy, build again; otherwise leave out \`${part.id}\` and report this as a fault of the program.`

const broken = (part: FlowPart, cause: unknown): string =>
  `The layout of \`${part.id}\` failed in the browser: ${cause instanceof Error ? cause.message : String(cause)}. This is a fault of the program; please report it.`
