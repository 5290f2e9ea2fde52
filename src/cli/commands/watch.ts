// `recension build --watch`: builds, waits for changes, builds again, until Ctrl-C ends it.
import {watchFolder} from '../../preview/index.ts'
import {explainFailure} from '../failure.ts'
import {WrongUse, type Host} from '../host.ts'
import {publishable} from '../out-folder.ts'
import {buildCommand, type BuildCommandOptions} from './build.ts'

/** Never ends by itself: errors of the edition and of the machine are told, and the next change is waited for. */
export async function watchCommand(dir: string, options: BuildCommandOptions, host: Host): Promise<never> {
  if (options.timings)
    throw new WrongUse('Unexpected `--timings` with `--watch`, expected one of them: a watch has no end')
  publishable(options.out, dir)
  const watching = watchFolder(dir, options.out)
  let sources = await watching.look()
  for (;;) {
    const superseded = new AbortController()
    const change = watching.change(sources).finally(() => superseded.abort())
    const whole = await buildOnce(dir, {options, host, signal: superseded.signal})
    if (whole) host.err(`Watching ${dir}. Ctrl-C ends it.\n`)
    const found = await change
    host.err(`${whole ? '' : 'Given up. '}Changed: ${listed(found.changed)}\n`)
    sources = found.sources
  }
}

/** False where files have changed meanwhile, so that what was read and what went wrong counts no more. */
async function buildOnce(
  dir: string,
  {options, host, signal}: {options: BuildCommandOptions; host: Host; signal: AbortSignal}
): Promise<boolean> {
  try {
    await buildCommand(dir, options, host, signal)
    return true
  } catch (error) {
    if (signal.aborted) return false
    explainFailure(error, host)
    return true
  }
}

/** `documents/d1.md, edition.yaml and 4 more` */
function listed(files: readonly string[]): string {
  const shown = files.slice(0, 3).join(', ')
  return files.length > 3 ? `${shown} and ${files.length - 3} more` : shown
}
