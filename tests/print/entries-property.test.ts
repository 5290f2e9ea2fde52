// Any part with entries keyed by line: lengths, densities, layouts and counts at random, always the same ones.
import fc from 'fast-check'
import {afterAll, beforeAll, expect, test} from 'vitest'
import type {FlowNote, FlowPart} from '../../src/print/contract.ts'
import {entryFaults} from './support/entry-faults.ts'
import {entry, entryPart, lemma} from './support/entry-parts.ts'
import {startLab, type Lab} from './support/lab.ts'
import {registersOf} from './support/parts.ts'
import {noteFaults, textGiven, textOfPages} from './support/read-pages.ts'

let lab: Lab
beforeAll(async () => {
  lab = await startLab()
})
afterAll(() => lab.close())

/** Words of a reading: few as a rule, now and then enough for pages. */
const reading = fc.oneof(
  {weight: 30, arbitrary: fc.integer({min: 1, max: 9})},
  {weight: 4, arbitrary: fc.integer({min: 10, max: 90})},
  {weight: 1, arbitrary: fc.integer({min: 91, max: 900})}
)
/** A lemma of so many words so many words on; it may be longer than its paragraph, and lie over the next one. */
const span = fc.record({
  skip: fc.integer({min: 0, max: 30}),
  words: fc.oneof(
    {weight: 9, arbitrary: fc.integer({min: 1, max: 3})},
    {weight: 2, arbitrary: fc.integer({min: 4, max: 40})}
  ),
  reading
})
const anyPart = fc.record({
  paragraphs: fc.array(fc.integer({min: 1, max: 160}), {minLength: 2, maxLength: 14}),
  spans: fc.array(span, {minLength: 1, maxLength: 70}),
  notes: fc.array(fc.integer({min: 1, max: 120}), {maxLength: 5}),
  layout: fc.constantFrom('run-in', 'list', 'two-columns', 'three-columns'),
  restart: fc.constantFrom('page', 'document'),
  size: fc.constantFrom('small', 'text'),
  perPage: fc.boolean()
})
type AnyPart = typeof anyPart extends fc.Arbitrary<infer Value> ? Value : never

test('every entry on the page of its lemma, with its lines, every word once', {timeout: 170_000}, async () => {
  await fc.assert(
    fc.asyncProperty(anyPart, async (any) => {
      const part = partOf(any)
      const laidOut = await lab.layOut(part)
      expect(laidOut.problems.filter(({kind}) => kind !== 'layout-note')).toEqual([])
      expect(textOfPages(laidOut)).toBe(textGiven(part.html))
      expect(noteFaults(part, laidOut)).toEqual([])
      const pages = await lab.entries(laidOut)
      expect(entryFaults(part, laidOut, pages)).toEqual([])
      expect(pages.flatMap(({registers}) => registers).filter(({atLineStart}) => atLineStart > 0)).toEqual([])
      const measured = await lab.measure(laidOut)
      expect(measured.filter(({overlap, stray}) => overlap || stray.length > 0)).toEqual([])
    }),
    {seed: 20261124, numRuns: 30, endOnFailure: true}
  )
})

function partOf({paragraphs, spans, notes, layout, restart, size, perPage}: AnyPart): FlowPart {
  const pieces = spanned(spans, paragraphs)
  const entries: FlowNote[] = spans.flatMap((one, i) =>
    pieces.some(({anchor}) => anchor === anchorOf(i)) ? [entry(anchorOf(i), 'words', words(one.reading, i * 7))] : []
  )
  const called = notes.map((length, i) => note(i + 1, length))
  let at = 0
  const blocks = paragraphs.map((length, p) => {
    const own = pieces
      .filter(({paragraph}) => paragraph === p)
      .map(({text, anchor}) => (anchor ? lemma(text, anchor) : text))
    const call = p % 2 === 1 && at < notes.length ? callOf((at += 1)) : ''
    return `<p>${own.join(' ')}<span class="glue">end${length}${call}</span>.</p>`
  })
  const marks = perPage ? notes.map((_, i) => String(i + 1)) : undefined
  return entryPart({
    id: 'any',
    blocks,
    notes: [...entries, ...called.slice(0, at)],
    register: {layout, size},
    more: registersOf(['en']).map((register) => ({...register, perPage: marks})),
    lines: {restart}
  })
}

const anchorOf = (i: number): string => `any-entries-${i + 1}`

interface Piece {
  paragraph: number
  text: string
  anchor?: string
}

/** The words of the paragraphs in pieces, lemmas apart; what goes over the end of a paragraph goes on in the next. */
function spanned(spans: AnyPart['spans'], paragraphs: readonly number[]): Piece[] {
  const anchors: (string | undefined)[] = spans.flatMap(({skip, words: count}, i) => [
    ...Array.from({length: skip}, () => undefined),
    ...Array.from({length: count}, () => anchorOf(i))
  ])
  let at = 0
  return paragraphs.flatMap((length, paragraph) => {
    const made: Piece[] = []
    for (const end = at + length; at < end; at++) {
      const anchor = anchors[at]
      const last = made.at(-1)
      if (last && last.anchor === anchor) last.text += ` ${word(at)}`
      else made.push({paragraph, text: word(at), ...(anchor && {anchor})})
    }
    return made
  })
}

const PLAIN =
  'of the del\u00ADe\u00ADga\u00ADtion in Mos\u00ADcow a con\u00ADsid\u00ADer\u00ADa\u00ADtion and fur\u00ADther'.split(
    ' '
  )
const word = (n: number): string => PLAIN[(n * 7 + Math.floor(n / 11)) % PLAIN.length] ?? ''
const words = (count: number, from: number): string => Array.from({length: count}, (_, i) => word(from + i)).join(' ')

const callOf = (n: number): string =>
  `<a class="call call-en generated" id="any-en-${n}-call" href="#any-en-${n}" data-note="any-en-${n}">${n}</a>`

function note(n: number, length: number): FlowNote {
  const anchor = `any-en-${n}`
  const body = `<p><span class="note-mark generated">${n}</span> ${words(length, n)}.</p>`
  return {
    anchor,
    register: 'en',
    html: `<div class="note" id="${anchor}" data-note="${anchor}" data-register="en">${body}</div>`
  }
}
