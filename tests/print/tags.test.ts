// The tags of a finished PDF: what a reader hears is the text, also where the browser of itself tags nothing.
import {readFile} from 'node:fs/promises'
import {join} from 'node:path'
import {PDFDocument, PDFName, type PDFRef} from '@cantoo/pdf-lib'
import {expect, test} from 'vitest'
import {build} from '../../src/build.ts'
import {openTagged} from '../../src/verify/tag-tree-file.ts'
import {EditionTest} from '../support/edition.ts'
import {numbersIn, tags, type Found} from './support/pdf-faults.ts'

test('a text of one letter, or of a bracket, before a mark is heard', async () => {
  const paragraph = (n: number): string =>
    `${BEGINNINGS[n % BEGINNINGS.length] ?? ''} of awards is also needed. ${'Our people love wheat flour. '.repeat(n % 5)}`
  const body = Array.from({length: 40}, (_, n) => paragraph(n)).join('\n\n')
  const edition = EditionTest.from('minimal').with({'documents/d3.md': `---\ntitle: Awards\n---\n\n${body}\n`})
  const {messages, ok} = await build({dir: edition.dir, out: join(edition.cwd, 'dist'), outputs: ['reader.pdf']})
  const errors = messages.flatMap((file) => file.messages).filter(({fatal}) => fatal)
  expect(errors.map(({reason}) => reason)).toEqual([])
  expect(ok).toBe(true)
})

test('cells in which nothing is heard keep their places in their rows', async () => {
  const table = '| a | b | c |\n| --- | --- | --- |\n| x | | :pb[10]{wit=L unit=page} |\n| | | |\n'
  const edition = EditionTest.from('minimal').with({
    'documents/d3.md': `---\ntitle: Awards\nsource:\n  L: {title: Copy, status: collated}\n---\n\n${table}`
  })
  const {messages, ok} = await build({dir: edition.dir, out: join(edition.cwd, 'dist'), outputs: ['reader.pdf']})
  expect(messages.flatMap((file) => file.messages).filter(({fatal}) => fatal)).toEqual([])
  expect(ok).toBe(true)
  const pdf = await PDFDocument.load(await readFile(join(edition.cwd, 'dist/reader.pdf')))
  expect([tags(pdf, 'TH'), tags(pdf, 'TR'), tags(pdf, 'TD')].map((found) => found.length)).toEqual([3, 3, 6])
})

test('struck-out words say so', async () => {
  const edition = EditionTest.from('minimal').with({
    'documents/d3.md': '---\ntitle: Awards\n---\n\nThe :del[first and *very* last]:add[second] engineer.\n'
  })
  const {ok} = await build({dir: edition.dir, out: join(edition.cwd, 'dist'), outputs: ['reader.pdf']})
  expect(ok).toBe(true)
  const bytes = await readFile(join(edition.cwd, 'dist/reader.pdf'))
  const struck = tags(await PDFDocument.load(bytes), 'Span').filter(({dict}) =>
    String(dict.lookup(PDFName.of('A'))).includes('/TextDecorationType /LineThrough')
  )
  const {pages} = openTagged(bytes)
  const heard = struck.map((tag) =>
    numbersIn(tag)
      .map((mcid) => pages.get(pageOf(tag))?.text.marked.get(mcid))
      .join('')
  )
  // In the key to the signs, and in the document.
  expect(heard).toEqual(['word', 'first and very last'])
})

const pageOf = ({dict}: Found): number => (dict.get(PDFName.of('Pg')) as PDFRef).objectNumber

const BEGINNINGS = [
  'A :corr[system]{rec="systeme" by=ed}',
  'I, :corr[system]{rec="systeme" by=ed}',
  ':corr[A]{rec="a" by=ed} system',
  '*A* system',
  '(b) *system*',
  '(*b*) system',
  '[:sic[b] *c*] system',
  '5 *systems*'
]
