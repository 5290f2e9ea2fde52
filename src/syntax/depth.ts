// Keeps marks from standing inside each other so deep that nobody can have meant it, and no program could follow.
import type {Node, Parents, Root} from 'mdast'
import type {VFile} from 'vfile'
import {report} from '../document/report.ts'

/** How many marks may stand inside each other. */
export const DEEPEST = 100

/** Reports the first mark that stands too deep and makes text of all such marks, in place. Walks without calling itself. */
export function limitDepth(file: VFile, tree: Root, source: string): void {
  let level: Node[] = [tree]
  for (let depth = 0; level.length > 0; depth++) {
    if (depth === DEEPEST) return flatten(file, level, source)
    level = level.flatMap((node) => ('children' in node ? (node as Parents).children : []))
  }
}

function flatten(file: VFile, level: readonly Node[], source: string): void {
  const parents = level.filter((node) => 'children' in node && (node as Parents).children.length > 0)
  const [first] = parents
  if (!first) return
  const reason = `Unexpected mark inside ${DEEPEST} others, expected fewer; put a backslash before the signs that are text`
  report(file, 'nested-too-deep', reason, first.position?.start)
  for (const node of parents) {
    const {start, end} = node.position ?? {}
    const value = source.slice(start?.offset ?? 0, end?.offset ?? 0)
    ;(node as Parents).children = [{type: 'text', value, position: node.position}] as never
  }
}
