// The parts that the program makes: what each is called, how it is made, where it begins.
import type {Element, Root} from 'hast'
import {h} from 'hastscript'
import {visit} from 'unist-util-visit'
import type {Edition} from '../document/edition.ts'
import type {GeneratedPart} from '../document/parts.ts'
import type {BookPart, Locate, PartKind} from './book.ts'
import type {Making} from './document-part.ts'
import {NOTES} from './end-notes.ts'
import {citing} from './parts/citing.ts'
import {courseCover} from './parts/course.ts'
import {colophon, halfTitle, imprint, titlePage} from './parts/front.ts'
import {glossary} from './parts/glossary.ts'
import {indexOfNames} from './parts/index-of-names.ts'
import {abbreviations, people} from './parts/people.ts'
import {signs} from './parts/signs.ts'
import {sources} from './parts/sources.ts'
import {speakers} from './parts/speakers.ts'
import {timeline} from './parts/timeline.ts'
import {witnesses} from './parts/witnesses.ts'
import {copiesBesides} from './usual-order.ts'

const rootOf = (element: Element): Root => ({type: 'root', children: [element]})

interface Generated {
  kind: PartKind
  title: string
  make: (edition: Edition, locate: Locate) => Element
  inContents: boolean
  starts: BookPart['starts']
  bare: boolean
}

const page = {inContents: false, starts: 'recto', bare: true} as const
const list = {inContents: true, starts: 'next', bare: false} as const

const GENERATED = {
  'half-title': {kind: 'half-title', title: 'Half title', make: ({settings}) => halfTitle(settings), ...page},
  title: {kind: 'title', title: 'Title page', make: ({settings}) => titlePage(settings), ...page},
  imprint: {kind: 'imprint', title: 'Imprint', make: ({settings}) => imprint(settings), ...page, starts: 'next'},
  // Filled in when all parts are known.
  contents: {
    kind: 'contents',
    title: 'Contents',
    make: () => h('section', {id: 'contents'}),
    ...list,
    inContents: false,
    starts: 'recto'
  },
  people: {kind: 'people', title: 'People', make: people, ...list},
  abbreviations: {
    kind: 'abbreviations',
    title: 'Abbreviations',
    make: (edition) => abbreviations(edition, copiesBesides(edition)),
    ...list
  },
  witnesses: {kind: 'witnesses', title: 'Witnesses', make: witnesses, ...list},
  signs: {kind: 'signs', title: 'Signs Used in This Edition', make: signs, ...list},
  // Filled in, or left out, when all notes are known.
  notes: {
    kind: 'notes',
    title: 'Notes',
    make: () => h('section', {className: ['notes'], id: NOTES}, [h('h1', {className: ['generated']}, 'Notes')]),
    ...list,
    starts: 'recto'
  },
  index: {kind: 'index', title: 'Index', make: indexOfNames, ...list, starts: 'recto'},
  colophon: {
    kind: 'colophon',
    title: 'Colophon',
    make: ({settings, output}, locate) => colophon(settings, locate.by === 'page' ? output?.typeface : undefined),
    ...page,
    starts: 'next'
  },
  course: {kind: 'course', title: 'Course', make: courseCover, ...page},
  timeline: {kind: 'timeline', title: 'Timeline', make: timeline, ...list},
  speakers: {kind: 'speakers', title: 'Speakers', make: speakers, ...list},
  glossary: {kind: 'glossary', title: 'Glossary', make: glossary, ...list},
  sources: {kind: 'sources', title: 'Sources and Permissions', make: sources, ...list},
  citing: {kind: 'citing', title: 'How to Cite', make: citing, ...list}
} as const satisfies Record<GeneratedPart, Generated>

/** Makes a part by its name. */
export function generatedPart(name: GeneratedPart, matter: 'front' | 'back', {edition, locate}: Making): BookPart {
  const {kind, title, make, inContents, starts, bare}: Generated = GENERATED[name]
  const body = make(edition, locate)
  return {
    id: name,
    anchor: name,
    kind,
    matter,
    lang: edition.settings.language,
    title: headingOf(body) ?? title,
    shortTitle: headingOf(body) ?? title,
    body: rootOf(body),
    notes: [],
    inContents,
    starts,
    bare
  }
}

function headingOf(element: Element): string | undefined {
  let text: string | undefined
  if (element.properties['id'] === 'title') return undefined
  visit(element, {tagName: 'h1'}, (heading: Element) => {
    text ??= heading.children.map((child) => (child.type === 'text' ? child.value : '')).join('')
  })
  return text
}
