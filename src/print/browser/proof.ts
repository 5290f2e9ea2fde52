// Proves a laid-out part in the page: every character once and in order, on the sheet, each note where its call is.
import type {Problem} from '../contract.ts'
import {anchorsOf} from './entries/lemmas.ts'
import {textRects} from './lines/index.ts'
import type {PageState, Run} from './page-state.ts'
import {provenText} from './words.ts'

/** Compares the pages with the text that was given; an empty list is the proof. */
export function prove(run: Run, source: string): Problem[] {
  return [...flowProblems(run, source), ...noteProblems(run), ...run.pages.flatMap((state) => placeProblems(state))]
}

function flowProblems(run: Run, source: string): Problem[] {
  const found = provenText(wrappers(run.pages))
  if (found === source) return []
  const at = firstDifference(source, found)
  const page = run.pages.findIndex((_, i) => provenText(wrappers(run.pages.slice(0, i + 1))).length > at)
  return [difference(page < 0 ? run.pages.length - 1 : page, source, found)]
}

function wrappers(pages: PageState[]): Node[] {
  return pages.flatMap(({page}) => [...(page.wrapper?.childNodes ?? [])])
}

function firstDifference(expected: string, found: string): number {
  let i = 0
  while (i < found.length && found[i] === expected[i]) i++
  return i
}

function difference(page: number, expected: string, found: string): Problem {
  const at = firstDifference(expected, found)
  const from = Math.max(0, at - 20)
  const detail = `The text reads “${found.slice(from, at + 30)}” where “${expected.slice(from, at + 30)}” was expected.`
  return {kind: 'text-lost', page, detail}
}

function noteProblems(run: Run): Problem[] {
  const found = notePieces(run.pages)
  const calls = callPages(run.pages)
  return run.part.notes.flatMap((note) => {
    const pieces = found.get(note.anchor)
    const first = pieces?.[0]
    if (!pieces || !first) return [{kind: 'note-lost' as const, detail: `Note ${note.anchor} is on no page.`}]
    const {page} = first
    const heads = pieces.filter(({node}) => node.dataset['continued'] === undefined).length
    if (heads !== 1) return [{kind: 'note-twice' as const, page, detail: `Note ${note.anchor} begins ${heads} times.`}]
    const text = provenText(pieces.map(({node}) => insideOf(node)))
    const expected = noteText(note.html)
    if (text !== expected) return [{...difference(page, expected, text), kind: 'note-lost' as const}]
    return misplaced(run, note.anchor, page, calls.get(note.anchor))
  })
}

interface Piece {
  page: number
  node: HTMLElement
}

function notePieces(pages: PageState[]): Map<string, Piece[]> {
  const found = new Map<string, Piece[]>()
  for (const {index, foot} of pages)
    for (const node of foot.box.querySelectorAll<HTMLElement>('.note[data-note]')) {
      const key = node.dataset['note'] ?? ''
      found.set(key, [...(found.get(key) ?? []), {page: index, node}])
    }
  return found
}

// The pieces of a cut note are one block: their own edges are no spaces.
function insideOf(node: HTMLElement): DocumentFragment {
  const inside = document.createDocumentFragment()
  inside.append(...[...node.childNodes].map((child) => child.cloneNode(true)))
  return inside
}

function misplaced(run: Run, anchor: string, page: number, call: number | undefined): Problem[] {
  const told = run.problems.some(
    (problem) => problem.kind === 'layout-note' && problem.detail.startsWith(`Note ${anchor} `)
  )
  if (call === page || told) return []
  const where = call === undefined ? 'is called on no page' : `is called on page ${call + 1} of its part`
  return [{kind: 'note-misplaced', page, detail: `Note ${anchor} ${where}, but begins on page ${page + 1}.`}]
}

function callPages(pages: PageState[]): Map<string, number> {
  const calls = new Map<string, number>()
  for (const {index, content, foot} of pages)
    for (const call of [content, foot.box].flatMap(callsIn)) if (!calls.has(call)) calls.set(call, index)
  return calls
}

/** Notes that an element calls, by marks or by the words of lemmas. */
function callsIn(root: Element): string[] {
  return [...root.querySelectorAll<HTMLElement>('.call[data-note], [data-entry]')].flatMap((call) => [
    ...(call.matches('.call') ? [call.dataset['note'] ?? ''] : []),
    ...anchorsOf(call)
  ])
}

function noteText(html: string): string {
  const template = document.createElement('template')
  template.innerHTML = html
  const note = template.content.firstElementChild
  return note instanceof HTMLElement ? provenText([insideOf(note)]) : ''
}

const ROUNDING = 1
/** Descenders and raised marks may reach a little beyond the block. */
const REACH = 5

function placeProblems(state: PageState): Problem[] {
  const {frame, foot, index} = state
  const page = state.page.element.getBoundingClientRect()
  const bottom = frame.top + frame.height
  const block = {left: page.left, top: frame.top - REACH, right: frame.right + ROUNDING, bottom: bottom + REACH}
  const problems: Problem[] = []
  for (const root of [state.content, foot.box]) {
    const stray = strayText(root, block)
    if (stray !== undefined)
      problems.push({kind: 'off-sheet', page: index, detail: `“${stray}” stands outside the text block.`})
  }
  const text = lowest(state.content)
  const top = foot.box.hidden ? Infinity : foot.box.getBoundingClientRect().top
  if (text > top + REACH)
    problems.push({kind: 'overlap', page: index, detail: 'The text runs into the notes at the foot.'})
  return problems
}

function strayText(
  root: Element,
  block: {left: number; top: number; right: number; bottom: number}
): string | undefined {
  for (const {node, rects} of textRects(root)) {
    const out = rects.some(
      (rect) => rect.left < block.left || rect.top < block.top || rect.right > block.right || rect.bottom > block.bottom
    )
    if (out) return node.data.trim().slice(0, 60)
  }
  return undefined
}

function lowest(root: Element): number {
  let bottom = -Infinity
  for (const {rects} of textRects(root)) for (const rect of rects) bottom = Math.max(bottom, rect.bottom)
  return bottom
}
