// Which entries of the registers the documents of an output name: its lists have those, and no others.
import {visit} from 'unist-util-visit'
import {withCounterparts, type Edition, type EditionDocument} from '../document/edition.ts'
import type {Register} from '../document/settings.ts'
import {peopleInHead} from './people.ts'

/** Ids of each register. */
export interface UsedNames {
  person: Set<string>
  place: Set<string>
  term: Set<string>
}

/** What these documents name, in their text, their notes or their heads. */
export function usedIn(documents: readonly EditionDocument[]): UsedNames {
  const used: UsedNames = {person: new Set(), place: new Set(), term: new Set()}
  for (const document of documents.flatMap(withCounterparts)) {
    for (const id of peopleInHead(document)) used.person.add(id)
    visit(document.tree, (node) => {
      if (node.type === 'person' || node.type === 'place' || node.type === 'term') used[node.type].add(node.id)
    })
  }
  return used
}

/** The edition with registers of what it names. */
export function withUsedNames(edition: Edition): Edition {
  const used = usedIn([...edition.front, ...edition.documents, ...edition.back])
  return {
    ...edition,
    people: only(edition.people, used.person),
    places: only(edition.places, used.place),
    terms: only(edition.terms, used.term)
  }
}

const only = (register: Register, used: ReadonlySet<string>): Register =>
  Object.fromEntries(Object.entries(register).filter(([id]) => used.has(id)))
