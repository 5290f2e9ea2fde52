// Reports what Markdown takes from a text: marks that a scholar may have meant as characters of the received text.
import type {Link, List, Node, Root} from 'mdast'
import {SKIP, visit} from 'unist-util-visit'
import type {VFile} from 'vfile'
import {report} from '../document/report.ts'
import {ruleOf} from './directives.ts'
import {runs} from './links.ts'
import type {Context} from './strays.ts'

/** Reports each mark with its remedy. Which ones are surely meant nobody but the editor knows; in his own words he needs no telling. */
export function reportMarks(file: VFile, tree: Root, context: Context): void {
  visit(tree, (node, index, parent) => {
    if (isOwn(node, context)) return SKIP
    const start = node.position?.start
    const taken = (start && WORDS[node.type]?.(node, context.source)) || undefined
    if (taken) report(file, taken.risk ? 'markdown-risk' : 'markdown-mark', taken.reason, start)
    if (node.type === 'paragraph' && !isVerse(parent)) reportIndent(file, node, context)
    if (node.type === 'text' && parent && index !== undefined) reportEscapes(file, node, context)
    return undefined
  })
}

/** Notes and parts that this edition's editor wrote. */
function isOwn(node: Node, {series}: Context): boolean {
  if (node.type === 'footnoteDefinition') return true
  const {name} = node as Node & {name?: string}
  if (node.type === 'textDirective') return series.includes(name ?? '') && ruleOf(name ?? '', []) === undefined
  return node.type === 'containerDirective' && (name === 'editorial' || name === 'only')
}

interface Taken {
  risk: boolean
  reason: string
}

const WORDS: Readonly<Record<string, (node: Node, source: string) => Taken | undefined>> = {
  link(node, source) {
    const {url} = node as Link
    // A link that is refused is told of already.
    if (isAddress(url) || runs(url)) return undefined
    return risk(
      `Unexpected link: \`${text(node, source)}\` would lose \`(${url})\`, expected an address; put a backslash before \`[\` if it is text`
    )
  },
  image: (node, source) => mark(`\`${text(node, source)}\` reads as a picture`),
  list: (node, source) => numbers(node as List, source),
  thematicBreak: (node, source) =>
    risk(
      `The line \`${text(node, source)}\` reads as a rule and its characters are gone, expected \`\\${text(node, source)}\` if it is text`
    ),
  code: (node, source) =>
    risk(`Lines fenced by ${text(node, source).slice(0, 3)} read as code, expected backslashes if they are text`),
  inlineCode: (node, source) => mark(`Backticks of \`${text(node, source)}\` read as code`.replaceAll('``', '`')),
  emphasis: (node, source) => mark(`\`${text(node, source).slice(0, 1)}\` reads as emphasis`),
  strong: (node, source) => mark(`\`${text(node, source).slice(0, 2)}\` reads as strong emphasis`),
  heading: (node, source) =>
    mark(`\`${/^#+/.exec(text(node, source))?.[0] ?? '#'}\` at the start of the line reads as a heading`),
  blockquote: () => mark('`>` at the start of the line reads as a quotation'),
  table: () => mark('Lines with `|` read as a table'),
  break: (node, source) =>
    text(node, source).startsWith('\\')
      ? {
          risk: false,
          reason:
            'The backslash at the end of the line reads as a line break and will not be printed, expected two backslashes if it is text'
        }
      : undefined
}

const risk = (reason: string): Taken => ({risk: true, reason})
const mark = (reason: string): Taken => ({
  risk: false,
  reason: `${reason}, expected a backslash before it if it is text`
})

/** An address of the network, a place in the book or a file; what else stands in parentheses may be words of the text. */
const isAddress = (url: string): boolean =>
  /^(?:https?:|mailto:|#|\/|\.{1,2}\/)|^[^\s]+\.(?:epub|gif|html?|jpe?g|md|pdf|png|svg|txt|webp|xml)(?:#.*)?$/i.test(
    url
  )

const text = (node: Node, source: string): string =>
  source.slice(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0)

/** Items are counted anew: numbers that do not count on from the first would be changed. */
function numbers(list: List, source: string): Taken | undefined {
  if (!list.ordered) return mark(`Lines that begin with \`${text(list, source).slice(0, 1)}\` read as a list`)
  const written = list.children.map((item) => /^\d+[.)]/.exec(text(item, source))?.[0] ?? '')
  const [first = ''] = written
  const start = Number.parseInt(first, 10)
  if (start >= 1000)
    return risk(
      `The paragraph opens with the number ${start} and reads as a list, expected \`${start}\\${first.slice(-1)}\` if it is a year`
    )
  const wrong = written.find((number, index) => Number.parseInt(number, 10) !== start + index)
  if (wrong === undefined) return mark(`Lines that begin with \`${first}\` read as a list`)
  const shown = wrong.slice(0, -1)
  return risk(
    `Lines that begin with numbers read as a list, in which \`${wrong}\` would be counted as ${start + written.indexOf(wrong)}, expected \`${shown}\\${wrong.slice(-1)}\` if the numbers are text`
  )
}

/** The indents of its lines are kept. */
const isVerse = (parent: Node | undefined): boolean =>
  parent?.type === 'containerDirective' && (parent as Node & {name: string}).name === 'verse'

/** Spaces before a line are printed in verse only. */
function reportIndent(file: VFile, node: Node, {source, pointAt}: Context): void {
  const start = node.position?.start.offset ?? 0
  const from = source.lastIndexOf('\n', start - 1) + 1
  const lead = source.slice(from, start)
  const at = /^ {4}|^\t/.test(lead) && lead.trim() === '' ? from : indented(text(node, source), start, node)
  if (at === undefined) return
  const reason =
    'The indent of this line is not printed, expected no-break spaces (U+00A0) in its place if it belongs to the text, or `:::verse` around lines of verse'
  report(file, 'markdown-mark', reason, pointAt(at))
}

/** Place of the first line of a paragraph that is indented further than the paragraph itself. */
function indented(lines: string, offset: number, node: Node): number | undefined {
  const own = (node.position?.start.column ?? 1) - 1
  for (const match of lines.matchAll(/\n([ \t]+)(?=\S)/g))
    if ((match[1] ?? '').length > own) return offset + match.index + 1
  return undefined
}

/** A backslash before a sign is taken away; before a letter it stays. */
function reportEscapes(file: VFile, node: Node, {source, pointAt}: Context): void {
  const start = node.position?.start.offset ?? 0
  for (const match of text(node, source).matchAll(/\\([!-/:-@[-`{-~])/g)) {
    if (match[1] === ':' || match[1] === '[' || match[1] === '.') continue
    report(
      file,
      'markdown-mark',
      `The backslash before \`${match[1]}\` is a mark and will not be printed, expected two backslashes if it is text`,
      pointAt(start + match.index)
    )
  }
}
