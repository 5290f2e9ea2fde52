// Signs set in runs: the same signs in the same order, each where the browser has put it.
import fc from 'fast-check'
import {expect, test} from 'vitest'
import {inRuns} from '../../src/print/tags/runs.ts'

/** In thousandths: A 500, B 250, C 700; others are not known. */
const WIDTHS: Readonly<Record<string, number>> = {'0041': 500, '0042': 250, '0043': 700}

const fonts = (name: string) => (name === 'F1' ? widths : undefined)
function widths(hex: string): number | undefined {
  const all = (hex.match(/.{4}/g) ?? []).map((code) => WIDTHS[code])
  return all.some((one) => one === undefined) ? undefined : all.reduce<number>((sum, one) => sum + (one ?? 0), 0)
}

const content = (...lines: string[]): string => lines.join('\n')

test('signs that follow each other by their widths are one string, others are shifted', () => {
  const given = content(
    'BT',
    '/F1 20 Tf',
    '1 0 0 -1 72 100 Tm',
    '<0041> Tj',
    '10 0 Td <0042> Tj',
    '5 0 Td <0043> Tj',
    // 14 by its width, and 2 more: -100 thousandths of 20.
    '16 0 Td <0041> Tj',
    '9 0 Td <0042> Tj',
    'ET'
  )
  expect(inRuns(given, fonts)).toBe(
    content('BT', '/F1 20 Tf', '1 0 0 -1 72 100 Tm', '[<004100420043> -100 <0041> 50 <0042>] TJ', 'ET')
  )
})

test('less than a fiftieth of a px is left, until it adds up', () => {
  const given = content('/F1 20 Tf', 'BT', '<0041> Tj', '10.015 0 Td <0041> Tj', '10.015 0 Td <0041> Tj', 'ET')
  expect(inRuns(given, fonts)).toBe(content('/F1 20 Tf', 'BT', '[<00410041> -1.5 <0041>] TJ', 'ET'))
})

test('marks, other fonts and other lines end a run, and what comes after them is placed as before', () => {
  const given = content(
    'BT',
    '/F1 10 Tf',
    '1 0 0 1 0 0 Tm',
    '<0041> Tj',
    '5 0 Td <0041> Tj',
    '/Span <</ActualText <FEFF00AD>>> BDC',
    '5 0 Td <0042> Tj',
    'EMC',
    '<0041> Tj',
    '/F2 10 Tf',
    '7.5 0 Td <0041> Tj',
    '/F1 10 Tf',
    '5 0 Td <0041> Tj',
    '5 12 Td <0041> Tj',
    'ET'
  )
  expect(inRuns(given, fonts)).toBe(
    content(
      'BT',
      '/F1 10 Tf',
      '1 0 0 1 0 0 Tm',
      '<00410041> Tj',
      '/Span <</ActualText <FEFF00AD>>> BDC',
      '10 0 Td',
      '<0042> Tj',
      'EMC',
      '<0041> Tj',
      '/F2 10 Tf',
      '7.5 0 Td',
      '<0041> Tj',
      '/F1 10 Tf',
      '5 0 Td',
      '<0041> Tj',
      '5 12 Td',
      '<0041> Tj',
      'ET'
    )
  )
})

test('a sign whose width is not known stays alone', () => {
  const given = content(
    'BT',
    '/F1 10 Tf',
    '<0041> Tj',
    '5 0 Td <0099> Tj',
    '9 0 Td <0041> Tj',
    '5 0 Td <0041> Tj',
    'ET'
  )
  expect(inRuns(given, fonts)).toBe(
    content('BT', '/F1 10 Tf', '<0041> Tj', '5 0 Td', '<0099> Tj', '9 0 Td', '<00410041> Tj', 'ET')
  )
})

test('content that the browser does not write stays as it is', () => {
  const given = content('BT', '/F1 10 Tf', '2 Tc', '<0041> Tj', '7 0 Td <0041> Tj', 'ET')
  expect(inRuns(given, fonts)).toBe(given)
})

interface Shown {
  code: string
  x: number
  y: number
}

/** Signs and where they are shown, by another reading than the program's. */
function shown(text: string): Shown[] {
  const found: Shown[] = []
  const at = {x: 0, y: 0, beginX: 0, beginY: 0, size: 0}
  let operands: string[] = []
  for (const token of text.match(/\[|\]|<[^>]*>|[^\s[\]<>]+/g) ?? [])
    if (/^[A-Z]/i.test(token)) {
      found.push(...operate(token, operands, at))
      operands = []
    } else operands.push(token)
  return found
}

function operate(
  operator: string,
  operands: string[],
  at: Record<'x' | 'y' | 'beginX' | 'beginY' | 'size', number>
): Shown[] {
  const [first, second] = operands.map(Number)
  if (operator === 'BT') Object.assign(at, {x: 0, y: 0, beginX: 0, beginY: 0})
  if (operator === 'Tf') at.size = second ?? 0
  if (operator === 'Td') {
    at.beginX += first ?? 0
    at.beginY += second ?? 0
    Object.assign(at, {x: at.beginX, y: at.beginY})
  }
  if (operator !== 'Tj' && operator !== 'TJ') return []
  return operands.flatMap((operand) => {
    if (!operand.startsWith('<')) at.x -= ((Number(operand) || 0) * at.size) / 1000
    return (operand.match(/[\dA-F]{4}(?=[^<]*>)/g) ?? []).map((code) => {
      const one = {code, x: at.x, y: at.y}
      at.x += ((WIDTHS[code] ?? 0) * at.size) / 1000
      return one
    })
  })
}

test('every sign stays where it was, to a fiftieth of a px', () => {
  const sign = fc.record({
    code: fc.constantFrom('0041', '0042', '0043'),
    /** Beside the width of the sign before. */
    off: fc.oneof(
      fc.constant(0),
      fc.double({min: -0.06, max: 0.06, noNaN: true}),
      fc.double({min: -3, max: 30, noNaN: true})
    ),
    down: fc.oneof({weight: 9, arbitrary: fc.constant(0)}, {weight: 1, arbitrary: fc.constant(14)}),
    mark: fc.oneof({weight: 9, arbitrary: fc.constant(false)}, {weight: 1, arbitrary: fc.constant(true)})
  })
  fc.assert(
    fc.property(fc.array(sign, {minLength: 1, maxLength: 60}), fc.constantFrom(9.06, 14.66), (signs, size) => {
      const lines = ['BT', `/F1 ${size} Tf`]
      let before: string | undefined
      for (const {code, off, down, mark} of signs) {
        const along = ((WIDTHS[before ?? ''] ?? 0) * size) / 1000 + off
        if (mark) lines.push('/Span BMC', 'EMC')
        lines.push(before === undefined ? `<${code}> Tj` : `${along.toFixed(7)} ${down} Td <${code}> Tj`)
        before = code
      }
      const given = [...lines, 'ET'].join('\n')
      // The marks hold no operands of text.
      const [was, is] = [given, inRuns(given, fonts)].map((text) => shown(text.replaceAll('/Span BMC\nEMC\n', '')))
      expect(is?.map(({code, y}) => ({code, y}))).toEqual(was?.map(({code, y}) => ({code, y})))
      for (const [at, {x}] of (was ?? []).entries()) expect(Math.abs(x - (is?.[at]?.x ?? NaN))).toBeLessThan(0.0202)
    })
  )
})
