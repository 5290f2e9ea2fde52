// Reads YAML against a schema; every fault becomes a message with line and column.
import {isMap, isScalar, isSeq, LineCounter, parseDocument, visit, type Document, type Node as YamlNode} from 'yaml'
import type {VFile} from 'vfile'
import type {z} from 'zod'
import {report} from './report.ts'
import {controlSigns, faultsOf} from './yaml-faults.ts'
import {complaintsOf} from './yaml-complaints.ts'

/** A part of a file: the YAML text and how many lines stand before it. */
export interface YamlPart {
  text: string
  lineOffset?: number
}

/** Parses and checks; undefined when a message says why not. Unknown keys are reported with the nearest known one. */
export function readYaml<T>(file: VFile, part: YamlPart, schema: z.ZodType<T>): T | undefined {
  const counter = new LineCounter()
  const document = parseDocument(part.text, {lineCounter: counter, schema: 'core', uniqueKeys: true})
  const at = (position: number): {line: number; column: number} => {
    const {line, col} = counter.linePos(position)
    return {line: line + (part.lineOffset ?? 0), column: col}
  }
  const faults = faultsOf(document, part.text)
  for (const {reason, position} of faults) report(file, 'unreadable-yaml', reason, at(position))
  const signs = controlSigns(document)
  for (const {reason, position} of signs) report(file, 'not-utf8', reason, at(position))
  if (faults.length > 0 || signs.length > 0) return undefined
  keepZeros(document)
  const data: unknown = document.toJS() ?? {}
  const result = schema.safeParse(data)
  if (result.success) return result.data
  const complaints = complaintsOf(result.error.issues, schema, data)
    .map((complaint) => ({...complaint, position: positionOf(document, complaint.path, complaint.atKey)}))
    .toSorted((a, b) => a.position - b.position)
  for (const {rule, reason, position} of complaints) report(file, rule, reason, at(position))
  return undefined
}

/** What a YAML file says as it is written, before any short form or default; of a file that cannot be read, nothing. */
export function writtenIn(file: VFile): unknown {
  return typeof file.value === 'string' ? parseDocument(file.value, {schema: 'core'}).toJS() : undefined
}

/** Where a value of a YAML file stands, by the keys that lead to it, or its key; undefined where the file has no text. */
export function placeIn(
  file: VFile,
  path: readonly PropertyKey[],
  atKey = false
): {line: number; column: number} | undefined {
  if (typeof file.value !== 'string') return undefined
  const counter = new LineCounter()
  const document = parseDocument(file.value, {lineCounter: counter, schema: 'core'})
  const {line, col} = counter.linePos(positionOf(document, path, atKey))
  return {line, column: col}
}

/** Where a value of the front matter of a document stands; its first line where the front matter does not say it. */
export function placeInMatter(file: VFile, path: readonly PropertyKey[]): {line: number; column: number} {
  const start = {line: 1, column: 1}
  const lines = typeof file.value === 'string' ? file.value.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/) : []
  const end = lines.findIndex((line, index) => index > 0 && /^(?:---|\.\.\.)\s*$/.test(line))
  const counter = new LineCounter()
  const document = parseDocument(lines.slice(1, end).join('\n'), {lineCounter: counter, schema: 'core'})
  if (end < 0 || !childAt(document.contents, path[0] ?? '')) return start
  const {line, col} = counter.linePos(positionOf(document, path, false))
  return {line: line + 1, column: col}
}

/** A number that is not written as numbers are (`0102`, `1.10`) is text: a fond keeps its zero. */
function keepZeros(document: Document): void {
  visit(document, {
    Scalar: (_, scalar) => {
      if (typeof scalar.value === 'number' && scalar.source !== String(scalar.value)) scalar.value = scalar.source
    }
  })
}

/** Where a value stands in the YAML text, or its key; the last place that exists where the path goes further. */
function positionOf(document: Document, path: readonly PropertyKey[], atKey: boolean): number {
  let node: YamlNode | null = document.contents
  let position = node?.range?.[0] ?? 0
  for (const [index, step] of path.entries()) {
    const next = childAt(node, step)
    if (!next) break
    const place = atKey && index === path.length - 1 ? next.key : (next.value ?? next.key)
    position = place?.range?.[0] ?? position
    node = next.value
  }
  return position
}

interface Child {
  key: YamlNode | null
  value: YamlNode | null
}

function childAt(node: YamlNode | null, step: PropertyKey): Child | undefined {
  if (isSeq(node)) return {key: null, value: (node.items[Number(step)] ?? null) as YamlNode | null}
  if (!isMap(node)) return undefined
  const pair = node.items.find(({key}) => isScalar(key) && String(key.value) === String(step))
  return pair && {key: pair.key as YamlNode, value: pair.value as YamlNode | null}
}
