// The typographic bar measured on a finished e-book: signs, languages, marks of notes, dates, locators, order, sizes.
import {strFromU8} from 'fflate'
import type {Element, Nodes} from 'hast'
import {fromHtml} from 'hast-util-from-html'
import {elementsOf, entriesOf} from '../../epub/opened.ts'

interface File {
  name: string
  text: string
  tree: Nodes
}

/** Faults of an e-book, each after the item of the bar that it offends. */
export function bookFaults(epub: Uint8Array): string[] {
  const entries = entriesOf(epub)
  const files = entries
    .filter(({name}) => name.endsWith('.xhtml'))
    .map(({name, bytes}): File => ({
      name: name.replace('OEBPS/', ''),
      text: strFromU8(bytes),
      tree: fromHtml(strFromU8(bytes))
    }))
  return [
    ...files.flatMap((file) => [
      ...signs(file),
      ...editorialSigns(file),
      ...languages(file),
      ...dates(file),
      ...callsApart(file),
      ...marks(file)
    ]),
    ...locators(files),
    ...sizes(entries)
  ]
}

/** 12, 23, 26, 47: what no text has, received or not. */
function signs({name, tree}: File): string[] {
  const text = wordsOf(bodyOf(tree))
  return [
    ['12', /\S {2,}\S/u, 'two spaces'],
    ['23', /[\uFB00-\uFB06]/u, 'a sign of joined letters'],
    ['47', /[\u2060\uFEFF]/u, 'a word joiner']
  ]
    .flatMap(([item, pattern, what]) =>
      (pattern as RegExp).test(text) ? [`${item}: ${name} has ${what as string}`] : []
    )
    .concat(text.normalize('NFC') === text ? [] : [`26: ${name} is not composed`])
}

/** 13, 14, 15, 16, 36: what editorial matter has not: notes, front and back. */
function editorialSigns({name, tree}: File): string[] {
  // The key shows brackets as they were received.
  if (name === 'signs.xhtml') return []
  const isDocument = elementsOf(tree, 'article').length > 0
  const own = isDocument ? elementsOf(tree, 'aside').filter(({properties}) => !isReceived(properties)) : [bodyOf(tree)]
  return own.flatMap((element) => {
    const text = wordsOf(element).replace(/^\S+ /, '')
    return [
      ['13', /["']/u, 'a straight quotation mark'],
      ['14', /“‘|‘“|’”|”’/u, 'quotation marks that touch'],
      ['15', /(?<![\p{L}\d/.-])\d{1,4}-\d{1,4}(?![\p{L}\d/-])/u, 'a hyphen in a range'],
      ['16', /——|--/u, 'dashes on end'],
      ['36', isDocument ? /^(?:ibid|ebd|там же)/iu : /(?!)/u, 'a note that leans on the one before']
    ].flatMap(([item, pattern, what]) =>
      (pattern as RegExp).test(text) ? [`${item as string}: ${name} has ${what as string}, “${text.slice(0, 40)}”`] : []
    )
  })
}

/** Entries quote the received text, notes of the authors and of the published translation are part of it. */
const isReceived = ({className}: Element['properties']): boolean =>
  Array.isArray(className) && ['note-entries', 'note-tn', 'note-an'].some((one) => className.includes(one))

/** 24: words of another language say which. */
const languages = ({name, tree}: File): string[] =>
  elementsOf(tree, 'em')
    .filter(({properties}) => hasClass(properties, 'orig') && !properties['lang'] && !properties['xmlLang'])
    .map((element) => `24: ${name} has “${wordsOf(element)}” without its language`)

/** 37: the date of a document can be read by a machine. */
const dates = ({name, tree}: File): string[] =>
  elementsOf(tree, 'p')
    .filter(({properties}) => hasClass(properties, 'head-dateline'))
    .filter(
      (line) =>
        !elementsOf(line, 'time', 'span').some(({properties}) => properties['dateTime'] ?? properties['dataEdtf'])
    )
    .map((line) => `37: ${name} has the date “${wordsOf(line)}” for readers alone`)

/** 27: no space stands before a mark, unless a note begins with it. */
const callsApart = ({name, text}: File): string[] =>
  Array.from(
    text.matchAll(/(.{0,12})(?<!<\/a>)\s(?:<[^/>]*>)*<a [^>]*epub:type="noteref"/gu),
    ([, words = '']) => `27: ${name} has a space before a mark, behind “${words}”`
  )

/** 33: notes of each stream are counted from one without a gap, in the order of their calls, and bear the mark of their call. */
function marks({name, tree}: File): string[] {
  const streams = new Map<string, {n: number; mark: string; note: string}[]>()
  for (const call of elementsOf(tree, 'a')) {
    if (call.properties['epub:type'] !== 'noteref' && call.properties['role'] !== 'doc-noteref') continue
    const note = String(call.properties['dataNote'])
    const [, stream = '', n = ''] = /^(.*)-(\d+)$/.exec(note) ?? []
    streams.set(stream, [...(streams.get(stream) ?? []), {n: Number(n), mark: wordsOf(call), note}])
  }
  return [...streams].flatMap(([stream, calls]) => {
    const counted = calls.map(({n}) => n)
    const gaps = counted.some((n, at) => n !== at + 1) ? [`33: ${name} counts ${stream} ${counted.join(', ')}`] : []
    const strange = calls.filter(({note, mark}) => {
      const own = elementsOf(tree, 'aside').find(({properties}) => properties['id'] === note)
      return own && wordsOf(elementsOf(own, 'a')[0] ?? own) !== mark
    })
    return [...gaps, ...strange.map(({mark, note}) => `33: ${name} calls ${note} ${mark}`)]
  })
}

/** 39: each locator of the index leads to something. */
function locators(files: readonly File[]): string[] {
  const ids = new Set(
    files.flatMap(({name, tree}) => elementsOf(tree).map(({properties}) => `${name}#${String(properties['id'])}`))
  )
  return files.flatMap(({tree}) =>
    elementsOf(tree, 'a')
      .filter(({properties}) => hasClass(properties, 'locator') && !ids.has(decodeURI(String(properties['href']))))
      .map((link) => `39: the locator ${wordsOf(link)} leads nowhere`)
  )
}

/** 46: files that every reading system opens. */
const sizes = (entries: readonly {name: string; bytes: Uint8Array}[]): string[] =>
  entries.flatMap(({name, bytes}) => {
    const most = name.endsWith('.xhtml') ? 300_000 : 1_500_000
    return bytes.length > most ? [`46: ${name} has ${bytes.length} bytes`] : []
  })

const hasClass = ({className}: Element['properties'], name: string): boolean =>
  Array.isArray(className) && className.includes(name)

const bodyOf = (tree: Nodes): Nodes => elementsOf(tree, 'body')[0] ?? tree

function wordsOf(node: Nodes): string {
  if (node.type === 'text') return node.value
  return 'children' in node ? node.children.map((child) => wordsOf(child)).join('') : ''
}
