// report.json: what was proved, what was said, which versions were used. No times, no machine: same input, same bytes.
import {readFileSync} from 'node:fs'
import path from 'node:path'
import type {VFile} from 'vfile'
import {allDocuments, type Edition} from './document/edition.ts'
import {entriesOf, notesOf} from './document/foot-words.ts'
import {words} from './document/layers.ts'
import {severityOf} from './document/report.ts'
import {json} from './output-files.ts'
import type {OutputFiles} from './output.ts'
import type {BracketRow} from './transforms/index.ts'

/** What the report is made of. */
export interface Proofs {
  edition: Edition
  brackets: BracketRow[]
  outputs: OutputFiles[]
}

/** Version of the program, from its package. */
export const VERSION: string = (
  JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {version: string}
).version

/** Bytes of the report. `names`: files that the build has made besides. */
export function reportFile({edition, brackets, outputs}: Proofs, messages: VFile[], names: string[]): Uint8Array {
  return json({
    program: {name: 'recension', version: VERSION},
    edition: {id: edition.settings.id, version: edition.settings.version, date: edition.settings.date},
    files: names,
    fidelity: allDocuments(edition).map(({id, tree, matter, transcript}) => ({
      document: id,
      transcript: transcript ? {file: matter.received?.file, sha256: transcript.sha256} : null,
      words: {
        received: words(tree, 'received').length,
        document: words(tree, 'document').length,
        reading: words(tree, 'reading').length
      },
      notes: notesOf(tree).length,
      entries: entriesOf(tree).length,
      brackets: brackets.filter(({document}) => document === id).length
    })),
    outputs: outputs.map(({name, files, map, layout, shares, leftOut}) => ({
      name,
      files: [...files].map(([file, bytes]) => ({file, bytes: bytes.length})),
      ...(map && {browser: map.browser, pagedjs: map.pagedjs, pages: map.pages.length, layout}),
      ...(files.has(`${name}.epub`) && {pageList: map ? 'as printed' : 'none: made without printed pages'}),
      ...(shares && {foundInPdf: shares}),
      ...(leftOut.length > 0 && {leftOut})
    })),
    messages: messages.flatMap((file) =>
      file.messages.map((message) => ({
        // Wherever the folder lies, the report is the same.
        file: path.relative(edition.dir, file.path).split(path.sep).join('/'),
        line: message.line ?? null,
        column: message.column ?? null,
        severity: severityOf(message),
        rule: message.ruleId ?? null,
        reason: message.reason
      }))
    )
  })
}
