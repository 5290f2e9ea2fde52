// An apparatus entry: `position] ed.; postion W`. Words of text and copies are text, everything between them is generated.
import type {Element, ElementContent} from 'hast'
import {h} from 'hastscript'
import type {Reading, ReadingKind} from '../document/apparatus-nodes.ts'
import {hasClass} from './lemma.ts'
import {OWN, type App, type Corr, type Entry} from '../document/nodes.ts'

/** What an entry is made with. */
export interface EntryParts {
  lemma: ElementContent[]
  /** Words of a reading, or of what may be read instead. */
  words: (reading: Reading) => ElementContent[]
  /** Siglum of the copy that an emendation departs from. */
  base: string | undefined
}

/** One paragraph with lemma and readings. */
export function entryBody(node: Corr | App | Entry, {lemma, words, base}: EntryParts): Element {
  const support = node.type === 'corr' ? [] : (node.wit ?? [])
  const readings =
    node.type === 'corr'
      ? [[reading(words(received(node.rec))), ...copies(base ? [base] : [], 'received text')]]
      : node.readings.map((one) => readingParts(one, words(one)))
  return h('p', {className: ['entry']}, [
    h('span', {className: ['lemma']}, lemma),
    generated('] '),
    ...lemmaSupport(support, node.by),
    ...readings.flatMap((parts, index) => (index > 0 ? [generated('; '), ...parts] : parts)),
    ...judgement(node, words)
  ])
}

/** Puts the lemma before the first words of a note on a stretch of the text, behind the place for the number of its line. */
export function withLemma(body: ElementContent[], lemma: ElementContent[]): ElementContent[] {
  const words = [h('span', {className: ['lemma']}, lemma), generated('] ')]
  const [first, ...rest] = body
  if (first?.type !== 'element' || first.tagName !== 'p') return [h('p', words), ...body]
  const [place, ...others] = first.children
  const hasPlace = place?.type === 'element' && hasClass(place, 'entry-line')
  const children = hasPlace ? [place, ...words, ...others] : [...words, ...first.children]
  return [{...first, children}, ...rest]
}

/** `A B ed.; `: the copies that have the lemma, and who put it there. */
function lemmaSupport(wit: readonly string[], by: string | undefined): ElementContent[] {
  const names: ElementContent[] = []
  if (wit.length > 0) names.push(sigla(wit))
  if (by) names.push(...(wit.length > 0 ? [generated(' ')] : []), generated(by === OWN ? 'ed.' : by, 'em'))
  return names.length > 0 ? [...names, generated('; ')] : []
}

/** What is said of a reading before and after its words. */
const BEFORE = {om: 'om.', lac: 'lac.', add: 'add.'} as const satisfies Partial<Record<ReadingKind, string>>

function readingParts({wit, kind, by, cert}: Reading, words: ElementContent[]): ElementContent[] {
  const parts: ElementContent[] = []
  const next = (...more: ElementContent[]): void =>
    void parts.push(...(parts.length > 0 ? [generated(' ')] : []), ...more)
  if (kind === 'om' || kind === 'lac' || kind === 'add') next(generated(BEFORE[kind], 'em'))
  if (words.length > 0) next(reading(words))
  if (kind === 'transp') next(generated('transp.', 'em'))
  parts.push(...copies(wit))
  if (by) next(generated(`conj. ${by === OWN ? 'ed.' : by}`, 'em'))
  if (isDoubtful(cert)) next(generated('(doubtful)', 'em'))
  return parts
}

/** Sigla behind what they read, on its line; `otherwise` where there are none. */
function copies(wit: readonly string[], otherwise?: string): ElementContent[] {
  if (wit.length > 0) return [generated('\u00A0'), sigla(wit)]
  return otherwise === undefined ? [] : [generated(`\u00A0${otherwise}`)]
}

const sigla = (wit: readonly string[]): Element => h('span', {className: ['sigla', 'generated']}, wit.join('\u00A0'))

const isDoubtful = (cert: string | undefined): boolean => cert === 'low' || cert === 'medium'

/** What else the lemma may be, and how sure it is. */
function judgement({alt, cert}: Corr | App | Entry, words: EntryParts['words']): ElementContent[] {
  return [
    ...(alt ? [generated('; '), generated('or perhaps', 'em'), generated(' '), reading(words(received(alt)))] : []),
    ...(isDoubtful(cert) ? [generated(' '), generated('(doubtful)', 'em')] : [])
  ]
}

const received = (value: string): Reading => ({type: 'reading', wit: [], children: [{type: 'text', value}]})

const generated = (text: string, inside?: 'em'): Element =>
  h('span', {className: ['generated']}, inside ? [h(inside, text)] : [text])

const reading = (words: ElementContent[]): Element => h('span', {className: ['reading']}, words)
