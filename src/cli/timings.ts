// `--timings FILE`: how long a command took, kept out of everything that must be the same each time.
import {writeFile} from 'node:fs/promises'
import type {Command} from 'commander'
import {EnvironmentError} from '../document/environment.ts'
import type {GlobalOptions, Status} from './host.ts'

/** What a command gives back: its exit status and, when it knows them, the times of its stages in milliseconds. */
export interface Outcome {
  status: Status
  timings?: Record<string, number>
}

/** Runs a command with its options and the global ones, and writes the timings where they are asked for. */
export function timed(done: (status: Status) => void) {
  // oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- commander reads the options; what is among them only the command knows
  return async <Options extends GlobalOptions>(
    command: Command,
    work: (options: Options) => Promise<Outcome>
  ): Promise<void> => {
    const started = performance.now()
    const options: Options = command.optsWithGlobals()
    const {status, timings} = await work(options)
    if (options.timings) await write(options.timings, {...timings, total: performance.now() - started})
    done(status)
  }
}

async function write(file: string, timings: Record<string, number>): Promise<void> {
  const rounded = Object.fromEntries(Object.entries(timings).map(([stage, ms]) => [stage, Math.round(ms)]))
  try {
    await writeFile(file, `${JSON.stringify(rounded, null, 2)}\n`)
  } catch (cause) {
    throw new EnvironmentError(`The timings cannot be written to ${file}. Name another file after --timings.`, {cause})
  }
}
