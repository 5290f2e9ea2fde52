// Sees where a break would leave a single line of a paragraph behind or send a single line over.
import type {Line} from './lines/index.ts'

/** Lines of a paragraph that must stay together at a break. */
const TOGETHER = 2

/**
 * The line before which the page must end instead, if the break as it stands leaves a widow or an orphan.
 * Chromium breaks three lines 2 + 1 in spite of `widows: 2`.
 */
export function betterEnd(lines: Line[]): Line | undefined {
  const here = lines.filter((line) => line.column === 0)
  const last = here[here.length - 1]
  if (!last || last.block.closest('tr')) return undefined
  const over = lines.filter((line) => line.column > 0 && line.block === last.block).length
  const kept = here.filter((line) => line.block === last.block)
  if (over === 0 || (over >= TOGETHER && kept.length >= TOGETHER)) return undefined
  const missing = Math.max(0, TOGETHER - over)
  return kept.length - missing >= TOGETHER ? kept[kept.length - missing] : kept[0]
}
