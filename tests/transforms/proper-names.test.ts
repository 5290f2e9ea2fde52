// Which words of an edition are names that no line divides: by its registers, its heads, and what stands before them in German text.
import {expect, test} from 'vitest'
import {check} from '../../src/build.ts'
import {EditionTest} from '../support/edition.ts'

const SETTINGS = `id: namen
title: Gespräche in Karlshorst
date: 2026-01-31
`

/** The words in their order of the alphabet. */
async function namesOf(text: string, files: Record<string, string> = {}, language = 'de'): Promise<string[]> {
  const edition = EditionTest.empty().with({
    'edition.yaml': `${SETTINGS}language: ${language}\n`,
    'documents/d1.md': text.startsWith('---') ? text : `---\ntitle: Niederschrift\n---\n\n${text}\n`,
    ...files
  })
  const checked = await check({dir: edition.dir})
  return [...(checked.edition?.properNames ?? [])].toSorted()
}

test('of the registers: people in all their forms, places of one word; of longer ones what has no article in the text', async () => {
  const files = {
    'people.yaml': `
weide: {name: Ottokar Weidenmüller, sort: "Weidenmüller, Ottokar", asInText: [Botschafter Weidenmüller], variants: [Weydenmöller]}
schneider: {name: Hans Schneider}
`,
    'places.yaml': `
schweiz: {name: Schweiz, asInText: [Eidgenossenschaft]}
vietnam: {name: Demokratische Republik Vietnam}
`
  }
  const text = 'Der Botschafter fuhr in die Schweiz, der Schneider in die Demokratische Republik; die Republik wuchs.'
  expect(await namesOf(text, files)).toEqual([
    'Eidgenossenschaft',
    'Hans',
    'Ottokar',
    'Schneider',
    'Schweiz',
    'Vietnam',
    'Weidenmüller',
    'Weydenmöller'
  ])
})

test('of the heads and the marks: places, labels of speakers, who took it down, who made it, what is marked', async () => {
  const text = `---
title: Niederschrift
place: "[Karlshorst], Haus der Offiziere"
recordedBy: N. Fedorenko
translators: [Gerda Übersetzer]
speakers: {Vorsitzender: mao, Tschou: mao}
---

Tschou. :person[Genossen Molotoffs]{id=mao} Haus an der :place[Oder]{id=oder} sah der Vorsitzende,
und im Haus waren die Offiziere mit dem Genossen. :term[Niederschrift]{id=x}

Vorsitzender. Nein.
`
  const files = {'edition.yaml': `${SETTINGS}language: de\neditors: [Institut für Zeitgeschichte]\n`}
  expect(await namesOf(text, files)).toEqual([
    'Fedorenko',
    'Gerda',
    'Institut',
    'Karlshorst',
    'Molotoffs',
    'Oder',
    'Tschou',
    'Zeitgeschichte',
    'Übersetzer'
  ])
})

test.each([
  ['Er sah Herrn Hinterhuber und Frau Achterberg.', ['Achterberg', 'Hinterhuber']],
  ['Er sah Prof. Dr. Otto Hinterhuber.', ['Hinterhuber', 'Otto']],
  ['Er sah Frau von der Heydebrand.', ['Heydebrand']],
  ['Er sah Genossen\nTschernenko.', ['Tschernenko']],
  ['Er sah J. W. Stalin, W.M. Molotow und E. von Weizsäcker.', ['Molotow', 'Stalin', 'Weizsäcker']],
  // A title at the end of a paragraph is not that of the next word.
  ['Er sah den Herrn\n\nVerhandlungen folgten.', []],
  // Words, one with what might be a title in it, and abbreviations that are no initials.
  ['Die Herrschaft sah z. B. Verhandlungen, u. A. Gespräche, i. V. Schreiben.', []],
  ['Er sah Mengen von Lebensmitteln.', []],
  // An office is no name where the text has it behind an article, in whatever case.
  ['Herr Präsident, Genosse Vorsitzender! Er sah des Präsidenten Haus und den Vorsitzenden.', []],
  ['Frau Minister Achterberg sah den Minister.', ['Achterberg']],
  // Names with what looks like an article are names still.
  ['Herr Honecker kam; der Mann, mit dem Honecker sprach, und der, den Honecker sah.', ['Honecker']],
  ['Herr Honecker kam in der Honecker-Zeit.', ['Honecker']],
  // Letters with marks of their own.
  ['Er sah Herrn Mu\u0308llerstein.', ['Müllerstein']],
  ['Ein Haus.[^en-1]\n\n[^en-1]: Vgl. Dr. Achterberg.', ['Achterberg']]
])('by what stands before it: %s', async (text, names) => {
  expect(await namesOf(text)).toEqual(names)
})

test('other languages have small letters for their nouns, and need no more than the registers', async () => {
  expect(await namesOf('Er sah Herrn Hinterhuber.', {'people.yaml': 'a: {name: Weide}'}, 'en')).toEqual(['Weide'])
})
