// Makes titles, heads, tables and pictures with their distances whole lines high, so that the lines after them stand where those of
// every other page stand.

const OF_OWN_HEIGHT = '.head, h1, table, figure'

/**
 * Measures blocks in a copy that is laid out, and gives their originals the room that is missing to a whole number of lines. It is
 * put below, since space at the head of a page falls away.
 */
export function fillToLines(copy: HTMLElement, twins: ReadonlyMap<Node, Node>): void {
  const line = parseFloat(getComputedStyle(copy).lineHeight)
  for (const block of copy.querySelectorAll<HTMLElement>(OF_OWN_HEIGHT)) {
    const twin = twins.get(block)
    if (!(twin instanceof HTMLElement) || block.parentElement?.closest(OF_OWN_HEIGHT) || !isLoaded(block)) continue
    const {above, below} = spaceAround(block)
    const missing = missingTo(line, above + block.getBoundingClientRect().height + below)
    if (missing > 0) twin.style.marginBottom = `${(below + missing).toFixed(2)}px`
  }
}

/** A picture that is not there, or damaged, has no height of its own. */
const isLoaded = (block: HTMLElement): boolean =>
  [...block.querySelectorAll('img')].every(({complete, naturalHeight}) => complete && naturalHeight > 0)

const missingTo = (line: number, height: number): number => {
  const over = height % line
  return over < ROUNDED || over > line - ROUNDED ? 0 : line - over
}

/** Heights of whole lines come out a little off, pixels. */
const ROUNDED = 0.5

/** Margins that meet become the larger one. */
function spaceAround(block: HTMLElement): {above: number; below: number} {
  const own = getComputedStyle(block)
  const before = block.previousElementSibling
  const after = block.nextElementSibling
  return {
    above: larger(own.marginTop, before && getComputedStyle(before).marginBottom),
    below: larger(own.marginBottom, after && getComputedStyle(after).marginTop)
  }
}

const larger = (one: string, other: string | null): number => Math.max(parseFloat(one), parseFloat(other ?? '0'))
