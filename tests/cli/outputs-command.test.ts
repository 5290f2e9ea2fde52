// `recension outputs`: what each output has taken over, what it chooses, which files it makes.
import {describe, expect, it} from 'vitest'
import {EditionTest} from '../support/edition.ts'

const LETTER = (title: string, ...paragraphs: string[]): string =>
  `---\ntitle: ${title}\n---\n\n${paragraphs.join('\n\n')}\n`

/** Three outputs that take over from one another, over two documents with two and three paragraphs. */
const letters = (): EditionTest =>
  EditionTest.empty().with({
    'edition.yaml': `id: x
title: Letters
subtitle: Of the harbour
date: 2026
back: [colophon]
outputs:
  large: {like: course, paper: A4}
  course:
    like: reader
    title: A course
    formats: [pdf]
    units: [{title: Week 1, documents: [b ¶2]}, {title: Week 2, documents: [a]}]
  reader: {line-numbers: 5, notes: {en: document-end}, paper: A5, formats: [print, epub]}
`,
    'documents/a.md': LETTER('A letter', 'One.', 'Two.'),
    'documents/b.md': LETTER('An answer', 'One.', 'Two.', 'Three.')
  })

describe('recension outputs', () => {
  it('shows files, documents and settings with where each comes from', async () => {
    const {status, stdout, stderr} = await letters().runInside('outputs', '--output', 'large')
    expect({status, stderr}).toEqual({status: 0, stderr: ''})
    const [head = '', settings = ''] = stdout.split('  settings: who says it, and what\n')
    expect(head.split('\n')).toEqual([
      'large  like course, reader  large.pdf, large.pages.json',
      '  2 documents, 3 paragraphs',
      '    Week 1',
      '      b ¶2  1 of 3  An answer',
      '    Week 2',
      '      a     2       A letter',
      ''
    ])
    const rows = settings.split('\n').map((row) => row.trim().split(/ {2,}/))
    expect(rows.find(([key]) => key === 'paper')).toEqual(['paper', 'output large', 'A4'])
    expect(rows.find(([key]) => key === 'formats')).toEqual(['formats', 'output course', '[pdf]'])
    expect(rows.find(([key]) => key === 'units')).toEqual([
      'units',
      'output course',
      '[{title: Week 1, documents: [b ¶2]}, {title: Week 2, documents: [a]}]'
    ])
    expect(rows.find(([key]) => key === 'notes')).toEqual(['notes', 'output reader', '{en: document-end}'])
    expect(rows.find(([key]) => key === 'back')).toEqual(['back', 'edition', '[colophon]'])
    expect(rows.find(([key]) => key === 'front')).toEqual([
      'front',
      'default',
      '[half-title, title, imprint, contents, signs]'
    ])
    expect(rows.find(([key]) => key === 'bleed')).toEqual(['bleed', 'default', '0'])
    // The title of a course is not that of the edition, and has not its subtitle.
    expect(rows.find(([key]) => key === 'title')).toEqual(['title', 'output course', 'A course'])
    expect(rows.find(([key]) => key === 'subtitle')).toEqual(['subtitle', 'default', 'not set'])
    // Entries are keyed by line where lines are numbered.
    expect(rows.find(([key]) => key === 'entries')).toEqual(['entries', 'default', 'line'])
    // Of the ways to choose documents the one that is used.
    expect(rows.some(([key]) => key === 'documents' || key === 'select' || key === 'excerpts')).toBe(false)
  })

  it('shows what a course brings with it', async () => {
    const edition = letters()
    edition.edit('edition.yaml', 'title: A course', 'course: {name: Harbours}')
    const {stdout} = await edition.runInside('outputs', '--output', 'large')
    const rows = stdout.split('\n').map((row) => row.trim().split(/ {2,}/))
    expect(rows.find(([key]) => key === 'title')).toEqual(['title', 'output course', 'Harbours'])
    expect(rows.find(([key]) => key === 'questions')).toEqual(['questions', 'default', 'after'])
    expect(rows.find(([key]) => key === 'front')).toEqual(['front', 'default', '[course, imprint, contents, signs]'])
    expect(rows.find(([key]) => key === 'back')).toEqual(['back', 'default', '[sources, citing, colophon]'])
  })

  it('lists all, with an empty line between', async () => {
    const {stdout} = await letters().runInside('outputs')
    expect(stdout.split('\n\n').map((one) => one.split('\n')[0])).toEqual([
      'large  like course, reader  large.pdf, large.pages.json',
      'course  like reader  course.pdf, course.pages.json',
      'reader  reader-print.pdf, reader.epub, reader.pages.json'
    ])
    const reader = stdout.split('\n\n').at(-1) ?? ''
    expect(reader).toContain('\n  2 documents, 5 paragraphs\n    a  2  A letter\n    b  3  An answer\n')
    expect(reader).toMatch(/\n {4}documents +default +all\n/)
    expect(reader).toMatch(/\n {4}subtitle +edition +Of the harbour\n/)
  })

  it('gives the same as JSON', async () => {
    const {stdout} = await letters().runInside('outputs', '--output', 'large', '--format', 'json')
    const [large] = JSON.parse(stdout) as {settings: {key: string}[]}[]
    expect(large).toMatchObject({
      name: 'large',
      like: ['course', 'reader'],
      files: ['large.pdf', 'large.pages.json'],
      documents: [
        {id: 'b', title: 'An answer', excerpt: '2', paragraphs: 1, of: 3, under: 'Week 1'},
        {id: 'a', title: 'A letter', paragraphs: 2, of: 2, under: 'Week 2'}
      ]
    })
    const setting = (key: string) => large?.settings.find((one) => one.key === key)
    expect(setting('paper')).toEqual({key: 'paper', value: 'A4', from: {output: 'large'}})
    expect(setting('line-numbers')).toEqual({
      key: 'line-numbers',
      value: {every: 5, margin: 'outer', restart: 'page', headings: false},
      from: {output: 'reader'}
    })
    expect(setting('back')).toEqual({key: 'back', value: ['colophon'], from: 'edition'})
    expect(setting('front')).toMatchObject({
      value: ['half-title', 'title', 'imprint', 'contents', 'signs'],
      from: 'default'
    })
  })

  it('shows the output that is there where edition.yaml names none', async () => {
    const {status, stdout, stderr} = await EditionTest.from('minimal').runInside('outputs')
    expect({status, stderr}).toEqual({status: 0, stderr: ''})
    expect(stdout).toMatch(/^reader {2}reader\.pdf, reader\.epub, reader\.pages\.json\n/)
    expect(stdout).toMatch(/\n {4}formats +default +\[pdf, epub\]\n/)
  })

  it('tells the errors, with status 1, and the outputs as far as they stand', async () => {
    const edition = letters().edit('edition.yaml', 'documents: [a]', 'documents: [c]')
    const {status, stdout, stderr} = await edition.runInside('outputs', '--output', 'course')
    expect(status).toBe(1)
    // Once, where it is said, though `large` takes it over.
    expect(stderr).toBe(
      'edition/edition.yaml:12:77  error  Unexpected document `c` of output `course`, expected the id of a document  missing-file\n'
    )
    expect(stdout).toContain('\n  1 document, 1 paragraph\n    Week 1\n      b ¶2  1 of 3  An answer\n')
  })

  it('takes the name of an output that there is not for wrong use', async () => {
    expect(await letters().runInside('outputs', '--output', 'corse')).toEqual({
      status: 2,
      stdout: '',
      stderr: 'Unknown output `corse`, did you mean `course`?\n'
    })
  })
})
