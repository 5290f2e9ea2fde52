// A small book made by hand for the tests of print: front matter, contents, two documents with notes in three registers, an index.
import type {ElementContent, Root, Text} from 'hast'
import {h} from 'hastscript'
import type {Book, BookNote, BookPart, Locate} from '../../src/html/book.ts'

export interface SampleOptions {
  /** Paragraphs of each document. */
  paragraphs: number
  /** Put into the first paragraph of the first document. */
  inFirst: ElementContent[]
}

/** The book as a function of page labels, as print asks for it. */
export function sampleBook(options: Partial<SampleOptions> = {}): (locate: Locate) => Book {
  const {paragraphs = 14, inFirst = []} = options
  return (locate) => {
    const documents = [document('d1', {paragraphs, inFirst}), document('d2', {paragraphs, inFirst: []})]
    return {
      id: 'sample',
      title: 'Records of Conversations',
      shortTitle: 'Records',
      lang: 'en',
      registers: [
        {key: 'entries', title: 'Emendations', marks: 'lower-roman'},
        {key: 'tn', title: 'Translator’s notes', marks: 'lower-alpha'},
        {key: 'en', title: 'Editor’s notes', marks: 'decimal'}
      ],
      parts: [
        titlePage(),
        plain('imprint', {kind: 'imprint', bare: true, starts: 'next', text: 'A critical edition, 2026.'}),
        contents(documents, locate),
        plain('introduction', {kind: 'text', bare: false, starts: 'recto', text: SENTENCES.join(' ')}),
        ...documents,
        index(locate)
      ]
    }
  }
}

/** The page of an anchor as printed in the book, `000` before it is known. */
export const pageOf = (locate: Locate, anchor: string): string =>
  (locate.by === 'page' ? locate.label(anchor) : undefined) ?? '000'

/** Part around a body. */
export function part(id: string, body: ElementContent[], more: Partial<BookPart> = {}): BookPart {
  const root: Root = {type: 'root', children: [h('section', {id, className: [`part-${id}`]}, body)]}
  const title = more.title ?? id
  return {
    id,
    anchor: id,
    kind: 'text',
    matter: 'front',
    lang: 'en',
    title,
    shortTitle: title,
    body: root,
    notes: [],
    inContents: true,
    starts: 'recto',
    bare: false,
    ...more
  }
}

function titlePage(): BookPart {
  const body = [h('h1', 'Records of Conversations'), h('p', 'A critical edition')]
  return part('title', body, {kind: 'title', bare: true, inContents: false})
}

function plain(id: string, more: Pick<BookPart, 'kind' | 'bare' | 'starts'> & {text: string}): BookPart {
  const {text, ...rest} = more
  return part(id, [...(rest.bare ? [] : [h('h1', id)]), h('p', text)], rest)
}

function contents(documents: BookPart[], locate: Locate): BookPart {
  const lines = [...documents.map(({anchor, title}) => [anchor, title]), ['index', 'Index']].map(
    ([anchor = '', title]) =>
      h('p', {className: ['contents-line']}, [
        h('a', {href: `#${anchor}`}, title),
        ' ',
        h('a', {className: ['generated', 'locator'], href: `#${anchor}`}, pageOf(locate, anchor))
      ])
  )
  return part('contents', [h('h1', 'Contents'), ...lines], {kind: 'contents', title: 'Contents'})
}

function index(locate: Locate): BookPart {
  const locators = ['d1-x1', 'd2-x1'].flatMap((anchor) => [
    text(' '),
    h('a', {className: ['generated', 'locator'], href: `#${anchor}`}, pageOf(locate, anchor))
  ])
  const body = [h('h1', 'Index'), h('p', {id: 'people-stalin'}, ['Stalin', ...locators])]
  return part('index', body, {kind: 'index', matter: 'back', title: 'Index'})
}

function document(id: string, {paragraphs, inFirst}: SampleOptions): BookPart {
  const title = `Conversation of ${id === 'd1' ? '4 September 1952' : '19 September 1952'}`
  const notes: BookNote[] = []
  const body = [h('h1', title)]
  for (let n = 1; n <= paragraphs; n++) {
    const first = n === 1 ? [...inFirst, h('span', {id: `${id}-x1`, dataName: 'stalin'}, 'Stalin'), text(' ')] : []
    body.push(h('p', {id: `${id}-p${n}`, dataP: String(n)}, [...first, ...sentences(id, n, notes)]))
  }
  return part(id, body, {kind: 'document', matter: 'body', title, shortTitle: title, notes})
}

/** Five sentences, with a call after the second of every paragraph. */
function sentences(id: string, n: number, notes: BookNote[]): ElementContent[] {
  const words = Array.from({length: 5}, (_, i) => SENTENCES[(n * 3 + i) % SENTENCES.length] ?? '')
  const register = ['en', 'tn', 'entries'][n % 3] ?? 'en'
  const count = notes.filter((note) => note.register === register).length + 1
  const anchor = `${id}-${register}-${count}`
  const mark =
    register === 'en' ? String(count) : register === 'tn' ? String.fromCharCode(96 + count) : 'i'.repeat(count)
  notes.push({anchor, register, n: count, mark, body: [h('p', `Note ${count} on paragraph ${n}: ${words[4]}`)]})
  const call = h(
    'a',
    {className: ['call', `call-${register}`, 'generated'], id: `${anchor}-call`, href: `#${anchor}`, dataNote: anchor},
    mark
  )
  const second = words[1] ?? ''
  const at = second.lastIndexOf(' ')
  const glue = h('span', {className: ['glue']}, [second.slice(at + 1), call])
  return [text(`${words[0]} ${second.slice(0, at)} `), glue, text(` ${words.slice(2).join(' ')}`)]
}

const text = (value: string): Text => ({type: 'text', value})

const SENTENCES = [
  'The negotiations on the armistice went on without any result that could be called final.',
  'Comrade Mao Zedong had informed the government that the bombing of the power stations continued respectively.',
  'What is the position of the Chinese comrades with regard to the prisoners of war, and of the volunteers?',
  'The minefields before the thirty-eighth parallel had been laid again, and deliveries of ammunition were delayed.',
  'He replied that the commanders considered it necessary to strengthen the coastal defences before the winter.',
  'Nothing would be gained by concessions, since every concession would only strengthen the adversary.',
  'The question of the airfields was left for another conversation, with the participation of the specialists.'
]
