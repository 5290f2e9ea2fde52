// Letters that are drawn as one sign, and where German words keep them apart.
import {h} from 'hastscript'
import {describe, expect, test} from 'vitest'
import rehypeStringify from 'rehype-stringify'
import {unified} from 'unified'
import type {Element} from 'hast'
import {hyphenate} from '../../src/print/layout/hyphenate.ts'
import {partJoins} from '../../src/print/layout/part-joins.ts'

/** HTML of an element as it is laid out, with `|` for the mark, without soft hyphens. */
function shown(element: Element, lang = 'de'): string {
  hyphenate(element, lang)
  partJoins(element, lang)
  return unified()
    .use(rehypeStringify)
    .stringify({type: 'root', children: [element]})
    .replaceAll('\u00AD', '')
    .replaceAll(/<span class="parted">(.)<\/span>/g, '|$1')
}

const word = (text: string): string => shown(h('p', text)).slice(3, -4)

describe('a German word', () => {
  test.each([
    'Auf|lage',
    'auf|listen',
    'auf|jagen',
    'Auf|fahrt',
    'auf|fallen',
    'Kauf|leute',
    'Tief|lader',
    'höf|lich',
    'elf|jährig',
    'Dorf|idylle',
    'Brief|freund',
    'Kauf|frau',
    'Stoff|fetzen',
    'treff|lich',
    'Schiff|fahrt',
    'Auf|lagen und Kauf|leute'
  ])('joined of two keeps its letters apart: %s', (text) => {
    expect(word(text.replaceAll('|', ''))).toBe(text)
  })

  test.each([
    'hoffen',
    'Waffe',
    'pfiffig',
    'Offizier',
    'Pflicht',
    'Konflikt',
    'Profil',
    'Einfluss',
    'Abflug',
    'Flug',
    'Grafik'
  ])('of one part has them joined: %s', (text) => {
    expect(word(text)).toBe(text)
  })

  test('keeps them apart in headings, which are not divided, and in notes of a text in another language', () => {
    expect(shown(h('h2', 'Auflage'))).toBe('<h2>Auf|lage</h2>')
    expect(shown(h('p', ['An Auflage, ', h('i', {lang: 'de-AT'}, 'Auflage')]), 'en')).toBe(
      '<p>An Auflage, <i lang="de-AT">Auf|lage</i></p>'
    )
  })

  test('may be divided where its letters are kept apart', () => {
    const element = h('p', 'Neuauflagen')
    hyphenate(element, 'de')
    partJoins(element, 'de')
    expect(element).toEqual(h('p', ['Neu\u00ADauf\u00AD', h('span.parted', 'l'), 'a\u00ADgen']))
  })
})
