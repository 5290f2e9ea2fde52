// The text of the package: every block of the book, once and in order, with notes, links and numbers in their places.
import {beforeAll, describe, expect, test} from 'vitest'
import type {Element, Nodes} from 'hast'
import {h} from 'hastscript'
import {writeEpub} from '../../src/epub/index.ts'
import {toXhtml} from '../../src/epub/xhtml.ts'
import type {Book} from '../../src/html/book.ts'
import {call, makeBook, numbered} from './book.ts'
import {elementsOf, replaced, tampered, textOf, treeOf} from './opened.ts'
import {makeOptions} from './options.ts'

let epub: Uint8Array

beforeAll(async () => {
  epub = await writeEpub(makeBook(), makeOptions())
})

const BLOCKS = new Set(['p', 'h1', 'h2', 'h3', 'th', 'td', 'caption', 'figcaption', 'li', 'dt', 'dd'])

const isGenerated = ({properties}: Element): boolean => [properties.className].flat().includes('generated')

/** Blocks of the reading layer in order; what stands in no block is a block of its own, marked as stray. */
function blocksOf(tree: Nodes): string[] {
  const blocks: {name: string; text: string}[] = []
  const walk = (node: Nodes, into?: {name: string; text: string}): void => {
    if (node.type === 'element' && isGenerated(node)) return
    if (node.type === 'text' && into) into.text += node.value
    else if (node.type === 'text') blocks.push({name: 'stray', text: node.value})
    const own = node.type === 'element' && BLOCKS.has(node.tagName) ? {name: node.tagName, text: ''} : undefined
    if (own) blocks.push(own)
    if ('children' in node) for (const child of node.children) walk(child, own ?? into)
  }
  walk(tree)
  return blocks
    .map(({name, text}) => `${name}: ${text.replace(/\s+/g, ' ').trim()}`)
    .filter((line) => !line.endsWith(': '))
}

const bodyOf = (href: string, of = epub): Nodes =>
  elementsOf(treeOf(of, href), 'body')[0] ?? {type: 'root', children: []}

const FILES = {
  title: 'title.xhtml',
  imprint: 'imprint.xhtml',
  introduction: 'introduction.xhtml',
  people: 'people.xhtml',
  d1: 'd1.xhtml',
  index: 'index.xhtml',
  colophon: 'colophon.xhtml'
}

/** Blocks that a file must have: those of the part, then its notes register by register. */
function expectedBlocks({parts, registers}: Book, id: string): string[] {
  const part = parts.find((one) => one.id === id)
  if (!part) throw new Error(`No part ${id}`)
  const notes = registers.flatMap(({key}) => part.notes.filter(({register}) => register === key))
  return [...blocksOf(part.body), ...notes.flatMap(({body}) => body.flatMap(blocksOf))]
}

describe('every block', () => {
  test.each(Object.entries(FILES))('of %s is in %s, once and in order', (id, file) => {
    const expected = expectedBlocks(makeBook(), id)
    expect(expected.length).toBeGreaterThan(id === 'index' ? 2 : 1)
    expect(blocksOf(bodyOf(file))).toEqual(expected)
  })

  test('of the document reads as it was written', () => {
    expect(blocksOf(bodyOf('d1.xhtml'))).toEqual([
      'h1: Conversation between Stalin and Zhou Enlai',
      'p: Moscow, 4 September 1952',
      'p: Stalin, Zhou Enlai',
      'p: On the armistice and the exchange of prisoners.',
      'p: Top Secret',
      'p: Comrade Stalin receives the guests.',
      'p: Stalin. What is the position of the [peremirie] talks?',
      'p: [He repeats the question.] A turn may go on over leaves, with [2 words illegible] and ⟨words⟩ put in.',
      'p: Сталин. Ещё раз. Да.',
      'p: The record breaks off here.',
      'p: [handwritten: signature and 5.IX]',
      'p: positionpostion',
      'p: Romanised in the received text; the Russian is перемирие.',
      'p: Two copies are known:',
      'p: the typescript,',
      'p: the carbon.',
      'p: See document 2, ¶ 1 & the summary.',
      'li: third point,',
      'li: fourth point.',
      'p: A note may open with a list.'
    ])
  })

  test.each([
    ['a word lost', replaced('d1.xhtml', 'receives the guests', 'receives guests')],
    ['a word twice', replaced('d1.xhtml', 'Top Secret', 'Top Top Secret')],
    ['a word outside', replaced('d1.xhtml', '</article>', 'stray</article>')]
  ])('%s would be seen', (_, fault) => {
    expect(blocksOf(bodyOf('d1.xhtml', tampered(epub, fault)))).not.toEqual(expectedBlocks(makeBook(), 'd1'))
  })

  test('of half title and contents stays in print', () => {
    expect(textOf(epub, 'content.opf')).not.toContain('half-title')
    expect(blocksOf(bodyOf('nav.xhtml')).slice(0, 2)).toEqual(['h1: Contents', 'li: Introduction'])
  })
})

describe('paragraph numbers', () => {
  test('open the paragraph and are generated', () => {
    const numbers = elementsOf(bodyOf('d1.xhtml'), 'span').filter(({properties}) =>
      [properties.className].flat().includes('pn')
    )
    expect(numbers.map((element) => [isGenerated(element), element.children])).toEqual(
      ['1', '2', '3', '4', '4a', '5'].map((n) => [true, [expect.objectContaining({type: 'text', value: `¶ ${n} `})]])
    )
    expect(textOf(epub, 'd1.xhtml')).toContain('<p id="d1-p4a" data-p="4a"><span class="pn generated">¶ 4a </span>')
  })

  test('can be left out', async () => {
    const without = await writeEpub(makeBook(), {...makeOptions(), paragraphNumbers: false})
    expect(textOf(without, 'd1.xhtml')).not.toContain('"pn ')
    expect(textOf(without, 'd1.xhtml')).toContain('<p id="d1-p4a" data-p="4a"><span class="speaker">')
    expect(textOf(without, 'content.opf')).not.toContain('Paragraphs are numbered')
  })
})

test('a paragraph sign stays with its number where it is a reference', () => {
  expect(textOf(epub, 'index.xhtml')).toContain('<a class="locator generated" href="d1.xhtml#d1-x1">1, ¶\u00A02</a>')
})

describe('links', () => {
  const hrefs = (href: string): string[] => elementsOf(bodyOf(href), 'a').map(({properties}) => String(properties.href))

  test('lead to the file of their anchor', () => {
    const other = /^part-[0-9a-f]{8}\.xhtml$/
    const second = elementsOf(treeOf(epub, 'content.opf'), 'item')
      .map(({properties}) => String(properties.href))
      .find((href) => other.test(href))
    expect(hrefs('d1.xhtml').filter((href) => !href.startsWith('#'))).toEqual([`${second}#письмо-p1`])
    expect(hrefs(String(second))).toEqual(['d1.xhtml#d1-p3', 'people.xhtml#people-stalin'])
    expect(hrefs('index.xhtml')).toEqual(['d1.xhtml#d1-x1', 'd1.xhtml#d1'])
  })

  test('lead out to addresses only; a path has nowhere to lead to', () => {
    expect(textOf(epub, 'imprint.xhtml')).toContain('<a href="https://example.org/a?b=1&amp;c=2">example.org</a>')
    expect(textOf(epub, 'imprint.xhtml')).toContain('<p>A <a>path</a> leads nowhere in a package.</p>')
  })

  const broken = (change: (book: Book) => void): Promise<Uint8Array> => {
    const book = makeBook()
    change(book)
    return writeEpub(book, makeOptions())
  }
  const body = (book: Book, id: string): Element =>
    book.parts.find((part) => part.id === id)?.body.children[0] as Element

  test.each<[string, (book: Book) => void, string]>([
    [
      'a link to nothing',
      (book) => body(book, 'index').children.push(h('p', [h('a', {href: '#d1-p99'}, 'gone')])),
      'A link in index.xhtml leads to #d1-p99, an anchor that exists nowhere in the book'
    ],
    [
      'an anchor twice',
      (book) => body(book, 'index').children.push(numbered('d1', 3, 'again')),
      'The anchor #d1-p3 stands twice in the book (again in index.xhtml)'
    ],
    [
      'a call without its note',
      (book) => body(book, 'index').children.push(h('p', [call('d1-en-9', 'en', '9', 'word')])),
      'index.xhtml calls the note #d1-en-9, which the book does not have'
    ],
    [
      'a note without its call',
      (book) => book.parts[8]?.notes.push({anchor: 'index-en-1', register: 'en', n: 1, mark: '1', body: [h('p', 'x')]}),
      'A link in index.xhtml leads to #index-en-1-call, an anchor that exists nowhere in the book'
    ],
    [
      'a note of no register',
      (book) => book.parts[8]?.notes.push({anchor: 'index-zz-1', register: 'zz', n: 1, mark: '1', body: [h('p', 'x')]}),
      'The note #index-zz-1 is of the register zz, which the book does not have'
    ],
    [
      'an image that is not there',
      (book) => body(book, 'index').children.push(h('img', {src: 'images/gone.png', alt: ''})),
      'index.xhtml shows the image images/gone.png, which the edition does not have'
    ]
  ])('%s is an assertion that fails', async (_, change, expected) => {
    await expect(broken(change)).rejects.toThrow(new Error(expected))
  })
})

describe('XHTML', () => {
  test.each([
    [h('br'), '<br />'],
    [h('span', {lang: 'ru'}, 'а\u00A0б'), '<span lang="ru" xml:lang="ru">а\u00A0б</span>'],
    [
      h('span', {title: `<a> & "b" 'c' \`d\` ]]>`}),
      `<span title="&lt;a> &amp; &quot;b&quot; 'c' \`d\` ]]&gt;"></span>`
    ],
    [h('td', {align: 'right'}, '1'), '<td style="text-align: right">1</td>'],
    [h('p', '<a> & ]]>'), '<p>&lt;a> &amp; ]]&gt;</p>'],
    [
      h('ol', {start: 3}, [h('li', {value: 4, dataName: 'x', ariaLabel: 'y', 'epub:type': 'z'})]),
      '<ol start="3"><li value="4" data-name="x" aria-label="y" epub:type="z"></li></ol>'
    ],
    [
      h('td', {colSpan: 2, headers: ['a', 'b'], className: ['c', 'd']}),
      '<td colspan="2" headers="a b" class="c d"></td>'
    ]
  ])('%#', (element, expected) => {
    expect(toXhtml([element])).toBe(expected)
  })

  test('has no attribute without a value', () => {
    expect(() => toXhtml([h('ol', {reversed: true})])).toThrow(
      'The attribute reversed of <ol> has no value, and XHTML asks for one'
    )
  })
})
