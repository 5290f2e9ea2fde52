// Finds the square brackets of the received text and makes each a node that prints as typed.
import type {Parents, PhrasingContent, Text} from 'mdast'
import {SKIP, visit} from 'unist-util-visit'
import type {EditionDocument} from '../document/edition.ts'
import type {Bracket} from '../document/nodes.ts'
import {report} from '../document/report.ts'
import {cut} from './cut.ts'

/** Needs `notes` to have run: brackets of notes are the editor's own and stay text. A bracket without its fellow is reported and stays text. */
export function brackets(document: EditionDocument): void {
  visit(document.tree, (node) => {
    if (node.type === 'note' || (node.type === 'part' && node.kind === 'editorial')) return SKIP
    if (!('children' in node) || !node.children.some(hasBracket)) return undefined
    const parent = node as Parents & {children: PhrasingContent[]}
    const cutUp = parent.children.flatMap((child) => pieces(child, document))
    const deep = tooDeep(cutUp)
    if (deep) {
      const reason = `Unexpected bracket around ${DEEPEST} others inside each other, expected fewer; they print as typed`
      report(document.file, 'nested-too-deep', reason, deep.position?.start)
      return undefined
    }
    const {children, unpaired} = pair(cutUp)
    parent.children = join(children)
    for (const sign of unpaired) tell(document, sign)
    return undefined
  })
}

const hasBracket = (node: {type: string; value?: string}): boolean =>
  node.type === 'text' && /[[\]]/.test(node.value ?? '')

/** How many brackets may stand inside each other. */
const DEEPEST = 1000

/** The bracket that closes around more than that; those without fellow hold none. */
function tooDeep(nodes: readonly PhrasingContent[]): Text | undefined {
  // How many stand inside each other in each bracket that is open; those of none are in the first place.
  const heights = [0]
  return nodes.find((node): node is Text => {
    if (node.type !== 'text') return false
    if (node.value === '[') heights.push(0)
    if (node.value !== ']' || heights.length === 1) return false
    const height = (heights.pop() ?? 0) + 1
    heights.push(Math.max(heights.pop() ?? 0, height))
    return height > DEEPEST
  })
}

function tell({file}: EditionDocument, {value, position}: Text): void {
  const [what, expected] = value === '[' ? ['opening bracket `[`', '`]`'] : ['closing bracket `]`', '`[`']
  report(
    file,
    'bracket-unbalanced',
    `Unexpected ${what} without its fellow, expected ${expected} in the same paragraph`,
    position?.start
  )
}

/** Takes up each closing bracket with the last opening one; those without fellow stay where they are. */
function pair(nodes: readonly PhrasingContent[]): {children: PhrasingContent[]; unpaired: Text[]} {
  const children: PhrasingContent[] = []
  const unpaired: Text[] = []
  // Places of opening brackets that wait for their fellows.
  const open: number[] = []
  for (const node of nodes) {
    const sign = node.type === 'text' ? node.value : undefined
    const place = sign === ']' ? open.pop() : undefined
    if (place !== undefined) {
      const [first, ...content] = children.splice(place)
      children.push(bracketOf(first as Text, content, node as Text))
      continue
    }
    if (sign === ']') unpaired.push(node as Text)
    if (sign === '[') open.push(children.length)
    children.push(node)
  }
  return {children, unpaired: [...unpaired, ...open.map((place) => children[place] as Text)]}
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

/** Cuts a text at its brackets. */
function pieces(node: PhrasingContent, document: EditionDocument): PhrasingContent[] {
  if (node.type !== 'text' || !hasBracket(node)) return [node]
  const at = [...node.value.matchAll(/[[\]]/g)].flatMap(({index}) => [index, index + 1])
  return cut(node, at, document)
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
