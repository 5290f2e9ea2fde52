// `recension build`: makes the outputs, shows the messages, says where PDF and EPUB lie.
import {join} from 'node:path'
import type {BuildResult} from '../../build.ts'
import {publishable} from '../out-folder.ts'
import {STATUS, type GlobalOptions, type Host, type Status} from '../host.ts'
import type {Format} from '../formats.ts'
import {amount, asText, findings, FOR_PROGRAMS, summary, type Finding} from '../messages.ts'
import {progress} from '../progress.ts'
import type {Outcome} from '../timings.ts'

/** Options of `recension build`. */
export interface BuildCommandOptions extends GlobalOptions {
  output?: string[]
  out: string
  strict?: boolean
  format: Format
  watch?: boolean
}

/** Builds; messages go to stderr, the finished books to stdout. */
export async function buildCommand(
  dir: string,
  options: BuildCommandOptions,
  host: Host,
  signal?: AbortSignal
): Promise<Outcome> {
  const {out, output, browser, strict, format} = options
  publishable(out, dir)
  const {recover} = await import('../../publish.ts')
  await recover(out)
  const {build} = await host.pipeline()
  const shown = progress(host)
  const result = await build({
    dir,
    out,
    ...(output && {outputs: output}),
    ...(browser && {browser}),
    ...(signal && {signal}),
    strict: strict === true,
    progress: shown.show
  }).finally(shown.end)
  return {status: tell(result, {dir, out, strict: strict === true, format}, host), timings: result.timings}
}

function tell(
  result: BuildResult,
  {dir, out, strict, format}: {dir: string; out: string; strict: boolean; format: Format},
  host: Host
): Status {
  const list = findings(result.messages, dir)
  const told = list.filter(({severity}) => severity !== 'info')
  // For programs standard output holds the messages, all of them, and the books are told besides.
  if (format === 'text') host.err(asText(told, host.colour))
  else host.out(FOR_PROGRAMS[format](list))
  for (const notice of result.notices) host.err(`${notice}\n`)
  const status = statusOf(list, {ok: result.ok, strict})
  if (list.length > 0) host.err(`${summary(list)}${hint(list, dir)}\n`)
  if (result.files.length > 0) (format === 'text' ? host.out : host.err)(books(result, out))
  else if (status !== STATUS.fine) host.err(`Nothing was written to ${out}.\n`)
  return status
}

/** 1 when the edition has errors or could not be built, and with `--strict` when it has warnings. */
export function statusOf(list: readonly Finding[], {ok, strict}: {ok: boolean; strict: boolean}): Status {
  const errors = list.filter(({severity}) => severity === 'error')
  // An output that does not exist was named on the command line: nothing is wrong with the edition.
  if (errors.length > 0 && errors.every(({rule}) => rule === 'unknown-output')) return STATUS.use
  const warned = strict && list.some(({severity}) => severity === 'warning')
  return errors.length > 0 || warned || !ok ? STATUS.edition : STATUS.fine
}

const hint = (list: readonly Finding[], dir: string): string =>
  list.some(({severity}) => severity === 'info') ? ` (\`recension check ${dir}\` lists them all)` : ''

/** `dist/reader.pdf   212 pages   1.4 MB`, in columns. */
function books({files}: BuildResult, out: string): string {
  const rows = files
    .filter(({name}) => /\.(pdf|epub|zip)$/.test(name))
    .map(({name, pages, bytes}) => [join(out, name), pages === undefined ? '' : amount(pages, 'page'), size(bytes)])
  const width = (column: number): number => Math.max(...rows.map((row) => (row[column] ?? '').length))
  const line = ([path = '', pages = '', bytes = '']: string[]): string =>
    `${path.padEnd(width(0))}  ${pages.padStart(width(1))}  ${bytes.padStart(width(2))}\n`
  return rows.map(line).join('')
}

/** `0.4 MB`, `17 kB` */
function size(bytes: number): string {
  return bytes < 100_000 ? `${Math.ceil(bytes / 1000)} kB` : `${(bytes / 1e6).toFixed(1)} MB`
}
