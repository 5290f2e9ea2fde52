// References to what a book does not hold: they keep their words, lose their link, and say where it can be read.
import type {Element, ElementContent, Root} from 'hast'
import {h} from 'hastscript'
import {visit} from 'unist-util-visit'
import type {BookPart} from './book.ts'
import {hasClass} from './lemma.ts'

/** Looks at the links of the parts that are new. `partOf`: title of the edition, which has what the book leaves out. */
export function unlinkMissing(
  parts: readonly BookPart[],
  {fresh, partOf}: {fresh: readonly BookPart[]; partOf: string | undefined}
): void {
  const ids = new Set(parts.flatMap((part) => [...idsOf(part)]))
  for (const tree of fresh.flatMap(treesOf)) {
    visit(tree, {tagName: 'a'}, (link: Element) => {
      const {href} = link.properties
      if (typeof href !== 'string' || !href.startsWith('#') || ids.has(href.slice(1))) return
      delete link.properties.href
      if (partOf !== undefined && hasClass(link, 'ref')) sayWhere(link, partOf)
    })
  }
}

const treesOf = ({body, notes}: BookPart): Root[] => [
  body,
  ...notes.map((note): Root => ({type: 'root', children: note.body}))
]

/** Ids of parts that are looked at more than once. */
const known = new WeakMap<BookPart, ReadonlySet<unknown>>()

function idsOf(part: BookPart): ReadonlySet<unknown> {
  const before = known.get(part)
  if (before) return before
  const ids = new Set<unknown>(part.notes.map(({anchor}) => anchor))
  for (const tree of treesOf(part))
    visit(tree, 'element', ({properties: {id}}) => void (id !== undefined && ids.add(id)))
  known.set(part, ids)
  return ids
}

/** A page or a line of this book is no place of what is not in it. */
function sayWhere(link: Element, partOf: string): void {
  const words = link.children.filter((child) =>
    child.type === 'element' ? !hasClass(child, 'generated') : child.type !== 'text' || child.value !== ''
  )
  const open = words.length > 0 ? ' (' : '('
  const where: ElementContent[] = [
    {type: 'text', value: `${open}in `},
    h('i', partOf),
    {type: 'text', value: ', not here)'}
  ]
  link.children = [...words, h('span', {className: ['generated', 'elsewhere']}, where)]
}
