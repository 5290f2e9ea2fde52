// Where words may be divided, and which never are.
import {h} from 'hastscript'
import {unified} from 'unified'
import rehypeStringify from 'rehype-stringify'
import type {Element} from 'hast'
import {describe, expect, test} from 'vitest'
import {hyphenate, hyphenateWord} from '../../src/print/layout/hyphenate.ts'

/** HTML of a hyphenated element, with `~` for the soft hyphen. */
function shown(element: Element, lang = 'en', names: ReadonlySet<string> = new Set()): string {
  hyphenate(element, lang, names)
  const html = unified()
    .use(rehypeStringify)
    .stringify({type: 'root', children: [element]})
  return html.replaceAll('\u00AD', '~')
}

const word = (text: string, lang = 'en'): string => hyphenateWord(text, lang).replaceAll('\u00AD', '~')

describe('a word', () => {
  test('is divided by the rules of its language', () => {
    expect(word('minefields')).toBe('mine~fields')
    expect(word('переговоры', 'ru')).toBe('пе~ре~го~воры')
    expect(word('verhandlungen', 'de')).toBe('ver~hand~lun~gen')
  })

  test('has two letters at least before a hyphen, three after it, and no piece of one letter', () => {
    expect(
      word('democratic')
        .split('~')
        .every((piece) => piece.length > 1)
    ).toBe(true)
    expect(word('democratic')).toMatch(/^\w{2,}~.*\w{3,}$/)
    expect(word('certainly')).toBe('cer~tainly')
  })

  test('is divided with a capital in German, where all nouns have one', () => {
    expect(word('Verhandlungen', 'de')).toBe('Ver~hand~lun~gen')
    expect(word('Überlieferungen', 'de-AT')).toBe('Über~lie~fe~run~gen')
    expect(word('VERHANDLUNGEN', 'de')).toBe('VERHANDLUNGEN')
    expect(word('MfS-Unterlagen', 'de')).toBe('MfS-Unterlagen')
  })

  test('is left whole when short, with a capital, or in a language or script without rules', () => {
    expect(word('peace')).toBe('peace')
    expect(word('Negotiations')).toBe('Negotiations')
    expect(word('peregovory', 'ru-Latn')).toBe('peregovory')
    expect(word('negotiations', 'zz')).toBe('negotiations')
  })
})

describe('text', () => {
  test('is hyphenated in paragraphs, each in its own language', () => {
    const element = h('div', [
      h('p', 'the negotiations'),
      h('p', {lang: 'ru'}, 'переговоры'),
      h('p', {lang: 'ru-Latn'}, 'peregovory')
    ])
    expect(shown(element)).toBe(
      '<div><p>the ne~go~ti~ations</p><p lang="ru">пе~ре~го~воры</p><p lang="ru-Latn">peregovory</p></div>'
    )
  })

  test('of headings, names, code and generated words is left whole', () => {
    const element = h('div', [
      h('h2', 'negotiations'),
      h('p', [h('span', {dataName: 'x'}, 'negotiations'), ' ', h('code', 'negotiations')]),
      h('p', [h('span.generated', 'negotiations')])
    ])
    expect(shown(element)).not.toContain('~')
  })

  test('a name is left whole, also in its genitive and with marks of its own, a word that only begins like it is not', () => {
    const names = new Set(['Weidenmüller'])
    const words = 'Weidenmüller Weidenmüllers Weidenmu\u0308ller Weidenmüllerin weidenmüller Weidenfelder'
    expect(shown(h('p', words), 'de', names)).toBe(
      '<p>Weidenmüller Weidenmüllers Weidenmu\u0308ller Wei~den~mül~le~rin wei~den~mül~ler Wei~den~fel~der</p>'
    )
    expect(shown(h('p', 'Weidenmüller'), 'de')).toBe('<p>Wei~den~mül~ler</p>')
  })

  test('a word that marks run through is left whole, a word before a call is not', () => {
    const element = h('p', [
      'nego',
      h('em', 'tiations'),
      ' mine',
      h('span.generated', '|'),
      'fields minefields',
      h('a.call.generated', '3'),
      ' x'
    ])
    expect(shown(element)).toBe(
      '<p>nego<em>tiations</em> mine<span class="generated">|</span>fields mine~fields<a class="call generated">3</a> x</p>'
    )
  })

  test('compounds, addresses, words with digits are left whole; punctuation does not matter', () => {
    expect(
      shown(
        h('p', 'well-minefields www.minefields.org a/minefields minefields2 (“minefields,” minefields’ minefields—so')
      )
    ).toBe(
      '<p>well-minefields www.minefields.org a/minefields minefields2 (“mine~fields,” mine~fields’ mine~fields—so</p>'
    )
  })

  test('words of two blocks do not touch', () => {
    expect(shown(h('div', [h('p', 'minefields'), h('p', 'minefields')]))).toBe(
      '<div><p>mine~fields</p><p>mine~fields</p></div>'
    )
  })
})
