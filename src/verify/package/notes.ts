// Calls and notes: each call leads to its note and the note back to it, marked so that reading systems can show the note where it is called.
import type {Element} from 'hast'
import {hasClass} from '../seen.ts'
import {find, resolved, textOf, wordsOf, type Epub} from './opened.ts'
import {texts} from './resources.ts'

/** An element and its file. */
interface Placed {
  element: Element
  path: string
}

/** Everything that keeps a note from its call, or a reader who has read it from the way back. */
export function noteFaults(epub: Epub): string[] {
  const calls: Placed[] = []
  const notes = new Map<string, Placed>()
  for (const {path} of texts(epub))
    for (const element of epub.elements(path)) {
      if (isCall(element)) calls.push({element, path})
      else if (isNote(element)) notes.set(`${path}#${String(element.properties.id)}`, {element, path})
    }
  const called = new Set(calls.map(targetOf))
  return [
    ...calls.flatMap((call) => callFaults(call, notes.get(targetOf(call)))),
    ...[...notes]
      .filter(([target]) => !called.has(target))
      .map(
        ([, {element, path}]) =>
          `Unexpected note \`${String(element.properties.id)}\` in \`${path}\` that nothing calls, expected a call`
      )
  ]
}

const isCall = ({tagName, properties}: Element): boolean =>
  tagName === 'a' && (hasClass(properties, 'call') || wordsOf(properties['epubType']).includes('noteref'))

/** What is over of a long note is called by the note itself. */
const isNote = ({properties}: Element): boolean =>
  properties['dataNote'] !== undefined && hasClass(properties, 'note') && properties['dataGoesOn'] === undefined

function targetOf({element, path}: Placed): string {
  const target = resolved(String(element.properties['href']), path)
  return `${target.path}#${target.fragment}`
}

function callFaults({element, path}: Placed, note: Placed | undefined): string[] {
  const {id, href, epubType, role} = element.properties
  const what = `call \`${String(id)}\` in \`${path}\``
  if (!wordsOf(epubType).includes('noteref') || !wordsOf(role).includes('doc-noteref'))
    return [`Unexpected mark of the ${what}, expected \`epub:type="noteref"\` and \`role="doc-noteref"\``]
  if (!note) return [`Unexpected target \`${String(href)}\` of the ${what}, expected a note`]
  const {properties, tagName} = note.element
  const name = `note \`${String(properties.id)}\` in \`${note.path}\``
  if (tagName !== 'aside' || !wordsOf(properties['epubType']).includes('footnote'))
    return [`Unexpected element \`<${tagName}>\` of the ${name}, expected \`<aside epub:type="footnote">\``]
  // The notes at the end of the book are a text by themselves.
  if (note.path !== path && !hasClass(element.properties, 'end-call'))
    return [`Unexpected place of the ${name}, expected it in the file of its call, or no reading system shows it there`]
  const back = find(note.element, 'a').find((link) => wordsOf(link.properties['role']).includes('doc-backlink'))
  if (!back || targetOf({element: back, path: note.path}) !== `${path}#${String(id)}`)
    return [`Unexpected way back from the ${name}, expected a link to \`${String(id)}\``]
  return textOf(note.element) === textOf(back) ? [`Missing text of the ${name}, expected words besides its mark`] : []
}
