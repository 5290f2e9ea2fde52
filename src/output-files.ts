// The files of outputs that lie in the folder of results.
import {readFile} from 'node:fs/promises'
import path from 'node:path'
import {citationFiles} from './cite/index.ts'
import type {Edition} from './document/edition.ts'
import {namesOf, type Format} from './document/formats.ts'
import type {PrintedPage} from './document/printed-pages.ts'
import type {PageMap} from './print/index.ts'

/** The files of an output; no bytes where one is missing. */
export async function readOutput(
  edition: Edition,
  name: string,
  out: string
): Promise<{file: string; format: Format; bytes: Uint8Array | undefined}[]> {
  const {formats = []} = edition.settings.outputs[name] ?? {}
  const names = formats.flatMap((format) => namesOf(name, format).map((one) => ({one, format})))
  return Promise.all(
    names.map(async ({one, format}) => {
      const file = path.join(out, one)
      // The reader of PDFs takes plain bytes only, no Buffer.
      const read = readFile(file).then((bytes) => new Uint8Array(bytes))
      return {file, format, bytes: await read.catch(() => undefined)}
    })
  )
}

/** Pages of the printed book, as the page map in a folder has them. */
export async function readPages(name: string, out: string): Promise<PrintedPage[] | undefined> {
  const text = await readFile(path.join(out, `${name}.pages.json`), 'utf8').catch(() => undefined)
  return text === undefined ? undefined : (JSON.parse(text) as Pick<PageMap, 'pages'>).pages
}

/** Files for reference managers by their names: the edition, the documents of the output and their originals. */
export function citationsOf(edition: Edition, output: string): Map<string, Uint8Array> {
  const cited = {...edition, settings: edition.wholeSettings ?? edition.settings}
  const {csl, bibTex, ris} = citationFiles(cited, edition.documents)
  const bytes = [csl, bibTex, ris].map((text) => new TextEncoder().encode(text))
  return new Map(namesOf(output, 'citations').map((name, index) => [name, bytes[index] ?? new Uint8Array()]))
}

/** Bytes of a JSON file, as people read it. */
export const json = (value: unknown): Uint8Array => new TextEncoder().encode(`${JSON.stringify(value, undefined, 1)}\n`)
