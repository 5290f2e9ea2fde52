// Reads the program's own source for the tests of its architecture: files, their imports, their exports.
import {readdirSync, readFileSync} from 'node:fs'
import path from 'node:path'

const root = new URL('../../', import.meta.url).pathname

/** A source file: path from the top of the project, with slashes. */
export interface SourceFile {
  path: string
  text: string
}

/** An import line of ours: the file it names, and whether it takes types only. */
export interface Import {
  from: string
  to: string
  typesOnly: boolean
}

/** All source files below a folder whose names end as given. */
export function sourceFiles(folder: string, endings: readonly string[]): SourceFile[] {
  return readdirSync(path.join(root, folder), {recursive: true, encoding: 'utf8'})
    .map((name) => `${folder}/${name.split(path.sep).join('/')}`)
    .filter((name) => endings.some((ending) => name.endsWith(ending)))
    .toSorted()
    .map((name) => ({path: name, text: readFileSync(path.join(root, name), 'utf8')}))
}

const IMPORT = /(?:^|\n)\s*(?:(?<type>import type|export type)|import|export)\b[^'"`;]*?from\s+'(?<from>\.[^']+)'/g
const BARE = /(?:^|\n)\s*import\s+'(?<from>\.[^']+)'|\bimport\('(?<called>\.[^']+)'\)/g

/** The imports of other files of ours; those of packages are left out. */
export function importsOf({path: from, text}: SourceFile): Import[] {
  const target = (name: string): string => path.posix.join(path.posix.dirname(from), name)
  const named = [...text.matchAll(IMPORT)].map(({groups}) => ({
    from,
    to: target(groups?.['from'] ?? ''),
    typesOnly: groups?.['type'] !== undefined
  }))
  const bare = [...text.matchAll(BARE)].map(({groups}) => ({
    from,
    to: target(groups?.['from'] ?? groups?.['called'] ?? ''),
    typesOnly: false
  }))
  return [...named, ...bare]
}

/** Exports without a doc comment above them: `file: name`. What is only passed on from another file has its comment there. */
export function undocumented({path: file, text}: SourceFile): string[] {
  const lines = text.split('\n')
  return lines.flatMap((line, index) => {
    const name =
      /^export (?:default |declare |async |abstract )*(?:function\*?|const|let|class|interface|type) (\w+)/.exec(
        line
      )?.[1]
    if (name === undefined || (lines[index - 1] ?? '').trimEnd().endsWith('*/')) return []
    return typeOfTheLineAbove(lines[index - 1], line) ? [] : [`${file}: ${name}`]
  })
}

/** `export type Marks = (typeof MARKS)[number]` right under `MARKS` has the comment of what it is made from. */
function typeOfTheLineAbove(above: string | undefined, line: string): boolean {
  return above !== undefined && above.trim() !== '' && /^export type \w+ = (?:\(typeof|z\.infer)/.test(line)
}

/** Chains of files that import each other in a circle, each once, beginning with its first name. */
export function cyclesOf(imports: readonly Import[]): string[] {
  const next = byFile(imports)
  const cycles = new Set<string>()
  const done = new Set<string>()
  const follow = (file: string, trail: readonly string[]): void => {
    const at = trail.indexOf(file)
    if (at >= 0) cycles.add(turned(trail.slice(at)).join(' → '))
    if (at >= 0 || done.has(file)) return
    for (const {to} of next.get(file) ?? []) follow(to, [...trail, file])
    done.add(file)
  }
  for (const file of next.keys()) follow(file, [])
  return [...cycles].toSorted()
}

function turned(cycle: readonly string[]): string[] {
  const first = cycle.indexOf(cycle.toSorted()[0] ?? '')
  return [...cycle.slice(first), ...cycle.slice(0, first)]
}

function byFile(imports: readonly Import[]): Map<string, Import[]> {
  const files = new Map<string, Import[]>()
  for (const one of imports) files.set(one.from, [...(files.get(one.from) ?? []), one])
  return files
}
