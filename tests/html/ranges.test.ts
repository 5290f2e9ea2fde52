// Ranges of numbers are kept whole by the style of the page, without a sign in the text.
import type {Element} from 'hast'
import {h} from 'hastscript'
import {expect, test} from 'vitest'
import {wholeRanges} from '../../src/html/ranges.ts'

/** The text with ranges in square brackets. */
function shown(node: Element): string {
  return node.children
    .map((child) => {
      if (child.type === 'text') return child.value
      if (child.type !== 'element') return ''
      return child.properties['className']?.toString() === 'whole' ? `[${shown(child)}]` : shown(child)
    })
    .join('')
}

test.each([
  ['FRUS 1952–1954, vol. 5, ll. 71v–82 and pp. xii–xiv.', 'FRUS [1952–1954], vol. 5, ll. [71v–82] and pp. [xii–xiv].'],
  ['1–9 November; he came – and went – on 3–4', '[1–9] November; he came – and went – on [3–4]'],
  ['the Sino–Soviet border, A12–B13', 'the Sino–Soviet border, A12–B13']
])('%s', (text, expected) => {
  const tree = h('p', text)
  wholeRanges(tree)
  expect(shown(tree)).toBe(expected)
  wholeRanges(tree)
  expect(shown(tree)).toBe(expected)
})

test('what is typed is left alone, marks inside a text are passed over', () => {
  const tree = h('p', [h('code', '1–2'), ' and ', h('em', 'pp. 3–4')])
  wholeRanges(tree)
  expect(shown(tree)).toBe('1–2 and pp. [3–4]')
})
