// How many sheets of a booklet are folded together.

/** The sheets of each signature: all of the size that is asked for but the last, which has what is left. */
export function signaturesOf(pages: number, size?: number): number[] {
  const sheets = Math.ceil(pages / PAGES_OF_SHEET)
  if (size !== undefined) {
    const whole = Array.from({length: Math.floor(sheets / size)}, () => size)
    return sheets % size === 0 ? whole : [...whole, sheets % size]
  }
  if (sheets <= MOST_SHEETS) return [sheets]
  const count = Math.ceil(sheets / USUAL_SHEETS)
  return Array.from({length: count}, (_, at) => Math.floor(sheets / count) + (at < sheets % count ? 1 : 0))
}

/** Two on each side. */
export const PAGES_OF_SHEET = 4
/** More than these, folded at once, gape; so many are usual in a signature. */
const MOST_SHEETS = 10
const USUAL_SHEETS = 5
