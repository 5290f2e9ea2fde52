// Lays one part out: a fresh Paged.js each time, and everything taken away again afterwards.
import type {FlowPart, LaidOut, Problem} from '../contract.ts'
import {startRun} from './handler.ts'
import {settleHyphens} from './lines/hyphens.ts'
import {callsInNotes} from './foot/calls-in-notes.ts'
import {fillEnds, proveEntries, readLemmas} from './entries/proof.ts'
import type {LemmaPlaces} from './entries/proof.ts'
import {markEnds} from './entries/lemmas.ts'
import {noPlaces, readLines} from './lines/places.ts'
import {addMargin, marksSeveralCopies} from './lines/margin.ts'
import {endShort} from './lines/short-lines.ts'
import {partWords} from './lines/parted-words.ts'
import {evenRegisters} from './foot/even-registers.ts'
import {markOpenings} from './openings.ts'
import {linesOf} from './page-state.ts'
import type {PageState, Run} from './page-state.ts'
import type {Chunker} from './paged.ts'
import {clearPages, closeCompositor, dropCompositor, flow, keptCompositor, makeCompositor} from './compositor.ts'
import {prove} from './proof.ts'
import {record} from './record.ts'
import {serialisePage} from './serialise.ts'
import {holdSpaces} from './lines/spaces.ts'
import {provenText} from './words.ts'

/** Part in, pages out. What goes wrong comes back as a problem of kind `stopped`, never as a hang or an exception. */
export async function layOut(part: FlowPart, css: string): Promise<LaidOut> {
  const started = performance.now()
  const run = newRun(part)
  startRun(run)
  try {
    document.documentElement.lang = part.lang
    const compositor = await keptCompositor(css)
    const {content, source} = parse(part.html)
    run.pictures = await loadPictures(content)
    run.lemmaEnds = markEnds(content, run.notes)
    const chunker = await flow(compositor, content)
    await carriedPages(chunker, run)
    const laidOut = finish(run, source, {css: compositor.styles, ms: performance.now() - started})
    clearPages(chunker)
    return laidOut
  } catch (error) {
    // Paged.js stands still in the middle of a page.
    dropCompositor()
    return stopped(run, error, performance.now() - started)
  }
}

/** A page with its foot that stays open for measuring. */
export interface Lab {
  state: PageState
  run: Run
  close(): void
}

/** Opens a page as the parts of a book have it. */
export async function openLab(part: FlowPart, css: string): Promise<Lab> {
  const run = newRun(part)
  const whole = document.createElement('template')
  whole.innerHTML = part.html
  // While these are there, all copies of them have their height at once.
  run.pictures = await loadPictures(whole.content)
  startRun(run)
  const compositor = await makeCompositor(css)
  const {content} = parse('<p>a</p>')
  await flow(compositor, content)
  const [state] = run.pages
  if (!state) throw new Error('Paged.js made no page to measure on.')
  return {state, run, close: () => closeCompositor(compositor)}
}

/** Prepares a text as the layout does, so that it measures as it prints. */
export function prepare(content: DocumentFragment): void {
  markOpenings(content)
  holdSpaces(content)
}

/** More notes than this many pages after the end of the text are a fault of ours, not a long note. */
const MOST_CARRIED_PAGES = 2000

function newRun(part: FlowPart): Run {
  const notes = new Map(part.notes.map((note) => [note.anchor, note]))
  return {
    part,
    notes,
    inNotes: callsInNotes(part.notes),
    marks: new Map(),
    lemmaEnds: new Map(),
    begun: new Set(),
    lastText: undefined,
    pictures: [],
    pages: [],
    carried: new Map(),
    problems: [],
    stats: {fits: 0, splits: 0, shortPages: [], blanks: [], feet: [], shortLines: [], looseLines: []}
  }
}

function parse(html: string): {content: DocumentFragment; source: string} {
  const template = document.createElement('template')
  template.innerHTML = html
  const content = template.content
  const source = provenText([content])
  prepare(content)
  return {content, source}
}

/** Copies of all pictures, loaded: their heights are known before pages are made. One that is damaged is told of where it is asked for. */
async function loadPictures(content: DocumentFragment): Promise<HTMLImageElement[]> {
  const pictures = [...content.querySelectorAll('img')].map((picture) => document.importNode(picture))
  await Promise.all(pictures.map((picture) => picture.decode().catch(() => {})))
  return pictures
}

async function carriedPages(chunker: Chunker, run: Run): Promise<void> {
  for (let i = 0; run.carried.size > 0 && i < MOST_CARRIED_PAGES; i++) {
    const last = chunker.pages[chunker.pages.length - 1]
    if (!last) return
    chunker.total = chunker.pages.length
    await chunker.clonePage(last)
  }
}

function finish(run: Run, source: string, made: {css: string; ms: number}): LaidOut {
  const places = noPlaces()
  const lemmas: LemmaPlaces = new Map()
  const severalCopies = marksSeveralCopies(run.pages)
  for (const state of run.pages) {
    evenRegisters(state.foot)
    settleHyphens(state.content, state.foot.box)
    partWords(state.content, state.foot.box)
    const {shortLines, looseLines} = endShort(state)
    run.stats.shortLines.push(...shortLines)
    run.stats.looseLines.push(...looseLines)
    const {area, content: root, frame} = state
    const beside = {root, frame, lines: linesOf(state, run)}
    addMargin(area, beside, {numbers: run.part.lineNumbers, severalCopies})
    readLines(places, beside)
    readLemmas(lemmas, state, beside.lines)
  }
  for (const state of run.pages) fillEnds(state, run, lemmas)
  const problems = [...run.problems, ...prove(run, source), ...proveEntries(run, lemmas)]
  const pages = run.pages.map((state) => serialisePage(state.page.element))
  return {pages, css: made.css, ...record(run.pages), ...places, problems, stats: {ms: made.ms, ...run.stats}}
}

function stopped(run: Run, error: unknown, ms: number): LaidOut {
  const reason = error instanceof Error ? error.message : String(error)
  const page = run.pages.length - 1
  const problem: Problem = {kind: 'stopped', page: Math.max(0, page), detail: `The layout stopped: ${reason}`}
  const nothing = {pages: [], css: '', starts: [], anchors: {}, paragraphs: {}, notes: {}, lines: {}, pageLines: []}
  return {...nothing, problems: [...run.problems, problem], stats: {ms, ...run.stats}}
}
