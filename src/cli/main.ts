// From the command line to the exit status: the only place that ends the process.
import {explainFailure} from './failure.ts'
import {STATUS, type Host, type Status} from './host.ts'

/** Runs the command line of this process and ends it. */
export async function main(): Promise<void> {
  const host = thisProcess()
  stopOnSignals()
  // What escapes from a stage unseen, a lost promise for one, ends as plainly as everything else.
  process.on('uncaughtException', (error) => process.exit(explainFailure(error, host)))
  for (const stream of [process.stdout, process.stderr]) stream.on('error', endWhenNobodyReads)
  const status = await run(process.argv.slice(2), host)
  // Waits until all is written: a pipe may still hold a part.
  process.stdout.write('', () => process.exit(status))
}

/** Runs a command line and gives its exit status. */
export async function run(argv: readonly string[], host: Host): Promise<Status> {
  try {
    const {runProgram} = await import('./program.ts')
    return await runProgram(argv, host)
  } catch (error) {
    return explainFailure(error, host)
  }
}

function thisProcess(): Host {
  const {stderr, stdout, env} = process
  return {
    out: (text) => void stdout.write(text),
    err: (text) => void stderr.write(text),
    env,
    terminal: stderr.isTTY && env.TERM !== 'dumb',
    columns: stderr.columns || 80,
    colour: stderr.isTTY && env.TERM !== 'dumb' && !env.NO_COLOR,
    pipeline: () => import('../build.ts')
  }
}

/** Ctrl-C ends through `exit`, where browsers and temporary folders are cleared away. */
function stopOnSignals(): void {
  const numbers = {SIGINT: 2, SIGTERM: 15, SIGHUP: 1} as const
  for (const [signal, number] of Object.entries(numbers)) process.once(signal, () => process.exit(128 + number))
}

/** `recension explain | head` closes the pipe early; that is no fault. */
function endWhenNobodyReads(error: Error & {code?: string}): void {
  if (error.code === 'EPIPE') process.exit(STATUS.fine)
  throw error
}
