// A course pack from `init` to the finished books: what the class gets, what the teacher gets.
import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {getDocument} from 'pdfjs-dist/legacy/build/pdf.mjs'
import {beforeAll, describe, expect, it} from 'vitest'
import {entriesOf} from '../epub/opened.ts'
import {EditionTest} from '../support/edition.ts'

const edition = EditionTest.empty()
let built: {status: number | null; stderr: string}
let pack: string[] = []
let teacher: string[] = []

beforeAll(async () => {
  await edition.runInside('init', 'mine', '--template', 'coursepack')
  built = await edition.runInside('build', 'mine')
  const read = (name: string): Promise<string[]> => pageTexts(readFileSync(join(edition.cwd, 'dist', name)))
  pack = await read('coursepack.pdf')
  teacher = await read('teacher.pdf')
}, 180_000)

/** The words of each page; those broken at line ends are whole. */
async function pageTexts(bytes: Uint8Array): Promise<string[]> {
  const loading = getDocument({data: new Uint8Array(bytes), verbosity: 0})
  const pdf = await loading.promise
  const texts: string[] = []
  for (let n = 1; n <= pdf.numPages; n++) {
    const {items} = await (await pdf.getPage(n)).getTextContent()
    const text = items.map((item) => ('str' in item ? item.str + (item.hasEOL ? ' ' : '') : '')).join('')
    texts.push(
      text
        .replace(/[-\u00AD\u2010] +(?=\p{Ll})/gu, '')
        .replace(/\u2060/g, '')
        .replace(/\s+/gu, ' ')
        .trim()
    )
  }
  await loading.destroy()
  return texts
}

const pageWith = (pages: string[], words: string): string => pages.find((page) => page.includes(words)) ?? ''

describe('the course pack that init makes', () => {
  it('is built without a message, as pages and e-book, and the teacher’s copy as pages', () => {
    expect(built.stderr).not.toMatch(/error|warning|info/)
    expect(built.status).toBe(0)
    expect(edition.files('dist')).toEqual([
      'coursepack.epub',
      'coursepack.pages.json',
      'coursepack.pdf',
      'report.json',
      'teacher.pages.json',
      'teacher.pdf'
    ])
  })

  it('has a cover of the course that names the edition', () => {
    expect(pack[0]).toBe(
      'Your University HIST 101 How a Crane Was Built Your Name Spring 2027 Documents from Papers of a Harbour Edited by Your Name For the members of the seminar.'
    )
    expect(teacher[0]).toContain('How a Crane Was Built Teacher’s Copy Your Name')
  })

  it('has its documents by weeks, in the contents too', () => {
    expect(pageWith(pack, 'Contents')).toMatch(
      /Week 1: The letter[ .]+1 Anna Weber to Olaf Lind, 2 March 1921[ .]+2 Week 2: The council[ .]+3 A Talk about the Crane, 5 March 1921[ .]+4 Report/
    )
  })

  it('has questions without answers for the class, and answers in the teacher’s copy alone', () => {
    const answer = 'Answer: That the crane has come, but not where it is to stand.'
    expect(pageWith(pack, 'What does Weber know when she writes')).toContain('Questions 1. What does Weber know')
    expect(pack.join(' ')).not.toContain('Answer')
    expect(pageWith(teacher, 'What does Weber know when she writes')).toContain(answer)
    expect(pack.join(' ')).not.toContain('printed in the teacher’s copy alone')
    expect(teacher.join(' ')).toContain('printed in the teacher’s copy alone')
  })

  it('takes paragraphs of a document under their numbers, and says what it leaves out', () => {
    const report = pageWith(pack, 'The harbour loaded 412 ships')
    expect(report).toContain('Excerpt: ¶¶1–2')
    expect(report).toContain('[¶3 omitted]')
    expect(pack.join(' ')).not.toContain('asks for a roof')
  })

  it('lists what helps to read, and how to cite', () => {
    expect(pageWith(pack, '1908 The first crane')).toMatch(
      /1908 The first crane .* 2 March 1921 1. Anna Weber .* January 1922 3. Report/
    )
    expect(pageWith(pack, 'Speaks in')).toContain('Weber, Anna [AH-na VAY-ber] Engineer of the harbour. Speaks in 2.')
    expect(pageWith(pack, 'quay [kee]')).toContain('quay [kee] A wall at which ships lie to be loaded')
    expect(pageWith(pack, 'Permission granted')).toContain(
      'Permission granted by Harbour Museum, 15 January 2026, fee: none.'
    )
    expect(pageWith(pack, 'Chicago, note')).toContain('“Anna Weber to Olaf Lind,” 2 March 1921')
  })

  it('has the same words on e-readers', () => {
    const text = entriesOf(readFileSync(join(edition.cwd, 'dist/coursepack.epub')))
      .filter(({name}) => name.endsWith('.xhtml'))
      .map(({bytes}) => new TextDecoder().decode(bytes).replace(/<[^>]+>/g, ' '))
      .join(' ')
      .replace(/\s+/g, ' ')
    for (const words of [
      'HIST 101',
      'Week 2: The council',
      'What does Weber know',
      'Sources and Permissions',
      'How to Cite'
    ])
      expect(text).toContain(words)
    expect(text).not.toContain('Answer:')
  })
})
