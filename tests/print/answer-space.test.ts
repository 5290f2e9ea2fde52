// Room for answers on paper: as many ruled lines as are asked for, none of them text.
import {h} from 'hastscript'
import type {Root} from 'hast'
import {expect, test} from 'vitest'
import {ruleAnswerSpaces} from '../../src/print/layout/answer-space.ts'

test('has its lines, each of which may be the last on a page', () => {
  const line = h('hr', {ariaHidden: 'true'})
  const tree: Root = {
    type: 'root',
    children: [
      h('li', [h('p', 'Why?'), h('div', {className: ['answer-space'], style: '--lines: 3'})]),
      h('li', [h('p', 'How?'), h('div', {className: ['answer']}, h('p', 'So.'))])
    ]
  }
  ruleAnswerSpaces(tree)
  expect(tree.children).toEqual([
    h('li', [h('p', 'Why?'), h('div', {className: ['answer-space'], style: '--lines: 3'}, [line, line, line])]),
    h('li', [h('p', 'How?'), h('div', {className: ['answer']}, h('p', 'So.'))])
  ])
})
