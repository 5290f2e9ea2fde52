// Long parts go on in further files: nothing is lost, doubled or out of order, and every link still leads to its place.
import {h} from 'hastscript'
import type {Element} from 'hast'
import {join} from 'node:path'
import {beforeAll, describe, expect, test} from 'vitest'
import {check} from '../../src/build.ts'
import type {Edition} from '../../src/document/edition.ts'
import type {PrintedPage} from '../../src/document/printed-pages.ts'
import {fileNames} from '../../src/epub/files.ts'
import {writeEpub} from '../../src/epub/index.ts'
import {pagesOf} from '../../src/epub/pages.ts'
import {MOST_BYTES} from '../../src/epub/pieces.ts'
import type {Book, BookNote, BookPart} from '../../src/html/book.ts'
import {makeBook as bookOf} from '../../src/html/index.ts'
import {selection} from '../../src/selection/index.ts'
import {verifyEpub} from '../../src/verify/index.ts'
import {EditionTest} from '../support/edition.ts'
import {call, makeBook, numbered, part} from './book.ts'
import {epubcheck, JAVA, WHY} from './epubcheck.ts'
import {elementsOf, entriesOf, textOf, treeOf} from './opened.ts'
import {makeOptions} from './options.ts'

/** Files of a part without fonts, cover and archive. */
function filesOf(own: BookPart, mostBytes = MOST_BYTES): {file: string; xhtml: string}[] {
  const book: Book = {...makeBook(), parts: [own]}
  const options = {files: fileNames(book.parts), images: new Map(), paragraphNumbers: true, mostBytes, marks: []}
  return pagesOf(book, options).parts.flatMap(({files}) => files.map(({page: {file, xhtml}}) => ({file, xhtml})))
}

const SENTENCE = 'We are ready to dismantle one or two of our own divisions for the defence of the country. '

describe('a document of more than a megabyte', () => {
  const notes: BookNote[] = []
  const paragraphs = Array.from({length: 4000}, (_, index) => {
    const n = index + 1
    if (n % 10 > 0) return h('div', {className: ['turn']}, [numbered('d1', n, SENTENCE.repeat(3))])
    const anchor = `d1-en-${n / 10}`
    notes.push({anchor, register: 'en', n: n / 10, mark: `${n / 10}`, body: [h('p', SENTENCE.repeat(4))]})
    const mark = call(anchor, 'en', `${n / 10}`, 'word.')
    return h('div', {className: ['turn']}, [numbered('d1', n, SENTENCE.repeat(3), mark)])
  })
  const files = filesOf(
    part({id: 'd1', kind: 'document', matter: 'body', title: 'Talk', notes}, h('h1', 'Talk'), ...paragraphs)
  )

  test('is in files below 300 kB, none of them small, with names that tell their order', () => {
    const sizes = files.map(({xhtml}) => Buffer.byteLength(xhtml))
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeGreaterThan(1_000_000)
    expect(Math.max(...sizes)).toBeLessThan(300_000)
    expect(Math.min(...sizes.slice(0, -1))).toBeGreaterThan(150_000)
    expect(files.map(({file}) => file)).toEqual(
      files.map((_, index) => (index === 0 ? 'd1.xhtml' : `d1-${index + 1}.xhtml`))
    )
  })

  test('has every paragraph once and in order, each note in the file of its call', () => {
    const numbers = files.flatMap(({xhtml}) => [...xhtml.matchAll(/<p id="d1-p(\d+)"/g)].map(([, n]) => Number(n)))
    expect(numbers).toEqual(Array.from({length: 4000}, (_, index) => index + 1))
    for (const {xhtml} of files) {
      const called = [...xhtml.matchAll(/data-note="([^"]+)"[^>]*>\d+<\/a>/g)].map(([, anchor]) => anchor)
      const held = [...xhtml.matchAll(/<aside[^>]* id="([^"]+)"/g)].map(([, anchor]) => anchor)
      expect(called.length).toBeGreaterThan(10)
      expect(held).toEqual(called)
    }
  })
})

describe('what is cut', () => {
  const words = (n: number): string => `${'word '.repeat(n)}.`

  test('between headings where one is near, and never behind a heading', () => {
    const sections = Array.from({length: 6}, (_, n) => [h('h2', `Section ${n + 1}`), numbered('d1', n + 1, words(150))])
    const files = filesOf(part({id: 'd1', kind: 'document', matter: 'body'}, h('h1', 'Talk'), ...sections.flat()), 2000)
    const ends = files.map(({xhtml}) =>
      [...xhtml.matchAll(/<h2[^>]*>([^<]*)<\/h2>|<p id="(d1-p\d)"/g)].map((found) => found[1] ?? found[2])
    )
    expect(ends).toEqual([
      ['Section 1', 'd1-p1', 'Section 2', 'd1-p2'],
      ['Section 3', 'd1-p3', 'Section 4', 'd1-p4'],
      ['Section 5', 'd1-p5', 'Section 6', 'd1-p6']
    ])
  })

  test('inside a holder goes on in the same holder, which is whole within a file', () => {
    const turn = h(
      'div',
      {className: ['turn'], id: 'd1-turn'},
      [1, 2, 3, 4].map((n) => numbered('d1', n, words(150)))
    )
    const files = filesOf(part({id: 'd1', kind: 'document', matter: 'body'}, h('h1', 'Talk'), turn), 2000)
    const turns = files.map(({xhtml}) =>
      [...xhtml.matchAll(/<div class="turn"[^>]*>|<p id="d1-p\d"/g)].map(([found]) => found)
    )
    expect(turns).toEqual([
      ['<div class="turn" id="d1-turn">', '<p id="d1-p1"', '<p id="d1-p2"'],
      ['<div class="turn" data-goes-on="">', '<p id="d1-p3"', '<p id="d1-p4"']
    ])
  })

  test('in a list goes on counting', () => {
    const list = h(
      'ol',
      {start: 3},
      [1, 2, 3, 4].map((n) => h('li', [numbered('d1', n, words(150))]))
    )
    const files = filesOf(part({id: 'd1', kind: 'document', matter: 'body'}, h('h1', 'Talk'), list), 2000)
    expect(files.map(({xhtml}) => /<ol[^>]*>/.exec(xhtml)?.[0])).toEqual([
      '<ol start="3">',
      '<ol start="5" data-goes-on="">'
    ])
  })

  test('in a list of people keeps a term with what is said of it', () => {
    const people = Array.from({length: 6}, (_, n) => [
      h('dt', `Name ${n}`),
      h('dt', `Other name ${n}`),
      h('dd', words(60))
    ])
    const files = filesOf(
      part({id: 'people', kind: 'people', matter: 'front'}, h('h1', 'People'), h('dl', people.flat())),
      1400
    )
    expect(files.map(({xhtml}) => [...xhtml.matchAll(/<(dt|dd)>/g)].map(([, name]) => name).join(' '))).toEqual([
      'dt dt dd dt dt dd dt dt dd',
      'dt dt dd dt dt dd dt dt dd'
    ])
  })

  test('has names that no other part has', () => {
    const long = part(
      {id: 'd1', kind: 'document', matter: 'body'},
      h('h1', 'Talk'),
      numbered('d1', 1, words(300)),
      numbered('d1', 2, words(300))
    )
    const book: Book = {
      ...makeBook(),
      parts: [long, part({id: 'd1-2', kind: 'document', matter: 'body'}, h('h1', 'Other'))]
    }
    const options = {
      files: fileNames(book.parts),
      images: new Map(),
      paragraphNumbers: true,
      mostBytes: 2000,
      marks: []
    }
    const names = pagesOf(book, options).parts.map(({files}) => files.map(({page}) => page.file))
    expect(names).toEqual([['d1.xhtml', expect.stringMatching(/^d1-2-[0-9a-f]{8}\.xhtml$/)], ['d1-2.xhtml']])
  })
})

describe('an edition that uses everything, cut into small files', () => {
  let edition: Edition
  let epub: Uint8Array
  /** Pages as if printed, each beginning a thousand letters after the one before. */
  const pages: PrintedPage[] = [1, 2, 3, 4].map((n) => ({
    label: `${n}`,
    part: 'longnotes',
    letters: (n - 1) * 1000,
    begins: ''
  }))

  beforeAll(async () => {
    const {cwd} = EditionTest.from('everything')
    const read = await check({dir: join(cwd, 'edition')})
    edition = selection(read.edition as Edition, 'reader')
    const book = bookOf(edition, {locate: {by: 'paragraph'}, paragraphNumbers: true})
    const options = {metadata: edition.settings, images: edition.images, paragraphNumbers: true}
    epub = await writeEpub(book, {...options, pages, mostBytes: 2500})
  })

  test('is proved as whole as ever, with its page list', () => {
    const parts = entriesOf(epub).filter(({name}) => /OEBPS\/longnotes(-\d+)?\.xhtml$/.test(name))
    expect(parts.length).toBeGreaterThan(3)
    expect(verifyEpub(edition, epub, {pages})).toEqual([])
  })

  test('has each note with its call, and both lead to each other', () => {
    const chapters = entriesOf(epub)
      .filter(({name}) => name.endsWith('.xhtml'))
      .map(({name}) => name.replace('OEBPS/', ''))
    let calls = 0
    for (const file of chapters) {
      const tree = treeOf(epub, file)
      const ids = new Set(elementsOf(tree).map(({properties}) => properties.id))
      for (const {properties} of elementsOf(tree, 'a').filter(isCall)) {
        calls++
        expect(ids).toContain(String(properties.href).replace(/^#/, ''))
        expect(textOf(epub, file)).toContain(`href="#${String(properties.id)}"`)
      }
    }
    expect(calls).toBeGreaterThan(20)
  })

  const isCall = ({properties}: Element): boolean => [properties.className].flat().includes('call')

  test('is the same book each time', async () => {
    const book = bookOf(edition, {locate: {by: 'paragraph'}, paragraphNumbers: true})
    const options = {metadata: edition.settings, images: edition.images, paragraphNumbers: true}
    expect(Buffer.compare(await writeEpub(book, {...options, pages, mostBytes: 2500}), epub)).toBe(0)
  })

  test('has nothing that EPUBCheck finds wrong', async ({skip}) => {
    skip(!JAVA, WHY)
    expect(await epubcheck(epub)).toEqual({status: 0, messages: []})
  })
})

test('the usual book is not cut', async () => {
  expect(entriesOf(await writeEpub(makeBook(), makeOptions())).filter(({name}) => /-\d\.xhtml$/.test(name))).toEqual([])
})
