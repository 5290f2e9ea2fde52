// Tells of notes that begin with “Ibid.”: in an e-book a note is read alone, and the one that it leans on is not in sight. A check.
import {SKIP, visit} from 'unist-util-visit'
import type {EditionDocument} from '../document/edition.ts'
import {plainText} from '../document/nodes.ts'
import {report} from '../document/report.ts'

/** Looks at the notes of the editors; those of the received text are as they are. */
export function loneNotes({tree, file}: EditionDocument): void {
  visit(tree, 'note', (node) => {
    if (node.place !== 'foot' || node.marker) return SKIP
    const word = LEANING.exec(node.children.map(plainText).join('').trimStart())?.[0]
    if (word !== undefined)
      report(
        file,
        'note-leans',
        `Unexpected \`${word}\` at the beginning of a note, expected its source by name: in the e-book a note is read alone`,
        node
      )
    return SKIP
  })
}

/** What stands for the source of the note before. */
const LEANING =
  /^(?:ibid(?:em|\.)|id\.|loc\. cit\.|op\. cit\.|ebd\.|ebenda|a\. ?a\. ?O\.|там же|ib\.)(?![\p{L}\p{N}])/iu
