// Reports what Markdown takes from a text: marks that a scholar may have meant as characters of the received text.
import type {Node, Root} from 'mdast'
import {visit} from 'unist-util-visit'
import type {VFile} from 'vfile'
import {report} from '../document/report.ts'
import {pointAt} from './strays.ts'

/** Reports each mark with its remedy. Which ones are surely meant nobody but the editor knows. */
export function reportMarks(file: VFile, tree: Root, source: string): void {
  visit(tree, (node, index, parent) => {
    const start = node.position?.start
    const taken = (start && WORDS[node.type]?.(node, source)) || undefined
    if (taken) report(file, taken.risk ? 'markdown-risk' : 'markdown-mark', taken.reason, start)
    if (node.type === 'text' && parent && index !== undefined) reportEscapes(file, node, source)
  })
}

interface Taken {
  risk: boolean
  reason: string
}

const WORDS: Readonly<Record<string, (node: Node, source: string) => Taken | undefined>> = {
  link(node, source) {
    const url = (node as Node & {url: string}).url
    if (/^([a-z][a-z0-9+.-]*:|#|\/|\.{1,2}\/)|^[^\s]+\.[a-z0-9]{2,5}$/i.test(url)) return undefined
    return risk(
      `Unexpected link: \`${text(node, source)}\` would lose \`(${url})\`, expected an address; put a backslash before \`[\` if it is text`
    )
  },
  list(node, source) {
    const {ordered, start} = node as Node & {ordered?: boolean | null; start?: number | null}
    if (ordered && (start ?? 1) >= 1000)
      return risk(
        `The paragraph opens with the number ${start} and reads as a list, expected \`${start}\\.\` if it is a year`
      )
    return mark(`Lines that begin with \`${text(node, source).slice(0, 2).trim()}\` read as a list`)
  },
  thematicBreak: (node, source) =>
    risk(
      `The line \`${text(node, source)}\` reads as a rule and its characters are gone, expected \`\\${text(node, source)}\` if it is text`
    ),
  code: (node, source) =>
    risk(`Lines fenced by \`${text(node, source).slice(0, 3)}\` read as code, expected backslashes if they are text`),
  inlineCode: (node, source) => mark(`Backticks of \`${text(node, source)}\` read as code`.replaceAll('``', '`')),
  emphasis: (node, source) => mark(`\`${text(node, source).slice(0, 1)}\` reads as emphasis`),
  strong: (node, source) => mark(`\`${text(node, source).slice(0, 2)}\` reads as strong emphasis`),
  heading: (node, source) =>
    mark(`\`${/^#+/.exec(text(node, source))?.[0] ?? '#'}\` at the start of the line reads as a heading`),
  blockquote: () => mark('`>` at the start of the line reads as a quotation')
}

const risk = (reason: string): Taken => ({risk: true, reason})
const mark = (reason: string): Taken => ({
  risk: false,
  reason: `${reason}, expected a backslash before it if it is text`
})

const text = (node: Node, source: string): string =>
  source.slice(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0)

/** A backslash before a sign is taken away; before a letter it stays. */
function reportEscapes(file: VFile, node: Node, source: string): void {
  const start = node.position?.start.offset ?? 0
  for (const match of text(node, source).matchAll(/\\([!-/:-@[-`{-~])/g)) {
    if (match[1] === ':' || match[1] === '[' || match[1] === '.') continue
    report(
      file,
      'markdown-mark',
      `The backslash before \`${match[1]}\` is a mark and will not be printed, expected two backslashes if it is text`,
      pointAt(source, start + match.index)
    )
  }
}
