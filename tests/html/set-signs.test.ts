// Ranges are kept whole, dashes at the ends of lines and touching marks apart by the style of the page, without a sign in the text.
import type {Element} from 'hast'
import {h} from 'hastscript'
import {expect, test} from 'vitest'
import {setSigns} from '../../src/html/set-signs.ts'

/** The text with what stays on a line in square brackets, and a dot after a mark that is set apart. */
function shown(node: Element): string {
  return node.children
    .map((child) => {
      if (child.type === 'text') return child.value
      if (child.type !== 'element') return ''
      const name = child.properties['className']?.toString()
      return name === 'whole' ? `[${shown(child)}]` : name === 'touching' ? `${shown(child)}·` : shown(child)
    })
    .join('')
}

test.each([
  ['FRUS 1952–1954, vol. 5, ll. 71v–82 and pp. xii–xiv.', 'FRUS [1952–1954], vol. 5, ll. [71v–82] and pp. [xii–xiv].'],
  ['1–9 November; he came – and went – on 3–4', '[1–9] November; he came[ –] and went[ –] on [3–4]'],
  ['IX–XIV', '[IX–XIV]'],
  ['the Sino–Soviet border, A12–B13', 'the Sin[o–]Soviet border, A1[2–]B13'],
  ['He went—they said—home.’ “He’s”', 'He wen[t—]they sai[d—]home.’ “He’s”'],
  ['— Who is it? —— I', '— Who is it?[ ——] I'],
  ['He said: “‘No’”, and “ ‘ no’', 'He said: “·‘No’·”, and “ ‘ no’'],
  ["The dogs' ''name'' is '\"Rex\"'", "The dogs' ''name'' is '·\"Rex\"·'"]
])('%s', (text, expected) => {
  const tree = h('p', text)
  setSigns(tree)
  expect(shown(tree)).toBe(expected)
  setSigns(tree)
  expect(shown(tree)).toBe(expected)
})

test('what is typed is left alone, marks inside a text are passed over', () => {
  const tree = h('p', [h('code', '1–2'), ' and ', h('em', 'pp. 3–4')])
  setSigns(tree)
  expect(shown(tree)).toBe('1–2 and pp. [3–4]')
})
