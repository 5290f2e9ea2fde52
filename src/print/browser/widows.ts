// Sees where a break would leave a single line of a paragraph behind, send a single line over, or part a heading.
import type {Line} from './lines/index.ts'

/** Lines of a paragraph that must stay together at a break. */
const TOGETHER = 2

/**
 * The line before which the page must end instead, if the break as it stands leaves a widow or an orphan, or a heading without the text below
 * it. Chromium breaks three lines 2 + 1 in spite of `widows: 2`, and a heading with which the page begins in spite of `break-inside: avoid`.
 */
export function betterEnd(lines: Line[]): Line | undefined {
  const here = lines.filter((line) => line.column === 0)
  const last = here[here.length - 1]
  if (!last || last.block.closest('tr')) return undefined
  const heading = lines.length > here.length ? last.block.closest(HEADING) : null
  if (heading) return here.find(({block}) => heading.contains(block))
  const over = lines.filter((line) => line.column > 0 && line.block === last.block).length
  const kept = here.filter((line) => line.block === last.block)
  if (over === 0 || (over >= TOGETHER && kept.length >= TOGETHER)) return undefined
  const missing = Math.max(0, TOGETHER - over)
  return kept.length - missing >= TOGETHER ? kept[kept.length - missing] : kept[0]
}

/** Lines with which the page begins that belong to headings. */
export function openingHeadings(lines: Line[]): number {
  const text = lines.findIndex(({block}) => !block.closest(HEADING))
  return text < 0 ? lines.length : text
}

const HEADING = 'h1, h2, h3, h4, h5, h6'
