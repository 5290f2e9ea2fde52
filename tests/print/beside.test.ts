// Two texts beside each other with all that rows may hold, built to the finished PDF: every word of both files, counted by hand.
import {beforeAll, describe, expect, test} from 'vitest'
import {build, type BuildResult} from '../../src/build.ts'
import {EditionTest} from '../support/edition.ts'
import {readBook, type ReadBook} from './read-book.ts'
import {testsOfPages} from './support/standards.ts'

const edition = EditionTest.from('beside')

/** Words of a script, without marks, in alphabetical order. */
const wordsOf = (text: string, script: RegExp): string[] => (text.match(script) ?? []).toSorted()
const CYRILLIC = /[\p{Script=Cyrillic}]+/gu
const LATIN = /[A-Za-z]+/g

/** What a file says, without front matter, directives and table lines. */
function textOfFile(name: string): string {
  const [, , ...body] = edition.read(`documents/${name}.md`).split(/^---$/m)
  return body
    .join('---')
    .replace(/^\[\^(\w+)-(\d)\]:/gm, '')
    .replace(/:pb\[[^\]]*\]\{[^}]*\}|^:::\w*$|^::figure.*$|\[\^[^\]]*\]|\{=\d+\}/gm, '')
    .replace(/:corr\[([^\]]*)\]\{[^}]*\}/g, '$1')
}

/** Words that one side has more of than the other; a word that a cut note parts over two pages is whole again. */
function differences(found: readonly string[], wanted: readonly string[]): {lost: string[]; more: string[]} {
  const more = [...found]
  const lost = wanted.filter((word) => {
    const at = more.indexOf(word)
    if (at >= 0) more.splice(at, 1)
    return at < 0
  })
  const parted = (word: string): boolean => {
    const first = more.findIndex((piece) => word.startsWith(piece) && more.includes(word.slice(piece.length)))
    if (first < 0) return false
    const [piece = ''] = more.splice(first, 1)
    more.splice(more.indexOf(word.slice(piece.length)), 1)
    return true
  }
  return {lost: lost.filter((word) => !parted(word)), more}
}

describe.each([
  ['facing', 2],
  ['columns', 1]
] as const)('%s', (name, cuts) => {
  /** A head that is shown once more after each cut of its table. */
  const again = (head: string): string => Array.from({length: cuts}, () => head).join(' ')
  let result: BuildResult
  let book: ReadBook
  beforeAll(async () => {
    result = await build({dir: edition.dir, out: `${edition.cwd}/dist-${name}`, outputs: [`${name}.pdf`]})
    book = await readBook(`${edition.cwd}/dist-${name}/${name}.pdf`)
  })
  testsOfPages(() => `${edition.cwd}/dist-${name}`, name)

  const printed = (): string =>
    book.pages
      .filter(({part}) => part.startsWith('book'))
      .map(({text}) => text)
      .join('\n')

  test('is built; only the paragraph whose sentences are not as many is told of', () => {
    const messages = result.messages.flatMap((file) => file.messages)
    expect(messages.filter(({fatal}) => fatal !== undefined).map(({reason}) => reason)).toEqual([])
    expect(result.ok).toBe(true)
    const told = messages.filter(({ruleId}) => ruleId === 'layout-note').map(({reason}) => reason)
    expect(told.length).toBeGreaterThan(0)
    // The last paragraph: ¶ 11 of both.
    const last = (file: string): string =>
      edition
        .read(`documents/${file}.md`)
        .split('\n\n')
        .findLast((block) => block.length > 3000 && !/^\[\^|\n/.test(block)) ?? ''
    const counts = ['book.ru', 'book'].map((file) => last(file).split('.').length - 1)
    for (const reason of told)
      expect(reason).toContain(
        `¶ 11 of book.ru and ¶ 11 of book do not fit on one opening and have ${counts.join(' and ')} sentences`
      )
  })

  test('has every word of the original once', () => {
    // The head says the title and the copy, the apparatus the lemma and the reading; the head of the table is shown on each of its pages.
    const more = `Книга маяка Музей маяка, тетрадь сорок сорак ${again('Год Что сказано в книге')}`
    const wanted = `${textOfFile('book.ru')} ${more}`
    expect(differences(wordsOf(printed(), CYRILLIC), wordsOf(wanted, CYRILLIC))).toEqual({lost: [], more: []})
  })

  test('has every word of the translation once', () => {
    // Of the program: “Text: M =”, “ed.; … M”, “l. 1” in the margin, and marks of three notes of translators, in the text and at the foot.
    const more = `The Book of the Lighthouse Text M ed M l ${again('Year What the book says')} a a a a b b`
    const wanted = `${textOfFile('book')} ${more}`
    expect(differences(wordsOf(printed(), LATIN), wordsOf(wanted, LATIN))).toEqual({lost: [], more: []})
  })

  test('has the headings of each text as bookmarks below its own', () => {
    expect(book.outline.filter((line) => !/Imprint|Colophon/.test(line))).toEqual([
      'Книга маяка',
      '  Стихи сторожа',
      'The Book of the Lighthouse',
      '  The Keeper’s Verses'
    ])
  })
})
