// `recension freeze`: writes the numbers of all paragraphs down.
import type {Host, Status} from '../host.ts'
import {asText, findings} from '../messages.ts'
import {statusOf} from './build.ts'

/** Freezes the numbers of an edition, or says which errors forbid it. */
export async function freezeCommand(dir: string, host: Host): Promise<Status> {
  const {freeze} = await import('../../freeze.ts')
  const {files, written} = await freeze({dir})
  // What else there is to say of the edition says `check`.
  const found = findings(files, dir).filter(({severity, rule}) => severity === 'error' || rule.startsWith('paragraph-'))
  host.err(asText(found, host.colour))
  if (written) host.out(`${written.path}  ${written.paragraphs} paragraphs of ${written.documents} documents\n`)
  return statusOf(found, {ok: written !== undefined, strict: false})
}
