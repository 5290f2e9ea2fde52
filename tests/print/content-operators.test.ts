// Operators of a page are read as PDF has them: nothing within strings, names, lists or comments is one.
import fc from 'fast-check'
import {expect, test} from 'vitest'
import {rewritten} from '../../src/print/finish/content-operators.ts'

/** The operations of a content, each as it was read. */
function operationsOf(content: string): string[] {
  const read: string[] = []
  rewritten(content, ({operator, operands}) => void read.push([...operands, operator].join(' ')))
  return read
}

test.each([
  ['1 0 0 rg 0 0 9 9 re f', ['1 0 0 rg', '0 0 9 9 re', 'f']],
  ['/Pattern CS/P30 SCN', ['/Pattern CS', '/P30 SCN']],
  ['(1 0 0 rg \\) f (in) f) Tj', ['(1 0 0 rg \\) f (in) f) Tj']],
  ['[(A)-5<0041>] TJ', ['[ (A) -5 <0041> ] TJ']],
  ['/P <</MCID 0 /ActualText (f) >>BDC\nEMC', ['/P << /MCID 0 /ActualText (f) >> BDC', 'EMC']],
  ['% 1 0 0 rg\n.5 g', ['.5 g']],
  ["0 0 m(a)' f*", ['0 0 m', "(a) '", 'f*']],
  ['true false null gs', ['true false null gs']]
])('%s', (content, expected) => {
  expect(operationsOf(content)).toEqual(expected)
})

test('what changes is written anew, and nothing else', () => {
  const content = 'q\n1 0 0 rg (1 0 0 rg) Tj\n0 1 0  rg f\nQ'
  const grey = rewritten(content, ({operator}) => (operator === 'rg' ? '.5 g' : undefined))
  expect(grey).toBe('q\n.5 g (1 0 0 rg) Tj\n.5 g f\nQ')
})

test('any content stays as it is where nothing is changed', () => {
  const piece = fc.constantFrom(
    'q',
    'Q',
    '1',
    '-.5',
    '/N',
    '(',
    ')',
    '\\',
    '<',
    '>',
    '<<',
    '>>',
    '[',
    ']',
    '%',
    '\n',
    ' ',
    'rg',
    '{',
    '\0'
  )
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      const content = pieces.join('')
      expect(rewritten(content, () => undefined)).toBe(content)
    }),
    {seed: 15930, numRuns: 1000}
  )
})
