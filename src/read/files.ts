// Opens files of an edition: inside its folder only, and UTF-8 text only.
import {access, readFile, realpath} from 'node:fs/promises'
import path from 'node:path'
import type {VFile} from 'vfile'
import {report} from '../document/report.ts'

/** The real path of a name inside a folder, or why there is none: nothing is there, or `..` or a link leads outside. */
export type Found = {path: string} | 'missing' | 'outside'

/** Looks where a name leads; what lies outside the folder is never opened. */
export async function findInside(folder: string, name: string): Promise<Found> {
  const root = await realpath(folder).catch(() => undefined)
  const target = await realpath(path.resolve(folder, name)).catch(() => undefined)
  if (root === undefined) return 'missing'
  // Of a file outside nobody is told whether it exists.
  const shown = target ?? path.resolve(root, name)
  if (!shown.startsWith(root + path.sep)) return 'outside'
  return target === undefined ? 'missing' : {path: target}
}

/** The real path of a name inside a folder; undefined where it does not exist or leads outside, by `..` or by a link. */
export async function resolveInside(folder: string, name: string): Promise<string | undefined> {
  const found = await findInside(folder, name)
  return typeof found === 'string' ? undefined : found.path
}

/** Text of a file of the edition in `folder`; undefined when a message says why not. */
export async function readText(file: VFile, folder: string): Promise<string | undefined> {
  const found = await findInside(folder, path.relative(folder, file.path))
  if (typeof found !== 'string') return decode(file, await readFile(found.path))
  const reason =
    found === 'outside'
      ? `The file is a link that leads out of the edition, expected the file itself inside \`${folder}\``
      : `No file \`${file.path}\`, expected the one that its link names`
  report(file, 'missing-file', reason, {line: 1, column: 1})
  return undefined
}

/** UTF-8, strictly; a byte order mark is no character of the text, a control character is no text. */
export function decode(file: VFile, bytes: Uint8Array): string | undefined {
  let text: string
  try {
    text = new TextDecoder('utf-8', {fatal: true}).decode(bytes)
  } catch {
    report(file, 'not-utf8', 'The file is not UTF-8 text, expected it to be saved as UTF-8')
    return undefined
  }
  // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
  const control = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\uFFFE\uFFFF]/.exec(text)
  if (!control) return text
  const before = text.slice(0, control.index).split('\n')
  const code = control[0].codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')
  report(file, 'not-utf8', `Unexpected control character U+${code}, expected text only`, {
    line: before.length,
    column: (before.at(-1) ?? '').length + 1
  })
  return undefined
}

/** Whether something lies there. */
export async function exists(name: string): Promise<boolean> {
  return access(name).then(
    () => true,
    () => false
  )
}
