// Which documents an output has, in which order, which paragraphs of them, and under which titles they stand.
import {placeIn, writtenIn} from '../document/yaml.ts'
import {isDate, isWithin} from '../document/dates.ts'
import type {Division as Unit, Edition, EditionDocument} from '../document/edition.ts'
import {originsOf, type Choice} from '../document/profiles.ts'
import {GENERATED_PARTS, isGenerated} from '../document/parts.ts'
import {nearest, report} from '../document/report.ts'
import type {RuleId} from '../document/rules.ts'
import {peopleOf} from './people.ts'
import {rangesOf, readReference, type Range} from './reference.ts'

/** A document of an output; of an excerpt, its paragraphs. */
export interface Chosen {
  document: EditionDocument
  ranges?: Range[] | undefined
}

/** What an output has. */
export interface Choosing {
  chosen: Chosen[]
  divisions: Unit[]
}

interface Asking {
  edition: Edition
  output: string
  names: ReadonlyMap<string, EditionDocument>
  chosen: Map<string, Chosen>
}

/** The documents of an output; what is asked for in vain, or twice, is reported where edition.yaml asks for it. */
export function choose(edition: Edition, output: string): Choosing {
  const settings = edition.settings.outputs[output]
  const asking: Asking = {edition, output, names: namesOf(edition), chosen: new Map()}
  tellAllowed(asking)
  if (settings?.units) {
    const divisions = settings.units.map(({title, note, documents}, index) => ({
      title,
      note,
      documents: take(asking, documents, ['units', index, 'documents'])
    }))
    return {chosen: [...asking.chosen.values()], divisions}
  }
  take(asking, settings?.documents ?? [], ['documents'])
  take(asking, settings?.excerpts ?? [], ['excerpts'])
  if (settings?.select) select(asking, settings.select)
  else if (!settings?.documents && !settings?.excerpts)
    for (const document of edition.documents) asking.chosen.set(document.id, {document})
  const chosen = [...asking.chosen.values()]
  return {chosen, divisions: partsOf(edition, chosen)}
}

/** The files of front or back that an output has; a name that is neither a file nor a part that the program makes is reported. */
export function matterOf(edition: Edition, output: string, role: 'front' | 'back'): EditionDocument[] {
  const listed = edition.settings.outputs[output]?.[role]
  if (!listed) return edition[role]
  const named = (name: string): EditionDocument | undefined =>
    edition[role].find(({id, file}) => id === name || file.stem === name)
  for (const [index, name] of listed.entries()) {
    if (named(name) || isGenerated(name)) continue
    const near = nearest(name, [...GENERATED_PARTS, ...edition[role].map(({id}) => id)])
    const expected = near
      ? `did you mean \`${near}\`?`
      : `expected a file of \`${role}\` that the edition has, or a part that the program makes`
    const reason: Reason = (said) => `Unexpected part \`${name}\` of \`${role}\` of output \`${said}\`, ${expected}`
    tell({edition, output}, 'missing-file', reason, [role, index])
  }
  return listed.flatMap((name) => named(name) ?? [])
}

/** Documents by their ids and the names of their files; an id is meant where a name is both. */
function namesOf({documents}: Edition): Map<string, EditionDocument> {
  const byFile = documents.map((document) => [document.file.stem ?? document.id, document] as const)
  return new Map([...byFile, ...documents.map((document) => [document.id, document] as const)])
}

/** Takes documents and excerpts by their references; gives their ids. */
function take(asking: Asking, references: readonly string[], path: PropertyKey[]): string[] {
  return references.flatMap((reference, index) => {
    const {id, paragraphs} = readReference(reference)
    const document = asking.names.get(id)
    const at = [...path, index]
    if (!document) {
      tell(
        asking,
        'missing-file',
        (said) => `Unexpected document \`${id}\` of output \`${said}\`, ${hint(asking, id)}`,
        at
      )
      return []
    }
    if (asking.chosen.has(document.id)) {
      tell(asking, 'document-twice', (said) => twice(reference, document.id, said), at)
      return []
    }
    const {ranges, wrong} = paragraphs === undefined ? {} : rangesOf(document, paragraphs)
    if (wrong !== undefined)
      tell(asking, 'unknown-paragraph', (said) => `Unexpected \`${reference}\` of output \`${said}\`, ${wrong}`, at)
    asking.chosen.set(document.id, {document, ...(ranges && {ranges})})
    return [document.id]
  })
}

const twice = (reference: string, id: string, output: string): string =>
  `Unexpected \`${reference}\` of output \`${output}\`, which has \`${id}\` already, expected each document once; several excerpts of one are written \`${id} ¶3, 7-9\``

function hint({names}: Asking, id: string): string {
  const near = nearest(id, names.keys())
  return near ? `did you mean \`${near}\`?` : 'expected the id of a document'
}

/** A permission that names no document would be given in vain, and the right document refused. */
function tellAllowed(asking: Asking): void {
  const {allow = []} = asking.edition.settings.outputs[asking.output] ?? {}
  for (const [index, id] of allow.entries()) {
    if (asking.edition.documents.some((document) => document.id === id)) continue
    const meant = asking.names.get(id)
    const expected = meant ? `did you mean \`${meant.id}\`, the id of that file?` : hint(asking, id)
    tell(
      asking,
      'missing-file',
      (said) => `Unexpected document \`${id}\` in \`allow\` of output \`${said}\`, ${expected}`,
      ['allow', index]
    )
  }
}

/** Adds the documents that fit all that is asked, in the order of the edition. */
function select(asking: Asking, choice: Choice): void {
  const {edition, chosen} = asking
  if (tellUnknown(asking, choice)) return
  for (const document of edition.documents)
    if (!chosen.has(document.id) && fits(edition, document, choice)) chosen.set(document.id, {document})
  if (chosen.size > 0) return
  const reason: Reason = (said) =>
    `No document fits \`select\` of output \`${said}\`, expected at least one of ${edition.documents.length}; all that \`select\` asks must fit the same document`
  tell(asking, 'nothing-chosen', reason, ['select'])
}

function fits(edition: Edition, document: EditionDocument, {dates, keywords, people, parts}: Choice): boolean {
  const {matter, id, file} = document
  if (dates !== undefined && !(matter.date && isWithin(matter.date, dates))) return false
  if (keywords && !keywords.some((one) => matter.keywords?.includes(one))) return false
  if (people && !people.some((one) => peopleOf(document).has(one))) return false
  if (!parts) return true
  const chosen = (edition.settings.parts ?? []).filter(({title}) => parts.includes(title))
  return chosen.some(({documents}) => documents.includes(id) || documents.includes(file.stem ?? id))
}

/** Tells of people, parts and dates that there are not. A keyword may be one that no document has yet: then it chooses nothing. */
function tellUnknown(asking: Asking, {dates, people = [], parts = []}: Choice): boolean {
  const {edition} = asking
  const titles = (edition.settings.parts ?? []).map(({title}) => title)
  const wrong = [
    ...unknown(people, Object.keys(edition.people), 'an id of people.yaml').map((why) => ({key: 'people', ...why})),
    ...unknown(parts, titles, 'the title of one of `parts`').map((why) => ({key: 'parts', ...why})),
    ...(dates === undefined || isDate(dates) ? [] : [{key: 'dates', word: dates, expected: DATES}])
  ]
  for (const {key, word, expected} of wrong) {
    const reason: Reason = (said) => `Unexpected \`${word}\` of \`select.${key}\` of output \`${said}\`, ${expected}`
    tell(asking, 'nothing-chosen', reason, ['select', key])
  }
  return wrong.length > 0
}

const DATES = 'expected a date or a span such as `1951/1953`'

function unknown(
  wanted: readonly string[],
  known: readonly string[],
  kind: string
): {word: string; expected: string}[] {
  return wanted
    .filter((word) => !known.includes(word))
    .map((word) => {
      const near = nearest(word, known)
      return {word, expected: near ? `did you mean \`${near}\`?` : `expected ${kind}`}
    })
}

/** The parts of the edition as far as an output has their documents: a part begins anew where another one has come between. */
function partsOf({settings}: Edition, chosen: readonly Chosen[]): Unit[] {
  const parts = settings.parts ?? []
  const divisions: Unit[] = []
  let last: (typeof parts)[number] | undefined
  for (const {document} of chosen) {
    const part = parts.find(
      ({documents}) => documents.includes(document.id) || documents.includes(document.file.stem ?? document.id)
    )
    if (part && part !== last) divisions.push({title: part.title, note: part.note, documents: [document.id]})
    else if (part) divisions.at(-1)?.documents.push(document.id)
    last = part
  }
  return divisions
}

/** What is wrong with what an output says. */
type Reason = (output: string) => string

/** Told at the output that says it, and once: others take it over, and every use of an output selects again. */
export function tell(
  {edition, output}: Pick<Asking, 'edition' | 'output'>,
  rule: RuleId,
  reason: Reason,
  path: readonly PropertyKey[]
): void {
  const [file] = edition.files
  if (!file) return
  const said = originOf({edition, output}, path[0]) ?? output
  const text = reason(said)
  if (file.messages.some((message) => message.reason === text)) return
  report(file, rule, text, placeIn(file, ['outputs', said, ...path]))
}

/** The output that says this key for another, or for itself; nothing where none does. */
export function originOf(
  {edition, output}: Pick<Asking, 'edition' | 'output'>,
  key: PropertyKey | undefined
): string | undefined {
  const [file] = edition.files
  const {outputs = {}} = ((file && writtenIn(file)) ?? {}) as {outputs?: Record<string, object>}
  return originsOf(outputs, output)[String(key)]
}
