// The people of a document: those whom its text names, who speak in it, and who were present.
import {visit} from 'unist-util-visit'
import type {EditionDocument} from '../document/edition.ts'

/** Ids of people.yaml. */
export function peopleOf(document: EditionDocument): Set<string> {
  const people = new Set(peopleInHead(document))
  visit(document.tree, 'person', ({id}) => void people.add(id))
  return people
}

/** Ids of those whom the front matter names. */
export const peopleInHead = ({matter}: EditionDocument): string[] => [
  // A label of several: `zhou kim`.
  ...Object.values(matter.speakers ?? {}).flatMap((who) => who.split(/ +/)),
  ...(matter.participants ?? []).flatMap((group) => group.people)
]
