// The transforms in their order, each with its reason. Each changes only its own nodes and says what it needs.
import type {VFile} from 'vfile'
import {allDocuments, seriesOf, type Edition} from '../document/edition.ts'
import {anchors} from './anchors.ts'
import {bracketTable, bracketTypes, type BracketRow} from './bracket-types.ts'
import {brackets} from './brackets.ts'
import {citations} from './citations.ts'
import {crossings} from './crossings.ts'
import {figures} from './figures.ts'
import {head} from './head.ts'
import {leaves} from './leaves.ts'
import {lemmas} from './lemmas.ts'
import {letters} from './letters.ts'
import {loneNotes} from './lone-notes.ts'
import {marks} from './marks.ts'
import {formsOf, names} from './names.ts'
import {noBreaks} from './no-breaks.ts'
import {notes} from './notes.ts'
import {number} from './number.ts'
import {pairs} from './pairs.ts'
import {properNames} from './proper-names.ts'
import {numberedDocuments, references, targetsOf} from './references.ts'
import {sigla} from './sigla.ts'
import {anchoredIn, spans} from './spans.ts'
import {turns} from './turns.ts'
import {typography} from './typography.ts'
import {witnesses} from './witnesses.ts'

export type {BracketRow} from './bracket-types.ts'

/** Transforms every tree of the edition in place; returns a row for each bracket. */
export function transform(edition: Edition, settingsFile: VFile): BracketRow[] {
  const series = seriesOf(edition.settings).map(({key}) => key)
  const table = bracketTable(edition, settingsFile)
  const forms = formsOf(edition)
  const context = {archives: edition.archives, introduced: new Set<string>()}
  let documents: ReturnType<typeof anchoredIn> | undefined
  const anchored = {documents: () => (documents ??= anchoredIn(edition)), series: seriesOf(edition.settings)}
  const rows: BracketRow[] = []
  for (const document of allDocuments(edition)) {
    // 1. Notes move to their calls, so that tree order is text order for all that follow.
    notes(document, series)
    // 2. Entries and notes between two anchors move to the first of them, for the same reason.
    spans(document, anchored)
    if (document.role === 'document') {
      // 3. Brackets of the received text become nodes; those of notes are the editor's own.
      brackets(document)
      // 4. The bracket table types them.
      rows.push(...bracketTypes(document, table))
      // 5. Turns, once brackets and notes no longer hide where a paragraph begins.
      turns(document)
      // 6. Leaves, when turns have their names.
      leaves(document)
    }
    // 7. The head, before names and numbers, because it has names.
    head(edition, document, context)
    // 8. Citations of editorial matter, in reading order: an archive is introduced at its first use in the book.
    citations(document, context)
    // 9. Labels and their numbers keep together on one line, where the words are the editor's own.
    noBreaks(document)
    // 10. Names, in the labels of turns and the heads too.
    names(document, forms)
    // 11. Signs of print, when no text is split any more.
    typography(document, edition.settings.typography)
    // 12. Numbers, now that nothing is added or moved any more.
    number(document, edition.numbering?.frozen[document.id])
    // 13. Copies that have a lemma, when each entry is in its place.
    witnesses(edition, document)
    // 14. Checks that change nothing.
    anchors(document)
    sigla(edition, document)
    lemmas(document)
    letters(document)
    loneNotes(document)
    crossings(document)
    figures(document)
    marks(edition, document, settingsFile)
  }
  // 15. Paragraphs of texts in two languages find each other by their numbers.
  edition.documents.forEach(pairs)
  // 16. References, when every document has its numbers.
  const targets = targetsOf(edition)
  const referable = {targets, numbered: numberedDocuments(edition)}
  for (const document of allDocuments(edition)) references(document, referable)
  // 17. Words that are names, when all names are marked.
  edition.properNames = properNames(edition)
  return rows
}
