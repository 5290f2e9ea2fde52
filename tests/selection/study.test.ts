// What a course pack adds to its documents, and what it does not.
import {describe, expect, test} from 'vitest'
import {check} from '../../src/build.ts'
import type {Edition} from '../../src/document/edition.ts'
import {textOf} from '../../src/document/layers.ts'
import {makeBook} from '../../src/html/index.ts'
import {selection} from '../../src/selection/index.ts'
import {EditionTest} from '../support/edition.ts'

const TEXT = `---
id: d1
title: Minutes
speakers: {Weber: weber}
questions:
  - Who asks (¶1)?
  - {question: 'Where is it to stand?', answer: 'Beside the old one (¶2).', space: 3}
---

Weber. Where shall the :term[crane]{id=crane} stand?

Weber. Beside the old one.

Weber. ${'A word more. '.repeat(400)}
`

async function packs(outputs: string, more: Record<string, string> = {}): Promise<(name: string) => Edition> {
  const folder = EditionTest.empty().with({
    'edition.yaml': `id: x\ntitle: Papers\nisbn: 978-3-16-148410-0\ndate: 2026\noutputs:\n${outputs}`,
    'people.yaml': 'weber: {name: Anna Weber, role: engineer}\nlind: {name: Olaf Lind}\nhahn: {name: Otto Hahn}\n',
    'terms.yaml': 'crane: {name: Crane, definition: A machine that lifts}\nquay: {name: Quay, definition: A wall}\n',
    'documents/d1.md': TEXT,
    ...more
  })
  const {edition, files} = await check({dir: folder.dir})
  expect(
    files.flatMap(({messages}) => messages.filter(({fatal}) => fatal !== undefined).map(({reason}) => reason))
  ).toEqual([])
  if (!edition) throw new Error('no edition')
  return (name) => selection(edition, name)
}

/** What is read of the document, a line a block. */
const read = (edition: Edition): string[] =>
  edition.documents
    .flatMap(({tree}) => textOf(tree, 'reading').split(/\n+/))
    .filter((line) => line !== '' && !line.includes('A word more.'))

describe('a course pack', () => {
  const COURSE = '  pack: {course: {name: Harbours}}\n'

  test('says how long its documents take, and has their questions behind them without answers', async () => {
    const of = await packs(`${COURSE}  reader: {}\n`)
    expect(read(of('pack'))).toEqual([
      'Minutes',
      // 6 words, 5 words and 1,201 of filler: 1,212 at 200 a minute.
      'Reading time: about 7 minutes',
      'Weber. Where shall the crane stand?',
      'Weber. Beside the old one.',
      'Questions',
      'Who asks (¶1)?',
      'Where is it to stand?'
    ])
    expect(read(of('reader'))).toEqual(['Minutes', 'Weber. Where shall the crane stand?', 'Weber. Beside the old one.'])
  })

  test('has answers in the teacher’s copy only, and room for them elsewhere', async () => {
    const of = await packs(
      `${COURSE}  teacher: {like: pack, questions: before, answers: true}\n  exam: {like: pack, answer-space: 8}\n`
    )
    expect(read(of('teacher'))).toEqual([
      'Minutes',
      'Reading time: about 7 minutes',
      'Questions',
      'Who asks (¶1)?',
      'Where is it to stand?',
      'Answer: Beside the old one (¶2).',
      'Weber. Where shall the crane stand?',
      'Weber. Beside the old one.'
    ])
    const spaces = (name: string): number[] =>
      [...JSON.stringify(of(name).documents[0]?.tree).matchAll(/"answerSpace","lines":(\d+)/g)].map(([, n]) =>
        Number(n)
      )
    expect([spaces('pack'), spaces('exam'), spaces('teacher')]).toEqual([[3], [8, 3], []])
  })

  test('leads from a question to the paragraph it is about', async () => {
    const of = await packs(COURSE)
    expect(JSON.stringify(of('pack').documents[0]?.tree)).toContain('"anchor":"d1-p1","text":"¶1"')
  })

  test('has the people and terms that its documents name, at its end or in each document', async () => {
    const of = await packs(`${COURSE}  each: {like: pack, glossary: document, questions: none, reading-time: false}\n`)
    expect([Object.keys(of('pack').people), Object.keys(of('pack').terms)]).toEqual([['weber'], ['crane']])
    expect(read(of('each')).slice(-3)).toEqual([
      'People and Terms',
      'Anna Weber: engineer',
      'Crane: A machine that lifts'
    ])
  })

  test('has the facsimiles of its documents at their end, and the pictures are read', async () => {
    const figures = 'facsimiles: [{src: quay.svg, alt: The quay, caption: The quay in 1921}]\nspeakers:'
    const of = await packs(`${COURSE}  plain: {like: pack, facsimiles: false}\n`, {
      'documents/d1.md': TEXT.replace('speakers:', figures),
      'quay.svg': '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 4"><rect width="4" height="4"/></svg>'
    })
    expect(read(of('pack')).slice(-2)).toEqual(['Facsimile', 'The quay in 1921'])
    expect([...of('pack').images.keys()]).toEqual(['quay.svg'])
    expect(read(of('plain')).at(-1)).toBe('Where is it to stand?')
  })

  test('has a file of the edition in the place of a part of the same name', async () => {
    const of = await packs(COURSE, {
      'back/sources.md': '# Sources\n\nOur own words.\n',
      'front/timeline.md': 'Dates.\n'
    })
    const {parts} = makeBook(of('pack'), {locate: {by: 'paragraph'}, paragraphNumbers: true})
    expect(parts.filter(({id}) => id === 'sources' || id === 'timeline').map(({id, kind}) => [id, kind])).toEqual([
      ['timeline', 'text'],
      ['sources', 'text']
    ])
  })

  test('is another publication than the edition, which it names', async () => {
    const of = await packs(COURSE)
    const {settings, wholeSettings} = of('pack')
    expect([settings.id, settings.title, settings.isbn]).toEqual(['x/pack', 'Harbours', undefined])
    expect(wholeSettings?.title).toBe('Papers')
  })
})
