// Puts the elements into the order of reading and into the shapes that the format asks for.
import type {TagType} from '../contract.ts'
import {isBranch, type Branch, type Branches} from './branches.ts'

/** Puts each note after its call or its lemma, lists and contents into their shapes; returns notes that have no place. */
export function putInOrder({roots, numbered}: Branches): Branch[] {
  const stray = placeNotes(numbered, parentsOf(roots, numbered))
  for (const branch of [...roots, ...numbered.values()]) shape(branch)
  return stray
}

function parentsOf(roots: readonly Branch[], numbered: ReadonlyMap<number, Branch>): Map<Branch, Branch> {
  const parents = new Map<Branch, Branch>()
  for (const parent of [...roots, ...numbered.values()])
    for (const kid of parent.kids) if (isBranch(kid)) parents.set(kid, parent)
  return parents
}

function placeNotes(numbered: ReadonlyMap<number, Branch>, parents: ReadonlyMap<Branch, Branch>): Branch[] {
  const stray: Branch[] = []
  const last = new Map<Branch, Branch>()
  for (const note of numbered.values()) {
    if (note.tag.type !== 'Note' || note.tag.stays) continue
    const target = note.tag.after === undefined ? undefined : numbered.get(note.tag.after)
    if (!target) {
      stray.push(note)
      continue
    }
    const parent = parents.get(target)
    // Notes of one block stand in their own order.
    const before = last.get(target) ?? target
    last.set(target, note)
    if (parent && !HOLDS_ITS_NOTES.has(target.tag.type)) parent.kids.splice(parent.kids.indexOf(before) + 1, 0, note)
    else target.kids.push(note)
  }
  return stray
}

/** Cells and items stand among their like only, so notes to their words stand in them. */
const HOLDS_ITS_NOTES: ReadonlySet<TagType> = new Set([
  'Caption',
  'Figure',
  'LBody',
  'LI',
  'Lbl',
  'Note',
  'TD',
  'TH',
  'TOCI'
])

function shape(branch: Branch): void {
  if (branch.tag.type === 'Reference' || branch.tag.type === 'Lbl') branch.kids = linked(branch)
  if (branch.tag.type === 'LI') branch.kids = gathered(branch, IN_ITEM, 'LBody')
  if (branch.tag.type === 'TOCI') branch.kids = gathered(branch, IN_TOC_ITEM, 'Reference')
  if (branch.tag.type === 'L') branch.kids = itemsOf(branch)
  if (branch.kids.some((kid) => isBranch(kid) && kid.tag.type === 'TOCI')) branch.kids = withContents(branch)
}

/** A mark that leads to its note, or back to its call, is a link inside what it is. */
const linked = ({kids}: Branch): Branch['kids'] =>
  kids.some((kid) => 'annotation' in kid) ? [{tag: {type: 'Link'}, kids}] : kids

const IN_ITEM: ReadonlySet<TagType> = new Set(['LBody', 'Lbl'])
const IN_TOC_ITEM: ReadonlySet<TagType> = new Set(['Lbl', 'P', 'Reference'])

/** What may not stand directly in an item goes together into one element of it. */
function gathered({kids}: Branch, allowed: ReadonlySet<TagType>, type: TagType): Branch['kids'] {
  const own = kids.filter((kid) => isBranch(kid) && allowed.has(kid.tag.type))
  const rest = kids.filter((kid) => !own.includes(kid))
  return rest.length > 0 ? [...own, {tag: {type}, kids: rest}] : own
}

/** A list of terms has their explanations beside them: each pair is an item. */
function itemsOf({kids}: Branch): Branch['kids'] {
  const items: Branch['kids'] = []
  let item: Branch | undefined
  for (const kid of kids) {
    const type = isBranch(kid) ? kid.tag.type : undefined
    if (type !== 'Lbl' && type !== 'LBody') {
      items.push(kid)
      continue
    }
    const complete = item?.kids.some((one) => isBranch(one) && one.tag.type === 'LBody')
    if (!item || (type === 'Lbl' && complete)) items.push((item = {tag: {type: 'LI'}, kids: []}))
    item.kids.push(kid)
  }
  return items
}

/** The rows of a table of contents stand in one. */
function withContents({tag, kids}: Branch): Branch['kids'] {
  if (tag.type === 'TOC') return kids
  const isRow = (kid: Branch['kids'][number]): boolean => isBranch(kid) && kid.tag.type === 'TOCI'
  const first = kids.findIndex(isRow)
  const contents: Branch = {tag: {type: 'TOC'}, kids: kids.filter(isRow)}
  return kids.flatMap((kid, index) => (index === first ? [contents] : isRow(kid) ? [] : [kid]))
}
