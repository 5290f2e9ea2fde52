// Finds in the text what was meant as syntax and is none: unknown directives, stray fences, calls without a note.
import type {Node, Root, Text} from 'mdast'
import type {Point} from 'unist'
import {SKIP, visit} from 'unist-util-visit'
import type {VFile} from 'vfile'
import {nearest, report} from '../document/report.ts'
import {namesOf, ruleOf, type Form} from './directives.ts'

/** Source and series that places and names are read from. */
export interface Context {
  source: string
  /** Line and column of an offset of the source. */
  pointAt: (offset: number) => Point
  series: readonly string[]
}

/** Reports; changes nothing: what is kept as text stays text. */
export function reportStrays(file: VFile, tree: Root, context: Context): void {
  let openUnknown = 0
  visit(tree, (node, _, parent) => {
    if (node.type === 'code' || node.type === 'inlineCode') return SKIP
    if (node.type === 'containerDirective' && !closes(node, context.source)) {
      report(
        file,
        'unclosed-fence',
        `Container \`:::${node.name}\` is not closed, expected a line of as many colons as it was opened with${
          parent?.type === 'containerDirective' ? '; the container around it needs more colons than it' : ''
        }`,
        node.position?.start
      )
    }
    if (node.type !== 'text') return undefined
    for (const found of strays(node, context)) {
      if (found.kind === 'fence' && found.name === '' && openUnknown > 0) {
        openUnknown--
        continue
      }
      if (found.kind === 'fence' && found.name !== '') openUnknown++
      tell(file, found, context)
    }
    return undefined
  })
}

interface Stray {
  kind: 'directive' | 'fence' | 'leaf' | 'call' | 'in-word'
  name: string
  at: Point | undefined
  before: string
}

const PATTERN =
  /(?<fence>^[ \t]*:{3,}[ \t]*(?<container>[\p{L}_][\p{L}\p{N}_-]*)?[^\n]*$)|(?<leaf>^::(?<leafName>[a-z][a-z-]*)(?=[[{]))|(?<call>\[\^(?<label>[^\]\s]+)\])|(?<text>(?<![:\\]):(?<textName>[a-z][a-z-]*)(?=[[{]))/gmu

/** Reads the source of a text node, since escapes are gone from its value. */
function* strays(node: Text, {source, pointAt}: Context): Generator<Stray> {
  const start = node.position?.start.offset ?? 0
  const slice = source.slice(start, node.position?.end.offset ?? start)
  for (const match of slice.matchAll(PATTERN)) {
    const offset = start + match.index
    const meant = meantBy(match.groups ?? {}, source, offset)
    if (meant) yield {...meant, at: pointAt(offset + leading(match[0])), before: match[0].trim()}
  }
}

/** What signs at an offset were meant for; undefined where they are text. */
function meantBy(
  groups: Readonly<Record<string, string>>,
  source: string,
  offset: number
): Pick<Stray, 'kind' | 'name'> | undefined {
  const {fence, container = '', leaf, leafName = '', call, label = '', text, textName = ''} = groups
  if (fence !== undefined) return lineStart(source, offset) ? {kind: 'fence', name: container} : undefined
  if (leaf !== undefined) return lineStart(source, offset) ? {kind: 'leaf', name: leafName} : undefined
  if (call !== undefined) return escaped(source, offset) ? undefined : {kind: 'call', name: label}
  if (text === undefined || ':\\'.includes(source[offset - 1] ?? ' ')) return undefined
  const inWord = /[\p{L}\p{N}\p{M}]$/u.test(source.slice(Math.max(0, offset - 2), offset))
  return {kind: inWord ? 'in-word' : 'directive', name: textName}
}

const leading = (text: string): number => text.length - text.trimStart().length
const lineStart = (source: string, offset: number): boolean =>
  /^[ \t>]*$/.test(source.slice(offset > 0 ? source.lastIndexOf('\n', offset - 1) + 1 : 0, offset))
const escaped = (source: string, offset: number): boolean => source[offset - 1] === '\\'

function tell(file: VFile, stray: Stray, {series}: Context): void {
  if (stray.kind === 'call') {
    report(
      file,
      'call-without-note',
      `Unexpected call \`[^${stray.name}]\` without a note, expected \`[^${stray.name}]: …\` in this file`,
      stray.at
    )
    return
  }
  if (stray.kind === 'fence' && stray.name === '') {
    report(
      file,
      'stray-fence',
      `Unexpected fence \`${stray.before}\`, expected an open container for it to close`,
      stray.at
    )
    return
  }
  const form = stray.kind === 'fence' ? 'container' : stray.kind === 'leaf' ? 'leaf' : 'text'
  const rule = ruleOf(stray.name, series)
  if (rule) return tellListed(file, stray, {form, forms: rule.forms})
  // After a letter or digit a colon is punctuation: `45:o[1]`.
  if (stray.kind === 'in-word') return
  const near = nearest(stray.name, namesOf(form, series))
  const hint = near
    ? `did you mean \`${SIGN[form]}${near}\`?`
    : `expected one of ${[...namesOf(form, series)].map((name) => `\`${name}\``).join(', ')}`
  report(file, 'unknown-directive', `Unexpected directive \`${SIGN[form]}${stray.name}\`, ${hint}`, stray.at)
}

const SIGN = {text: ':', leaf: '::', container: ':::'} as const satisfies Record<Form, string>

/** What a directive of a form must have around and after its name. */
const WHOLE = {
  text: 'closed brackets and braces after its name',
  leaf: 'it alone on its line with closed brackets and braces',
  container: 'its name directly after the colons, at most braces after it, and nothing else on its line'
} as const satisfies Record<Form, string>

/** A name of the dialect that the parser did not take: in the wrong form, inside a word, or broken. */
function tellListed(file: VFile, {kind, name, at}: Stray, {form, forms}: {form: Form; forms: readonly Form[]}): void {
  const shown = `\`${SIGN[form]}${name}\``
  if (!forms.includes(form)) {
    const right = forms.map((known) => `\`${SIGN[known]}${name}\``).join(' or ')
    report(file, 'misplaced-directive', `Unexpected ${shown}, expected ${right}`, at)
  } else if (kind === 'in-word') {
    const reason = `Unexpected ${shown} directly after a letter or digit, where it is text, expected a space or a sign before it`
    report(file, 'directive-in-word', reason, at)
  } else {
    const reason = `Directive ${shown} could not be read, expected ${WHOLE[form]}`
    report(file, 'broken-directive', reason, at)
  }
}

/** Whether the source of a container ends with its closing fence. */
function closes(node: Node & {children: Node[]}, source: string): boolean {
  const text = source.slice(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0)
  const lines = text.split('\n')
  const opening = /^:+/.exec(lines[0] ?? '')?.[0].length ?? 3
  const closing = /^[ \t>]*(:{3,})[ \t]*$/.exec(lines.at(-1) ?? '')
  return lines.length > 1 && closing !== null && (closing[1]?.length ?? 0) >= opening && endsHere(node, closing, source)
}

/** The last line must be the container's own fence, not that of a container inside it. */
function endsHere(node: {children: Node[]}, closing: RegExpExecArray, source: string): boolean {
  const last = node.children.at(-1)
  if (!last || last.type !== 'containerDirective') return true
  const end = last.position?.end.offset ?? 0
  return source
    .slice(end)
    .trimStart()
    .startsWith(closing[1] ?? ':::')
}
