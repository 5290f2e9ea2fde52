// What an output has of an edition: documents by name, date, keyword, person or part, and excerpts that keep their numbers.
import {describe, expect, test} from 'vitest'
import {check} from '../../src/build.ts'
import type {Edition} from '../../src/document/edition.ts'
import {words} from '../../src/document/layers.ts'
import {selection} from '../../src/selection/index.ts'
import {EditionTest} from '../support/edition.ts'

const LETTER = (id: string, date: string, more = ''): string =>
  `---\nid: ${id}\ntitle: Letter ${id}\ndate: ${date}\n${more}---\n\nText of ${id}.\n`

/** The documents of an output, and the titles that they stand under. */
async function chosen(outputs: string, more = ''): Promise<{ids: string[]; under: Record<string, string[]>}> {
  const folder = EditionTest.empty().with({
    'edition.yaml': `id: x\ntitle: X\ndate: 2026\n${more}outputs: {reader: ${outputs}}\n`,
    'people.yaml': 'weber: {name: Anna Weber}\nlind: {name: Olaf Lind}\n',
    'documents/a.md': LETTER('a', '1921-03-02', 'keywords: [crane, harbour]\n'),
    'documents/b.md': LETTER('b', '1921-11~', 'keywords: [fire]\nspeakers: {Weber: weber}\n'),
    'documents/c.md': LETTER('c', '1922', 'keywords: [crane]\nparticipants: [{people: [lind]}]\n'),
    'documents/d.md': LETTER('d', '1923-01-01').replace('Text', ':person[Mr Lind]{id=lind}')
  })
  const edition = await editionOf(folder)
  const {documents, divisions = []} = selection(edition, 'reader')
  return {
    ids: documents.map(({id}) => id),
    under: Object.fromEntries(divisions.map((division) => [division.title, division.documents]))
  }
}

async function editionOf(folder: EditionTest): Promise<Edition> {
  const {edition, files} = await check({dir: folder.dir})
  expect(files.flatMap(({messages}) => messages.map(({reason}) => reason))).toEqual([])
  if (!edition) throw new Error('no edition')
  return edition
}

test.each([
  ['{}', ['a', 'b', 'c', 'd']],
  ['{documents: [c, a]}', ['c', 'a']],
  ['{select: {dates: 1921}}', ['a', 'b']],
  // The eleventh month lies in the span, the second of March does not.
  ['{select: {dates: 1921-11-15/1922-06}}', ['b', 'c']],
  ['{select: {dates: 1922/..}}', ['c', 'd']],
  ['{select: {keywords: [crane, fire]}}', ['a', 'b', 'c']],
  ['{select: {keywords: crane, dates: 1922}}', ['c']],
  ['{select: {people: lind}}', ['c', 'd']],
  ['{select: {people: [lind, weber]}}', ['b', 'c', 'd']],
  // Named ones first, then what fits.
  ['{documents: [d], select: {keywords: crane}}', ['d', 'a', 'c']]
])('%s', async (output, ids) => {
  expect((await chosen(output)).ids).toEqual(ids)
})

test('a label of several people is that of each', async () => {
  const folder = EditionTest.empty().with({
    'edition.yaml': 'id: x\ntitle: X\ndate: 2026\noutputs: {reader: {select: {people: lind}}}\n',
    'people.yaml': 'weber: {name: Anna Weber}\nlind: {name: Olaf Lind}\n',
    'documents/a.md': LETTER('a', '1921', 'speakers: {Both: weber lind}\n'),
    'documents/b.md': LETTER('b', '1922', 'speakers: {Weber: weber}\n')
  })
  expect(selection(await editionOf(folder), 'reader').documents.map(({id}) => id)).toEqual(['a'])
})

test('a permission for a document that there is not is told, once, where it is written', async () => {
  const folder = EditionTest.empty().with({
    'edition.yaml':
      'id: x\ntitle: X\ndate: 2026\noutputs:\n  pack: {course: {name: Quays}, allow: [leter, letter]}\n  next: {like: pack}\n  file: {course: {name: Quays}, allow: [letter, one]}\n',
    'documents/one.md': LETTER('letter', '1921', 'permission: {status: refused}\n')
  })
  expect(await folder.messages()).toEqual([
    'edition.yaml:5:41  error  Unexpected document `leter` in `allow` of output `pack`, did you mean `letter`?  missing-file',
    'edition.yaml:7:49  error  Unexpected document `one` in `allow` of output `file`, did you mean `letter`, the id of that file?  missing-file'
  ])
})

const PARTS = 'parts: [{title: Cranes, documents: [c, a]}, {title: Others, documents: [b, d]}]\n'

test('parts of the edition order its documents, choose them, and stand over what is left of them', async () => {
  expect(await chosen('{}', PARTS)).toEqual({
    ids: ['c', 'a', 'b', 'd'],
    under: {Cranes: ['c', 'a'], Others: ['b', 'd']}
  })
  expect(await chosen('{select: {parts: Others}}', PARTS)).toEqual({ids: ['b', 'd'], under: {Others: ['b', 'd']}})
  expect(await chosen('{documents: [a, d]}', PARTS)).toEqual({ids: ['a', 'd'], under: {Cranes: ['a'], Others: ['d']}})
})

test('units have their own order', async () => {
  expect(await chosen('{units: [{title: Week 1, documents: [d]}, {title: Week 2, documents: [b, a]}]}', PARTS)).toEqual(
    {
      ids: ['d', 'b', 'a'],
      under: {'Week 1': ['d'], 'Week 2': ['b', 'a']}
    }
  )
})

describe('an excerpt', () => {
  const TEXT = `---
id: d1
title: A talk
number: 7
speakers: {Weber: weber, Lind: lind}
---

# First matter

Opening words.[^en-1]

Weber. Where shall it stand?

At the quay?

# Second matter

Lind. Beside :at{#s1}the old one.

> Quoted words.

1. first item

2. second item

3. third item

# Third matter

Last :at{#e1}words.

::entry[]{from=s1 to=e1 rdg="others" wit=A by=ed}

[^en-1]: A note that is left out with its words.
`
  async function excerpt(paragraphs: string): Promise<Edition> {
    const folder = EditionTest.empty().with({
      'edition.yaml': `id: x\ntitle: X\ndate: 2026\nsigla: {A: Copy}\noutputs: {reader: {excerpts: ['d1 ¶${paragraphs}']}}\n`,
      'people.yaml': 'weber: {name: Anna Weber}\nlind: {name: Olaf Lind}\n',
      'documents/d1.md': TEXT
    })
    const {edition} = await check({dir: folder.dir})
    if (!edition) throw new Error('no edition')
    return selection(edition, 'reader')
  }
  const textOf = ({documents}: Edition): string =>
    words(documents[0]?.tree ?? {type: 'root', children: []}, 'reading').join(' ')

  test('keeps its headings, says what is left out, and who goes on speaking', async () => {
    expect(textOf(await excerpt('3-4'))).toBe(
      '7 A talk Excerpt: ¶¶3–4 First matter [¶¶1–2 omitted; Weber continues] At the quay? Second matter Lind. Beside the old one. [¶¶5–9 omitted]'
    )
  })

  test('of several pieces; items of a list keep their numbers', async () => {
    const edition = await excerpt('1, 7, 9')
    expect(textOf(edition)).toBe(
      '7 A talk Excerpt: ¶¶1, 7, 9 First matter Opening words. [¶¶2–3 omitted] Second matter [¶¶4–6 omitted; Lind continues] second item [¶8 omitted] Third matter Last words.'
    )
    expect(JSON.stringify(edition.documents[0]?.tree)).toContain('"type":"list","ordered":true,"start":2')
  })

  test('has no entry over words of which some are left out', async () => {
    const types = (edition: Edition): string => JSON.stringify(edition.documents[0]?.tree)
    expect(types(await excerpt('4-9'))).toContain('"type":"entry"')
    expect(types(await excerpt('4-8'))).not.toContain('"type":"entry"')
  })
})
