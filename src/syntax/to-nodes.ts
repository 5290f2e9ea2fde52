// Turns directives into our nodes, with their attributes checked.
import type {Node, PhrasingContent, Root, RootContent} from 'mdast'
import {SKIP, visit} from 'unist-util-visit'
import type {VFile} from 'vfile'
import {OWN, plainText, type App, type Entry, type Reading} from '../document/nodes.ts'
import {report} from '../document/report.ts'
import {isNamed, shownAs, type Directive} from './attributes.ts'
import {ruleOf} from './directives.ts'
import {app, entry} from './entries.ts'
import {sound} from './sound.ts'
import type {Context} from './strays.ts'

type Attributes = Record<string, string>

/** Replaces every directive of the tree, in place; one that is at fault is reported and its words stay as text. */
export function toNodes(file: VFile, tree: Root | Reading, context: Context): void {
  visit(tree, (node, index, parent) => {
    if (!isDirective(node) || !parent || index === undefined) return undefined
    const rule = ruleOf(node.name, context.series)
    const made = rule && sound(file, node, {source: context.source, rule}) ? make(node, context) : undefined
    if (made && 'readings' in made) readingsToNodes(file, made as App | Entry, context)
    parent.children.splice(index, 1, ...((made ? [made] : asText(node, context.source)) as never[]))
    // What was made is visited next, for the directives inside it; what stays text is not.
    return made ? [SKIP, index] : [SKIP, index + 1]
  })
}

/** Marks of the text, its notes and entries have no place in the words of another copy. */
const NOT_IN_READINGS = ['app', 'corr', 'at', 'pb', 'ref']

function readingsToNodes(file: VFile, {readings}: App | Entry, context: Context): void {
  for (const reading of readings) {
    visit(reading, (node) => {
      const isMark = isDirective(node) && [...NOT_IN_READINGS, ...context.series].some((name) => isNamed(node, name))
      if (!isMark && node.type !== 'footnoteReference') return
      const shown = isDirective(node) ? shownAs(node) : 'call of a note'
      report(
        file,
        'misplaced-directive',
        `Unexpected ${shown} in a reading, expected words only and marks such as \`:unclear[…]\``,
        node
      )
    })
    toNodes(file, reading, context)
  }
}

const isDirective = (node: Node): node is Directive =>
  node.type === 'textDirective' || node.type === 'leafDirective' || node.type === 'containerDirective'

/** A directive at fault stays as it was typed, so that `check` can go on. */
function asText(node: Directive, source: string): RootContent[] {
  const value = source.slice(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0)
  const text = {type: 'text' as const, value, position: node.position}
  return node.type === 'textDirective' ? [text] : [{type: 'paragraph', children: [text], position: node.position}]
}

function make(node: Directive, context: Context): Node {
  const attributes = Object.fromEntries(Object.entries(node.attributes ?? {}).map(([key, value]) => [key, value ?? '']))
  const listed = Object.hasOwn(builders, node.name) ? builders[node.name] : undefined
  const build = listed ?? (context.series.includes(node.name) ? inlineNote : undefined)
  if (!build) throw new Error(`Directive \`${node.name}\` has no builder`)
  return {...build(attributes, node), position: node.position}
}

type Builder = (attributes: Attributes, node: Directive) => Node & object

/** Words put in by somebody else stood in brackets in the received text. */
const marker = (by: string | undefined) => (by === OWN ? {} : {marker: {open: '[', close: ']'}})
const phrasing = (node: Directive): PhrasingContent[] => node.children as PhrasingContent[]

const name =
  (type: 'person' | 'place' | 'term'): Builder =>
  ({id}, node) => ({type, id, found: false, children: phrasing(node)})

const part: Builder = ({title}, node) => ({
  type: 'part',
  kind: node.name,
  title,
  children: node.children
})

const inlineNote: Builder = (_, node) => ({
  type: 'note',
  series: node.name,
  place: 'foot',
  children: [{type: 'paragraph', children: phrasing(node), position: node.position}]
})

const builders: Readonly<Record<string, Builder>> = {
  supplied: ({by}, node) => ({type: 'supplied', by, ...marker(by), children: phrasing(node)}),
  orig: ({by, lang}, node) => ({type: 'orig', by, lang, ...marker(by), children: phrasing(node)}),
  gap: ({reason, unit, n, by}) => ({
    type: 'gap',
    reason,
    unit,
    n: n === undefined ? undefined : Number(n),
    by: by ?? OWN,
    children: []
  }),
  unclear: ({cert}, node) => ({type: 'unclear', cert, children: phrasing(node)}),
  corr: ({rec, by, cert, alt}, node) => ({type: 'corr', rec, by: by ?? OWN, cert, alt, children: phrasing(node)}),
  sic: (_, node) => ({type: 'sic', children: phrasing(node)}),
  app,
  entry,
  at: ({id}) => ({type: 'at', id}),
  pb: ({wit, unit}, node) => ({
    type: 'leafBreak',
    label: plainText(node).trim(),
    wit,
    unit: unit ?? 'leaf',
    block: node.type === 'leafDirective'
  }),
  ann: ({hand, place, kind}, node) => ({type: 'ann', kind: kind ?? 'hand', hand, place, children: phrasing(node)}),
  del: (_, node) => ({type: 'del', children: phrasing(node)}),
  add: ({place}, node) => ({type: 'add', place, children: phrasing(node)}),
  person: name('person'),
  place: name('place'),
  term: name('term'),
  ref: ({page, line}, node) => ({
    type: 'ref',
    target: plainText(node).trim(),
    page: page !== undefined,
    line: line !== undefined
  }),
  narration: part,
  closing: part,
  address: part,
  letterhead: part,
  editorial: part,
  verse: part,
  attachment: part,
  only: (attributes, node) => ({
    type: 'only',
    audience: (attributes['for'] ?? '').split(/ +/),
    children: node.children
  }),
  figure: ({src, alt, decorative}, node) => ({
    type: 'figure',
    src,
    alt: alt ?? '',
    decorative: decorative !== undefined,
    children: phrasing(node)
  })
}
