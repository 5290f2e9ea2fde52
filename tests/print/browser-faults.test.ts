// Faults planted in the pages after the layout and before the proof: the proof in the page must see each and name its place.
import {afterAll, beforeAll, expect, test} from 'vitest'
import {startLab, type Lab} from './support/lab.ts'
import {plantFaults} from './support/plant.ts'
import {glued, newPart} from './support/parts.ts'

/** By the id of the part in which each is planted. */
const PLANT = plantFaults(`{
  'word-lost': (pages) => {
    const text = pages[1].querySelector('.pagedjs_page_content p:nth-of-type(2)').firstChild
    text.data = text.data.replace(/ \\S+/, '')
  },
  'note-doubled': (pages) => {
    const note = pages[0].querySelector('.foot .note')
    note.after(note.cloneNode(true))
  },
  'note-dropped': (pages) => pages[0].querySelector('.foot .note').remove(),
  'note-moved': (pages) => {
    const register = pages[1].querySelector('.register-en')
    register.hidden = false
    pages[1].querySelector('.foot').hidden = false
    register.append(pages[0].querySelector('.foot .note'))
  },
  'pushed-off': (pages) => {
    const paragraph = pages[0].querySelector('.pagedjs_page_content p:nth-of-type(2)')
    paragraph.style.position = 'relative'
    paragraph.style.left = '300px'
  }
}`)

let lab: Lab
beforeAll(async () => {
  lab = await startLab(PLANT)
})
afterAll(() => lab.close())

/** Short words without soft hyphens, so that a message can be written out by hand. */
async function problemsOf(id: string): Promise<unknown> {
  const maker = newPart(id)
  for (let i = 1; i <= 80; i++) {
    const call = i === 3 ? glued(`third${i}`, maker.call('en', '<p>A note of five words.</p>')) : `plain${i}`
    maker.block(`<p>Opening${i} second${i} ${call} last${i}.</p>`)
  }
  return (await lab.layOut(maker.part())).problems
}

test('without a fault there is no problem', async () => {
  expect(await problemsOf('sound')).toEqual([])
})

test('a word taken out', async () => {
  expect(await problemsOf('word-lost')).toEqual([
    {
      kind: 'text-lost',
      page: 1,
      detail:
        'The text reads “7 last37. Opening38 plain38 last38. Opening39 seco” where “7 last37. Opening38 second38 plain38 last38. Openi” was expected.'
    }
  ])
})

test('a note that stands twice', async () => {
  expect(await problemsOf('note-doubled')).toEqual([
    {kind: 'note-twice', page: 0, detail: 'Note note-doubled-en-1 begins 2 times.'},
    {kind: 'overlap', page: 0, detail: 'The text runs into the notes at the foot.'}
  ])
})

test('a note dropped', async () => {
  expect(await problemsOf('note-dropped')).toEqual([
    {kind: 'note-lost', detail: 'Note note-dropped-en-1 is on no page.'}
  ])
})

test('a note moved to the next page', async () => {
  expect(await problemsOf('note-moved')).toEqual(
    expect.arrayContaining([
      {
        kind: 'note-misplaced',
        page: 1,
        detail: 'Note note-moved-en-1 is called on page 1 of its part, but begins on page 2.'
      }
    ])
  )
})

test('a paragraph pushed off the sheet', async () => {
  expect(await problemsOf('pushed-off')).toEqual([
    {kind: 'off-sheet', page: 0, detail: '“Opening2 second2 plain2 last2.” stands outside the text block.'}
  ])
})
