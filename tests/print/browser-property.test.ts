// Any part: paragraphs, notes, languages and trims at random, always the same ones. What must hold of every layout holds.
import fc from 'fast-check'
import {afterAll, beforeAll, expect, test} from 'vitest'
import type {FlowPart} from '../../src/print/contract.ts'
import {startLab, type Lab} from './support/lab.ts'
import {noteFaults, textGiven, textOfPages} from './support/read-pages.ts'
import {glued, newPart, REGISTERS} from './support/parts.ts'

let lab: Lab
beforeAll(async () => {
  lab = await startLab()
})
afterAll(() => lab.close())

/** Sizes of the sheet; the margins stay. */
const TRIMS = ['', '@page {size: 5in 8in}', '@page {size: 7in 10in}']

/** Words of a language, each another one: letters that count. */
const LETTERS: Record<string, string> = {
  ru: 'бвгдежзиклмнопрст',
  he: 'אבגדהוזחטילמנסע',
  zh: '人大天地山水火木金土',
  de: 'bdfgklmnäöüß'
}
const LANGUAGES = [undefined, ...Object.keys(LETTERS)]

const noteWords = fc.oneof(
  {weight: 16, arbitrary: fc.integer({min: 1, max: 60})},
  {weight: 2, arbitrary: fc.integer({min: 61, max: 600})},
  {weight: 1, arbitrary: fc.integer({min: 601, max: 5000})}
)
const note = fc.record({
  register: fc.constantFrom(...REGISTERS),
  words: noteWords,
  before: fc.integer({min: 1, max: 60})
})
const paragraph = fc.record({words: fc.integer({min: 1, max: 200}), notes: fc.array(note, {maxLength: 4})})
const anyPart = fc.record({
  paragraphs: fc.array(paragraph, {minLength: 1, maxLength: 14}),
  lang: fc.constantFrom(...LANGUAGES),
  trim: fc.constantFrom(...TRIMS)
})

test('the text, every note once, in order, on its page, on the sheet', {timeout: 300_000}, async () => {
  await fc.assert(
    fc.asyncProperty(anyPart, async ({paragraphs, lang, trim}) => {
      const part = partOf(paragraphs, lang)
      const laidOut = await lab.layOut(part, trim)
      expect(laidOut.problems.filter(({kind}) => kind !== 'layout-note')).toEqual([])
      expect(textOfPages(laidOut)).toBe(textGiven(part.html))
      expect(noteFaults(part, laidOut)).toEqual([])
      const pages = await lab.measure(laidOut)
      expect(pages.flatMap(({stray}) => stray)).toEqual([])
      const told = laidOut.stats.shortPages
      const lastOfText = pages.findLastIndex(({text}) => text > 0)
      expect(
        pages.flatMap(({blank, room}, i) => (i < lastOfText && blank > room / 2 && !told.includes(i) ? [i] : []))
      ).toEqual([])
    }),
    {seed: 20261124, numRuns: 25, endOnFailure: true}
  )
})

type Paragraphs = {words: number; notes: {register: string; words: number; before: number}[]}[]

function partOf(paragraphs: Paragraphs, lang: string | undefined): FlowPart {
  const letters = LETTERS[lang ?? '']
  const maker = newPart('any', letters && lang ? {lang, word: (n) => countedIn(letters, n)} : {})
  const dir = lang === 'he' ? ' dir="rtl"' : ''
  for (const {words, notes} of paragraphs) {
    const inside = notes.map(
      (one) => `${maker.words(one.before)} ${glued('and', maker.call(one.register, one.words))} `
    )
    maker.block(`<p${dir}>${inside.join('')}${maker.words(words)}.</p>`)
  }
  return maker.part()
}

/** A word of at least two letters for each number. */
function countedIn(letters: string, n: number): string {
  const signs = Array.from(letters)
  let word = ''
  for (let rest = n + signs.length; rest > 0; rest = Math.floor(rest / signs.length)) word += signs[rest % signs.length]
  return word
}
