// Folders of cases: what goes in, and what must come out, as files that an editor can read.
import {existsSync, readdirSync, readFileSync} from 'node:fs'
import type {VFile} from 'vfile'
import {expect} from 'vitest'
import {severityOf} from '../../src/document/report.ts'

/** Names of the cases of a folder: those of its folders that have an input. */
export function casesOf(folder: URL): string[] {
  const names = readdirSync(folder, {recursive: true, encoding: 'utf8'})
  return names
    .filter((name) => /(^|\/)input\.md$/.test(name))
    .map((name) => name.slice(0, -'/input.md'.length))
    .toSorted()
}

/** A file of a case; undefined where it has none. */
export function fileOf(folder: URL, name: string): string | undefined {
  const file = new URL(name, folder)
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined
}

/** Compares with a file, which must exist: `npm run test:update` fills in an empty one. */
export async function expectFile(text: string, folder: URL, name: string): Promise<void> {
  const file = new URL(name, folder)
  if (!existsSync(file)) throw new Error(`${name} is missing: make it by hand, or empty and run npm run test:update`)
  await expect(text).toMatchFileSnapshot(file.pathname)
}

/** All messages in the order of their places. */
export function messagesOf(...files: VFile[]): string {
  const lines = files
    .flatMap(({messages}) => messages)
    .map((message) => ({
      line: message.line ?? 1,
      column: message.column ?? 1,
      text: `${severityOf(message)}  ${message.reason}  ${message.ruleId}`
    }))
  const sorted = lines.toSorted((a, b) => a.line - b.line || a.column - b.column)
  return sorted.map(({line, column, text}) => `${line}:${column}  ${text}\n`).join('')
}

/** Compares messages with messages.txt; a case without that file has none. */
export async function expectMessages(messages: string, folder: URL, name: string): Promise<void> {
  if (messages === '') expect(fileOf(folder, `${name}/messages.txt`)).toBeUndefined()
  else await expectFile(messages, folder, `${name}/messages.txt`)
}
