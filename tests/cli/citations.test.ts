// `formats: [citations]`: files for reference managers beside the books, or alone.
import {describe, expect, it} from 'vitest'
import {EditionTest} from '../support/edition.ts'

const OUTPUTS =
  'outputs: {reader: {formats: [epub]}, pack: {documents: [d2], title: A Seminar, formats: [citations]}}\n'

describe('citations', () => {
  const edition = EditionTest.from('minimal')
  edition.with({'edition.yaml': `${edition.read('edition.yaml')}${OUTPUTS}`})

  it('are files of three kinds, of the documents that the output has, as parts of the edition', async () => {
    const {status, stderr} = await edition.runInside('build', '--output', 'pack')
    expect(stderr).toBe('Reading\nWriting dist\n')
    expect(status).toBe(0)
    expect(edition.files('dist')).toEqual(['pack.bib', 'pack.csl.json', 'pack.ris', 'report.json'])
    const titles = (JSON.parse(edition.read('../dist/pack.csl.json')) as {title: string}[]).map(({title}) => title)
    expect(titles).toEqual(['Two Papers of the Harbour Office', 'A Talk about the Crane'])
    for (const file of ['pack.bib', 'pack.ris']) {
      const text = edition.read(`../dist/${file}`)
      expect(text).toContain('A Talk about the Crane')
      expect(text).toContain('Two Papers of the Harbour Office')
      expect(text).not.toMatch(/Seminar|Olaf Lind/)
    }
  })

  it('are held against the edition by verify', async () => {
    expect((await edition.runInside('build')).status).toBe(0)
    expect((await edition.runInside('verify')).stdout).toContain('pack.bib: as the edition says')
    edition.edit('documents/d2.md', 'A Talk about the Crane', 'A Talk about the Quay')
    const {status, stderr} = await edition.runInside('verify')
    expect(stderr).toContain('`dist/pack.bib` is not what the edition says now, expected the same; build it again')
    expect(status).toBe(1)
  })
})
