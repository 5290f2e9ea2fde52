// Keeps the indents of lines of verse, which Markdown takes off: a node at the start of each line that is set in.
import type {Paragraph, Parent, Root, RootContent, Text} from 'mdast'
import {visit} from 'unist-util-visit'
import type {Indent} from '../document/nodes.ts'
import type {Context} from './strays.ts'

/** Puts indents into the paragraphs of each `:::verse`, in place; words stay as they are. */
export function keepIndents(tree: Root, context: Context): void {
  visit(tree, 'part', ({kind, position, children}) => {
    if (kind !== 'verse') return
    // Inside a quotation or a list the verse begins where its fence begins.
    const lines: Lines = {...context, left: (position?.start.column ?? 1) - 1}
    for (const child of children) if (child.type === 'paragraph') keepIn(child, lines)
  })
}

interface Lines extends Context {
  /** Column of the fence, from 0: lines are set in from there. */
  left: number
}

function keepIn(paragraph: Paragraph, lines: Lines): void {
  splitAtLines(paragraph, lines)
  const start = paragraph.position?.start.offset ?? 0
  paragraph.children.unshift(...indentAt(lines.source.lastIndexOf('\n', start - 1) + 1, lines))
}

/** The lines of a note that is called in a verse are none of its own. */
function splitAtLines(parent: Parent, lines: Lines): void {
  parent.children = parent.children.flatMap((child): RootContent[] => {
    if (child.type === 'text') return splitText(child, lines)
    if (child.type === 'break') return [child, ...indentAt(child.position?.end.offset ?? 0, lines)]
    if (child.type !== 'note' && 'children' in child) splitAtLines(child, lines)
    return [child]
  })
}

function splitText(text: Text, lines: Lines): (Text | Indent)[] {
  const {position, value} = text
  if (!position) return [text]
  const made: (Text | Indent)[] = []
  let {start} = position
  let from = 0
  let line = start.offset ?? 0
  for (let end = value.indexOf('\n') + 1; end > 0; end = value.indexOf('\n', end) + 1) {
    line = lines.source.indexOf('\n', line) + 1
    const indent = indentAt(line, lines)
    if (indent.length === 0) continue
    const next = lines.pointAt(line + leadOf(line, lines).length)
    made.push({...text, value: value.slice(from, end), position: {start, end: next}}, ...indent)
    start = next
    from = end
  }
  if (from === 0) return [text]
  return from < value.length ? [...made, {...text, value: value.slice(from), position: {...position, start}}] : made
}

/** The indent of the line that begins at an offset, if any; a tab reaches to the next multiple of four. */
function indentAt(offset: number, lines: Lines): Indent[] {
  let column = 0
  for (const sign of leadOf(offset, lines)) column += sign === '\t' ? 4 - (column % 4) : 1
  return column > lines.left ? [{type: 'indent', n: column - lines.left}] : []
}

const LEAD = /[ \t>]*/y

function leadOf(offset: number, {source}: Lines): string {
  LEAD.lastIndex = offset
  return LEAD.exec(source)?.[0] ?? ''
}
