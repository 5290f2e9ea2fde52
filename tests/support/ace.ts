// Ace, the accessibility checker of the DAISY Consortium, for many e-books in one run with the embedded browser.
import {spawn} from 'node:child_process'
import {once} from 'node:events'
import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {ensureBrowser} from '../../src/print/chromium/choose-browser.ts'
import {temporaryFolder} from './temporary.ts'

/** What Ace says of a book. */
export interface Judgement {
  outcome: 'pass' | 'fail'
  violations: {file: string; rule: string; impact: string; text: string}[]
}

const RUNNER = fileURLToPath(new URL('ace.mjs', import.meta.url))

/** A judgement for each book. Throws where Ace does not come to its end. */
export async function ace(books: readonly string[]): Promise<Judgement[]> {
  const {path, env} = await ensureBrowser()
  const home = temporaryFolder()
  const answers = join(home, 'answers.json')
  // Ace writes logs and settings at home.
  const own = {...env, HOME: home, XDG_CONFIG_HOME: home, XDG_STATE_HOME: home, ACE_TIMEOUT_INITIAL: '60000'}
  const child = spawn(process.execPath, [RUNNER, answers, path, ...books], {
    env: {...process.env, ...own},
    stdio: ['ignore', 'ignore', 'pipe']
  })
  let said = ''
  child.stderr.on('data', (text: Buffer) => (said += text.toString()))
  const [status] = (await once(child, 'close')) as [number | null]
  if (status !== 0) throw new Error(`Ace ended with ${status}: ${said.slice(0, 2000)}`)
  return JSON.parse(readFileSync(answers, 'utf8')) as Judgement[]
}
