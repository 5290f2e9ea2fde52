// Two texts beside each other for tests: Markdown of both sides from a plan of rows, and the part that print lays out.
import {join} from 'node:path'
import {check} from '../../../src/build.ts'
import {makeBook} from '../../../src/html/index.ts'
import type {FlowPart} from '../../../src/print/contract.ts'
import {toFlow} from '../../../src/print/layout/flow.ts'
import {selection} from '../../../src/selection/index.ts'
import {EditionTest} from '../../support/edition.ts'

/** What a row has on one side. */
export interface RowSide {
  kind: 'plain' | 'heading' | 'quote' | 'list' | 'verse' | 'table' | 'turn'
  /** Words of each sentence, item, line of verse or row of the table. */
  sentences: readonly number[]
  /** Called after the sentence `at`, in words. */
  notes?: readonly {series: Series; at: number; words: number}[]
}
export type Series = 'tn' | 'en' | 'an'

/** A row; the left side is the original. */
export type Row = readonly [RowSide, RowSide]

/** How the pair is set. */
export interface BesideOptions {
  layout: 'facing' | 'columns'
  /** Language of the original. */
  lang?: string
  /** YAML of the output besides. */
  output?: string
}

/** The words that must stand, side by side: of the text, and of each series of notes, in their order. */
export interface Given {
  text: string[]
  notes: Record<Series, string[]>
}

/** An edition of one document with its original. */
export interface Beside {
  rows: readonly Row[]
  edition: EditionTest
  given: [Given, Given]
}

/** Letters of a language that words are made of. */
const LETTERS: Record<string, string> = {
  en: 'abcdefghijklmnop',
  ru: 'абвгдежзиклмнопр',
  he: 'אבגדהוזחטילמנסעפ',
  el: 'αβγδεζηθικλμνξοπ'
}

/** Writes both texts. */
export function beside(rows: readonly Row[], {layout, lang = 'ru', output = ''}: BesideOptions): Beside {
  const sides = ([0, 1] as const).map((side) => writeSide(rows, side, side === 0 ? lang : 'en'))
  const [left, right] = sides
  if (!left || !right) throw new Error('There are two sides')
  const edition = EditionTest.from('minimal').with({
    'documents/d1.md': undefined,
    'documents/d2.md': undefined,
    transcripts: undefined,
    'edition.yaml': `id: x\ntitle: X\ndate: 2026-01-31\nfront: []\nback: []\noutputs: {o: {parallel: ${layout}, ${output}}}\n`,
    'documents/d3.md': `---\ntitle: Translation\noriginalLanguage: ${lang}\nspeakers: {Weber: weber}\n---\n\n${right.markdown}`,
    [`documents/d3.${lang}.md`]: `---\ntitle: Original\nspeakers: {Weber: weber}\n---\n\n${left.markdown}`
  })
  return {rows, edition, given: [left.given, right.given]}
}

/** The part of the two texts as print gets it. */
export async function flowOf({edition}: Beside): Promise<FlowPart> {
  const {edition: read, files} = await check({dir: join(edition.cwd, 'edition')})
  const faults = files.flatMap(({messages}) => messages.filter(({fatal}) => fatal !== undefined))
  if (!read || faults.length > 0) throw new Error(`The edition cannot be read: ${faults.join('; ')}`)
  const book = makeBook(selection(read, 'o'), {locate: {by: 'page', label: () => '1'}, paragraphNumbers: true})
  const part = book.parts.find(({parallel}) => parallel)
  if (!part) throw new Error('No part is parallel')
  return toFlow(part, book)
}

function writeSide(rows: readonly Row[], side: 0 | 1, lang: string): {markdown: string; given: Given} {
  const letters = Array.from(LETTERS[lang] ?? '')
  const given: Given = {text: [], notes: {tn: [], en: [], an: []}}
  const definitions: string[] = []
  let spent = 0
  let labels = 0
  const words = (count: number, to: string[]): string => {
    const made = Array.from({length: count}, () => wordOf(letters, (spent += 1)))
    const sentence = made.map((word, i) => (i === 0 ? capital(word) : word))
    sentence[count - 1] += '.'
    to.push(...sentence)
    return sentence.join(' ')
  }
  let number = 1
  const blocks = rows.map((row) => {
    const own = row[side]
    // The translation has the numbers; every paragraph of the original says which of them it pairs with.
    const mark = side === 0 ? `{=${number}} ` : ''
    if (own.kind === 'turn') given.text.push('Weber.')
    const sentences = own.sentences.map((count, at) => {
      const text = words(count, given.text)
      const calls = (own.notes ?? []).flatMap((note) => {
        if (note.at !== at) return []
        const label = `${note.series}-${(labels += 1)}`
        definitions.push(`[^${label}]: ${words(note.words, given.notes[note.series])}`)
        return [`[^${label}]`]
      })
      return text + calls.join('')
    })
    number += row[1].kind === 'list' ? row[1].sentences.length : 1
    return written(own.kind, sentences, mark)
  })
  return {markdown: `${[...blocks, ...definitions].join('\n\n')}\n`, given}
}

function written(kind: RowSide['kind'], sentences: readonly string[], mark: string): string {
  const text = sentences.join(' ')
  if (kind === 'quote') return `> ${mark}${text}`
  if (kind === 'list') return sentences.map((item) => `- ${mark}${item}`).join('\n')
  if (kind === 'verse') return `:::verse\n${mark}${sentences.join('\n')}\n:::`
  if (kind === 'turn') return `${mark}Weber. ${text}`
  if (kind === 'heading') {
    const [first = '', ...rest] = sentences
    return `## ${first}\n\n${mark}${rest.join(' ') || 'x'}`
  }
  if (kind === 'table') {
    const [first = '', ...rest] = sentences
    const rows = rest.map((row) => `| ${row.replace(' ', ' | ')} |`)
    return rows.length === 0
      ? mark + first
      : [`${mark}${first}\n`, rows[0], '| --- | --- |', ...rows.slice(1)].join('\n')
  }
  return mark + text
}

/** A word of at least two letters for each number. */
function wordOf(letters: readonly string[], n: number): string {
  let word = ''
  for (let rest = n + letters.length; rest > 0; rest = Math.floor(rest / letters.length))
    word = (letters[rest % letters.length] ?? '') + word
  return word
}

const capital = (word: string): string => word.slice(0, 1).toUpperCase() + word.slice(1)
