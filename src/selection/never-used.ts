// Tells what an edition declares and no text uses: a slip in an id, a witness that was forgotten, an entry of no use to readers.
import {visit} from 'unist-util-visit'
import type {VFile} from 'vfile'
import {allDocuments, withCounterparts, type Edition} from '../document/edition.ts'
import {report} from '../document/report.ts'
import {placeIn} from '../document/yaml.ts'
import {usedIn} from './used-names.ts'

/** One message for each list, at the first that is not used. */
export function tellNeverUsed(edition: Edition): void {
  const {settings, people, places, terms, files} = edition
  const [settingsFile] = files
  const names = usedIn([...edition.front, ...edition.documents, ...edition.back])
  const registers = [
    ['people.yaml', people, names.person, ':person[…]{id=…}'],
    ['places.yaml', places, names.place, ':place[…]{id=…}'],
    ['terms.yaml', terms, names.term, ':term[…]{id=…}']
  ] as const
  for (const [name, register, used, directive] of registers) {
    // A register of which nothing is named is a list by itself.
    const unused = used.size === 0 ? [] : unusedOf(register, () => used)
    const forms = settings.names.find ? 'a form of `asInText`' : '`names: {find: true}`'
    tell(fileOf(edition, name), {
      unused,
      path: [],
      reason: (list) =>
        `Unexpected ${list} of ${name}, which no text names, expected \`${directive}\` or ${forms} to find it; or no such entry`
    })
  }
  tell(settingsFile, {
    unused: unusedOf(settings.sigla, () => siglaNamed(edition)),
    path: ['sigla'],
    reason: (list) =>
      `Unexpected ${list} of \`sigla\`, which no entry, leaf or \`source\` names, expected it named there; or no such siglum`
  })
  tell(settingsFile, {
    unused: unusedOf(settings.series, () => seriesCalled(edition)),
    path: ['series'],
    reason: (list) =>
      `Unexpected ${list} of \`series\`, of which there is no note, expected one such as \`[^${keyIn(list)}-1]\`; or no such series`
  })
}

interface Unused {
  unused: readonly string[]
  /** Keys that lead to the list. */
  path: readonly string[]
  reason: (list: string) => string
}

function tell(file: VFile | undefined, {unused, path, reason}: Unused): void {
  const [first] = unused
  if (file && first !== undefined)
    report(file, 'never-used', reason(listed(unused)), placeIn(file, [...path, first], true))
}

/** Texts are searched only where there is a list. */
function unusedOf(list: object, find: () => ReadonlySet<string>): string[] {
  const keys = Object.keys(list)
  if (keys.length === 0) return []
  const used = find()
  return keys.filter((key) => !used.has(key))
}

/** Names that are shown before the rest is counted. */
const SHOWN = 8

const listed = (names: readonly string[]): string => {
  const more = names.length - SHOWN
  const shown = names
    .slice(0, SHOWN)
    .map((name) => `\`${name}\``)
    .join(', ')
  return more > 0 ? `${shown} and ${more} more` : shown
}

const keyIn = (list: string): string => /`([^`]*)`/.exec(list)?.[1] ?? ''

const fileOf = ({files}: Edition, name: string): VFile | undefined => files.find(({basename}) => basename === name)

/** Sigla that an entry or a leaf has, or that a document gives among its copies. */
function siglaNamed(edition: Edition): Set<string> {
  const named = new Set<string>()
  for (const {matter, tree} of allDocuments(edition)) {
    for (const siglum of Object.keys(matter.source ?? {})) named.add(siglum)
    visit(tree, (node) => {
      if ('readings' in node) for (const {wit} of node.readings) for (const one of wit) named.add(one)
      if ((node.type === 'app' || node.type === 'entry') && node.wit) for (const one of node.wit) named.add(one)
      if (node.type === 'leafBreak' && node.wit) named.add(node.wit)
    })
  }
  return named
}

/** Series of which there is a note, or which the bracket table makes notes of. */
function seriesCalled({settings, front, documents, back}: Edition): Set<string> {
  const called = new Set(
    settings.brackets.table.flatMap((rule) => ('series' in rule && rule.series ? [rule.series] : []))
  )
  for (const {tree} of [...front, ...documents, ...back].flatMap(withCounterparts))
    visit(tree, 'note', ({series}) => void called.add(series))
  return called
}
