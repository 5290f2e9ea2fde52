// The tags of a finished PDF: what a reader hears is the text, also where the browser of itself tags nothing.
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {build} from '../../src/build.ts'
import {EditionTest} from '../support/edition.ts'

test('a text of one letter before a mark is heard', async () => {
  const paragraph = (n: number): string =>
    `${BEGINNINGS[n % BEGINNINGS.length] ?? ''} of awards is also needed. ${'Our people love wheat flour. '.repeat(n % 5)}`
  const body = Array.from({length: 40}, (_, n) => paragraph(n)).join('\n\n')
  const edition = EditionTest.from('minimal').with({'documents/d3.md': `---\ntitle: Awards\n---\n\n${body}\n`})
  const {messages, ok} = await build({dir: edition.dir, out: join(edition.cwd, 'dist'), outputs: ['reader.pdf']})
  const errors = messages.flatMap((file) => file.messages).filter(({fatal}) => fatal)
  expect(errors.map(({reason}) => reason)).toEqual([])
  expect(ok).toBe(true)
})

const BEGINNINGS = [
  'A :corr[system]{rec="systeme" by=ed}',
  'I, :corr[system]{rec="systeme" by=ed}',
  ':corr[A]{rec="a" by=ed} system',
  '*A* system',
  '(b) *system*',
  '5 *systems*'
]
