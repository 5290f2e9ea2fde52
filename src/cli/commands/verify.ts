// `recension verify`: compares the results that lie there with the texts, and says so document by document.
import {STATUS, type GlobalOptions, type Host} from '../host.ts'
import {asText, findings, summary} from '../messages.ts'
import type {Outcome} from '../timings.ts'
import {statusOf} from './build.ts'

/** Options of `recension verify`. */
export interface VerifyCommandOptions extends GlobalOptions {
  out: string
}

/** Verifies; what was compared goes to stdout, what differs to stderr. */
export async function verifyCommand(dir: string, {out}: VerifyCommandOptions, host: Host): Promise<Outcome> {
  const {recover} = await import('../../publish.ts')
  await recover(out)
  const {verify} = await host.pipeline()
  const {files, lines, ok} = await verify({dir, out})
  const list = findings(files, dir).filter(({severity}) => severity !== 'info')
  host.out(lines.map((line) => `${line}\n`).join(''))
  host.err(asText(list, host.colour))
  const status = statusOf(list, {ok, strict: false})
  if (status !== STATUS.fine || list.length > 0) host.err(`${summary(list)}\n`)
  return {status}
}
