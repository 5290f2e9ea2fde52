// `recension check`: all messages of an edition, or its brackets.
import type {Format} from '../formats.ts'
import {WrongUse, type GlobalOptions, type Host} from '../host.ts'
import {asText, findings, FOR_PROGRAMS, summary, type Finding} from '../messages.ts'
import type {Outcome} from '../timings.ts'
import {listBrackets} from './brackets.ts'
import {statusOf} from './build.ts'

/** Options of `recension check`. */
export interface CheckCommandOptions extends GlobalOptions {
  brackets?: boolean
  write?: boolean
  format: Format
  strict?: boolean
}

/** Checks; text goes to stderr, JSON and annotations to stdout. */
export async function checkCommand(dir: string, options: CheckCommandOptions, host: Host): Promise<Outcome> {
  if (options.write && !options.brackets)
    throw new WrongUse(
      'Unexpected `--write` alone, expected it with `--brackets`: it adds entries to the bracket table'
    )
  const {check} = await host.pipeline()
  const {files, brackets} = await check({dir})
  const list = findings(files, dir)
  if (options.brackets) await listBrackets(brackets, {dir, write: options.write === true, format: options.format}, host)
  show(options.brackets ? list.filter(({severity}) => severity === 'error') : list, options, host)
  return {status: statusOf(list, {ok: true, strict: options.strict === true})}
}

function show(list: readonly Finding[], {format, brackets}: CheckCommandOptions, host: Host): void {
  // With --brackets standard output holds the brackets, and only errors are told besides.
  if (format === 'text' || brackets) host.err(asText(list, host.colour))
  else host.out(FOR_PROGRAMS[format](list))
  if (!brackets || list.length > 0) host.err(`${summary(list)}\n`)
}
