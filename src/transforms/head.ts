// Makes the head of a document from its front matter: number, title, place and date, participants, sources, summary.
import type {PhrasingContent} from 'mdast'
import {dateInWords, isDate} from '../document/dates.ts'
import type {Edition, EditionDocument} from '../document/edition.ts'
import type {HeadPart} from '../document/nodes.ts'
import {report} from '../document/report.ts'
import {placeInMatter} from '../document/yaml.ts'
import type {Copy} from '../document/settings.ts'
import {citationNodes} from './citations.ts'

interface Context {
  archives: Edition['archives']
  introduced: Set<string>
}

/** Puts a `head` first in the tree. It prints, but it is on no layer of the received text. */
export function head(edition: Edition, document: EditionDocument, context: Context): void {
  const {matter, tree, role} = document
  checkDates(document)
  const parts =
    role === 'document'
      ? [
          ...number(matter),
          ...title(document),
          ...dateline(matter),
          ...participants(edition, document),
          ...sources(matter, context),
          ...summary(matter)
        ]
      : tree.children.some((node) => node.type === 'heading' && node.depth === 1)
        ? []
        : title(document)
  if (parts.length > 0) tree.children.unshift({type: 'head', children: parts})
}

const text = (value: string): PhrasingContent => ({type: 'text', value})
const part = (kind: HeadPart['kind'], children: PhrasingContent[], label?: string): HeadPart => ({
  type: 'headPart',
  kind,
  label,
  children
})

function checkDates({file, matter}: EditionDocument): void {
  for (const key of ['date', 'dateRecorded'] as const) {
    const date = matter[key]
    if (date === undefined || isDate(date)) continue
    report(
      file,
      'wrong-value',
      `Unexpected date \`${date}\` of \`${key}\`, expected EDTF such as \`1952-09-04\`, \`1952-09\` or \`1952~\``,
      placeInMatter(file, [key])
    )
  }
}

const number = ({number: value}: EditionDocument['matter']): HeadPart[] =>
  value ? [part('number', [text(value)])] : []

const title = ({matter, id}: EditionDocument): HeadPart[] => [part('title', [text(matter.title?.text ?? id)])]

function dateline({place, date, dateText, dateRecorded}: EditionDocument['matter']): HeadPart[] {
  const day = dateText ?? (date ? dateInWords(date) : undefined)
  const recordedOn = dateRecorded ? dateInWords(dateRecorded) : undefined
  const words = [place, day, recordedOn && `record dated ${recordedOn}`].filter((word) => word !== undefined)
  if (words.length === 0) return []
  const dates = [
    {words: day, date},
    {words: recordedOn, date: dateRecorded}
  ].flatMap(({words: said, date: edtf}) => (said && edtf && isDate(edtf) ? [{words: said, date: edtf}] : []))
  const line = part('dateline', [text(words.join(', '))])
  return [dates.length > 0 ? {...line, dates} : line]
}

function participants({people}: Edition, {file, matter}: EditionDocument): HeadPart[] {
  return (matter.participants ?? []).map(({label, people: ids}, group) => {
    const names = ids.flatMap((id, index): PhrasingContent[] => {
      const entry = Object.hasOwn(people, id) ? people[id] : undefined
      if (!entry)
        report(
          file,
          'unknown-person',
          `Unexpected id \`${id}\` among the participants, expected an entry in people.yaml`,
          placeInMatter(file, ['participants', group, 'people', index])
        )
      return [text(', '), entry ? {type: 'person', id, found: false, children: [text(entry.name)]} : text(id)]
    })
    return part('participants', names.slice(1), label ? `${label}:` : undefined)
  })
}

/** The collated copies first, then those that are only cited, said so. */
function sources({source, sourceNote}: EditionDocument['matter'], context: Context): HeadPart[] {
  const copies = Object.entries(source ?? {})
  const line = ([siglum, copy]: [string, Copy]): PhrasingContent[] => {
    const name = 'title' in copy && copy.title ? copy.title : undefined
    const citation = copy.citation ? citationNodes(copy.citation, context) : []
    const said = [...(name ? [text(name)] : []), ...(name && citation.length > 0 ? [text(': ')] : []), ...citation]
    return [
      ...(copy.status === 'collated' ? [text(`${siglum} = `)] : []),
      ...said,
      ...(copy.note ? [text(` (${copy.note})`)] : [])
    ]
  }
  const group = (status: Copy['status'], label: string): HeadPart[] => {
    const lines = copies.filter(([, copy]) => copy.status === status).map(line)
    return lines.length > 0
      ? [
          part(
            'source',
            lines.flatMap((words, index) => (index > 0 ? [text('; '), ...words] : words)),
            label
          )
        ]
      : []
  }
  const note = sourceNote ? [part('source', [text(sourceNote)])] : []
  return [...group('collated', 'Text:'), ...group('cited', 'Cited, not consulted:'), ...note]
}

function summary({summary: given}: EditionDocument['matter']): HeadPart[] {
  if (!given) return []
  return [part('summary', [text(given.text)], given.by ? `Summary (${given.by}):` : 'Summary:')]
}
