// Parsed texts are kept from one reading to the next: the same nodes and messages, made anew for whatever differs, and proved like fresh ones.
import {readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {deserialize, serialize} from 'node:v8'
import {gunzipSync, gzipSync} from 'node:zlib'
import type {Root} from 'mdast'
import {visit} from 'unist-util-visit'
import {afterAll, beforeEach, describe, expect, test, vi} from 'vitest'
import {allDocuments} from '../../src/document/edition.ts'
import {sha256} from '../../src/kept/index.ts'
import {readEdition} from '../../src/read/index.ts'
import {EditionTest} from '../support/edition.ts'
import {temporaryFolder} from '../support/temporary.ts'

let cache = ''
beforeEach(() => {
  cache = temporaryFolder()
  vi.stubEnv('XDG_CACHE_HOME', cache)
})
afterAll(() => vi.unstubAllEnvs())

const entries = (): string[] => readdirSync(join(cache, 'recension/parses')).toSorted()

/** All that reading gives of the texts. */
async function read({dir}: EditionTest) {
  const {files, edition} = await readEdition(dir)
  return {
    trees: edition && allDocuments(edition).map(({id, tree}) => ({id, tree})),
    messages: files.flatMap(({messages}) =>
      messages.map(({name, reason, place, ruleId, source, fatal, file}) => ({
        name,
        reason,
        place,
        ruleId,
        source,
        fatal,
        file
      }))
    )
  }
}

/** Changes what is kept of the texts, so that it is taken for sound. */
function tamper(change: (tree: Root) => void): void {
  for (const name of entries()) {
    const file = join(cache, 'recension/parses', name)
    const content = gunzipSync(readFileSync(file))
    const kept = deserialize(content.subarray(content.indexOf('\n') + 1)) as {tree: Root}
    change(kept.tree)
    const bytes = serialize(kept)
    writeFileSync(file, gzipSync(Buffer.concat([Buffer.from(`${sha256(bytes)}\n`), bytes])))
  }
}

describe('a text that was parsed before', () => {
  test.each(['everything', 'parallel', 'placed', 'right-to-left'])('has the same nodes in %s', async (name) => {
    const edition = EditionTest.from(name)
    const fresh = await read(edition)
    const kept = entries()
    expect(kept.length).toBeGreaterThan(0)
    expect(await read(edition)).toEqual(fresh)
    expect(entries()).toEqual(kept)
  })

  test('has the same messages, once each, in the same places', async () => {
    const edition = EditionTest.from('minimal').with({
      'documents/d3.md': '---\ntitle: Third\n---\nA :sup[word] and a\n:nothing[known], [link](x.md).\n\n::leaf\n'
    })
    const fresh = await read(edition)
    expect(fresh.messages.map(({ruleId, name}) => `${ruleId} ${name.slice(edition.dir.length)}`)).toEqual([
      'unknown-directive /documents/d3.md:4:3',
      'unknown-directive /documents/d3.md:5:1'
    ])
    expect(await read(edition)).toEqual(fresh)
    expect(await read(edition)).toEqual(fresh)
  })

  test('is parsed anew where one letter, its place in the file or the series of notes differ', async () => {
    const edition = EditionTest.from('minimal')
    await read(edition)
    const count = entries().length
    await read(edition.with({'documents/d3.md': 'Some text.'}))
    await read(edition.with({'documents/d3.md': 'Some test.'}))
    await read(edition.with({'documents/d3.md': '---\ntitle: Third\n---\nSome test.'}))
    expect(entries().length).toBe(count + 3)
    const {trees} = await read(edition)
    expect(trees?.find(({id}) => id === 'd3')?.tree.children[0]?.position?.start.line).toBe(4)
  })

  test('is taken from what is kept, and the proof compares that with the text', async () => {
    const edition = EditionTest.from('minimal').with({'documents/d3.md': 'The ships lie in the harbour.'})
    expect(await edition.messages()).toEqual([])
    tamper((tree) =>
      visit(tree, 'text', (node) => {
        node.value = node.value.replace('harbour', 'roads')
      })
    )
    expect(await edition.messages()).toEqual([
      'documents/d1.md:22:34  error  Unexpected word `roads;` after `crane of the` in the parsed text (note 1 as received), expected `harbour;` as the file has it; put a backslash before signs that are text, or tell the makers of the program  parse-differs',
      'documents/d3.md:1:22  error  Unexpected word `roads.` after `lie in the` in the parsed text (the text as received), expected `harbour.` as the file has it; put a backslash before signs that are text, or tell the makers of the program  parse-differs'
    ])
  })

  test('is parsed anew where what is kept is damaged', async () => {
    const edition = EditionTest.from('minimal')
    const fresh = await read(edition)
    for (const name of entries()) writeFileSync(join(cache, 'recension/parses', name), 'no gzip')
    expect(await read(edition)).toEqual(fresh)
  })

  test('is parsed where nothing can be kept', async () => {
    const edition = EditionTest.from('minimal')
    const fresh = await read(edition)
    rmSync(join(cache, 'recension/parses'), {recursive: true})
    writeFileSync(join(cache, 'recension/parses'), 'a file where the folder should be')
    expect(await read(edition)).toEqual(fresh)
  })
})
