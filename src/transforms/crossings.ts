// Checks that no copy reads two things in one place: what it replaces or omits has no other reading inside.
import type {EditionDocument} from '../document/edition.ts'
import {report} from '../document/report.ts'
import {stretchesOf, type Stretch} from './stretches.ts'

/** A reading of one copy over a stretch of the text. */
interface Read extends Stretch {
  siglum: string
}

/** Changes nothing. Needs `spans`. An addition or transposition leaves the words as they are, so that others may stand inside. */
export function crossings({file, tree}: EditionDocument): void {
  const open = new Map<string, Read[]>()
  const all = stretchesOf(tree)
    .flatMap(readsOf)
    .toSorted((a, b) => a.from - b.from || b.to - a.to)
  for (const read of all) {
    // What ends before this begins can cross nothing any more.
    const reach = (open.get(read.siglum) ?? []).filter(({to}) => to > read.from)
    const other = reach.find(({node}) => node !== read.node)
    if (other) report(file, 'entry-crossed', sentence(read, other), read.node)
    open.set(read.siglum, [...reach, read])
  }
}

function readsOf({node, ...stretch}: Stretch): Read[] {
  if (node.type === 'corr') return []
  return node.readings
    .filter(({kind}) => kind !== 'add' && kind !== 'transp')
    .flatMap(({wit}) => [...new Set(wit)].map((siglum) => ({...stretch, node, siglum})))
}

function sentence(read: Read, other: Read): string {
  const line = other.node.position?.start.line
  const where = line === undefined ? '' : ` on line ${line}`
  if (read.from === other.from && read.to === other.to)
    return `Unexpected second entry with a reading of \`${read.siglum}\` for the same words as the entry${where}, expected one reading of a copy`
  return `Unexpected reading of \`${read.siglum}\` for words that it replaces or omits by the entry${where}, expected one reading of a copy in each place`
}
