// Ids of documents: each once, none that the program uses itself, none that froze numbers and is gone.
import {allDocuments, ENTRIES, seriesOf, type Edition, type EditionDocument} from '../document/edition.ts'
import {isReserved} from '../document/parts.ts'
import {nearest, report} from '../document/report.ts'
import {placeIn, placeInMatter} from '../document/yaml.ts'

/** A document that was renamed would lose the numbers that are cited. */
export function reportFrozen({numbering, documents}: Edition): void {
  if (!numbering) return
  const ids = documents.map(({id}) => id)
  for (const id of Object.keys(numbering.frozen).filter((one) => !ids.includes(one))) {
    const near = nearest(id, ids)
    const reason = `No document \`${id}\`, whose paragraph numbers were frozen, expected it among the documents${near ? `; is it \`${near}\` now? Then change the id here` : ''}`
    report(numbering.file, 'paragraph-gone', reason, placeIn(numbering.file, [id], true))
  }
}

/** Two parts with one id, or with the name of a place, could not be told apart in links and file names. */
export function reportIds(edition: Edition): void {
  // File names of the e-book make no difference between capitals and small letters.
  const seen = new Map<string, EditionDocument>()
  for (const document of allDocuments(edition)) {
    const key = document.id.normalize('NFC').toLowerCase()
    const other = seen.get(key)
    const generated = isReserved(document.id)
    if (other)
      report(
        document.file,
        'duplicate-id',
        `Unexpected id \`${document.id}\`, which ${other.file.path} has already, expected another`,
        placeInMatter(document.file, ['id'])
      )
    else if (generated)
      report(
        document.file,
        'duplicate-id',
        `Unexpected id \`${document.id}\`, which the program uses for a part that it makes, expected another`,
        placeInMatter(document.file, ['id'])
      )
    else seen.set(key, document)
  }
  reportAnchors(edition)
}

/** An id must not be the name of a place in another document: `d1-p5` is paragraph 5 of `d1`. */
function reportAnchors(edition: Edition): void {
  const documents = allDocuments(edition)
  const series = [ENTRIES, ...seriesOf(edition.settings).map(({key}) => key)].join('|')
  const places = new RegExp(`^-(?:[px]\\d+|(?:section|continued)-\\d+|(?:at|leaf|${series})(?:-|$))`)
  for (const document of documents) {
    const other = documents.find(({id}) => document.id.startsWith(id) && places.test(document.id.slice(id.length)))
    if (!other) continue
    const reason = `Unexpected id \`${document.id}\`, which the program uses for a place in \`${other.id}\`, expected another`
    report(document.file, 'duplicate-id', reason, placeInMatter(document.file, ['id']))
  }
}
