// The list of people, and the list of sigla and archives.
import type {Element, ElementContent} from 'hast'
import {h} from 'hastscript'
import {registerAnchor} from '../../document/anchors.ts'
import {textsOf, type Edition} from '../../document/edition.ts'
import type {Register, RegisterEntry} from '../../document/settings.ts'
import {said} from './said.ts'
import {sentence} from './sentence.ts'

/** Everybody of people.yaml with his role at the date of the documents and where that is documented. */
export function people({people: register}: Edition): Element {
  return h('section', {className: ['people'], id: 'people'}, [
    h('h1', 'People'),
    h(
      'dl',
      sorted(register).flatMap(([id, entry]) => person(id, entry))
    )
  ])
}

/** Entries in the order of their sort form. */
export function sorted(register: Register): [string, RegisterEntry][] {
  const collator = new Intl.Collator('en', {numeric: true})
  return Object.entries(register).toSorted(([, a], [, b]) => collator.compare(a.sort ?? a.name, b.sort ?? b.name))
}

function person(id: string, {name, sort, role, variants, script, source, pronunciation}: RegisterEntry): Element[] {
  const others = [...(script ? [script] : []), ...(variants ?? [])]
  const known: ElementContent[] = others.length > 0 ? [{type: 'text', value: ` (${others.join(', ')})`}] : []
  const words: ElementContent[] = [
    ...(role ? [{type: 'text' as const, value: sentence(role)}] : []),
    ...(source ? [{type: 'text' as const, value: ' '}, h('span', {className: ['entry-source']}, sentence(source))] : [])
  ]
  return [
    h('dt', {className: ['register-name'], id: registerAnchor('people', id)}, [
      h('b', sort ?? name),
      ...known,
      ...said(pronunciation)
    ]),
    h('dd', words)
  ]
}

/** Copies of the text by their sigla, but those that another list of the book has. */
export function copiesOf(edition: Edition, listed: readonly string[]): [string, string][] {
  const sigla = new Map<string, string>(
    Object.entries(edition.settings.sigla).map(([siglum, {title}]) => [siglum, title])
  )
  for (const {matter} of textsOf(edition)) {
    for (const [siglum, copy] of Object.entries(matter.source ?? {})) {
      if (copy.status === 'collated' && !sigla.has(siglum) && 'title' in copy && copy.title)
        sigla.set(siglum, copy.title)
    }
  }
  return [...sigla].filter(([siglum]) => !listed.includes(siglum))
}

/** Sigla of the copies and the archives of citations, for readers. */
export function abbreviations({archives}: Edition, copies: [string, string][]): Element {
  const list = (title: string, rows: [string, string][]): Element[] =>
    rows.length === 0
      ? []
      : [
          h('h2', title),
          h(
            'dl',
            rows.flatMap(([key, value]) => [h('dt', [h('b', key)]), h('dd', value)])
          )
        ]
  const names = Object.entries(archives).map(([key, {name, translation, place}]): [string, string] => [
    key,
    sentence([name, translation && `(${translation})`].filter(Boolean).join(' ') + (place ? `, ${place}` : ''))
  ])
  return h('section', {className: ['abbreviations'], id: 'abbreviations'}, [
    h('h1', 'Abbreviations'),
    ...list('Copies of the text', copies),
    ...list('Archives and collections', names)
  ])
}
