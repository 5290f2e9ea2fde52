// Soft hyphens on finished pages: those that lines end with are hyphens, all others are gone, since readers of the PDF take them for spaces.
import {afterAll, beforeAll, expect, test} from 'vitest'
import {newPart} from './support/parts.ts'
import {noteFaults, textGiven, textOfPages} from './support/read-pages.ts'
import {startLab, type Lab} from './support/lab.ts'

let lab: Lab
beforeAll(async () => {
  lab = await startLab()
})
afterAll(() => lab.close())

test.each(['list', 'two-columns', 'three-columns'] as const)('notes in %s', async (layout) => {
  // A word of many syllables, and one that no line has room for among others in another script.
  const word = (n: number): string => {
    if (n % 40 === 0) return 'אבגדהוזחטיכלמנסעפצקרשת'.repeat(6)
    return Array.from({length: 4 + (n % 3)}, (_, at) => 'batlomkirdunes'.slice((n + at) % 11).slice(0, 3)).join(
      '\u00AD'
    )
  }
  const maker = newPart('d1', {word})
  for (let n = 0; n < 6; n++) maker.paragraph(12, {3: [{register: 'en', words: 30 + n}]})
  const {registers, ...part} = maker.part()
  const whole = {...part, registers: registers.map((one) => ({...one, layout}))}
  const laidOut = await lab.layOut(whole)
  expect(laidOut.problems).toEqual([])
  expect(textOfPages(laidOut)).toBe(textGiven(part.html))
  expect(noteFaults(whole, laidOut)).toEqual([])
  const html = laidOut.pages.join('')
  expect(html.match(/<span class="hyphen" aria-hidden="true">-</g)?.length).toBeGreaterThan(20)
  expect(html).not.toContain('\u00AD')
})
