// The dates of heads for machines.
import {h} from 'hastscript'
import rehypeStringify from 'rehype-stringify'
import {unified} from 'unified'
import {expect, test} from 'vitest'
import {withTimes} from '../../src/html/times.ts'

const shown = (...from: Parameters<typeof withTimes>): string =>
  unified()
    .use(rehypeStringify)
    .stringify({type: 'root', children: withTimes(...from)})

test('a day is a time, each date of a line once, inside the marks that are there', () => {
  const place = h('span', {className: ['place']}, 'Moscow')
  const words = {type: 'text', value: ', 4 September 1952, record dated 5 September 1952'} as const
  const dates = [
    {words: '4 September 1952', date: '1952-09-04'},
    {words: '5 September 1952', date: '1952-09-05'}
  ]
  expect(shown([place, words], dates)).toBe(
    '<span class="place">Moscow</span>, <time datetime="1952-09-04">4 September 1952</time>, record dated <time datetime="1952-09-05">5 September 1952</time>'
  )
})

test('months and years are times, what is less sure says its EDTF', () => {
  expect(shown([{type: 'text', value: 'June 1921'}], [{words: 'June 1921', date: '1921-06'}])).toBe(
    '<time datetime="1921-06">June 1921</time>'
  )
  expect(shown([{type: 'text', value: 'At sea, about 1920'}], [{words: 'about 1920', date: '1920~'}])).toBe(
    'At sea, <span data-edtf="1920~">about 1920</span>'
  )
})

test('a line that does not have the words stays as it is', () => {
  expect(shown([{type: 'text', value: 'Undated'}], [{words: '1921', date: '1921'}])).toBe('Undated')
})
