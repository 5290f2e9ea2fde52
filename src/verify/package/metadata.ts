// What the package says of the book is what edition.yaml says, and nothing that it does not say.
import type {Element} from 'hast'
import type {Edition} from '../../document/edition.ts'
import {find, textOf, type Epub} from './opened.ts'

/** A statement about the book: property or element, and value. */
interface Statement {
  name: string
  value: string
  /** Id of the element that it is about; nothing where it is about the book. */
  refines: string | undefined
}

/** Everything in which package and edition differ. */
export function metadataFaults(epub: Epub, edition: Edition): string[] {
  const [metadata] = find(epub.opf, 'metadata')
  if (!metadata) return ['Missing metadata of the package, expected what edition.yaml says']
  const statements = statementsOf(metadata)
  const about = (name: string): string[] =>
    statements.filter((one) => one.name === name && one.refines === undefined).map(({value}) => value)
  const {settings} = edition
  return [
    ...exactly('title', about('dc:title').slice(0, 2), [settings.title, settings.subtitle]),
    ...exactly('publisher', about('dc:publisher'), [settings.publisher]),
    ...exactly('rights', about('dc:rights'), [settings.rights]),
    ...exactly('description', about('dc:description'), [settings.description]),
    ...exactly('sources', about('dc:source'), settings.sources ?? []),
    ...exactly('series', about('belongs-to-collection'), [settings.bookSeries?.title]),
    ...exactly('edition', about('schema:bookEdition'), [settings.version]),
    ...exactly('date', about('dc:date'), [settings.date]),
    ...exactly('language', about('dc:language').slice(0, 1), [settings.language]),
    ...peopleFaults(metadata, edition),
    ...identifierFaults(metadata, epub),
    ...dateFaults(epub, about('dcterms:modified')),
    ...accessFaults(epub, about),
    ...claimFaults(statements, settings.accessibility?.certifiedBy)
  ]
}

function statementsOf(metadata: Element): Statement[] {
  return metadata.children.flatMap((child) => {
    if (child.type !== 'element') return []
    const {property, refines} = child.properties
    const name = child.tagName === 'meta' ? property : child.tagName
    if (typeof name !== 'string') return []
    return [{name, value: textOf(child), refines: typeof refines === 'string' ? refines : undefined}]
  })
}

const plain = (text: string): string => text.replace(/\s+/gu, ' ').trim()

function exactly(what: string, found: readonly string[], wanted: readonly (string | undefined)[]): string[] {
  const expected = wanted.flatMap((one) => (one === undefined ? [] : [plain(one)]))
  if (JSON.stringify(found) === JSON.stringify(expected)) return []
  const list = (values: readonly string[]): string =>
    values.length > 0 ? values.map((one) => `\`${one}\``).join(', ') : 'none'
  return [`Unexpected ${what} in the package, ${list(found)}, expected ${list(expected)} as edition.yaml has it`]
}

/** Everybody whom the edition names, each once. */
function peopleFaults(metadata: Element, {settings}: Edition): string[] {
  const named = [...settings.authors, ...settings.editors, ...settings.translators].map(({name}) => plain(name))
  return exactly('people', find(metadata, 'creator', 'contributor').map(textOf), [...new Set(named)])
}

/** The package names which of its identifiers is the one. */
function identifierFaults(metadata: Element, {opf}: Epub): string[] {
  const unique = find(opf, 'package')[0]?.properties['uniqueIdentifier']
  const own = find(metadata, 'identifier').filter(({properties}) => properties.id === unique)
  const [one] = own
  if (own.length === 1 && /^urn:(?:isbn:[\dX]{10,13}|uuid:[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})$/.test(textOf(one)))
    return []
  return [`Unexpected identifier \`${textOf(one)}\` of the package, expected one ISBN or UUID as a URN`]
}

/** All dates are that of the edition; the clock is never asked. */
function dateFaults({entries}: Epub, modified: readonly string[]): string[] {
  const [date = ''] = modified
  if (modified.length !== 1 || !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(date) || Number.isNaN(Date.parse(date)))
    return [
      `Unexpected date of change \`${modified.join(' ')}\` in the package, expected one such as \`2026-01-31T00:00:00Z\``
    ]
  // An archive counts seconds in twos, and from 1980.
  const day = date < '1980' ? undefined : date.slice(0, 10)
  return entries
    .filter((entry) => day !== undefined && !entry.date.startsWith(day))
    .slice(0, 1)
    .map(
      ({name, date: other}) =>
        `Unexpected date ${other} of \`${name}\` in the archive, expected ${day} as in the package`
    )
}

/** Statements that a library needs for telling readers what they can do with the book (EPUB Accessibility 1.1, 2). */
const NEEDED = [
  'accessMode',
  'accessModeSufficient',
  'accessibilityFeature',
  'accessibilityHazard',
  'accessibilitySummary'
]

function accessFaults(epub: Epub, about: (name: string) => string[]): string[] {
  const features = about('schema:accessibilityFeature')
  const marks = epub.items.some(({path, mediaType}) => mediaType === XHTML && epub.elements(path).some(isPageBreak))
  const index = epub.items.some(({path, mediaType}) => mediaType === XHTML && epub.elements(path).some(isIndex))
  const pages = ['pageBreakMarkers', 'pageNavigation', 'printPageNumbers']
  return [
    ...NEEDED.filter((name) => about(`schema:${name}`).length === 0).map(
      (name) => `Missing \`schema:${name}\` in the package, expected it`
    ),
    ...pages.flatMap((feature) => agrees(feature, features.includes(feature), marks)),
    ...agrees('index', features.includes('index'), index),
    ...agrees('pageBreakSource', about('pageBreakSource').length > 0, marks)
  ]
}

const XHTML = 'application/xhtml+xml'
const isPageBreak = ({properties}: Element): boolean => properties['role'] === 'doc-pagebreak'
const isIndex = ({properties}: Element): boolean => properties['role'] === 'doc-index'

function agrees(feature: string, said: boolean, there: boolean): string[] {
  if (said === there) return []
  return [
    said
      ? `Unexpected \`${feature}\` in the package, expected nothing that the book does not have`
      : `Missing \`${feature}\` in the package, expected it because the book has it`
  ]
}

/** A claim of conformance has one form only, and somebody who stands for it. */
function claimFaults(statements: readonly Statement[], certifier: string | undefined): string[] {
  const certified = statements.some(({name, value}) => name === 'a11y:certifiedBy' && value === certifier)
  return statements
    .filter(({name}) => name === 'dcterms:conformsTo')
    .filter(({value}) => !certified || !/^EPUB Accessibility 1\.1 - WCAG 2\.[012] Level A{1,3}$/.test(value))
    .map(
      ({value}) =>
        `Unexpected claim \`${value}\` in the package, expected the words of the standard and who certifies it`
    )
}
