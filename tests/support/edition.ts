// The one driver of tests: a copy of an edition in a temporary folder, with what is wrong laid over it, and the real command.
//
//   const edition = EditionTest.from('minimal').with({'documents/d1.md': 'Text without front matter.'})
//   expect(await edition.messages()).toEqual(['documents/d1.md:1:1  error  …, expected …  unreadable-yaml'])
//   const {status, stdout, stderr} = await edition.run('build', '--strict')
import {spawn, type ChildProcessByStdio} from 'node:child_process'
import {createHash} from 'node:crypto'
import {cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import type {Readable} from 'node:stream'
import {fileURLToPath} from 'node:url'
import {asText, findings} from '../../src/cli/messages.ts'
import {runInside} from './host.ts'
import {temporaryFolder} from './temporary.ts'

/** What a command left behind. */
export interface Run {
  /** Exit status; null where a signal ended it. */
  status: number | null
  stdout: string
  stderr: string
}

/** An edition in a folder of its own, `edition` inside `cwd`, removed when the test file ends. */
export class EditionTest {
  readonly cwd = temporaryFolder()
  readonly dir = join(this.cwd, 'edition')

  /** A copy of an edition of tests/editions. */
  static from(name: string): EditionTest {
    const test = new EditionTest()
    cpSync(tests(`editions/${name}`), test.dir, {recursive: true})
    return test
  }

  /** No edition at all, only an empty folder to work in. */
  static empty(): EditionTest {
    return new EditionTest()
  }

  /** Lays files over the edition: a folder below tests/, or paths with their text; undefined removes a file. */
  with(overlay: string | Readonly<Record<string, string | undefined>>): this {
    if (typeof overlay === 'string') cpSync(tests(overlay), this.dir, {recursive: true})
    else for (const [path, text] of Object.entries(overlay)) this.put(path, text)
    return this
  }

  /** Replaces words of a file; they must be there. */
  edit(path: string, from: string, to: string): this {
    const text = this.read(path)
    if (!text.includes(from)) throw new Error(`${path} does not have ${from}`)
    return this.with({[path]: text.replace(from, () => to)})
  }

  /** Text of a file of the edition. */
  read(path: string): string {
    return readFileSync(join(this.dir, path), 'utf8')
  }

  /** Names of all files below a folder of the working folder, sorted: `edition`, `dist`. */
  files(folder = '.'): string[] {
    const root = join(this.cwd, folder)
    const entries = readdirSync(root, {recursive: true, withFileTypes: true}).filter((entry) => entry.isFile())
    return entries.map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1)).toSorted()
  }

  /** The same files with check sums of what is in them: a comparison of the bytes themselves takes seconds. */
  sums(folder = '.'): Map<string, string> {
    const sum = (name: string): string =>
      createHash('sha256')
        .update(readFileSync(join(this.cwd, folder, name)))
        .digest('hex')
    return new Map(this.files(folder).map((name) => [name, sum(name)]))
  }

  /** All messages of `check` as lines, with paths inside the edition. No process is started. */
  async messages(): Promise<string[]> {
    const {check} = await import('../../src/build.ts')
    const {files} = await check({dir: this.dir})
    const text = asText(findings(files, this.dir), false).replaceAll(`${this.dir}/`, '')
    return text.split('\n').slice(0, -1)
  }

  /** The command line in the working folder, but in the test's own process: ten times faster. */
  async runInside(...args: string[]): Promise<Run> {
    const before = process.cwd()
    process.chdir(this.cwd)
    try {
      return await runInside(args, {}, {pipeline: () => import('../../src/build.ts')})
    } finally {
      process.chdir(before)
    }
  }

  /** Runs the real command in the working folder. */
  async run(...args: string[]): Promise<Run> {
    return this.runWith({}, ...args)
  }

  /** The same with other environment variables; undefined takes one away. */
  async runWith(env: Environment, ...args: string[]): Promise<Run> {
    return ended(this.start(env, args))
  }

  /** The same, ended by a signal as soon as stderr says the words. */
  async interrupt({env = {}, signal, at}: Interruption, ...args: string[]): Promise<Run> {
    const child = this.start(env, args)
    child.stderr.on('data', (text: string) => text.includes(at) && child.kill(signal))
    return ended(child)
  }

  private start(env: Environment, args: string[]): ChildProcessByStdio<null, Readable, Readable> {
    const options = {cwd: this.cwd, env: {...process.env, ...env}}
    const child = spawn(process.execPath, [COMMAND, ...args], {...options, stdio: ['ignore', 'pipe', 'pipe']})
    child.stdout.setEncoding('utf8')
    child.stderr.setEncoding('utf8')
    return child
  }

  private put(path: string, text: string | undefined): void {
    const file = join(this.dir, path)
    if (text === undefined) return rmSync(file, {recursive: true})
    mkdirSync(dirname(file), {recursive: true})
    writeFileSync(file, text)
  }
}

const tests = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url))
const COMMAND = fileURLToPath(new URL('../../src/cli/recension.js', import.meta.url))

type Environment = Readonly<Record<string, string | undefined>>

/** When a command is ended, and how. */
export interface Interruption {
  env?: Environment
  signal: NodeJS.Signals
  at: string
}

async function ended(child: ChildProcessByStdio<null, Readable, Readable>): Promise<Run> {
  const output = {stdout: '', stderr: ''}
  child.stdout.on('data', (text: string) => (output.stdout += text))
  child.stderr.on('data', (text: string) => (output.stderr += text))
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (status) => resolve({status, ...output}))
  })
}
