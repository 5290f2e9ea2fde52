// `recension check --brackets`: each bracket with what the table says of it, and suggestions where it says nothing.
import {randomUUID} from 'node:crypto'
import {copyFile, readFile, rename, rm, stat, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {EnvironmentError} from '../../document/environment.ts'
import {addBracketRules, rulesFor} from '../bracket-table.ts'
import type {Format} from '../formats.ts'
import type {BracketRow, Host} from '../host.ts'
import {amount, shownPath} from '../messages.ts'

/** Lists the brackets on stdout; with `write` adds the entries that are suggested to edition.yaml. */
export async function listBrackets(
  rows: readonly BracketRow[],
  {dir, write, format}: {dir: string; write: boolean; format: Format},
  host: Host
): Promise<void> {
  const shown = rows.map((row) => ({...row, file: shownPath(row.file, dir)}))
  host.out(format === 'json' ? `${JSON.stringify(shown, null, 2)}\n` : shown.map(described).join(''))
  const unknown = shown.filter(({rule}) => rule === NO_RULE)
  host.err(`${amount(shown.length, 'bracket')}, ${unknown.length} that no rule of the bracket table knows\n`)
  if (write) await writeTable(rows, dir, host)
}

const NO_RULE = 'none'

function described({file, line, column, text, type, rule, suggestion, reason}: BracketRow): string {
  const place = `${file}:${line}:${column}`
  const known = [place, text.replace(/\s+/g, ' '), type]
  if (rule !== NO_RULE) return `${[...known, rule].join('  ')}\n`
  const advice = suggestion ? `suggestion: ${suggestion}, ${reason ?? 'by its form'}` : 'no suggestion'
  return `${[...known, 'no rule', advice].join('  ')}\n`
}

async function writeTable(rows: readonly BracketRow[], dir: string, host: Host): Promise<void> {
  const path = join(dir, 'edition.yaml')
  const rules = rulesFor(rows)
  if (rules.length === 0) return host.err(`Nothing was added to ${path}: there is no suggestion to write\n`)
  await replace(path, addBracketRules(await readFile(path, 'utf8'), rules))
  host.err(
    `${amount(rules.length, 'entry').replace('entrys', 'entries')} added to the bracket table of ${path}. Look through them: they are guesses.\n`
  )
}

/** In one step, so that a full disk leaves the editor's file as it was. */
async function replace(path: string, text: string): Promise<void> {
  const draft = `${path}.${randomUUID()}`
  try {
    await copyFile(path, draft)
    await writeFile(draft, text, {mode: (await stat(path)).mode})
    await rename(draft, path)
  } catch (cause) {
    await rm(draft, {force: true})
    throw new EnvironmentError(
      `${path} cannot be written. It was left as it is. Look at its permissions and at the space on the disk.`,
      {cause}
    )
  }
}
