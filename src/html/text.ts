// Turns the tree of a document into hast, one handler per node; notes and entries are gathered apart.
import type {Element, ElementContent, Root as HastRoot} from 'hast'
import {h} from 'hastscript'
import type {Emphasis, Link, ListItem, Nodes, Paragraph, Parents} from 'mdast'
import {defaultHandlers, toHast, type Handler, type State} from 'mdast-util-to-hast'
import {visit} from 'unist-util-visit'
import {atAnchor, leafAnchor, nameAnchor, paragraphAnchor} from '../document/anchors.ts'
import {ENTRIES} from '../document/edition.ts'
import type {App, Corr, Entry, Marker, Name, Note, OwnNodes, Reading, Ref} from '../document/nodes.ts'
import type {BookNote, Locate} from './book.ts'
import {call, newNote, withLinePlace, type Registers} from './calls.ts'
import {direction, TURNED} from '../document/direction.ts'
import {entryBody, withLemma} from './entry.ts'
import type {Spanning} from './keyed.ts'
import {lemmaOf, leavesOf} from './lemma.ts'
import {annotationLead, gapWords, OWN_SIGN} from './signs.ts'
import {withTimes} from './times.ts'

/** What the handlers need to know of the book and give back. */
export interface TextContext extends Registers {
  /** Siglum of the one collated copy, which the reading of an emendation is ascribed to. */
  base?: string | undefined
  locate: Locate
  /** Filled in by the handlers: what is finished when all of the text is there (`keyed.ts`). */
  spanning: Spanning[]
  /** Filled in by the handlers, in the order of the calls. */
  notes: BookNote[]
  /** Set by the handlers inside lemma and readings: no ids, no calls. */
  quoted: boolean
  /** Set by the handlers inside notes. */
  inNote: boolean
}

/** hast of blocks or phrases of a document. */
export function toText(nodes: Nodes[], context: TextContext): ElementContent[] {
  const handlers = {...handlersFor(context), paragraph: paragraphFor(context), listItem, link, emphasis}
  const tree = toHast({type: 'root', children: nodes as never[]}, {handlers}) as HastRoot
  return scoped(tree.children.filter((child) => child.type !== 'doctype'))
}

/** Blocks inside a document, such as those of a note: with the handlers that are there, since making them takes time. */
const blocks = (state: State, nodes: Nodes[]): ElementContent[] =>
  scoped(state.wrap(state.all({type: 'root', children: nodes as never[]})))

function scoped(children: ElementContent[]): ElementContent[] {
  visit({type: 'root', children} satisfies HastRoot, {tagName: 'th'}, ({properties}: Element) => {
    properties['scope'] ??= 'col'
  })
  return children
}

type Handlers = {
  [Type in keyof OwnNodes]: (
    state: State,
    node: OwnNodes[Type],
    parent: Parents | undefined
  ) => ElementContent | ElementContent[]
}

const all = (state: State, node: Nodes): ElementContent[] => state.all(node)
const span = (className: string, children: (ElementContent | string)[], properties = {}): Element =>
  h('span', {className: className.split(' '), ...properties}, children)

const inMarker = (marker: Marker | undefined, children: (ElementContent | string)[]): (ElementContent | string)[] => [
  marker?.open ?? '[',
  ...children,
  marker?.close ?? ']'
]

// oxlint-disable-next-line max-lines-per-function -- a table, one row a node
function handlersFor(context: TextContext): Record<string, Handler> {
  const {id} = context
  const name = (state: State, node: Name): Element =>
    span(node.type, all(state, node), context.quoted || !node.n ? {} : {id: nameAnchor(id, node.n), dataName: node.id})
  const handlers = {
    bracket: (state, node) => {
      const inner = all(state, node)
      return span(`bracket ${node.kind}`, inMarker(node.marker, node.kind === 'sic-mark' ? [h('em', inner)] : inner))
    },
    supplied: (state, node) => {
      if (!node.marker && node.by === 'ed')
        return span('supplied supplied-own', [OWN_SIGN[0], ...all(state, node), OWN_SIGN[1]])
      return span('supplied', inMarker(node.marker, all(state, node)))
    },
    orig: (state, node) => {
      const [open, close] = node.marker
        ? [node.marker.open, node.marker.close]
        : node.by === 'ed'
          ? OWN_SIGN
          : ['[', ']']
      return [
        {type: 'text', value: open},
        h('em', {className: ['orig'], lang: node.lang, dir: direction(node.lang)}, all(state, node)),
        {type: 'text', value: close}
      ]
    },
    gap: (state, node) => span('gap', node.marker ? inMarker(node.marker, all(state, node)) : [`[${gapWords(node)}]`]),
    unclear: (state, node) =>
      span('unclear', node.marker ? inMarker(node.marker, all(state, node)) : ['[', ...all(state, node), '?]']),
    corr: (state, node) => lemma(state, node, context),
    sic: (state, node) => [
      span('sic', all(state, node)),
      {type: 'text', value: ' ['},
      h('em', 'sic'),
      {type: 'text', value: ']'}
    ],
    app: (state, node) => lemma(state, node, context),
    entry: (state, node) => spanningEntry(state, node, context),
    reading: (state, node) => span('reading', all(state, node)),
    leafBreak: (_, node) =>
      span('leaf-break', [span('generated', ['|'], {ariaHidden: 'true'})], {
        dataLeaf: `${node.unit === 'page' ? 'p.' : 'l.'} ${node.label}`,
        dataWit: node.wit,
        id: context.quoted ? undefined : leafAnchor(id, node.wit, node.label)
      }),
    ann: (state, node) => span('ann', annotationLead(node, all(state, node))),
    del: (state, node) => h('del', all(state, node)),
    add: (state, node) => span('add', ['\\', ...all(state, node), '/']),
    note: (state, node) => noteOrCall(state, node, context),
    person: name,
    place: name,
    term: name,
    ref: (_, node) => reference(node, context.locate),
    indent: (_, {n}) => (context.quoted ? [] : span('indent', [], {style: `padding-left: ${n * INDENT}em`})),
    at: (_, node) => span('at', [], context.quoted ? {} : {id: atAnchor(id, node.id)}),
    citation: (state, node) => span('citation', all(state, node)),
    speaker: (state, node) => span('speaker', all(state, node)),
    turn: (state, node) => h('div', {className: ['turn']}, all(state, node)),
    part: (state, node) =>
      h('div', {className: [`part-${node.kind}`]}, [
        ...(node.title ? [h('p', {className: ['part-title']}, node.title)] : []),
        ...all(state, node)
      ]),
    only: (state, node) => h('div', {className: ['only']}, all(state, node)),
    figure: (state, node) =>
      h('figure', [
        h('img', {src: node.src, alt: node.alt}),
        ...(node.children.length > 0 ? [h('figcaption', all(state, node))] : [])
      ]),
    omission: (state, node) => h('p', {className: ['omission']}, all(state, node)),
    study: (state, node) =>
      h('section', {className: ['study', `study-${node.kind}`]}, [h('h1', node.title), ...all(state, node)]),
    answer: (state, node) => h('div', {className: ['answer']}, all(state, node)),
    answerSpace: (_, {lines}) => h('div', {className: ['answer-space'], style: `--lines: ${lines}`}),
    head: (state, node) => h('header', {className: ['head']}, all(state, node)),
    headPart: (state, node) => {
      const label: ElementContent[] = node.label ? [h('em', node.label), {type: 'text', value: ' '}] : []
      const words = withTimes(all(state, node), node.dates ?? [])
      return h(node.kind === 'title' ? 'h1' : 'p', {className: [`head-${node.kind}`]}, [...label, ...words])
    }
  } satisfies Handlers
  return handlers as Record<string, Handler>
}

/** Numbered paragraphs carry ¶ number and anchor. */
const paragraphFor =
  (context: TextContext) =>
  (state: State, node: Paragraph): Element => {
    const {id, quoted} = context
    const made = defaultHandlers.paragraph(state, node)
    const n = node.data?.n
    const deepest = deepestIndent(node)
    if (deepest > 0 && !quoted) made.properties['style'] = `--deepest: ${deepest * INDENT}em`
    if (n !== undefined && !quoted)
      Object.assign(made.properties, {id: paragraphAnchor(id, n), dataP: n, dataPair: node.data?.pair})
    return made
  }

/** Width in ems of a space at the start of a line of verse. */
const INDENT = 0.5

/** Spaces of the line that is set in most: what turns over goes further in. */
function deepestIndent(node: Paragraph): number {
  let most = 0
  visit(node, 'indent', ({n}) => void (most = Math.max(most, n)))
  return most
}

/** A paragraph with a number keeps its element, however close the items of a list are set. */
const listItem = (state: State, node: ListItem, parent: Parents | undefined): Element => {
  const numbered = node.children.some((child) => child.type === 'paragraph' && child.data?.n !== undefined)
  return numbered
    ? defaultHandlers.listItem(state, {...node, spread: true}, undefined)
    : defaultHandlers.listItem(state, node, parent)
}

/** A link leads to the network or into the edition; one that holds another link, such as the mark of a note, keeps its words only. */
const link = (state: State, node: Link): Element => {
  const made = defaultHandlers.link(state, node)
  let holds = false
  visit({type: 'root', children: made.children}, {tagName: 'a'}, () => void (holds = true))
  const elsewhere = /^[a-z][a-z0-9+.-]*:/i.test(node.url) && !/^(?:https?|mailto):/i.test(node.url)
  return holds || elsewhere ? h('span', made.children) : made
}

/** Words of a script from right to left, which knows no slanted letters, say so where they are emphasised. */
function emphasis(state: State, node: Emphasis): Element {
  const made = defaultHandlers.emphasis(state, node)
  let words = ''
  visit({type: 'root', children: made.children}, 'text', ({value}) => void (words += value))
  if (TURNED.test(/\p{L}/u.exec(words)?.[0] ?? '')) made.properties['className'] = ['emphatic']
  return made
}

function noteOrCall(state: State, node: Note, context: TextContext): ElementContent | ElementContent[] {
  if (node.place === 'inline') {
    const inner = node.children.flatMap((child) =>
      child.type === 'paragraph' ? all(state, child) : all(state, child as Nodes)
    )
    return span('note-inline', inMarker(node.marker, inner))
  }
  if (context.quoted) return []
  const note = newNote(node.series, node.n ?? 0, context)
  // The note takes its place in the order of calls before its own text can call others.
  context.notes.push(note)
  const {inNote} = context
  context.inNote = true
  const words = blocks(state, node.children)
  context.inNote = inNote
  const body = note.keyed === 'line' ? withLinePlace(words) : words
  if (node.span) {
    context.spanning.push({...anchorsOf(node.span, context), note, finish: (lemmaWords) => withLemma(body, lemmaWords)})
    return []
  }
  note.body = body
  return call(note)
}

const anchorsOf = ({from, to}: Entry['span'], {id}: TextContext): Pick<Spanning, 'from' | 'to'> => ({
  from: atAnchor(id, from),
  to: atAnchor(id, to)
})

/** The lemma of an entry. Keyed by mark, its call follows it; keyed by line, it bears the entry's name and no mark. */
function lemma(state: State, node: Corr | App, context: TextContext): ElementContent[] {
  const words = all(state, node)
  if (context.quoted) return [span(node.type, words)]
  const {note, finish} = newEntry(state, node, context)
  note.body = finish(lemmaOf(leavesOf(quotedWords(state, node.children, context))))
  context.notes.push(note)
  if (note.keyed === 'line') return [span(node.type, words, {dataEntry: note.anchor})]
  return [span(node.type, words), call(note)]
}

/** An entry between two anchors has its lemma in the text around it. */
function spanningEntry(state: State, node: Entry, context: TextContext): ElementContent[] {
  if (context.quoted) return []
  const made = newEntry(state, node, context)
  context.notes.push(made.note)
  context.spanning.push({...anchorsOf(node.span, context), ...made})
  return []
}

function newEntry(state: State, node: Corr | App | Entry, context: TextContext): Pick<Spanning, 'note' | 'finish'> {
  const note = newNote(ENTRIES, node.n ?? 0, context)
  const words = ({children}: Reading): ElementContent[] => quotedWords(state, children, context)
  const finish = (lemmaWords: ElementContent[]): ElementContent[] => {
    const body = [entryBody(node, {lemma: lemmaWords, words, base: context.base})]
    return note.keyed === 'line' ? withLinePlace(body) : body
  }
  return {note, finish}
}

/** Words in an entry, without ids and calls. */
function quotedWords(state: State, children: Paragraph['children'], context: TextContext): ElementContent[] {
  const {quoted} = context
  context.quoted = true
  try {
    return state.all({type: 'paragraph', children})
  } finally {
    context.quoted = quoted
  }
}

/** `no. 3, p. 12`; a mere place is `p. 12, l. 5` in print and `¶ 45` in an e-book, which are on no layer of the text. */
function reference({anchor, text = '', where, page, line}: Ref, locate: Locate): ElementContent {
  const place = locate.by === 'page' && anchor ? pageAndLine(anchor, {page, line}, locate) : (where ?? '')
  const words: (ElementContent | string)[] = [
    text,
    ...(place ? [span('generated', [`${text ? ', ' : ''}${place}`])] : [])
  ]
  return anchor ? h('a', {className: ['ref'], href: `#${anchor}`}, words) : span('ref', words)
}

/** A line is found by its page; where it has no number the page alone is given. Figures stand in until the pages are known. */
function pageAndLine(
  anchor: string,
  {page, line}: Pick<Ref, 'page' | 'line'>,
  locate: Extract<Locate, {by: 'page'}>
): string {
  if (!page && !line) return ''
  const label = locate.label(anchor)
  const n = line ? (locate.line?.(anchor) ?? (locate.line && label === undefined ? '00' : undefined)) : undefined
  return `p.\u00A0${label ?? '000'}${n === undefined ? '' : `, l.\u00A0${n}`}`
}
