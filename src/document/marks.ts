// How running numbers are written as marks of notes, entries and folios.
import type {Marks} from './settings.ts'

/** Writes a running number (from 1) as a mark: `mark(2, 'lower-alpha')` is `b`. */
export function mark(n: number, kind: Marks): string {
  if (kind === 'decimal') return String(n)
  if (kind === 'lower-alpha') return alphabetic(n)
  if (kind === 'upper-alpha') return alphabetic(n).toUpperCase()
  if (kind === 'lower-roman') return roman(n)
  const signs = ['*', '†', '‡', '§', '‖', '¶']
  return (signs[(n - 1) % signs.length] ?? '*').repeat(Math.ceil(n / signs.length))
}

function alphabetic(n: number): string {
  let text = ''
  for (let rest = n; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    text = String.fromCharCode(97 + ((rest - 1) % 26)) + text
  }
  return text
}

/** Small roman numerals, for marks and the folios of front matter. */
export function roman(n: number): string {
  const signs = [
    [1000, 'm'],
    [900, 'cm'],
    [500, 'd'],
    [400, 'cd'],
    [100, 'c'],
    [90, 'xc'],
    [50, 'l'],
    [40, 'xl'],
    [10, 'x'],
    [9, 'ix'],
    [5, 'v'],
    [4, 'iv'],
    [1, 'i']
  ] as const
  let rest = n
  let text = ''
  for (const [value, sign] of signs) {
    while (rest >= value) {
      text += sign
      rest -= value
    }
  }
  return text
}
