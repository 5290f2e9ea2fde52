// Lines whose spaces would be too wide end before the measure, in the real browser: in text and notes, columns, and in both directions.
import type {Element} from 'hast'
import {afterAll, beforeAll, expect, test} from 'vitest'
import type {FlowPart, FlowRegister, LaidOut} from '../../src/print/contract.ts'
import {SOFT_HYPHEN} from '../../src/print/layout/hyphenate.ts'
import {startLab, type Lab} from './support/lab.ts'
import {newPart} from './support/parts.ts'
import {elements, elementsOn, noteFaults, textGiven, textOfPages} from './support/read-pages.ts'

let lab: Lab
beforeAll(async () => {
  lab = await startLab()
})
afterAll(() => lab.close())

/** As they would be set without what ends lines early. */
const stretched = (laidOut: LaidOut): LaidOut => ({
  ...laidOut,
  css: `${laidOut.css} .line-end {padding: 0 !important}`
})

interface Expected {
  /** Where lines end; undefined in columns, whose edges are not measured. */
  side: 'left' | 'right' | undefined
  /** Lines that would be loose, at least. */
  lines: number
}

/** Nothing is loose, something would be; nothing has moved; lines end early on one side alone. */
async function expectShort(part: FlowPart, {side, lines}: Expected, more = ''): Promise<LaidOut> {
  const laidOut = await lab.layOut(part, more)
  expect(laidOut.problems).toEqual([])
  expect(textOfPages(laidOut)).toBe(textGiven(part.html))
  expect(noteFaults(part, laidOut)).toEqual([])
  const [set, before] = [await lab.measure(laidOut), await lab.measure(stretched(laidOut))]
  const ends = laidOut.pages.flatMap((page) => elementsOn(page, 'span')).filter((one) => isEnd(one))
  expect(set.flatMap(({loose}) => loose)).toEqual([])
  expect(laidOut.stats.looseLines).toEqual([])
  expect(laidOut.stats.shortLines).toHaveLength(ends.length)
  expect(before.flatMap(({loose}) => loose).length).toBeGreaterThanOrEqual(lines)
  expect(set.map((page) => page.lines)).toEqual(before.map((page) => page.lines))
  if (side === undefined) return laidOut
  expect(before.flatMap(({short}) => short)).toEqual([])
  const short = set.flatMap((page) => page.short)
  // A hyphen hangs out of the measure by a little.
  const seen = ends.filter(({properties}) => Number(/[\d.]+/.exec(String(properties['style']))?.[0]) > 1.2)
  expect(short.length).toBeGreaterThanOrEqual(seen.length)
  expect(short.length).toBeLessThanOrEqual(ends.length)
  expect(new Set(short.map((one) => one.side))).toEqual(new Set([side]))
  return laidOut
}

const isEnd = (one: Element): boolean => hasClass(one, 'line-end')
const isNote = (one: Element): boolean => hasClass(one, 'note')
const hasClass = ({properties}: Element, name: string): boolean => [properties['className']].flat().includes(name)

/** Words of which few find room on a line, with short ones between. */
const long = (letters: string, n: number): string => letters.repeat(4).slice(0, 6 + ((n * 7) % 15))

test('a line that nothing else mends ends before the measure', async () => {
  const part = newPart('d1', {registers: ['en'], word: (n) => long('abcdefghijkl', n)})
  for (let n = 0; n < 30; n++) part.paragraph(40, {20: [{register: 'en', words: 30}]})
  const laidOut = await expectShort(part.part(), {side: 'right', lines: 100})
  const {page, words} = laidOut.stats.shortLines[0] ?? {}
  expect(page).toBe(0)
  expect(textOfPages(laidOut)).toContain(words)
})

test('also one that ends with a hyphen, a mark, or words in italics', async () => {
  const part = newPart('d1', {registers: ['en']})
  const word = (n: number): string => long('abcdefghijkl', n)
  const divided = (n: number): string => `${word(n)}${SOFT_HYPHEN}${word(n + 1)}`
  for (let n = 0; n < 60; n++) {
    const call = part.call('en', `<p>${divided(n)} ${word(n)} ${divided(n + 3)}</p>`)
    const inner = [
      word(n),
      `<em>${word(n + 1)}</em>`,
      divided(n + 2),
      `<span class="glue">${word(n + 3)}${call}</span>`
    ]
    part.block(
      `<p>${Array.from({length: 8}, (_, at) => inner[(at * at + n) % 3]).join(' ')} ${inner[3]} ${word(n)}</p>`
    )
  }
  const laidOut = await expectShort(part.part(), {side: 'right', lines: 40})
  const html = laidOut.pages.join('')
  const inside = /<(?:span|a|em)[^>]*class="(?:hyphen|call)[^>]*><span class="line-end"|<em><span class="line-end"/g
  expect(new Set(html.match(inside)?.map((found) => /hyphen|call|em/.exec(found)?.[0]))).toEqual(
    new Set(['hyphen', 'call', 'em'])
  )
})

test('also where hyphens stay soft, since the visible ones would not find room', async () => {
  const part = newPart('d1', {
    registers: [],
    word: (n) => `${'abcdefgh'.slice(n % 4)}${SOFT_HYPHEN}${'abcdefgh'.slice(n % 5)}`
  })
  // Of a word from right to left a part stands on another line: its text is set line by line.
  const word = Array.from('אבגדהוזחטיכלמנסע').join('־')
  for (let n = 0; n < 30; n++) part.block(`<p>${part.words(9)} ${word} ${part.words(11)}</p>`)
  const laidOut = await expectShort(part.part(), {side: 'right', lines: 20}, '.hyphen {padding: 0 30px}')
  const html = laidOut.pages.join('')
  expect(html).toContain('<span class="whole-line">')
  expect(html.match(/<span class="line-end"[^>]*>[a-h]+\u00AD</g)?.length).toBeGreaterThan(10)
  expect(html).not.toMatch(/<\/span>\u00AD/)
  // A soft hyphen shows where a line may be broken behind it.
  expect(html).not.toMatch(/\u00AD<\/span>\s*<wbr>/)
})

test('also in registers of columns, where lines stand beside each other', async () => {
  const part = newPart('d1', {registers: ['en'], word: (n) => long('abcdefg', n)})
  for (let n = 0; n < 12; n++) part.paragraph(40, {10: [{register: 'en', words: 30}]})
  const whole = part.part()
  const registers: FlowRegister[] = whole.registers.map((one) => ({...one, layout: 'two-columns'}))
  const laidOut = await expectShort(
    {...whole, registers},
    {side: undefined, lines: 50},
    '.register .note {text-align: justify !important}'
  )
  const notes = laidOut.pages.flatMap((page) => elementsOn(page, 'div')).filter(isNote)
  expect(notes.filter((note) => elements(note).some(isEnd)).length).toBeGreaterThan(5)
})

test('from right to left it is the left end, also where Latin words stand last', async () => {
  const part = newPart('d1', {lang: 'he', registers: [], word: (n) => long('אבגדהוזחטיכל', n)})
  for (let n = 0; n < 20; n++) {
    const latin = Array.from({length: 3}, (_, at) => long('abcdefghijkl', n + at)).join(' ')
    const whole = n % 3 === 0 ? `${latin} ${latin} ${latin} ${latin}` : latin
    part.block(`<p>${part.words(7)} ${latin} ${part.words(2)} ${whole} ${part.words(5)}</p>`)
  }
  const laidOut = await expectShort(part.part(), {side: 'left', lines: 40}, 'p {direction: rtl}')
  // Of a line of Latin words the first stands where it ends.
  const html = laidOut.pages.join('')
  expect(html).toMatch(/<span class="line-end"[^>]*>[א-ת]/)
  expect(html).toMatch(/<span class="line-end"[^>]*>[a-l]/)
})
