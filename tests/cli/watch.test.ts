// `build --watch`: what is built again, what is not, what ends it, and what it leaves behind.
import {mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {strFromU8, unzipSync} from 'fflate'
import {afterEach, describe, expect, it} from 'vitest'
import {EditionTest} from '../support/edition.ts'
import {processesWith} from '../support/processes.ts'
import {temporaryFolder} from '../support/temporary.ts'
import {Watching} from '../support/watching.ts'

const WAITS = 'Watching edition. Ctrl-C ends it.\n'
const NOTE = '[^en-1]: The second crane of the harbour; the first was built in 1908.'

const running: Watching[] = []
afterEach(async () => {
  for (const one of running.splice(0)) await one.stop('SIGKILL')
})

function watch(edition: EditionTest, ...args: string[]): Watching {
  const watching = new Watching(edition.cwd, ['--output', 'reader.epub', ...args], {
    RECENSION_BROWSER: '/nonexistent/browser',
    TMPDIR: temporaryFolder()
  })
  running.push(watching)
  return watching
}

/** Words of the finished e-book. */
function bookText({cwd}: EditionTest): string {
  const files = unzipSync(readFileSync(join(cwd, 'dist/reader.epub')))
  return Object.entries(files)
    .filter(([name]) => name.endsWith('.xhtml'))
    .map(([, bytes]) => strFromU8(bytes))
    .join('\n')
}

/** As editors save: a new file takes the name of the old one. */
function saveAtomically(edition: EditionTest, path: string, text: string): void {
  const file = join(edition.dir, path)
  writeFileSync(`${file}.tmp`, text)
  renameSync(`${file}.tmp`, file)
}

describe('build --watch', () => {
  it('builds again when a document changes, by any way of saving, and not for files that are no source', async () => {
    const edition = EditionTest.from('minimal')
    const watching = watch(edition)
    await watching.until(WAITS)
    expect(bookText(edition)).toContain('built in 1908')

    edition.edit('documents/d1.md', 'built in 1908', 'built in 1909')
    expect(await watching.until(WAITS)).toMatch(/^Changed: documents\/d1\.md\nReading\n/)
    expect(bookText(edition)).toContain('built in 1909')

    saveAtomically(edition, 'documents/d1.md', edition.read('documents/d1.md').replace('1909', '1910'))
    expect(await watching.until(WAITS)).toMatch(/^Changed: documents\/d1\.md\nReading\n/)
    expect(bookText(edition)).toContain('built in 1910')

    // What editors leave beside their files is no change, nor is the same text saved again; the next real one is.
    for (const name of ['.d1.md.swp', 'd1.md~', '4913', '.#d1.md', '~$d1.docx', '.DS_Store', '#d1.md#', 'd1.md.tmp'])
      edition.with({[`documents/${name}`]: 'x'})
    saveAtomically(edition, 'documents/d2.md', edition.read('documents/d2.md'))
    edition.edit('people.yaml', 'harbour master', 'master of the harbour')
    expect(await watching.until(WAITS)).toMatch(/^Changed: people\.yaml\nReading\n/)
    expect(await watching.stop()).toBe(130)
  })

  it('goes on after errors, and sees what comes, goes and is renamed', async () => {
    const edition = EditionTest.from('minimal')
    const watching = watch(edition)
    await watching.until(WAITS)
    const before = bookText(edition)

    edition.edit('edition.yaml', 'title:', 'titel:')
    const told = await watching.until(WAITS)
    expect(told).toContain('Unexpected key `titel`, did you mean `title`?  unknown-key\n')
    expect(told).toContain('Nothing was written to dist.\n')
    expect(bookText(edition)).toBe(before)
    edition.edit('edition.yaml', 'titel:', 'title:')
    expect(await watching.until(WAITS)).toMatch(/^Changed: edition\.yaml\n/)

    edition.with({'documents/d3.md': '---\ntitle: A Third\n---\n\nA third paper.\n'})
    expect(await watching.until(WAITS)).toMatch(/^Changed: documents\/d3\.md\n/)
    expect(bookText(edition)).toContain('A third paper.')

    // A folder that is new is watched too.
    mkdirSync(join(edition.dir, 'front'))
    edition.with({'front/preface.md': '---\ntitle: Preface\n---\n\nThe first words.\n'})
    expect(await watching.until(WAITS)).toMatch(/^Changed: front\/preface\.md\n/)
    edition.edit('front/preface.md', 'first words', 'very first words')
    expect(await watching.until(WAITS)).toMatch(/^Changed: front\/preface\.md\n/)
    expect(bookText(edition)).toContain('The very first words.')

    renameSync(join(edition.dir, 'documents/d3.md'), join(edition.dir, 'documents/d4.md'))
    expect(await watching.until(WAITS)).toMatch(/^Changed: documents\/d3\.md, documents\/d4\.md\n/)

    // The whole folder goes away and comes back.
    renameSync(edition.dir, join(edition.cwd, 'elsewhere'))
    expect(await watching.until(WAITS)).toContain('No folder `edition`, expected an edition there')
    renameSync(join(edition.cwd, 'elsewhere'), edition.dir)
    expect(await watching.until(WAITS)).toContain('Writing dist\n')
    expect(await watching.stop()).toBe(130)
  })

  it('starts anew for what changes while it builds, and builds what was there last', async () => {
    const edition = EditionTest.from('minimal')
    const watching = watch(edition)
    await watching.until('Reading\n')
    edition.edit('documents/d1.md', NOTE, '[^en-1]: Another note.')
    rmSync(join(edition.dir, 'documents/d2.md'))
    await watching.until('Changed: documents/d1.md, documents/d2.md\n')
    await watching.until(WAITS)
    expect(bookText(edition)).toContain('Another note.')
    expect(bookText(edition)).not.toContain('Where shall the crane stand?')
    expect(await watching.stop('SIGTERM')).toBe(143)
  })

  it('leaves nothing behind at Ctrl-C, in the middle of a build or at rest', async () => {
    const edition = EditionTest.from('minimal')
    const temporary = temporaryFolder()
    const before = edition.files()
    const first = new Watching(edition.cwd, [], {TMPDIR: temporary})
    running.push(first)
    await first.until('Laying out')
    expect(await first.stop()).toBe(130)
    expect(edition.files()).toEqual(before)
    expect(readdirSync(temporary)).toEqual([])
    expect(processesWith(temporary)).toEqual([])

    const second = watch(edition)
    await second.until(WAITS)
    expect(await second.stop()).toBe(130)
    expect(edition.files('dist')).toEqual(['reader.epub', 'report.json'])
    expect(readdirSync(edition.cwd).toSorted()).toEqual(['dist', 'edition'])
  })

  it('tells of wrong use and ends', async () => {
    const edition = EditionTest.from('minimal')
    expect(await edition.runInside('build', '--watch', '--timings', 'times.json')).toEqual({
      status: 2,
      stdout: '',
      stderr: 'Unexpected `--timings` with `--watch`, expected one of them: a watch has no end\n'
    })
    expect(await edition.runInside('build', '--watch', '--out', 'edition/documents')).toMatchObject({status: 2})
  })
})
