// Long notes: what is over goes on behind the others, no word is lost, and the part shown at the call stays within what Kobo shows.
import {join} from 'node:path'
import {h} from 'hastscript'
import type {Element, Nodes} from 'hast'
import {beforeAll, describe, expect, test} from 'vitest'
import {check} from '../../src/build.ts'
import type {Edition} from '../../src/document/edition.ts'
import {writeEpub} from '../../src/epub/index.ts'
import {divided} from '../../src/epub/long-notes.ts'
import {makeBook} from '../../src/html/index.ts'
import {selection} from '../../src/selection/index.ts'
import {verifyEpub} from '../../src/verify/index.ts'
import {EditionTest} from '../support/edition.ts'
import {epubcheck, JAVA, WHY} from './epubcheck.ts'
import {elementsOf, replaced, tampered, treeOf} from './opened.ts'

/** A sentence of 100 letters, its space included. */
const SENTENCE = `${'The pilot said that the bell upon the mole could not be heard in fog, and wrote it down again'.padEnd(98, ' so')}. `
const toString = (node: Nodes): string =>
  node.type === 'text' ? node.value : 'children' in node ? node.children.map(toString).join('') : ''

const words = (elements: readonly Nodes[]): string[] => elements.map(toString).join(' ').split(/\s+/).filter(Boolean)

describe('a note', () => {
  test('that is short stays whole', () => {
    expect(divided([h('p', SENTENCE.repeat(44)), h('p', 'Short.')])).toBeUndefined()
  })

  test('of several paragraphs is parted between them', () => {
    const blocks = [h('p', SENTENCE.repeat(30)), h('ul', [h('li', SENTENCE.repeat(20))]), h('p', 'Last.')]
    expect(divided(blocks)).toEqual({head: blocks.slice(0, 1), rest: blocks.slice(1)})
  })

  test('of one paragraph is parted after a sentence', () => {
    const blocks = [h('p', [h('em', 'Lead. '), SENTENCE.repeat(60), h('em', 'End.')])]
    const {head = [], rest = []} = divided(blocks) ?? {}
    expect(toString({type: 'root', children: head})).toBe(`Lead. ${SENTENCE.repeat(44).trimEnd()}`)
    expect(words([...head, ...rest])).toEqual(words(blocks))
  })

  test('without sentences stays whole', () => {
    expect(divided([h('p', 'word '.repeat(2000))])).toBeUndefined()
  })
})

describe('in an e-book', () => {
  let edition: Edition
  let epub: Uint8Array

  beforeAll(async () => {
    const long = `${SENTENCE.repeat(60)}\n\n    Another paragraph.[^tn-1]`
    const made = EditionTest.from('minimal').with({
      'documents/d3.md': `One.[^en-1]\n\nTwo.[^en-2]\n\n[^en-1]: ${long}\n\n[^en-2]: Short.\n\n[^tn-1]: Inner.\n`
    })
    const {edition: read} = await check({dir: join(made.cwd, 'edition')})
    edition = selection(read as Edition, 'reader')
    const book = makeBook(edition, {locate: {by: 'paragraph'}, paragraphNumbers: true})
    epub = await writeEpub(book, {metadata: edition.settings, images: edition.images, paragraphNumbers: true})
  })

  const noteOf = (id: string): Element => {
    const found = elementsOf(treeOf(epub, 'd3.xhtml')).find(({properties}) => properties.id === id)
    if (!found) throw new Error(`No ${id}`)
    return found
  }

  test('it is shown as far as every reading system shows it, and leads on and back', () => {
    const shown = noteOf('d3-en-1')
    expect(toString(shown).length).toBeGreaterThan(4000)
    expect(toString(shown).length).toBeLessThan(5000)
    expect(elementsOf(shown, 'a').map(({properties}) => properties.href)).toEqual(['#d3-en-1-call', '#d3-en-1-rest'])
    const rest = noteOf('d3-en-1-rest')
    expect(rest.tagName).toBe('div')
    expect(elementsOf(rest, 'a').map(({properties}) => properties.href)).toEqual(['#d3-en-1', '#d3-tn-1'])
  })

  test('it stands behind the other notes of its series', () => {
    const section = elementsOf(treeOf(epub, 'd3.xhtml'), 'section').find(({properties}) =>
      [properties.className].flat().includes('notes-en')
    )
    const ids = section?.children.flatMap((child) => (child.type === 'element' && child.properties.id) || [])
    expect(ids).toEqual(['d3-en-1', 'd3-en-2', 'd3-en-1-rest'])
  })

  test('it is proved word by word, over both parts', () => {
    expect(verifyEpub(edition, epub)).toEqual([])
    const lost = tampered(epub, replaced('d3.xhtml', 'Another ', ''))
    expect(verifyEpub(edition, lost).map(({reason}) => reason)).toContain(
      'Unexpected gap after `again so s.` before `paragraph.` (note en-1, document d3, ¶1), expected word `Another`'
    )
  })

  test('EPUBCheck has nothing to say', async ({skip}) => {
    skip(!JAVA, WHY)
    expect(await epubcheck(epub)).toEqual({status: 0, messages: []})
  })
})
