// `recension outputs`: the outputs that edition.yaml lists, with their files.
import type {Host, Status} from '../host.ts'
import {asText, findings} from '../messages.ts'
import {statusOf} from './build.ts'

/** Lists outputs on stdout, one a line. */
export async function outputsCommand(dir: string, host: Host): Promise<Status> {
  const {outputs} = await host.pipeline()
  const {files, outputs: list} = await outputs(dir)
  for (const {name, formats, documents} of list) {
    const what = formats.map((format) => (format === 'print' ? `${name}-print.pdf` : `${name}.${format}`)).join(', ')
    host.out(`${name}  ${what}  ${documents === undefined ? 'all documents' : documents.join(', ')}\n`)
  }
  const errors = findings(files, dir).filter(({severity}) => severity === 'error')
  host.err(asText(errors, host.colour))
  return statusOf(errors, {ok: true, strict: false})
}
