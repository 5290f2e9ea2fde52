// `recension outputs`: every output with what it makes, which documents it has, and each setting with its origin.
import {stringify} from 'yaml'
import {nearest} from '../../document/report.ts'
import type {ChosenDocument, DescribedOutput, DescribedSetting} from '../../outputs.ts'
import {WrongUse, type Host, type Status} from '../host.ts'
import {amount, asText, findings} from '../messages.ts'
import {statusOf} from './build.ts'

/** Options of `recension outputs`. */
export interface OutputsCommandOptions {
  output?: string[]
  format: 'text' | 'json'
}

/** Describes outputs on stdout; errors of the edition go to stderr. */
export async function outputsCommand(
  dir: string,
  {output: wanted, format}: OutputsCommandOptions,
  host: Host
): Promise<Status> {
  const {outputs} = await import('../../outputs.ts')
  const {files, outputs: all} = await outputs(dir)
  const shown = wanted && all.length > 0 ? chosen(all, wanted) : all
  host.out(format === 'json' ? `${JSON.stringify(shown, null, 2)}\n` : shown.map(asLines).join('\n'))
  const errors = findings(files, dir).filter(({severity}) => severity === 'error')
  host.err(asText(errors, host.colour))
  return statusOf(errors, {ok: true, strict: false})
}

function chosen(all: readonly DescribedOutput[], wanted: readonly string[]): DescribedOutput[] {
  return wanted.map((name) => {
    const found = all.find((one) => one.name === name)
    if (found) return found
    const names = all.map((one) => one.name)
    const near = nearest(name, names)
    const expected = near
      ? `did you mean \`${near}\`?`
      : `expected one of ${names.map((one) => `\`${one}\``).join(', ')}`
    throw new WrongUse(`Unknown output \`${name}\`, ${expected}`)
  })
}

/** The output, its files, its documents and its settings, one a line. */
function asLines(output: DescribedOutput): string {
  const {name, like, files, documents, settings} = output
  const head = [name, ...(like.length > 0 ? [`like ${like.join(', ')}`] : []), files.join(', ')].join('  ')
  const paragraphs = documents.reduce((sum, one) => sum + one.paragraphs, 0)
  const total = `${amount(documents.length, 'document')}, ${amount(paragraphs, 'paragraph')}`
  const lines = [total, ...documentLines(documents), 'settings: who says it, and what', ...settingLines(settings)]
  return `${[head, ...lines.map((line) => `  ${line}`)].join('\n')}\n`
}

/** Documents, with a line of its own for each part or unit where it begins. */
function documentLines(documents: readonly ChosenDocument[]): string[] {
  const rows = columns(
    documents.map(({id, excerpt, title, paragraphs, of}) => [
      excerpt === undefined ? id : `${id} ¶${excerpt}`,
      paragraphs === of ? `${of}` : `${paragraphs} of ${of}`,
      title
    ])
  )
  return rows.flatMap((row, index) => {
    const under = documents[index]?.under
    const opens = under !== undefined && under !== documents[index - 1]?.under
    return [...(opens ? [`  ${under}`] : []), `  ${under === undefined ? '' : '  '}${row}`]
  })
}

const settingLines = (settings: readonly DescribedSetting[]): string[] =>
  columns(settings.map(({key, value, from}) => [key, origin(from), shownValue(value)])).map((row) => `  ${row}`)

const origin = (from: DescribedSetting['from']): string => (typeof from === 'string' ? from : `output ${from.output}`)

/** As edition.yaml would have it, in one line. */
function shownValue(value: unknown): string {
  if (value === null) return 'not set'
  const text = stringify(value, {collectionStyle: 'flow', lineWidth: 0, flowCollectionPadding: false}).trim()
  return text.replace(/\s*\n\s*/g, ' ')
}

/** Cells under one another; the last is as long as it likes. */
function columns(rows: readonly (readonly string[])[]): string[] {
  const width = (column: number): number => Math.max(...rows.map((row) => row[column]?.length ?? 0))
  return rows.map((row) =>
    row.map((cell, column) => (column < row.length - 1 ? cell.padEnd(width(column)) : cell)).join('  ')
  )
}
