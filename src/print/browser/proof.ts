// Proves a laid-out part in the page: every character once and in order, on the sheet, each note where its call is.
import type {Problem} from '../contract.ts'
import {textRects} from './lines.ts'
import type {PageState, Run} from './page-state.ts'
import {bareText} from './words.ts'

/** Compares the pages with the text that was given; an empty list is the proof. */
export function prove(run: Run, source: string): Problem[] {
  return [...flowProblems(run, source), ...noteProblems(run), ...run.pages.flatMap((state) => placeProblems(state))]
}

function flowProblems(run: Run, source: string): Problem[] {
  let at = 0
  for (const {index, content} of run.pages) {
    const text = bareText(content)
    if (!source.startsWith(text, at)) return [difference(index, source.slice(at), text)]
    at += text.length
  }
  if (at === source.length) return []
  return [
    {
      kind: 'text-lost',
      detail: `The pages end before the text does: “${source.slice(at, at + 60)}” is on none of them.`
    }
  ]
}

function difference(page: number, expected: string, found: string): Problem {
  let i = 0
  while (i < found.length && found[i] === expected[i]) i++
  const from = Math.max(0, i - 20)
  const detail = `The text reads “${found.slice(from, i + 30)}” where “${expected.slice(from, i + 30)}” was expected.`
  return {kind: 'text-lost', page, detail}
}

function noteProblems(run: Run): Problem[] {
  const found = new Map<string, {from: number; text: string; heads: number}>()
  for (const {index, foot} of run.pages) {
    for (const node of foot.box.querySelectorAll<HTMLElement>('.note[data-note]')) {
      const key = node.dataset['note'] ?? ''
      const one = found.get(key) ?? {from: index, text: '', heads: 0}
      found.set(key, {
        ...one,
        text: one.text + bareText(node),
        heads: one.heads + (node.dataset['continued'] === undefined ? 1 : 0)
      })
    }
  }
  const calls = callPages(run.pages)
  return run.part.notes.flatMap((note) => {
    const one = found.get(note.anchor)
    if (!one) return [{kind: 'note-lost' as const, detail: `Note ${note.anchor} is on no page.`}]
    const page = one.from
    if (one.heads !== 1)
      return [{kind: 'note-twice' as const, page, detail: `Note ${note.anchor} begins ${one.heads} times.`}]
    const expected = noteText(note.html)
    if (one.text !== expected) return [{...difference(page, expected, one.text), kind: 'note-lost' as const}]
    return misplaced(run, note.anchor, page, calls.get(note.anchor))
  })
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

function callsIn(root: Element): string[] {
  return [...root.querySelectorAll<HTMLElement>('.call[data-note]')].map((call) => call.dataset['note'] ?? '')
}

function noteText(html: string): string {
  const template = document.createElement('template')
  template.innerHTML = html
  return bareText(template.content)
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
