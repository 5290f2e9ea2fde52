// The list of witnesses: the copies that entries and leaves of the documents really name, what each is, and how it was used.
import type {Element} from 'hast'
import {h} from 'hastscript'
import {visit} from 'unist-util-visit'
import {printedCitation} from '../../document/citation.ts'
import {dateInWords, isDate} from '../../document/dates.ts'
import {baseSiglum, textsOf, type Edition, type EditionDocument} from '../../document/edition.ts'
import type {Copy} from '../../document/settings.ts'
import {listed} from './sentence.ts'

/** One row a siglum, in the order of `sigla` in edition.yaml, then of the text. */
export function witnesses(edition: Edition): Element {
  const rows = usedSigla(edition).flatMap((siglum) => [
    h('dt', {id: `witnesses-${siglum.replace(/[^\p{L}\p{N}_.-]/gu, '_')}`}, [h('b', siglum)]),
    h('dd', describe(edition, siglum))
  ])
  return h('section', {className: ['witnesses'], id: 'witnesses'}, [h('h1', 'Witnesses'), h('dl', rows)])
}

/** Sigla that an entry names for its lemma or a reading, or a leaf, and the copy that emendations depart from. */
export function usedSigla(edition: Edition): string[] {
  const used = new Set<string>()
  for (const document of textsOf(edition)) {
    visit(document.tree, (node) => {
      if ('readings' in node) for (const {wit} of node.readings) for (const one of wit) used.add(one)
      if ((node.type === 'app' || node.type === 'entry') && node.wit) for (const one of node.wit) used.add(one)
      if (node.type === 'leafBreak' && node.wit) used.add(node.wit)
      const base = node.type === 'corr' ? baseSiglum(document) : undefined
      if (base) used.add(base)
    })
  }
  const declared = Object.keys(edition.settings.sigla).filter((siglum) => used.has(siglum))
  return [...new Set([...declared, ...used])]
}

/** What the copy is, then where it lies and how it was used, for each document that says so. */
function describe(edition: Edition, siglum: string): Element[] {
  const documents = textsOf(edition)
  const declared = edition.settings.sigla[siglum]
  const named = declared && h('p', listed([declared.title, dateOf(declared.date)]))
  const copies = documents.flatMap((document) => {
    const copy = document.matter.source?.[siglum]
    return copy
      ? [h('p', {className: ['witness-copy']}, copyOf(copy, documents.length > 1 ? document : undefined))]
      : []
  })
  return [...(named ? [named] : []), ...copies]
}

function copyOf(copy: Copy, document: EditionDocument | undefined): string {
  const [title, date] = [('title' in copy && copy.title) || undefined, 'date' in copy ? dateOf(copy.date) : undefined]
  const where = copy.citation === undefined ? undefined : printedCitation(copy.citation)
  const status = copy.status === 'collated' ? 'collated' : 'cited, not collated'
  const note = copy.note ? `${status} (${copy.note})` : status
  const words = listed([title, date, where, note])
  return document ? `${document.matter.shortTitle ?? document.matter.title?.text ?? document.id}: ${words}` : words
}

const dateOf = (date: string | undefined): string | undefined =>
  date !== undefined && isDate(date) ? dateInWords(date) : date
