// The typographic bar, measured on the finished files of the sample edition; each measure is shown to see a fault. TYPOGRAPHY.md says which item is tested where.
import {readFile} from 'node:fs/promises'
import {join} from 'node:path'
import {beforeAll, describe, expect, test} from 'vitest'
import {build} from '../../src/build.ts'
import {EditionTest} from '../support/edition.ts'
import {withOwnCache} from '../support/own-cache.ts'
import {strFromU8, strToU8} from 'fflate'
import {elementsOf, tampered, treeOf} from '../epub/opened.ts'
import {readBook} from './read-book.ts'
import {bookFaults} from './support/bar-epub.ts'
import {hangingMarks, pageFaults, type Bar} from './support/bar-pages.ts'
import {figures, joinedLetters, smallCapitals} from './support/bar-signs.ts'
import {readLines, type TypesetPage} from './support/read-lines.ts'
import {testsOfPagedEpub, testsOfPages} from './support/standards.ts'

let pages: TypesetPage[]
let epub: Uint8Array
let out = ''

withOwnCache()
beforeAll(async () => {
  const edition = EditionTest.empty().with('../edition')
  edition.edit('edition.yaml', 'reader: {formats: [pdf, epub]', 'reader: {formats: [pdf, epub, print], bleed: 3')
  out = join(edition.cwd, 'dist')
  const {ok} = await build({dir: edition.dir, out, outputs: ['reader']})
  if (!ok) throw new Error('The sample edition was refused')
  pages = await readLines(join(out, 'reader.pdf'))
  epub = await readFile(join(out, 'reader.epub'))
}, 300_000)

const BAR: Bar = {
  shortTitle: 'The Moscow Conversation',
  onRight: ['half-title', 'title', 'contents', 'introduction', 'method', 'd1', 'chronology', 'index']
}

describe('the pages', () => {
  testsOfPages(() => out, 'reader')

  test('keep to the bar', () => {
    expect(pages.length).toBeGreaterThan(30)
    expect(pageFaults(pages, BAR)).toEqual([])
    expect(hangingMarks(pages)).toEqual([])
  })

  test('have figures, small capitals and joined letters of the face', () => {
    expect(figures(pages, [])).toEqual([])
    expect(smallCapitals(pages, ['Stalin', 'Kim Il Sung', 'The Moscow Conversation'])).toEqual([])
    expect(joinedLetters(pages)).toEqual([])
  })
})

describe('the e-book', () => {
  testsOfPagedEpub(() => out, 'reader')

  test('keeps to the bar', () => {
    expect(bookFaults(epub)).toEqual([])
  })

  test('has its parts in the order of the pages', async () => {
    const {outline} = await readBook(join(out, 'reader.pdf'))
    const nav = elementsOf(treeOf(epub, 'nav.xhtml'), 'nav').find(({properties}) => properties['id'] === 'toc')
    const titles = elementsOf(nav ?? treeOf(epub, 'nav.xhtml'), 'a').map(({children}) =>
      children.map((child) => (child.type === 'text' ? child.value : '')).join('')
    )
    const parts = outline.filter((title) => !title.startsWith(' ')).filter((title) => titles.includes(title))
    expect(parts.length).toBeGreaterThan(5)
    expect(titles.filter((title) => parts.includes(title))).toEqual(parts)
  })

  test.each<[string, string, readonly [string | RegExp, string], string | RegExp]>([
    [
      'two spaces',
      'introduction.xhtml',
      ['What it is not', 'What  it is not'],
      '12: introduction.xhtml has two spaces'
    ],
    [
      'a straight quotation mark',
      'introduction.xhtml',
      ['What it is not', 'What "it is not'],
      /^13: introduction.xhtml has a/
    ],
    [
      'quotation marks that touch',
      'introduction.xhtml',
      ['What it is not', 'What “‘it is not'],
      /^14: introduction.xhtml/
    ],
    [
      'a hyphen in a range',
      'd1.xhtml',
      ['ranks. From the text', 'ranks, 12-14. From the text'],
      /^15: d1.xhtml has a hyphen/
    ],
    ['dashes on end', 'introduction.xhtml', ['What it is not', 'What——it is not'], /^16: introduction.xhtml/],
    ['letters typed as one sign', 'd1.xhtml', ['Guerrilla units.', 'ﬁne units.'], /^23: d1.xhtml has a sign/],
    [
      'a foreign word without its language',
      'd1.xhtml',
      ['class="orig" lang="ru-Latn" xml:lang="ru-Latn"', 'class="orig"'],
      /^24: d1.xhtml has “.*” without/
    ],
    ['an accent typed apart', 'd1.xhtml', ['Guerrilla', 'Gue\u0301rilla'], '26: d1.xhtml is not composed'],
    [
      'a note left out of the count',
      'd1.xhtml',
      ['data-note="d1-en-3"', 'data-note="d1-en-4"'],
      /^33: d1.xhtml counts d1-en 1, 2, 4, 4, 5/
    ],
    [
      'another mark at the note',
      'd1.xhtml',
      ['noteref" role="doc-noteref">3<', 'noteref" role="doc-noteref">4<'],
      '33: d1.xhtml calls d1-en-3 4'
    ],
    [
      'a space before a mark',
      'd1.xhtml',
      ['artillery.<a class="call', 'artillery. <a class="call'],
      /^27: d1.xhtml has a space before a mark, behind “.*artillery\.”$/
    ],
    ['a note that leans', 'd1.xhtml', ['Guerrilla units.', 'Ibid.'], /^36: d1.xhtml has a note that leans/],
    ['a date for readers alone', 'd1.xhtml', [/<time [^>]*>|<\/time>/g, ''], /^37: d1.xhtml has the date/],
    ['a locator that leads nowhere', 'index.xhtml', ['d1.xhtml#', 'd9.xhtml#'], /^39: the locator/],
    ['a word joiner', 'd1.xhtml', ['71–82', '71\u2060–\u206082'], '47: d1.xhtml has a word joiner']
  ])('%s is seen', (_, file, [from, to], fault) => {
    const doctored = tampered(epub, (entries) =>
      entries.map((entry) =>
        entry.name === `OEBPS/${file}` ? {...entry, bytes: strToU8(strFromU8(entry.bytes).replace(from, to))} : entry
      )
    )
    const [first = ''] = bookFaults(doctored)
    if (typeof fault === 'string') expect(first).toBe(fault)
    else expect(first).toMatch(fault)
  })
})

describe('a fault is seen:', () => {
  /** Faults that are found when a page has been changed. */
  const planted = (label: string, change: (page: TypesetPage) => void): string[] => {
    const copy = structuredClone(pages)
    const page = copy.find((one) => one.label === label)
    if (!page) throw new Error(`no page ${label}`)
    change(page)
    return pageFaults(copy, BAR)
  }
  const lineAt = ({lines}: TypesetPage, start: string) => {
    const line = lines.find(({text}) => text.startsWith(start))
    if (!line) throw new Error(`no line “${start}”`)
    return line
  }
  /** Moves a line with all that stands on it. */
  const move = (line: TypesetPage['lines'][number], by: {up?: number; right?: number}): void => {
    const {up = 0, right = 0} = by
    line.base += up
    line.left += right
    line.right += right
    for (const piece of line.pieces) {
      piece.base += up
      piece.left += right
      piece.right += right
    }
  }

  test('a line off the grid', () => {
    const found = planted('3', (page) => move(lineAt(page, 'tageous'), {up: -3}))
    expect(found).toEqual([
      expect.stringMatching(
        /^1, 9, 28: page 3: “tageous to declare that the Ch” stands [23]\.\d\d points off the grid$/
      )
    ])
    const inList = ['Rhee, Syngman', 'President of the Republic of K']
    expect(planted('xvii', (page) => inList.forEach((start) => move(lineAt(page, start), {up: -7})))).toEqual(
      inList.map((words) => expect.stringContaining(words))
    )
  })

  test('type that is too small or too large', () => {
    const copy = structuredClone(pages)
    for (const {lines} of copy) for (const line of lines) line.size += 2
    expect(pageFaults(copy, BAR)).toContain('1, 9, 28: the text is set in 13 points')
  })

  test('lines of too many letters', () => {
    const copy = structuredClone(pages)
    for (const {lines} of copy) for (const line of lines) line.text += line.text
    expect(pageFaults(copy, BAR).filter((fault) => fault.startsWith('2:'))).toHaveLength(2)
  })

  test('a label near the edge, and text in the fold', () => {
    expect(planted('3', (page) => move(lineAt(page, '19'), {right: -25}))).toEqual([
      '3: page 3: “19” 15.8 points from the edge'
    ])
    expect(planted('3', (page) => move(lineAt(page, 'tageous'), {right: -48}))).toEqual([
      '3: page 3: “tageous to declare that the Chinese volunteer troops are waging war.” 22.0 points from the fold'
    ])
  })

  test('something on a blank page, and a part that opens on the left', () => {
    expect(
      planted('vi', (page) => (page.lines = pages.find(({label}) => label === '1')?.lines.slice(0, 1) ?? []))
    ).toEqual(['4: page vi is blank and has “Record of a Conversation between”'])
    const copy = structuredClone(pages)
    copy.shift()
    copy.forEach((page, at) => (page.number = at + 1))
    expect(pageFaults(copy, BAR)).toContain('4: d1 opens on left page 1')
  })

  test('folios that are wrong, twice there, or of the wrong kind', () => {
    const folio = (page: TypesetPage) => page.lines[0]?.pieces[0]
    expect(planted('4', (page) => Object.assign(folio(page) ?? {}, {text: '5'}))).toEqual(['5: page 4 bears 5'])
    expect(planted('4', (page) => page.lines[0]?.pieces.push({...folio(page)!, text: '5'}))).toEqual([
      '5: page 4 bears 4 and 5'
    ])
    expect(planted('viii', (page) => (page.label = '8'))).toEqual([
      '5: page 8 is labelled 8, expected viii',
      '5: page 8 bears viii'
    ])
  })

  test('running heads that are missing, on the wrong side, or above an opening', () => {
    const head = (page: TypesetPage, words: string) =>
      page.lines.forEach(({pieces}) =>
        pieces.forEach((one) => one.base > 592 && one.text.length > 3 && (one.text = words))
      )
    expect(planted('4', (page) => head(page, ''))).toEqual(['6: page 4 has no head'])
    expect(planted('3', (page) => head(page, BAR.shortTitle))).toEqual([`6: page 3 has the head “${BAR.shortTitle}”`])
    expect(planted('1', (page) => page.lines.unshift(...(pages[22]?.lines.slice(0, 1) ?? [])))).toContain(
      '6: page 1 is an opening and has the head “Conversation of 4 September 1952”'
    )
  })

  test('two spaces, a parted range, a parted label, a dash at the beginning of a line', () => {
    const words = (label: string, start: string, end: string, next: string) =>
      planted(label, (page) => {
        const line = lineAt(page, start)
        const after = page.lines[page.lines.indexOf(line) + 1]
        line.text = `${start} to declare${end}`
        if (after) after.text = `${next}Kim Il Sung needs`
      })
    expect(words('3', 'tageous', '1952–', '1954 ')).toEqual([
      '11, 15, 16, 19: page 3: “declare1952– / 1954 Kim Il ”, a range is parted'
    ])
    expect(words('3', 'tageous', ' p.', '12 ')).toEqual([
      '11, 15, 16, 19: page 3: “o declare p. / 12 Kim Il Su”, a label is parted from its number'
    ])
    expect(words('3', 'tageous', ' war', '—')).toEqual([
      '11, 15, 16, 19: page 3: “ declare war / —Kim Il Sung”, a dash begins the line'
    ])
    expect(planted('3', (page) => (lineAt(page, 'tageous').text = 'tageous.'))).toEqual([
      '11, 15, 16, 19: page 3: “is disadvan- / tageous.”, the end of a word stands alone'
    ])
    expect(planted('3', (page) => (lineAt(page, 'tageous').pieces[0]!.text = 'waging  war.'))).toEqual([
      '12: page 3: “waging  war.”'
    ])
  })

  test('notes that are too small, too near to each other or to the text, marks that are raised or do not hang', () => {
    const ofNotes = (page: TypesetPage) => page.lines.filter(({size}) => size === 9)
    const found = planted('3', (page) => ofNotes(page).forEach((line) => (line.size = 7)))
    expect(found[0]).toBe('29: page 3: 7 points “8 In the language of”')
    expect(planted('3', (page) => move(lineAt(page, '9 So the'), {up: 3}))).toEqual([
      '29: page 3: lines too near “9 So the translation”'
    ])
    expect(planted('3', (page) => ofNotes(page).forEach((line) => move(line, {up: 14})))).toEqual([
      expect.stringMatching(/^29: page 3: 1\d\.\d points above the notes$/)
    ])
    const copy = structuredClone(pages)
    const mark = lineAt(copy[20]!, '9 So the').pieces[0]!
    mark.size = 6.1
    expect(hangingMarks(copy)).toEqual([
      'page 3: “9 So the translation. The talk is of aircraft before and after, so that air divisions are prob-” has no mark before it'
    ])
    mark.size = 9
    move(lineAt(copy[20]!, 'ably meant'), {right: 4})
    expect(hangingMarks(copy)).toEqual([
      'page 3: “ably meant; whether they were to be disbanded or to give up their machines cannot be” stands out'
    ])
  })

  test('figures and capitals that are not of the face, joined letters that say one character', () => {
    const copy = structuredClone(pages)
    for (const {glyphs} of copy)
      for (const glyph of glyphs) {
        // The usual figures and letters of EB Garamond in the place of its old-style figures and small capitals.
        if (/\d/.test(glyph.text)) glyph.id = 2192 + Number(glyph.text)
        if (/[a-z]/.test(glyph.text)) glyph.id = 400
        if (glyph.text === 'fi') glyph.text = 'ﬁ'
      }
    expect(figures(copy, []).length).toBeGreaterThan(20)
    expect(figures(copy, ['4711'])).toContain('4711 is on no page')
    expect(smallCapitals(copy, ['Stalin'])).toEqual(['“Stalin” is in no small capitals'])
    expect(joinedLetters(copy)[0]).toMatch(/^page [ivx]+: ﬁ is one character$/)
  })
})
