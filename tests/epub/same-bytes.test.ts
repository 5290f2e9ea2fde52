// The same edition gives the same e-book in another folder, time zone and language of the machine, and nobody is asked for anything.
import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {EditionTest} from '../support/edition.ts'

const GUARD = new URL('../support/no-network.mjs', import.meta.url).href
const CLOSED = {NODE_OPTIONS: `--import ${GUARD}`}

/** Names that Swedes and Germans sort differently. */
const edition = (): EditionTest =>
  EditionTest.from('minimal').with({
    'people.yaml':
      "weber: {name: Anna Weber, sort: 'Weber, Anna', source: invented}\nlind: {name: Olaf Lind, sort: 'Lind, Olaf', source: invented}\narlig: {name: Eva Ärlig, sort: 'Ärlig, Eva', asInText: [Ärlig], source: invented}\nzorn: {name: Ida Zorn, sort: 'Zorn, Ida', asInText: [Zorn], source: invented}\n",
    'documents/d3.md':
      '---\ntitle: Zorn and Ärlig\ndate: 1921-03-07\n---\n\n:person[Zorn]{id=zorn} and :person[Ärlig]{id=arlig} came at noon.\n'
  })

async function built(env: Record<string, string>): Promise<Buffer> {
  const one = edition()
  const {status, stderr} = await one.runWith({...CLOSED, ...env}, 'build', 'edition', '--output', 'reader.epub')
  expect({status, stderr: stderr.includes('error')}).toEqual({status: 0, stderr: false})
  return readFileSync(join(one.cwd, 'dist/reader.epub'))
}

test('another folder, time zone and language give the same bytes, without the network', async () => {
  const here = await built({TZ: 'UTC', LC_ALL: 'C.UTF-8', LANG: 'C.UTF-8'})
  const there = await built({TZ: 'Pacific/Kiritimati', LC_ALL: 'sv_SE.UTF-8', LANG: 'sv_SE.UTF-8'})
  expect(Buffer.compare(here, there)).toBe(0)
  expect(here.length).toBeGreaterThan(50_000)
})

describe('the network', () => {
  test('is not asked for a picture', async () => {
    const one = edition().with({
      'documents/d4.md':
        '---\ntitle: A Plan\ndate: 1921\n---\n\n::figure{src="https://example.org/plan.png" alt="A plan"}\n'
    })
    const {status, stderr} = await one.runWith(CLOSED, 'build', 'edition', '--output', 'reader.epub')
    expect(stderr).toContain('Unexpected address `https://example.org/plan.png` of a picture')
    expect(status).toBe(1)
  })

  test('would be seen', async () => {
    const {spawnSync} = await import('node:child_process')
    for (const code of ['fetch("https://example.org")', 'require("node:https").get("https://example.org")']) {
      const {status, stderr} = spawnSync(process.execPath, ['--import', GUARD, '-e', code], {encoding: 'utf8'})
      expect([status, stderr.startsWith('NETWORK: ')]).toEqual([99, true])
    }
  })
})
