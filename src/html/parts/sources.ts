// Sources and permissions: where the original of each document lies, whose it is, and who allows that it is copied.
import type {Element} from 'hast'
import {h} from 'hastscript'
import {documentAnchor} from '../../document/anchors.ts'
import {printedCitation} from '../../document/citation.ts'
import type {Permission, PermissionStatus} from '../../document/course-fields.ts'
import {dateInWords} from '../../document/dates.ts'
import type {Edition, EditionDocument} from '../../document/edition.ts'
import type {Copy} from '../../document/settings.ts'
import {closed, listed} from './sentence.ts'

/** One row a document, in the order of the book. */
export function sources({documents}: Edition): Element {
  return h('section', {className: ['sources'], id: 'sources'}, [
    h('h1', 'Sources and Permissions'),
    h('dl', documents.flatMap(rowOf))
  ])
}

function rowOf({id, matter, excerpt}: EditionDocument): Element[] {
  const {number, title, source, sourceNote, rights, permission} = matter
  const name = h('a', {href: `#${documentAnchor(id)}`}, title?.text ?? id)
  const paragraphs = [
    ...Object.entries(source ?? {}).map(([siglum, copy]) => copyOf(siglum, copy)),
    ...(sourceNote ? [sourceNote] : []),
    ...(rights ? [`Rights: ${rights}`] : []),
    ...(permission ? [permissionOf(permission)] : [])
  ]
  const lines = paragraphs.length > 0 ? paragraphs : ['The edition names no source.']
  return [
    h('dt', [...(number ? [`${number}. `] : []), name, ...(excerpt ? [` (excerpt, ¶ ${excerpt})`] : [])]),
    h(
      'dd',
      lines.map((line) => h('p', line))
    )
  ]
}

function copyOf(siglum: string, copy: Copy): string {
  const where = copy.citation === undefined ? undefined : printedCitation(copy.citation)
  const title = 'title' in copy ? copy.title : undefined
  const status = copy.status === 'collated' ? `text printed here (${siglum})` : 'cited, not consulted'
  return listed([title, where, status, copy.note])
}

const STATUS = {
  free: 'Free to copy',
  granted: 'Permission granted',
  asked: 'Permission asked for, not yet given',
  refused: 'Permission refused'
} as const satisfies Record<PermissionStatus, string>

function permissionOf({status, holder, fee, date, note}: Permission): string {
  const by = holder ? `${status === 'granted' || status === 'refused' ? ' by ' : '; rights: '}${holder}` : ''
  const words = listed([`${STATUS[status]}${by}`, date && dateInWords(date), fee && `fee: ${fee}`])
  return note ? `${words} ${closed(note)}` : words
}
