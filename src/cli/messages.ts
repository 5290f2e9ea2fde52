// Messages on files as lines for people, as JSON, and as annotations of GitHub.
import {isAbsolute, join, normalize, relative} from 'node:path'
import type {VFile} from 'vfile'
import type {Format} from './formats.ts'
import {severityOf} from '../document/report.ts'
import type {Severity} from '../document/rules.ts'

/** A message with its place, flat. */
export interface Finding {
  file: string
  line: number
  column: number
  severity: Severity
  rule: string
  message: string
}

/** All messages of some files, sorted by file and place; `dir` is put before paths that are relative to it. */
export function findings(files: readonly VFile[], dir: string): Finding[] {
  const all = [...new Set(files)].flatMap((file) =>
    file.messages.map((message) => ({
      file: shownPath(file.path ?? dir, dir),
      line: message.line ?? 1,
      column: message.column ?? 1,
      severity: severityOf(message),
      rule: message.ruleId ?? 'unnamed',
      message: message.reason
    }))
  )
  return all.toSorted(byPlace)
}

/** `edition/documents/d1.md:12:5  error  Unexpected …, expected …  unknown-person`, one line for each. */
export function asText(list: readonly Finding[], colour: boolean): string {
  const paint = (code: string, text: string): string => (colour ? `\u001b[${code}m${text}\u001b[0m` : text)
  const lines = list.map(({file, line, column, severity, message, rule}) =>
    [`${file}:${line}:${column}`, paint(COLOURS[severity], severity), oneLine(message), paint('2', rule)].join('  ')
  )
  return lines.map((line) => `${line}\n`).join('')
}

/** A JSON array, also when there is nothing in it. */
function asJson(list: readonly Finding[]): string {
  return `${JSON.stringify(list, null, 2)}\n`
}

/** `::error file=edition/documents/d1.md,line=12,col=5,title=unknown-person::Unexpected …` */
function asGithub(list: readonly Finding[]): string {
  const lines = list.map(({file, line, column, severity, message, rule}) => {
    const kind = severity === 'info' ? 'notice' : severity
    return `::${kind} file=${property(file)},line=${line},col=${column},title=${property(rule)}::${escaped(message)}\n`
  })
  return lines.join('')
}

/** The forms for programs, by the names of `--format`. */
export const FOR_PROGRAMS = {json: asJson, github: asGithub} as const satisfies Record<
  Exclude<Format, 'text'>,
  (list: readonly Finding[]) => string
>

/** `2 errors, 1 warning, 3 info messages`; info messages are named only where there are some. */
export function summary(list: readonly Finding[]): string {
  const count = (severity: Severity): number => list.filter((one) => one.severity === severity).length
  const parts = [amount(count('error'), 'error'), amount(count('warning'), 'warning')]
  if (count('info') > 0) parts.push(amount(count('info'), 'info message'))
  return parts.join(', ')
}

/** `1 page`, `2 pages` */
export const amount = (n: number, noun: string): string => `${n} ${noun}${n === 1 ? '' : 's'}`

/** A path as it can be opened from where the command runs. */
export function shownPath(path: string, dir: string): string {
  const folder = normalize(dir)
  const inside =
    isAbsolute(path) || folder === '.' || normalize(path) === folder || normalize(path).startsWith(join(folder, '/'))
  const full = inside ? normalize(path) : join(folder, path)
  return isAbsolute(full) && !isAbsolute(dir) ? relative(process.cwd(), full) : full
}

const COLOURS = {error: '31', warning: '33', info: '36'} as const satisfies Record<Severity, string>

const collator = new Intl.Collator('en', {numeric: true})

function byPlace(a: Finding, b: Finding): number {
  return collator.compare(a.file, b.file) || a.line - b.line || a.column - b.column || collator.compare(a.rule, b.rule)
}

const oneLine = (text: string): string => text.replace(/\s*\n\s*/g, ' ')
const escaped = (text: string): string => text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A')
const property = (text: string): string => escaped(text).replace(/:/g, '%3A').replace(/,/g, '%2C')
