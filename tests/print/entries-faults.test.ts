// Faults planted in entries keyed by line after the layout and before the proof: the proof in the page must see each.
import {afterAll, beforeAll, expect, test} from 'vitest'
import {entry, entryPart, lemma} from './support/entry-parts.ts'
import {startLab, type Lab} from './support/lab.ts'
import {plantFaults} from './support/plant.ts'

/** By the id of the part in which each is planted. */
const PLANT = plantFaults(`{
  'wrong-number': ([page]) => (page.querySelector('#wrong-number-entries-2 .entry-line').firstChild.data = '3'),
  'number-lost': ([page]) => page.querySelector('#number-lost-entries-2 .entry-line').replaceChildren(),
  'line-put-in': ([page]) => page.querySelector('.pagedjs_page_content p').append(document.createElement('br'), page.querySelector('[data-entry]')),
  'reading-lost': ([page]) => page.querySelector('#reading-lost-entries-1 .reading').remove()
}`)

let lab: Lab
beforeAll(async () => {
  lab = await startLab(PLANT)
})
afterAll(() => lab.close())

/** Two lines, a lemma on each. */
async function problemsOf(id: string): Promise<unknown> {
  const [first, second] = [`${id}-entries-1`, `${id}-entries-2`]
  const blocks = [`<p>${lemma('one', first)} two</p>`, `<p>three ${lemma('four', second)}</p>`]
  return (await lab.layOut(entryPart({id, blocks, notes: [entry(first, 'one', 'x'), entry(second, 'four', 'y')]})))
    .problems
}

test('without a fault there is no problem', async () => {
  expect(await problemsOf('sound')).toEqual([])
})

test('a wrong number', async () => {
  expect(await problemsOf('wrong-number')).toEqual([
    {kind: 'entry-line', page: 0, detail: 'Entry wrong-number-entries-2 names line 3, but its words stand on line 2.'}
  ])
})

test('a number left out, so that the entry seems to be on the line before', async () => {
  expect(await problemsOf('number-lost')).toEqual([
    {kind: 'entry-line', page: 0, detail: 'Entry number-lost-entries-2 names no line, but its words stand on line 2.'}
  ])
})

test('a line too many, which moves the lemmas', async () => {
  expect(await problemsOf('line-put-in')).toMatchObject([
    {kind: 'text-lost', page: 0},
    {kind: 'entry-line', detail: 'Entry line-put-in-entries-1 names line 1, but its words stand on line 2.'},
    {kind: 'entry-line', detail: 'Entry line-put-in-entries-2 names line 2, but its words stand on line 3.'}
  ])
})

test('a reading left out', async () => {
  expect(await problemsOf('reading-lost')).toMatchObject([{kind: 'note-lost', page: 0}])
})
