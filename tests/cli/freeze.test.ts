// `recension freeze`: numbers that last, from the command to the page.
import {describe, expect, it} from 'vitest'
import {EditionTest} from '../support/edition.ts'

const D1 = 'documents/d1.md'

describe('freeze', () => {
  it('writes the numbers of all paragraphs, the same each time', async () => {
    const edition = EditionTest.from('minimal')
    const {status, stdout, stderr} = await edition.runInside('freeze')
    expect({status, stdout, stderr}).toEqual({
      status: 0,
      stdout: 'edition/numbering.yaml  8 paragraphs of 2 documents\n',
      stderr: ''
    })
    const written = edition.read('numbering.yaml')
    expect(written).toMatch(/^# Numbers of the paragraphs, written by `recension freeze`\./)
    expect(written).toContain('d1:\n  - n: "1"\n    begins: "Dear Mr Lind,"\n    ends: "Dear Mr Lind,"\n    sha: "')
    await edition.runInside('freeze')
    expect(edition.read('numbering.yaml')).toBe(written)
    expect(await edition.messages()).toEqual([])
  })

  it('keeps every number when a paragraph comes in, and lasts when it is frozen again', async () => {
    const edition = EditionTest.from('minimal')
    await edition.runInside('freeze')
    edition.edit(
      D1,
      'Send word before Friday.',
      ':::editorial\nA leaf is lost.\n:::\n\n:supplied[The rope is new.]{by=ed}\n\nSend word before Friday.'
    )
    expect(await edition.messages()).toEqual([
      'documents/d1.md:22:1  info  Unexpected paragraph, which numbering.yaml does not have, expected those that were frozen; it is numbered 2a, and `recension freeze` makes that lasting  paragraph-new'
    ])
    await edition.runInside('build', '--output', 'reader.epub')
    await edition.runInside('freeze')
    expect(
      edition
        .read('numbering.yaml')
        .match(/n: "[^"]*"/g)
        ?.slice(0, 5)
    ).toEqual(['1', '2', '2a', '3', '4'].map((n) => `n: "${n}"`))
    expect(await edition.messages()).toEqual([])
  })

  it('remembers the number of a paragraph that was taken out, in its place', async () => {
    const edition = EditionTest.from('minimal')
    edition.edit(D1, 'Send word', ':supplied[The rope is new.]{by=ed}\n\nSend word')
    await edition.runInside('freeze')
    edition.edit(D1, ':supplied[The rope is new.]{by=ed}\n\n', '')
    expect(await edition.messages()).toEqual([
      'documents/d1.md:1:1  warning  No paragraph 3 (“⟨The rope is new.⟩ …”), expected it as numbering.yaml has it; if it was taken out on purpose, `recension freeze` says so and its number is not given again  paragraph-gone'
    ])
    await edition.runInside('freeze')
    expect(edition.read('numbering.yaml')).toMatch(/n: "2"[^]*n: "3"[^-]*gone: true\n[^]*n: "4"/)
    expect(await edition.messages()).toEqual([])
  })

  it('writes nothing where the edition has errors', async () => {
    const edition = EditionTest.from('minimal').edit(D1, '[^en-1] Nobody', '[^en-2] Nobody')
    const {status, stdout, stderr} = await edition.runInside('freeze')
    expect(status).toBe(1)
    expect(stdout).toBe('')
    expect(stderr).toContain('call-without-note')
    expect(edition.files('edition')).not.toContain('numbering.yaml')
  })

  it('says so where a document was renamed or the file was edited by hand', async () => {
    const edition = EditionTest.from('minimal').with({'numbering.yaml': 'd9:\n  - {n: 1, sha: abc}\n'})
    expect(await edition.messages()).toEqual([
      'numbering.yaml:1:1  warning  No document `d9`, whose paragraph numbers were frozen, expected it among the documents; is it `d1` now? Then change the id here  paragraph-gone'
    ])
    edition.with({'numbering.yaml': 'd1:\n  - {n: first, sha: abc}\n'})
    expect(await edition.messages()).toEqual([
      'numbering.yaml:2:9  error  Unexpected value `first` of `n` in item 1 of `d1`, expected a number such as `45` or `45a`  wrong-value'
    ])
  })
})
