// Takes up `{=12}` at the start of a paragraph of a counterpart: the paragraph pairs with ¶ 12 of the other text.
import type {Paragraph, Root} from 'mdast'
import type {Point} from 'unist'
import {SKIP, visit} from 'unist-util-visit'
import type {VFile} from 'vfile'
import {report} from '../document/report.ts'

/**
 * Moves each mark from the text into `data.pairMark` of its paragraph, in place. `{=` is no mark where a backslash stands before it, and
 * none in notes, headings and tables.
 *
 *   {=12} Здравствуйте!
 */
export function takePairMarks(file: VFile, tree: Root, source: string): void {
  visit(tree, (node) => {
    if (node.type === 'footnoteDefinition' || node.type === 'note') return SKIP
    if (node.type !== 'paragraph') return undefined
    takeMark(file, node, source)
    return SKIP
  })
}

function takeMark(file: VFile, paragraph: Paragraph, source: string): void {
  const [first] = paragraph.children
  // A backslash is gone from the value, so the source is asked.
  if (first?.type !== 'text' || source[first.position?.start.offset ?? 0] !== '{') return
  const mark = /^\{=(\d+[a-z]*)\}\s*/.exec(first.value)
  if (!mark) {
    if (!first.value.startsWith('{=')) return
    const reason = `Unexpected \`${first.value.slice(0, 12)}\` at the start of a paragraph, expected a mark such as \`{=12}\` with the number of a paragraph; put a backslash before it if it is text`
    report(file, 'paragraphs-unpaired', reason, first)
    return
  }
  paragraph.data = {...paragraph.data, pairMark: mark[1]}
  first.value = first.value.slice(mark[0].length)
  if (first.position) first.position = {...first.position, start: after(first.position.start, mark[0])}
  if (first.value === '') paragraph.children.shift()
}

function after({line, column, offset = 0}: Point, mark: string): Point {
  const ends = mark.split('\n')
  const last = ends.at(-1)?.length ?? 0
  return {
    line: line + ends.length - 1,
    column: ends.length > 1 ? last + 1 : column + last,
    offset: offset + mark.length
  }
}
