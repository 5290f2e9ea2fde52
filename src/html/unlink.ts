// References to what a book does not hold: they keep their words, lose their link, and say where it can be read.
import type {Element, ElementContent, Root} from 'hast'
import {h} from 'hastscript'
import {visit} from 'unist-util-visit'
import type {BookPart} from './book.ts'
import {hasClass} from './lemma.ts'

/** `partOf`: title of the edition, which has what the book leaves out. */
export function unlinkMissing(parts: BookPart[], partOf: string | undefined): void {
  const ids = new Set<unknown>(parts.flatMap(({notes}) => notes.map(({anchor}) => anchor)))
  const trees = parts.flatMap(({body, notes}): Root[] => [
    body,
    ...notes.map((note): Root => ({type: 'root', children: note.body}))
  ])
  for (const tree of trees) visit(tree, 'element', ({properties}) => void ids.add(properties['id']))
  for (const tree of trees) {
    visit(tree, {tagName: 'a'}, (link: Element) => {
      const {href} = link.properties
      if (typeof href !== 'string' || !href.startsWith('#') || ids.has(href.slice(1))) return
      delete link.properties.href
      if (partOf !== undefined && hasClass(link, 'ref')) sayWhere(link, partOf)
    })
  }
}

/** A page or a line of this book is no place of what is not in it. */
function sayWhere(link: Element, partOf: string): void {
  const words = link.children.filter((child) => child.type !== 'element' || !hasClass(child, 'generated'))
  const open = words.length > 0 ? ' (' : '('
  const where: ElementContent[] = [
    {type: 'text', value: `${open}in `},
    h('i', partOf),
    {type: 'text', value: ', not here)'}
  ]
  link.children = [...words, h('span', {className: ['generated', 'elsewhere']}, where)]
}
