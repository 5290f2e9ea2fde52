// Marks the names of the registers: checks those that the editor marked, finds listed forms when switched on.
import type {Parents, PhrasingContent, Text} from 'mdast'
import {SKIP, visit} from 'unist-util-visit'
import type {Edition, EditionDocument} from '../document/edition.ts'
import type {Name} from '../document/nodes.ts'
import {nearest, report} from '../document/report.ts'
import type {Register} from '../document/settings.ts'

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
  const entries: Forms['entries'] = new Map()
  if (settings.names.find) {
    for (const [type, register] of Object.entries(registers) as [NameType, Register][]) {
      for (const [id, {asInText}] of Object.entries(register))
        for (const form of asInText ?? []) if (!entries.has(form)) entries.set(form, {type, id})
    }
  }
  const forms = [...entries.keys()]
    .toSorted((a, b) => b.length - a.length)
    .map((form) => form.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  const pattern =
    forms.length > 0 ? new RegExp(`(?<![\\p{L}\\p{N}])(?:${forms.join('|')})(?![\\p{L}\\p{N}])`, 'gu') : undefined
  return {pattern, entries, registers}
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
    const parts = find(node, forms)
    if (parts.length === 1) return undefined
    ;(parent as Parents).children.splice(index, 1, ...(parts as never[]))
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
        {line: 1, column: 1}
      )
    }
  }
}

function find(node: Text, {pattern, entries}: Forms): PhrasingContent[] {
  const parts: PhrasingContent[] = []
  let last = 0
  const text = (from: number, to: number): Text => {
    const start = node.position?.start
    const point = (offset: number) =>
      start && {line: start.line, column: start.column + offset, offset: (start.offset ?? 0) + offset}
    const [a, b] = [point(from), point(to)]
    return {type: 'text', value: node.value.slice(from, to), position: a && b && {start: a, end: b}}
  }
  for (const match of node.value.matchAll(pattern as RegExp)) {
    const entry = entries.get(match[0])
    if (!entry) continue
    const end = match.index + match[0].length
    if (match.index > last) parts.push(text(last, match.index))
    parts.push({...entry, found: true, children: [text(match.index, end)]})
    last = end
  }
  if (last < node.value.length || parts.length === 0) parts.push(text(last, node.value.length))
  return parts
}
