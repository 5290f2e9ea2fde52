// Finds the square brackets of the received text and makes each a node that prints as typed.
import type {Parents, PhrasingContent, Text} from 'mdast'
import type {Point} from 'unist'
import {SKIP, visit} from 'unist-util-visit'
import type {EditionDocument} from '../document/edition.ts'
import type {Bracket} from '../document/nodes.ts'
import {report} from '../document/report.ts'

/** Needs `notes` to have run: brackets of notes are the editor's own and stay text. A bracket without its fellow is reported and stays text. */
export function brackets({file, tree}: EditionDocument): void {
  visit(tree, (node) => {
    if (node.type === 'note' || (node.type === 'part' && node.kind === 'editorial')) return SKIP
    if (!('children' in node) || !node.children.some((child) => child.type === 'text')) return undefined
    const parent = node as Parents & {children: PhrasingContent[]}
    parent.children = pair(parent.children, (sign, at) => {
      const [what, expected] = sign === '[' ? ['opening bracket `[`', '`]`'] : ['closing bracket `]`', '`[`']
      report(
        file,
        'bracket-unbalanced',
        `Unexpected ${what} without its fellow, expected ${expected} in the same paragraph`,
        at
      )
    })
    return undefined
  })
}

interface Frame {
  open: Text | undefined
  content: PhrasingContent[]
}

type Unpaired = (sign: string, at: Point | undefined) => void

function pair(children: PhrasingContent[], unpaired: Unpaired): PhrasingContent[] {
  const stack: Frame[] = [{open: undefined, content: []}]
  const top = (): Frame => stack.at(-1) as Frame
  for (const child of children.flatMap(pieces)) {
    if (child.type !== 'text' || (child.value !== '[' && child.value !== ']')) top().content.push(child)
    else if (child.value === '[') stack.push({open: child, content: []})
    else if (stack.length > 1) {
      const {open, content} = stack.pop() as Frame
      top().content.push(bracketOf(open as Text, content, child))
    } else {
      unpaired(']', child.position?.start)
      top().content.push(child)
    }
  }
  while (stack.length > 1) {
    const {open, content} = stack.pop() as Frame
    unpaired('[', open?.position?.start)
    top().content.push(open as Text, ...content)
  }
  return join(top().content)
}

function bracketOf(open: Text, content: PhrasingContent[], close: Text): Bracket {
  return {
    type: 'bracket',
    kind: 'untyped',
    marker: {open: '[', close: ']'},
    children: join(content),
    position: open.position && close.position && {start: open.position.start, end: close.position.end}
  }
}

/** Cuts a text at its brackets; each piece knows its place. */
function pieces(node: PhrasingContent): PhrasingContent[] {
  if (node.type !== 'text' || !/[[\]]/.test(node.value)) return [node]
  let at = node.position?.start
  return node.value.split(/([[\]])/).flatMap((value) => {
    if (value === '') return []
    const start = at
    at = at && after(at, value)
    return [{type: 'text' as const, value, position: start && at && {start, end: at}}]
  })
}

function after(point: Point, text: string): Point {
  const lines = text.split('\n')
  const last = lines.at(-1) ?? ''
  const offset = point.offset === undefined ? undefined : point.offset + text.length
  if (lines.length === 1) return {line: point.line, column: point.column + text.length, offset}
  return {line: point.line + lines.length - 1, column: last.length + 1, offset}
}

/** Neighbouring texts become one again. */
function join(children: PhrasingContent[]): PhrasingContent[] {
  const joined: PhrasingContent[] = []
  for (const child of children) {
    const before = joined.at(-1)
    if (child.type === 'text' && before?.type === 'text') {
      joined[joined.length - 1] = {
        type: 'text',
        value: before.value + child.value,
        position: before.position && child.position && {start: before.position.start, end: child.position.end}
      }
    } else joined.push(child)
  }
  return joined
}
