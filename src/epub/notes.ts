// Notes and entries of a part, after its text in the same file: reading systems pop up no note from another file.
import {h} from 'hastscript'
import {CONTINUE, EXIT, SKIP, visit} from 'unist-util-visit'
import type {Element, ElementContent, Root} from 'hast'
import type {BookNote, FootRegister} from '../html/book.ts'
import {callAnchor} from '../document/anchors.ts'
import {direction, TURNED} from '../document/direction.ts'
import {ENTRIES} from '../document/edition.ts'
import {hasClass} from './classes.ts'
import {divided, restOf, withMore} from './long-notes.ts'

/**
 * One section a register, in the order of the registers:
 * `<section epub:type="footnotes"><h2>Editor’s notes</h2><aside epub:type="footnote" id="d1-en-3">…</aside></section>`
 */
export function noteSections(
  notes: readonly BookNote[],
  registers: readonly FootRegister[],
  {tagName, lang, dir}: NotesHeading
): Element[] {
  const known = new Set(registers.map(({key}) => key))
  const stray = notes.find(({register}) => !known.has(register))
  if (stray)
    throw new Error(`The note #${stray.anchor} is of the register ${stray.register}, which the book does not have`)
  return registers.flatMap(({key, title}) => {
    const own = notes.filter(({register}) => register === key)
    if (own.length === 0) return []
    const properties = {className: ['notes', `notes-${key}`], 'epub:type': 'footnotes', ariaLabel: title}
    const heading = h(tagName, {className: ['notes-title', 'generated'], lang, dir}, title)
    const made = own.map((note) => noteOf(note, title))
    return [
      h('section', properties, [heading, ...made.map(([first]) => first), ...made.flatMap(([, ...rest]) => rest)])
    ]
  })
}

/** A text that is written from right to left may have notes of its editor that are not: their first letter says so. */
export function turnNotes(sections: readonly Element[], lang: string): void {
  if (!direction(lang)) return
  for (const {children} of sections)
    for (const note of children) {
      if (note.type !== 'element' || note.tagName !== 'aside') continue
      const letter = firstLetter(note)
      if (letter !== undefined && !TURNED.test(letter)) note.properties.dir = 'ltr'
    }
}

function firstLetter(note: Element): string | undefined {
  let letter: string | undefined
  visit(note, (node) => {
    if (node.type === 'element' && hasClass(node.properties, 'generated')) return SKIP
    letter = node.type === 'text' ? /\p{L}/u.exec(node.value)?.[0] : undefined
    return letter === undefined ? CONTINUE : EXIT
  })
  return letter
}

/** What heads the notes of a register: its element, and its language and direction where these are not the ones of the file. */
export interface NotesHeading {
  tagName: 'h1' | 'h2'
  lang: string | undefined
  dir: 'ltr' | 'rtl' | undefined
}

/** Notes at the end of the book are in the body of their part already; they become what those after a chapter are. */
export function setEndNotes(tree: Root): void {
  visit(tree, {tagName: 'div'}, (note: Element) => {
    const {dataNote, className} = note.properties
    if (typeof dataNote !== 'string') return
    note.tagName = 'aside'
    Object.assign(note.properties, FOOTNOTE)
    const what = Array.isArray(className) && className.includes(`note-${ENTRIES}`) ? 'entry' : 'note'
    visit(note, {tagName: 'a'}, ({properties, children}: Element) => {
      if (properties.href !== `#${callAnchor(dataNote)}`) return
      const [sign] = children
      Object.assign(properties, backlink(what, sign?.type === 'text' ? sign.value : ''))
    })
  })
}

const FOOTNOTE = {'epub:type': 'footnote', role: 'doc-footnote'} as const

const backlink = (what: 'note' | 'entry', mark: string): {role: string; ariaLabel: string} => ({
  role: 'doc-backlink',
  ariaLabel: `Back to ${what} ${mark} in the text`
})

/** The note, and what is over of a long one. */
function noteOf(note: BookNote, title: string): [Element, ...Element[]] {
  const parted = divided(note.body)
  if (!parted) return [aside(note, title)]
  const {anchor, mark} = note
  const [head, rest] = structuredClone([parted.head, parted.rest])
  return [aside({...note, body: withMore(head ?? [], anchor)}, title), restOf(anchor, {title, mark}, rest ?? [])]
}

/** Popped up it stands alone: its name says of which series it is. */
function aside(note: BookNote, title: string): Element {
  const {anchor, register, mark} = note
  const ariaLabel = `${title}, ${mark}`
  const properties = {className: ['note', `note-${register}`], id: anchor, dataNote: anchor, ...FOOTNOTE, ariaLabel}
  return h('aside', properties, withMark(note))
}

/** The mark leads back to the call. It opens the first paragraph; before a list or table it is a paragraph of its own. */
function withMark(note: BookNote): ElementContent[] {
  const what = note.register === ENTRIES ? 'entry' : 'note'
  const mark = h(
    'a',
    {
      className: ['note-mark', 'generated'],
      href: `#${callAnchor(note.anchor)}`,
      ...backlink(what, note.mark)
    },
    note.mark
  )
  const blocks = structuredClone(note.body)
  const [first] = blocks
  if (first?.type !== 'element' || first.tagName !== 'p') return [h('p', [mark]), ...blocks]
  first.children.unshift(mark, {type: 'text', value: ' '})
  return blocks
}
