// `recension build --watch` as a real process: what it says is waited for, never a time.
import {spawn, type ChildProcessByStdio} from 'node:child_process'
import type {Readable} from 'node:stream'
import {fileURLToPath} from 'node:url'

const COMMAND = fileURLToPath(new URL('../../src/cli/recension.js', import.meta.url))

/** A command that goes on until it is stopped. */
export class Watching {
  /** Everything that stderr has said. */
  said = ''
  private read = 0
  private readonly child: ChildProcessByStdio<null, null, Readable>
  private readonly ended: Promise<number | null>
  private heard = (): void => {}

  constructor(cwd: string, args: readonly string[], env: Readonly<Record<string, string>> = {}) {
    this.child = spawn(process.execPath, [COMMAND, 'build', '--watch', ...args], {
      cwd,
      env: {...process.env, ...env},
      stdio: ['ignore', 'ignore', 'pipe']
    })
    this.child.stderr.setEncoding('utf8')
    this.child.stderr.on('data', (text: string) => {
      this.said += text
      this.heard()
    })
    this.ended = new Promise((resolve) => this.child.on('close', resolve))
  }

  /** Waits until these words come, and gives all that was said since the last ones that were waited for. */
  async until(words: string): Promise<string> {
    for (;;) {
      const at = this.said.indexOf(words, this.read)
      if (at >= 0) {
        const passage = this.said.slice(this.read, at + words.length)
        this.read = at + words.length
        return passage
      }
      const more = new Promise<boolean>((resolve) => (this.heard = () => resolve(true)))
      if (!(await Promise.race([more, this.ended.then(() => false)])) && !this.said.includes(words, this.read))
        throw new Error(`The command ended without saying “${words}”. It said:\n${this.said}`)
    }
  }

  /** Sends Ctrl-C, and gives the exit status. */
  async stop(signal: NodeJS.Signals = 'SIGINT'): Promise<number | null> {
    this.child.kill(signal)
    return this.ended
  }
}
