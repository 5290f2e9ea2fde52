// Keeps containers from standing inside each other so deep that the parser would not come to an end.
import type {VFile} from 'vfile'
import {report} from '../document/report.ts'
import {DEEPEST} from './depth.ts'

/**
 * Reports the first fence that opens inside too many others, and then makes text of every fence. The source keeps its length,
 * so that every place stays true; the error refuses the build before the changed signs are printed.
 */
export function limitFences(file: VFile, source: string): string {
  const lines = source.split('\n')
  let depth = 0
  const deep = lines.findIndex((line) => {
    const [, , colons, name] = FENCE.exec(line) ?? []
    if (colons) depth = Math.max(0, depth + (name ? 1 : -1))
    return depth > DEEPEST
  })
  if (deep < 0) return source
  const column = (lines[deep] ?? '').indexOf(':') + 1
  const reason = `Unexpected container inside ${DEEPEST} others, expected fewer; close some of them with a line of as many colons`
  report(file, 'nested-too-deep', reason, {line: deep + 1, column})
  const asText = (_: string, before: string, colons: string): string => before + '.'.repeat(colons.length)
  return lines.map((line) => line.replace(FENCE, asText)).join('\n')
}

/** A line that opens a container, or, without a name, closes one. */
const FENCE = /^([ \t>]*)(:{3,})(?=([a-z]?))/
