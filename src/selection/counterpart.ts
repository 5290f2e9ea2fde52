// Which text an output sets beside a document: the one of the language that it asks for, else the original; told where it is a choice.
import type {Edition, EditionDocument} from '../document/edition.ts'
import {nearest} from '../document/report.ts'
import {originOf, tell} from './choose.ts'

/** Documents with the one text that the output sets beside them, or none. */
export function withCounterparts(
  documents: readonly EditionDocument[],
  edition: Edition,
  name: string
): EditionDocument[] {
  const {parallel = 'none', counterpart: wanted} = edition.settings.outputs[name] ?? {}
  if (parallel === 'none' && wanted !== undefined) tellUnused({edition, output: name})
  if (parallel === 'none') return documents.map((document) => beside(document, undefined))
  if (wanted !== undefined) tellMissing(documents, {edition, output: name, wanted})
  else tellChoice(documents, {edition, output: name})
  return documents.map((document) =>
    beside(document, wanted === undefined ? usual(document) : inLanguage(document, wanted))
  )
}

function beside(document: EditionDocument, counterpart: EditionDocument | undefined): EditionDocument {
  return document.counterparts ? {...document, counterparts: counterpart ? [counterpart] : []} : document
}

/** The original, where the document names its language; else the first. */
const usual = (document: EditionDocument): EditionDocument | undefined =>
  (document.matter.originalLanguage !== undefined && inLanguage(document, document.matter.originalLanguage)) ||
  document.counterparts?.[0]

/** `de` finds `de-AT`, where there is no `de`. */
function inLanguage({counterparts = []}: EditionDocument, wanted: string): EditionDocument | undefined {
  const named = (language: string | undefined): string => (language ?? '').toLowerCase()
  const own = counterparts.find(({matter}) => named(matter.language) === named(wanted))
  return own ?? counterparts.find(({matter}) => named(matter.language).startsWith(`${named(wanted)}-`))
}

interface Asking {
  edition: Edition
  output: string
}

/** An output that says `parallel: none` may have taken the language over from another. */
function tellUnused(asking: Asking): void {
  if (originOf(asking, 'parallel') !== undefined) return
  tell(
    asking,
    'counterpart-choice',
    (said) =>
      `Unexpected \`counterpart\` of output \`${said}\`, which sets no text beside another, expected \`parallel: facing\` or \`parallel: columns\` with it`,
    ['counterpart']
  )
}

/** Where some documents lack the text that is asked for, they are named; where all do, the language itself is in doubt. */
function tellMissing(documents: readonly EditionDocument[], {wanted, ...asking}: Asking & {wanted: string}): void {
  const paired = documents.filter(({counterparts}) => counterparts)
  const without = paired.filter((document) => !inLanguage(document, wanted))
  const known = [...new Set(paired.flatMap(({counterparts = []}) => counterparts.map(languageOf)))]
  if (without.length === paired.length) {
    const near = nearest(wanted, known)
    const expected = near
      ? `did you mean \`${near}\`?`
      : `expected ${known.length === 0 ? 'the language of a file such as `d1.ru.md`' : list(known, ' or ')}`
    tell(
      asking,
      'counterpart-choice',
      (said) =>
        `Unexpected \`${wanted}\` of \`counterpart\` of output \`${said}\`, in which no document has a text, ${expected}`,
      ['counterpart']
    )
    return
  }
  for (const document of without)
    tell(
      asking,
      'counterpart-choice',
      (said) =>
        `No text of \`${document.id}\` in \`${wanted}\`, as \`counterpart\` of output \`${said}\` asks, so it is set alone; expected \`${document.file.stem ?? document.id}.${wanted}.md\` beside it`,
      ['counterpart']
    )
}

/** Where a document has several texts, which of them is set must not be a guess that nobody hears of. */
function tellChoice(documents: readonly EditionDocument[], asking: Asking): void {
  for (const document of documents) {
    const {counterparts = []} = document
    const chosen = usual(document)
    if (counterparts.length < 2 || !chosen) continue
    const left = counterparts.filter((one) => one !== chosen).map(languageOf)
    const languages = counterparts.map((one) => `\`counterpart: ${languageOf(one)}\``)
    tell(
      asking,
      'counterpart-choice',
      (said) =>
        `Unexpected ${counterparts.length} texts beside \`${document.id}\` for output \`${said}\`, which sets one: that in \`${languageOf(chosen)}\` is set, ${list(left, ' and ')} not; expected ${languages.join(' or ')} in the output`,
      ['parallel']
    )
  }
}

const languageOf = ({matter}: EditionDocument): string => matter.language ?? ''
const list = (languages: readonly string[], by: string): string => languages.map((one) => `\`${one}\``).join(by)
