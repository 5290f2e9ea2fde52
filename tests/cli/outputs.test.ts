// Which files a build makes, keeps and takes away.
import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {EditionTest} from '../support/edition.ts'

const NO_BROWSER = {RECENSION_BROWSER: '/nonexistent/browser'}

const listed = (edition: EditionTest): unknown =>
  (JSON.parse(readFileSync(join(edition.cwd, 'dist/report.json'), 'utf8')) as {files: unknown}).files

describe('one format of an output', () => {
  it('needs no browser for the e-book', async () => {
    const edition = EditionTest.from('minimal')
    const {status, stderr} = await edition.runWith(NO_BROWSER, 'build', '--output', 'reader.epub')
    expect(stderr).toBe(
      'Reading\nWriting the EPUB reader.epub\nProving reader.epub\nWriting dist\n' +
        'reader.epub has no page list, because it was built without the pages of reader.pdf; `--output reader` builds both.\n'
    )
    expect(status).toBe(0)
    expect(edition.files('dist')).toEqual(['reader.epub', 'report.json'])
  })

  it('says what is near to a name that there is not', async () => {
    const {status, stderr} = await EditionTest.from('minimal').runInside('build', '--output', 'reader.epup')
    expect(stderr).toContain('Unexpected output `reader.epup`, did you mean `reader.epub`?  unknown-output')
    expect(status).toBe(2)
  })
})

describe('the files of the build before', () => {
  it('stay where only some outputs are asked for, and go when edition.yaml no longer has them', async () => {
    const edition = EditionTest.from('minimal')
    const settings = edition.read('edition.yaml')
    edition.with({'edition.yaml': `${settings}outputs: {reader: {formats: [epub]}, small: {formats: [epub]}}\n`})
    expect((await edition.runInside('build')).status).toBe(0)
    expect((await edition.runInside('build', '--output', 'reader')).status).toBe(0)
    expect(edition.files('dist')).toEqual(['reader.epub', 'report.json', 'small.epub'])
    expect(listed(edition)).toEqual(['reader.epub', 'small.epub', 'report.json'])
    edition.with({'edition.yaml': `${settings}outputs: {reader: {formats: [epub]}}\n`})
    expect((await edition.runInside('build')).status).toBe(0)
    expect(edition.files('dist')).toEqual(['reader.epub', 'report.json'])
  })
})
