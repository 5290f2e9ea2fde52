// Times whole builds beside what Chromium alone takes to print the same text: `npm run bench -- 40` for 40 documents.
// Ratios of one run are what counts: machines differ, and so does their load. `-- 40 --pagedjs` adds plain pagedjs-cli.
import {execFileSync} from 'node:child_process'
import {createRequire} from 'node:module'
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import type {Root} from 'hast'
import rehypeStringify from 'rehype-stringify'
import {unified} from 'unified'
import {build, check} from '../../src/build.ts'
import {makeBook} from '../../src/html/index.ts'
import {ensureBrowser} from '../../src/print/index.ts'
import {launch} from '../../src/print/chromium/launch.ts'
import {changeOneWord, writeEdition} from './edition.ts'
import {watchMemory} from './memory.ts'

const say = (line: string): void => void process.stdout.write(`${line}\n`)
const count = Number(process.argv[2] ?? 10)
const dir = mkdtempSync(path.join(tmpdir(), 'recension-bench-'))

const SHEET =
  '<meta charset="utf-8"><style>@page{size:6in 9in;margin:62pt 60pt 54pt}body{font:10.5pt/14pt serif}</style>'

/** The same text in one flow, notes at the end. */
async function oneFlow(): Promise<string> {
  const {edition} = await check({dir})
  if (!edition) throw new Error('The edition of the bench cannot be read')
  const book = makeBook(edition, {locate: {by: 'paragraph'}, paragraphNumbers: true})
  const html = book.parts
    .flatMap(({body, notes}) => [body, ...notes.map((note): Root => ({type: 'root', children: note.body}))])
    .map((tree) => unified().use(rehypeStringify).stringify(tree))
  return SHEET + html.join('')
}

/** Printed by Chromium without Paged.js. */
async function chromiumAlone(html: string): Promise<number> {
  const started = performance.now()
  const running = await launch(await ensureBrowser())
  const page = await running.browser.newPage()
  await page.setContent(html)
  await page.pdf({preferCSSPageSize: true, tagged: true, outline: true, timeout: 0})
  await running.close()
  return performance.now() - started
}

/** Printed by pagedjs-cli as it is, which makes no apparatus and no notes at the foot. */
async function plainPagedjs(html: string): Promise<number> {
  const input = path.join(dir, 'flow.html')
  writeFileSync(input, html)
  const {path: browser} = await ensureBrowser()
  const cli = path.join(path.dirname(createRequire(import.meta.url).resolve('pagedjs-cli')), 'cli.js')
  const started = performance.now()
  const options = [
    '-i',
    input,
    '-o',
    path.join(dir, 'flow.pdf'),
    '--timeout',
    '3600000',
    '--browserArgs',
    '--no-sandbox'
  ]
  execFileSync(process.execPath, [cli, ...options], {
    env: {...process.env, PUPPETEER_EXECUTABLE_PATH: browser},
    stdio: 'ignore'
  })
  return performance.now() - started
}

interface Timed {
  ms: number
  /** Until the page map is known. */
  map: number
  pages: number
}

async function timed(name: string): Promise<Timed> {
  const started = performance.now()
  const memory = watchMemory()
  const result = await build({dir, out: path.join(dir, 'out')})
  const ms = performance.now() - started
  const peak = memory.end()
  if (!result.ok)
    throw new Error(result.messages.flatMap(({messages}) => messages.filter(({fatal}) => fatal)).join('\n'))
  const pages = result.files.find((file) => file.pages !== undefined)?.pages ?? 0
  const stages = Object.entries(result.timings).map(([stage, time]) => `${stage} ${Math.round(time)}`)
  say(
    `${name}: ${Math.round(ms)} ms, ${pages} pages, ${(ms / pages).toFixed(1)} ms a page, ${peak} MB (${stages.join(', ')})`
  )
  const map = ['check', 'start', 'layout'].reduce((sum, stage) => sum + (result.timings[stage] ?? 0), 0)
  return {ms, map, pages}
}

try {
  // Of the texts of another salt nothing is kept: every run is a cold one.
  writeEdition(dir, count, Date.now() % 1e9)
  const flow = await oneFlow()
  const before = await chromiumAlone(flow)
  const cold = await timed('cold')
  // Before and after, since the machine may be busy with other things at one of the times.
  const alone = (before + (await chromiumAlone(flow))) / 2
  say(`Chromium alone: ${Math.round(alone)} ms`)
  changeOneWord(dir, count)
  const changed = await timed('one word changed')
  const same = await timed('nothing changed')
  if (process.argv.includes('--pagedjs')) {
    const plain = await plainPagedjs(flow)
    say(`pagedjs-cli: ${Math.round(plain)} ms\nratio-to-pagedjs: ${(cold.ms / plain).toFixed(2)}`)
  }
  say(`map-to-cold: ${(changed.map / cold.ms).toFixed(2)}`)
  say(`changed-to-cold: ${(changed.ms / cold.ms).toFixed(2)}\nunchanged-to-cold: ${(same.ms / cold.ms).toFixed(2)}`)
  say(`ratio-to-chromium: ${(cold.ms / alone).toFixed(1)}`)
} finally {
  rmSync(dir, {recursive: true, force: true})
}
