// Times whole builds beside what Chromium alone takes to print the same text: `npm run bench -- 40` for 40 documents.
// Ratios of one run are what counts: machines differ, and so does their load.
import {mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import type {Root} from 'hast'
import rehypeStringify from 'rehype-stringify'
import {unified} from 'unified'
import {build, check} from '../../src/build.ts'
import {makeBook} from '../../src/html/index.ts'
import {ensureBrowser} from '../../src/print/index.ts'
import {launch} from '../../src/print/launch.ts'

const say = (line: string): void => void process.stdout.write(`${line}\n`)
const count = Number(process.argv[2] ?? 10)
const root = new URL('../../', import.meta.url)
const dir = mkdtempSync(path.join(tmpdir(), 'recension-bench-'))
const sentences = readFileSync(new URL('edition/transcripts/1952-09-04-stalin-kim-zhou.txt', root), 'utf8')
  .split('\n')
  .filter((line) => line.length > 80)
  .flatMap((line) => line.match(/[A-Z][^.?!]{20,}[.?!]/g) ?? [])

/** Small and reproducible; the salt makes every run a cold one. */
function random(seed: number): () => number {
  let state = seed
  return () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32
}

function documentOf(n: number, salt: number): string {
  const next = random(n * 7919 + salt)
  const pick = () => sentences[Math.floor(next() * sentences.length)] ?? ''
  const notes: string[] = []
  const paragraphs = Array.from({length: 60}, () => {
    const text = Array.from({length: 1 + Math.floor(next() * 5)}, pick).join(' ')
    if (text.length < 150) return text
    notes.push(`[^en-${notes.length + 1}]: ${pick()}${next() < 0.2 ? ` ${pick()} ${pick()} ${pick()}` : ''}`)
    return `${text.replace(/ (\w{4,}) /, ' :corr[$1]{rec="$1e" by=ed} ')}[^en-${notes.length}]`
  })
  return `---\ntitle: Document ${n}\ndate: 1952-01-01\n---\n\n${[...paragraphs, ...notes].join('\n\n')}\n`
}

function writeEdition(salt: number): void {
  mkdirSync(path.join(dir, 'documents'), {recursive: true})
  writeFileSync(
    path.join(dir, 'edition.yaml'),
    'id: bench\ntitle: Bench\neditors: [Nobody]\ndate: 2026-01-01\nfront: [title, contents]\nback: []\noutputs: {reader: {formats: [pdf]}}\n'
  )
  for (let n = 1; n <= count; n++) {
    writeFileSync(path.join(dir, 'documents', `d${String(n).padStart(4, '0')}.md`), documentOf(n, salt))
  }
}

/** The same text in one flow, notes at the end, printed by Chromium without Paged.js. */
async function chromiumAlone(): Promise<number> {
  const {edition} = await check({dir})
  if (!edition) throw new Error('The edition of the bench cannot be read')
  const book = makeBook(edition, {locate: {by: 'paragraph'}, paragraphNumbers: true})
  const html = book.parts
    .flatMap(({body, notes}) => [body, ...notes.map((note): Root => ({type: 'root', children: note.body}))])
    .map((tree) => unified().use(rehypeStringify).stringify(tree))
    .join('')
  const started = performance.now()
  const running = await launch(await ensureBrowser())
  const page = await running.browser.newPage()
  await page.setContent(`<style>@page{size:6in 9in;margin:62pt 60pt 54pt}body{font:10.5pt/14pt serif}</style>${html}`)
  await page.pdf({preferCSSPageSize: true, tagged: true, outline: true, timeout: 0})
  await running.close()
  return performance.now() - started
}

async function timed(name: string): Promise<{ms: number; pages: number}> {
  const started = performance.now()
  const result = await build({dir, out: path.join(dir, 'out')})
  const ms = performance.now() - started
  if (!result.ok)
    throw new Error(result.messages.flatMap(({messages}) => messages.filter(({fatal}) => fatal)).join('\n'))
  const pages = result.files.find((file) => file.pages !== undefined)?.pages ?? 0
  const stages = Object.entries(result.timings).map(([stage, time]) => `${stage} ${Math.round(time)}`)
  say(`${name}: ${Math.round(ms)} ms, ${pages} pages, ${(ms / pages).toFixed(1)} ms a page (${stages.join(', ')})`)
  return {ms, pages}
}

try {
  const salt = Date.now() % 1e9
  writeEdition(salt)
  const alone = await chromiumAlone()
  say(`Chromium alone: ${Math.round(alone)} ms`)
  const cold = await timed('cold')
  writeFileSync(path.join(dir, 'documents/d0001.md'), documentOf(1, salt).replace(' the ', ' that '))
  const changed = await timed('one word changed')
  const same = await timed('nothing changed')
  say(`memory of the program: ${Math.round(process.memoryUsage().rss / 1e6)} MB`)
  say(`changed-to-cold: ${(changed.ms / cold.ms).toFixed(2)}\nunchanged-to-cold: ${(same.ms / cold.ms).toFixed(2)}`)
  say(`ratio-to-chromium: ${(cold.ms / alone).toFixed(1)}`)
} finally {
  rmSync(dir, {recursive: true, force: true})
}
