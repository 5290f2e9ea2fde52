// Marks the names of the registers: checks those that the editor marked, finds listed forms when switched on.
import type {PhrasingContent, Text} from 'mdast'
import {SKIP, visit} from 'unist-util-visit'
import type {Edition, EditionDocument} from '../document/edition.ts'
import type {Name} from '../document/nodes.ts'
import {nearest, report} from '../document/report.ts'
import {placeInMatter} from '../document/yaml.ts'
import type {Register} from '../document/settings.ts'
import {cut} from './cut.ts'

type NameType = Name['type']

/** What to look for in the texts: made once an edition. */
export interface Forms {
  pattern: RegExp | undefined
  entries: Map<string, {type: NameType; id: string}>
  registers: Record<NameType, Register>
}

const FILES = {person: 'people.yaml', place: 'places.yaml', term: 'terms.yaml'} as const
const RULES = {person: 'unknown-person', place: 'unknown-place', term: 'unknown-term'} as const

/** Listed forms of all registers; the longest is looked for first, so that `Kim Il Sung` is not `Kim`. */
export function formsOf({settings, people, places, terms}: Edition): Forms {
  const registers = {person: people, place: places, term: terms}
  const listed = settings.names.find ? Object.entries(registers).flatMap(listedForms) : []
  // The first register that lists a form has it.
  const entries: Forms['entries'] = new Map(listed.toReversed())
  return {pattern: patternOf([...entries.keys()]), entries, registers}
}

function listedForms([type, register]: [string, Register]): [string, {type: NameType; id: string}][] {
  return Object.entries(register).flatMap(([id, {asInText = []}]) =>
    asInText.map((form): [string, {type: NameType; id: string}] => [keyOf(form), {type: type as NameType, id}])
  )
}

/** A form may be broken over two lines, and its accents may be letters of their own. */
const keyOf = (form: string): string => form.normalize('NFC').replace(/\s+/gu, ' ')

function patternOf(keys: readonly string[]): RegExp | undefined {
  if (keys.length === 0) return undefined
  const forms = keys
    .toSorted((a, b) => b.length - a.length)
    .flatMap((form) => [...new Set([form, form.normalize('NFD')])])
    .map((form) => form.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(' ', '\\s+'))
  return new RegExp(`(?<![\\p{L}\\p{N}\\p{M}])(?:${forms.join('|')})(?![\\p{L}\\p{N}\\p{M}])`, 'gu')
}

/** Needs `turns`: labels of speakers are names too. Marked names are checked and left as they are. */
export function names(document: EditionDocument, forms: Forms): void {
  checkSpeakers(document, forms)
  visit(document.tree, (node, index, parent) => {
    if (node.type === 'person' || node.type === 'place' || node.type === 'term') {
      check(document, node, forms)
      return SKIP
    }
    if (node.type === 'speaker' && node.who.length === 1) {
      node.children = [labelName(node.who[0] ?? '', node.children)]
      return SKIP
    }
    if (node.type !== 'text' || !forms.pattern || !parent || index === undefined) return undefined
    if (node.value.search(forms.pattern) < 0) return undefined
    const parts = find(node, forms, document)
    parent.children.splice(index, 1, ...(parts as never[]))
    return [SKIP, index + parts.length]
  })
}

const labelName = (id: string, children: PhrasingContent[]): Name => ({type: 'person', id, found: false, children})

function check({file}: EditionDocument, node: Name, {registers}: Forms): void {
  const register = registers[node.type]
  if (Object.hasOwn(register, node.id)) return
  const near = nearest(node.id, Object.keys(register))
  report(
    file,
    RULES[node.type],
    `Unexpected id \`${node.id}\` of \`:${node.type}\`, ${near ? `did you mean \`${near}\`?` : `expected an entry in ${FILES[node.type]}`}`,
    node
  )
}

/** Speakers of the front matter must be in people.yaml. */
function checkSpeakers({file, matter}: EditionDocument, {registers}: Forms): void {
  for (const [label, who] of Object.entries(matter.speakers ?? {})) {
    for (const id of who.split(/ +/)) {
      if (Object.hasOwn(registers.person, id)) continue
      const near = nearest(id, Object.keys(registers.person))
      report(
        file,
        'unknown-person',
        `Unexpected id \`${id}\` of speaker \`${label}\`, ${near ? `did you mean \`${near}\`?` : 'expected an entry in people.yaml'}`,
        placeInMatter(file, ['speakers', label])
      )
    }
  }
}

/** Cuts a text at the listed forms in it. */
function find(node: Text, {pattern, entries}: Forms, document: EditionDocument): PhrasingContent[] {
  const found = [...node.value.matchAll(pattern as RegExp)].map(({0: form, index}) => ({
    from: index,
    to: index + form.length,
    entry: entries.get(keyOf(form)) as {type: NameType; id: string}
  }))
  const at = found.flatMap(({from, to}) => [from, to])
  const byStart = new Map(found.map(({from, entry}) => [from, entry]))
  let from = 0
  return cut(node, at, document).map((text) => {
    const entry = byStart.get(from)
    from += text.value.length
    return entry ? {...entry, found: true, children: [text]} : text
  })
}
