// What an entry keyed by line is found by: the numbers of its lines, and which of the same words on the line it means.

/** What stands before and behind a lemma. */
export interface EntryKey {
  /** Numbers of its lines as printed; empty where lines have none. */
  lines: string
  /** Where it ends on a page to come: as many zeros as the number of that line may have figures. */
  end?: string | undefined
  /** 1 for the first of several same words on the line, 0 where there is one only. */
  occurrence: number
}

/** Numbers of the lines of a lemma: none on a line that is not counted, `later` for one on a page to come. */
export interface Lines {
  from: number | undefined
  to: number | 'later' | undefined
}

/** The numbers as printed: `12`, `12–13`, `107–8`. A heading, which has none, is named, so that no entry seems to be on the line before. */
export function lineLabel({from, to}: Lines): string {
  if (from === undefined) return HEADING
  if (to === 'later') return `${from}–`
  return to === undefined || to === from ? String(from) : `${from}–${rangeEnd(from, to)}`
}

/** Room for the number of a line on a page to come; `before` where the count goes on from page to page. */
export function reservedEnd(before: number | undefined): string {
  const ends = before === undefined ? [MOST_LINES] : [before + 1, before + MOST_LINES].map((to) => rangeEnd(before, to))
  return '0'.repeat(Math.max(...ends.map((end) => String(end).length)))
}

/** The end of a range without the figures that it shares with the beginning; the teens keep theirs: `107–8`, `112–13`. */
export function rangeEnd(from: number, to: number): string {
  const [start, end] = [String(from), String(to)]
  if (start.length !== end.length) return end
  let shared = 0
  while (shared < end.length - 1 && start[shared] === end[shared]) shared++
  const isTeen = shared === end.length - 1 && end.at(-2) === '1'
  return end.slice(isTeen ? shared - 1 : shared)
}

/** Lines from one to another that the place for a number is made for. */
const MOST_LINES = 80

const HEADING = 'heading'
