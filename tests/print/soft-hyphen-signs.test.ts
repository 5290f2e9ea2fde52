// Signs that the browser draws for soft hyphens inside a line are taken out of a page's content, and nothing moves.
import {expect, test} from 'vitest'
import {withoutSoftHyphens} from '../../src/print/finish/soft-hyphens.ts'

const SOFT = '/Span<</ActualText <FEFF00AD> >> BDC'

test.each([
  [
    'between two letters: the second stands as far from the first',
    ['<0001> Tj', SOFT, '5.5 0 Td <0931> Tj', 'EMC', '0.25 0 Td <0002> Tj', '6 0 Td <0003> Tj'],
    ['<0001> Tj', '5.75 0 Td <0002> Tj', '6 0 Td <0003> Tj']
  ],
  [
    'two of them, and a mark below the line',
    ['<0001> Tj', SOFT, '5 0 Td <0931> Tj', 'EMC', SOFT, '1 2 Td <0931> Tj', 'EMC', '3 -4 Td <0002> Tj'],
    ['<0001> Tj', '9 -2 Td <0002> Tj']
  ],
  [
    'before letters that say something together',
    [
      '<0001> Tj',
      SOFT,
      '5 0 Td <0931> Tj',
      'EMC',
      '/Span<</ActualText <FEFF00660066> >> BDC',
      '0 0 Td <0002> Tj',
      'EMC'
    ],
    ['<0001> Tj', '/Span<</ActualText <FEFF00660066> >> BDC', '5 0 Td <0002> Tj', 'EMC']
  ],
  [
    'at the end of a line, behind which a hyphen stands by itself',
    ['<0001> Tj', SOFT, '5 0 Td <0931> Tj', 'EMC', 'ET', 'BT', '1 0 0 -1 9 9 Tm', '<09A8> Tj', '3 0 Td <0004> Tj'],
    ['<0001> Tj', 'ET', 'BT', '1 0 0 -1 9 9 Tm', '<09A8> Tj', '3 0 Td <0004> Tj']
  ],
  ['first in its line', [SOFT, '<0931> Tj', 'EMC', '0 0 Td <0002> Tj'], ['0 0 Td <0002> Tj']]
])('%s', (_, content, expected) => {
  expect(withoutSoftHyphens(content.join('\n'))).toBe(expected.join('\n'))
})

test.each([
  ['no soft hyphen', ['<0001> Tj', '5 0 Td <0931> Tj', '2 0 Td <0002> Tj']],
  ['a hyphen that is seen', ['/Span <</ActualText <FEFF00AD>>> BDC', '<09A8> Tj', 'EMC', '2 0 Td <0002> Tj']],
  ['one with a letter', ['/Span<</ActualText <FEFF006600AD> >> BDC', '5 0 Td <0001> Tj', 'EMC', '2 0 Td <0002> Tj']],
  ['one that is drawn by two signs', [SOFT, '5 0 Td <0931> Tj', '2 0 Td <0001> Tj', 'EMC', '2 0 Td <0002> Tj']],
  ['one behind which a sign stands where it ends', [SOFT, '5 0 Td <0931> Tj', 'EMC', '<0002> Tj', '2 0 Td <0003> Tj']]
])('%s stays', (_, content) => {
  expect(withoutSoftHyphens(content.join('\n'))).toBe(content.join('\n'))
})
