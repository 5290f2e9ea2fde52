// What is kept together on one line in editorial matter; received text keeps its spaces.
import type {Root} from 'mdast'
import {VFile} from 'vfile'
import {expect, test} from 'vitest'
import type {EditionDocument} from '../../src/document/edition.ts'
import {noBreaks} from '../../src/transforms/no-breaks.ts'

/** The text with `~` for a space that does not break. */
function set(value: string, role: EditionDocument['role']): string {
  const text = {type: 'text' as const, value}
  const tree: Root = {type: 'root', children: [{type: 'paragraph', children: [text]}]}
  noBreaks({id: 'd1', role, file: new VFile(), matter: {}, body: '', bodyLine: 0, tree})
  return text.value.replaceAll('\u00A0', '~')
}

test.each([
  ['See ¶ 45, §§ 3 and 4, no. 3, pp. xii and 12.', 'See ¶~45, §§~3 and 4, no.~3, pp.~xii and 12.'],
  ['f. 45, op. 1, d. 348, l. 12', 'f.~45, op.~1, d.~348, l.~12'],
  ['Mr. Weber met Cde. Stalin at 6 a.m. in St. Petersburg.', 'Mr.~Weber met Cde.~Stalin at 6~a.m. in St.~Petersburg.'],
  ['J. V. Stalin and И. В. Сталин', 'J.~V.~Stalin and И.~В.~Сталин'],
  ['The p. is lost. The USSR. He left, vol. by vol.', 'The p. is lost. The USSR. He left, vol. by vol.']
])('%s', (text, expected) => {
  expect(set(text, 'front')).toBe(expected)
  expect(set(text, 'document')).toBe(text)
})
