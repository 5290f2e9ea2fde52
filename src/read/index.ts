// Reads the folder of an edition: settings, registers, documents, transcripts, images. Nothing outside the folder is opened.
import {createHash} from 'node:crypto'
import {readdir, readFile} from 'node:fs/promises'
import path from 'node:path'
import type {z} from 'zod'
import {VFile} from 'vfile'
import {nearest, report} from '../document/report.ts'
import {seriesOf, withCounterparts, type Edition, type EditionDocument} from '../document/edition.ts'
import {archivesSchema, editionSchema, matterSchema, registerSchema, type Settings} from '../document/settings.ts'
import {numberingSchema} from '../document/numbering.ts'
import {placeIn, placeInMatter, readYaml} from '../document/yaml.ts'
import {GENERATED_PARTS} from '../document/parts.ts'
import {namedCounterpart, pairCounterparts} from './counterparts.ts'
import {reportFrozen, reportIds} from './ids.ts'
import {decode, exists, readText, resolveInside} from './files.ts'
import {keepingParses, type Parse} from './kept-parses.ts'
import {splitMatter} from '../syntax/index.ts'

export {readImages} from './images.ts'

/** What reading gave: the files with their messages, and the edition unless its settings cannot be read at all. */
export interface ReadResult {
  files: VFile[]
  edition?: Edition | undefined
}

/**
 * Reads an edition; faults of the author are messages on the files, never exceptions. Its settings are told before the texts are
 * read, which takes longer.
 */
export async function readEdition(dir: string, onSettings?: (settings: Settings) => void): Promise<ReadResult> {
  const settingsFile = new VFile({path: path.join(dir, 'edition.yaml')})
  if (!(await exists(dir))) {
    report(
      settingsFile,
      'missing-folder',
      `No folder \`${dir}\`, expected an edition there; \`recension init ${dir}\` makes one`
    )
    return {files: [settingsFile]}
  }
  const settings = await readYamlFile({dir, file: settingsFile}, editionSchema)
  if (!settings) return {files: [settingsFile]}
  onSettings?.(settings)
  const registers = await Promise.all(
    (['people', 'places', 'terms'] as const).map((name) => readRegister(dir, name, registerSchema))
  )
  const archives = await readRegister(dir, 'archives', archivesSchema)
  const numbering = await readRegister(dir, 'numbering', numberingSchema)
  const {parse, prune} = await keepingParses()
  const series = seriesOf(settings).map(({key}) => key)
  const reader: Reader = {dir, unlisted: [], settings, settingsFile, series, parse}
  const [documents, front, back] = await Promise.all([
    readRole(reader, 'document'),
    readRole(reader, 'front'),
    readRole(reader, 'back')
  ])
  await prune()
  const edition: Edition = {
    dir,
    settings,
    people: registers[0]?.value ?? {},
    places: registers[1]?.value ?? {},
    terms: registers[2]?.value ?? {},
    archives: archives.value ?? {},
    ...(numbering.value && {numbering: {file: numbering.file, frozen: numbering.value}}),
    documents,
    front,
    back,
    images: new Map(),
    files: []
  }
  edition.files = [
    settingsFile,
    ...registers.map(({file}) => file),
    archives.file,
    numbering.file,
    ...filesOf([...front, ...documents.flatMap(withCounterparts), ...back]),
    ...reader.unlisted
  ]
  reportIds(edition)
  reportFrozen(edition)
  if (documents.length === 0) {
    const reason = `No documents, expected at least one Markdown file in \`${path.join(dir, 'documents')}\``
    report(settingsFile, 'empty-edition', reason)
  }
  return {files: edition.files, edition}
}

const filesOf = (documents: EditionDocument[]): VFile[] =>
  documents.flatMap(({file, transcript}) => (transcript ? [file, transcript.file] : [file]))

interface Reader {
  dir: string
  /** Files that no list names, for their messages. */
  unlisted: VFile[]
  settings: Settings
  settingsFile: VFile
  series: string[]
  parse: Parse
}

const FOLDERS = {document: 'documents', front: 'front', back: 'back'} as const

async function readRole(reader: Reader, role: EditionDocument['role']): Promise<EditionDocument[]> {
  const folder = path.join(reader.dir, FOLDERS[role])
  const entries = (await exists(folder)) ? await readdir(folder, {withFileTypes: true}) : []
  const sorted = entries
    .filter((entry) => entry.name.endsWith('.md') && !entry.name.startsWith('.') && !entry.isDirectory())
    .map(({name}) => name)
    .toSorted()
  const read = await Promise.all(sorted.map((name) => readDocument(reader, path.join(FOLDERS[role], name), role)))
  const all = role === 'document' ? pairCounterparts(read) : read
  const listed = role === 'document' ? documentsIn(reader.settings) : reader.settings[role]
  return listed ? inOrder(reader, all, {role, listed}) : role === 'document' ? byDate(all) : all
}

/** Documents in the order of edition.yaml; its parts are one too. */
const documentsIn = ({documents, parts}: Settings): string[] | undefined =>
  documents ?? parts?.flatMap((part) => part.documents)

/** The order of edition.yaml; a file that it does not name is left out with a message, a name without file is an error. */
function inOrder(
  {settings, settingsFile, dir, unlisted}: Reader,
  all: EditionDocument[],
  {role, listed}: {role: EditionDocument['role']; listed: string[]}
): EditionDocument[] {
  const names = new Map(
    all.flatMap((one) => [
      [one.id, one],
      [stem(one.file), one]
    ])
  )
  for (const {id, file} of all) {
    if (listed.includes(id) || listed.includes(stem(file))) continue
    unlisted.push(file)
    const list = listName(settings, role)
    report(
      file,
      'unlisted-file',
      `Unexpected file, which \`${list}\` of edition.yaml does not name and no book has, expected it in the list`,
      {line: 1, column: 1}
    )
  }
  return listed.flatMap((name, index) => {
    const document = names.get(name)
    if (document) return [document]
    if (role !== 'document' && (GENERATED_PARTS as readonly string[]).includes(name)) return []
    const near = nearest(name, [...names.keys(), ...(role === 'document' ? [] : GENERATED_PARTS)])
    const expected = near
      ? `did you mean \`${near}\`?`
      : `expected a file \`${path.join(dir, FOLDERS[role], `${name}.md`)}\``
    const reason = `No file for \`${name}\` of \`${listName(settings, role)}\`, ${expected}`
    report(settingsFile, 'missing-file', reason, placeIn(settingsFile, placeInList(settings, role, index)))
    return []
  })
}

/** Keys that lead to a name of a list; parts list documents one part after the other. */
function placeInList({documents, parts = []}: Settings, role: EditionDocument['role'], index: number): PropertyKey[] {
  if (role !== 'document') return [role, index]
  if (documents) return ['documents', index]
  let left = index
  const part = parts.findIndex((one) => (left -= one.documents.length) < 0)
  return ['parts', part, 'documents', left + (parts[part]?.documents.length ?? 0)]
}

const listName = ({documents}: Settings, role: EditionDocument['role']): string => {
  if (role !== 'document') return role
  return documents ? 'documents' : 'parts'
}

const stem = (file: VFile): string => file.stem ?? ''

function byDate(all: EditionDocument[]): EditionDocument[] {
  const key = ({matter, file}: EditionDocument) => [matter.date ?? '9999', stem(file)] as const
  return all.toSorted((a, b) => compare(key(a)[0], key(b)[0]) || compare(key(a)[1], key(b)[1]))
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

async function readDocument(reader: Reader, name: string, role: EditionDocument['role']): Promise<EditionDocument> {
  const file = new VFile({path: path.join(reader.dir, name)})
  const text = await readText(file, reader.dir)
  const document: EditionDocument = {
    id: stem(file),
    role,
    file,
    matter: {},
    body: '',
    bodyLine: 0,
    tree: {type: 'root', children: []}
  }
  if (text === undefined) return document
  const parts = splitMatter(text)
  if (!parts) {
    report(file, 'unreadable-yaml', 'The front matter is not closed, expected a line `---` after it', {
      line: 1,
      column: 1
    })
    return document
  }
  file.value = text
  document.matter = readYaml(file, {text: parts.matter, lineOffset: parts.matterLine}, matterSchema) ?? {}
  document.id = document.matter.id ?? stem(file)
  document.body = parts.body
  document.bodyLine = parts.bodyLine
  document.transcript = await readTranscript(reader, document)
  document.tree = await reader.parse(file, parts.body, {
    series: reader.series,
    bodyLine: parts.bodyLine,
    pairMarks: role === 'document' && namedCounterpart(stem(file)) !== undefined,
    reportMarks: role === 'document' && !document.transcript
  })
  if (document.tree.children.length === 0) {
    report(file, 'document-without-text', 'Unexpected document without text, expected some after the front matter', {
      line: parts.bodyLine + 1,
      column: 1
    })
  }
  return document
}

async function readTranscript({dir}: Reader, {file, matter}: EditionDocument): Promise<EditionDocument['transcript']> {
  if (!matter.received) return undefined
  // `transcripts/x.txt` and `x.txt` both name the file there.
  const folder = await resolveInside(dir, 'transcripts')
  const inside = folder && (await resolveInside(folder, matter.received.file.replace(/^transcripts\//, '')))
  const shown = path.join(dir, 'transcripts', matter.received.file.replace(/^transcripts\//, ''))
  if (!inside) {
    const reason = `No transcript \`${shown}\`, expected the file that \`received\` names`
    report(file, 'missing-file', reason, placeInMatter(file, ['received', 'file']))
    return undefined
  }
  const bytes = await readFile(inside)
  const transcript = new VFile({path: shown})
  const text = decode(transcript, bytes)
  if (text === undefined) return undefined
  return {file: transcript, text, sha256: createHash('sha256').update(bytes).digest('hex')}
}

async function readRegister<T>(
  dir: string,
  name: string,
  schema: z.ZodType<T>
): Promise<{file: VFile; value: T | undefined}> {
  const file = new VFile({path: path.join(dir, `${name}.yaml`)})
  return {file, value: (await exists(file.path)) ? await readYamlFile({dir, file}, schema) : undefined}
}

async function readYamlFile<T>({dir, file}: {dir: string; file: VFile}, schema: z.ZodType<T>): Promise<T | undefined> {
  if (!(await exists(file.path))) {
    report(file, 'missing-file', `No file \`${file.path}\`, expected the settings of the edition there`)
    return undefined
  }
  const text = await readText(file, dir)
  if (text === undefined) return undefined
  file.value = text
  return readYaml(file, {text}, schema)
}
