// Settings of paper and type that cannot stand: each is said at its place, with what to do.
import {VFile} from 'vfile'
import {expect, test} from 'vitest'
import {editionSchema} from '../../src/document/settings.ts'
import {readYaml} from '../../src/document/yaml.ts'

/** Messages on an output with these settings, on line 5. */
function said(settings: string): string[] {
  const file = new VFile({path: 'edition.yaml'})
  readYaml(file, {text: `id: x\ntitle: X\ndate: 2026\noutputs:\n  pack: {${settings}}`}, editionSchema)
  return file.messages.map(({line, column, ruleId, reason}) => `${line}:${column} ${ruleId} ${reason}`)
}

test.each([
  'paper: 140x216mm, margins: {inner: 0.75in, outer: 18}, binding: right',
  'variant: large-print, paper: A4, note-margin: true',
  'variant: dyslexia, type-size: 14, justified: true',
  'paper: letter, note-margin: {width: 2.5in, ruled: false}',
  'paper: A4, margins: {outer: 10mm}, paragraph-numbers: false'
])('says nothing of %s', (settings) => {
  expect(said(settings)).toEqual([])
})

test.each([
  [
    'paper: A7',
    '5:17 wrong-value Unexpected value `A7` of `outputs.pack.paper`, expected one of `6x9in`, `5.5x8.5in`, `5x8in`, `A6`, `A5`, `A4`, `B5`, `letter`, `legal`, or a size such as `140x216mm`'
  ],
  [
    'paper: 60x90mm',
    '5:17 wrong-value Unexpected value `60x90mm` of `outputs.pack.paper`, expected a page with sides from 90 to 450 mm'
  ],
  [
    'margins: {inner: 2 feet}',
    '5:27 wrong-value Unexpected value `2 feet` of `outputs.pack.margins.inner`, expected millimetres such as `18`, or a length such as `0.75in`'
  ],
  [
    'typeface: Garamond',
    '5:20 wrong-value Unexpected value `Garamond` of `outputs.pack.typeface`, expected one of `EB Garamond`, `Noto Serif`, `Noto Sans`'
  ],
  [
    'type-size: 12, leading: 12',
    '5:34 wrong-value Unexpected value `12` of `outputs.pack.leading`, expected 14 or more for type of 12 points, whose lines would touch; or a smaller `type-size`'
  ],
  [
    'smallest-type: 12',
    '5:25 wrong-value Unexpected value `12` of `outputs.pack.smallest-type`, expected 11 or less, because the text itself has 11 points; or a larger `type-size`'
  ],
  [
    'variant: large-print, type-size: 14, smallest-type: 12',
    '5:43 wrong-value Unexpected value `14` of `outputs.pack.type-size`, expected 16 or more, because the output is `variant: large-print`; or no `variant`'
  ],
  [
    'margins: {outer: 10}',
    '5:27 wrong-value Unexpected value `10` of `outputs.pack.margins.outer`, expected 13 mm or more, because numbers stand in this margin; or `paragraph-numbers: false`'
  ],
  [
    'line-numbers: true, margins: {inner: 5mm}',
    '5:47 wrong-value Unexpected value `5mm` of `outputs.pack.margins.inner`, expected 13 mm or more, because numbers stand in this margin; or `line-numbers: false`'
  ],
  [
    'margins: {top: 8}',
    '5:25 wrong-value Unexpected value `8` of `outputs.pack.margins.top`, expected 12 mm or more, because the running head stands in this margin'
  ],
  [
    'paper: A6, type-size: 24',
    '5:32 wrong-value Unexpected value `24` of `outputs.pack.type-size`, expected a page on which text has room: lines of some 17 letters would be left, and 30 are the least; larger `paper`, smaller type or narrower margins'
  ],
  [
    'parallel: columns, note-margin: true, paper: A4',
    '5:20 wrong-value Unexpected value `columns` of `outputs.pack.parallel`, expected `facing` or `none`, because two columns have no room beside `note-margin`'
  ]
])('refuses %s', (settings, message) => {
  expect(said(settings)).toEqual([message])
})
