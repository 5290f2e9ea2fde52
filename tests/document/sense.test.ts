// Settings that contradict each other: each is said at its place, with what to do.
import {VFile} from 'vfile'
import {expect, test} from 'vitest'
import {editionSchema} from '../../src/document/settings.ts'
import {readYaml} from '../../src/document/yaml.ts'
import {directives} from '../../src/syntax/directives.ts'

/** Messages on an edition.yaml with these lines from line 4 on. */
function said(...lines: string[]): string[] {
  const file = new VFile({path: 'edition.yaml'})
  readYaml(file, {text: ['id: x', 'title: X', 'date: 2026', ...lines].join('\n')}, editionSchema)
  return file.messages.map(({line, column, ruleId, reason}) => `${line}:${column} ${ruleId} ${reason}`)
}

test('settings that agree say nothing', () => {
  expect(
    said(
      'series: {src: {title: Sources, keyed: line}, tn: {title: Notes, numbering: page}, en: {title: Notes, numbering: book}}',
      'registers: [src, entries, tn]',
      'outputs:',
      '  paper: {formats: [pdf, print], line-numbers: 5, entries: line, notes: {en: book-end}}',
      '  e-book: {formats: [epub], notes: {src: none}}'
    )
  ).toEqual([])
})

test('a register that there is not', () => {
  expect(said('registers: [entrys, tn, sources]')).toEqual([
    '4:13 wrong-value Unexpected value `entrys` of item 1 of `registers`, did you mean `entries`?',
    '4:25 wrong-value Unexpected value `sources` of item 3 of `registers`, expected one of `entries`, `tn`, `en`, `an`'
  ])
})

test('notes of a series that there is not', () => {
  expect(said('outputs:', '  reader: {notes: {tm: none, en: document-end, glosses: foot}}')).toEqual([
    '5:20 wrong-value Unexpected key `tm` in `outputs.reader.notes`, did you mean `tn`?',
    '5:48 wrong-value Unexpected key `glosses` in `outputs.reader.notes`, expected one of `tn`, `en`, `an`'
  ])
})

test('entries by line where no line has a number', () => {
  expect(said('outputs:', '  reader: {entries: line}', '  e-book: {formats: [epub], entries: line}')).toEqual([
    '5:21 wrong-value Unexpected value `line` of `outputs.reader.entries`, expected `line-numbers: true` in the same output, by which the entries are found; or `mark`'
  ])
})

test('a series by line where no line has a number', () => {
  expect(
    said(
      'series: {src: {title: Sources, keyed: line}}',
      'outputs:',
      '  reader: {formats: [pdf]}',
      '  pure: {formats: [pdf], notes: none}'
    )
  ).toEqual([
    '4:39 wrong-value Unexpected value `line` of `series.src.keyed`, expected `line-numbers: true` in output `reader`, by which the notes are found; or `mark`; or `notes: {src: none}` there'
  ])
})

test('a series by line that stands at no foot', () => {
  expect(
    said(
      'series: {src: {title: Sources, keyed: line}}',
      'outputs:',
      '  one: {formats: [pdf], line-numbers: true, notes: {src: document-end}}',
      '  two: {formats: [pdf], line-numbers: true, notes: {src: book-end}}',
      '  e-book: {formats: [epub]}'
    )
  ).toEqual([
    '4:39 wrong-value Unexpected value `line` of `series.src.keyed`, expected `mark`, because no output has these notes at the foot of a page, where they would be found by lines; or `notes: {src: foot}` in one'
  ])
  const series = 'series: {src: {title: Sources, keyed: line}}'
  const foot = '  foot: {formats: [pdf], line-numbers: true}'
  expect(said(series, 'outputs:', foot, '  end: {formats: [pdf], notes: document-end}')).toEqual([])
  expect(said(series, 'outputs:', '  none: {formats: [pdf], notes: none}')).toEqual([])
})

test('entries by line of an output that has none need no lines', () => {
  expect(said('outputs:', '  bare: {formats: [pdf], entries: line, apparatus: none}')).toEqual([])
})

test('marks of paper where an e-book must agree', () => {
  expect(said('series: {tn: {title: Notes, numbering: page}, en: {title: Notes, numbering: book}}')).toEqual([
    '4:40 wrong-value Unexpected value `page` of `series.tn.numbering`, expected `document`, because `reader` makes a book on paper and an e-book whose marks must agree; or an output for each of them',
    '4:77 wrong-value Unexpected value `book` of `series.en.numbering`, expected `document`, because `reader` makes a book on paper and an e-book whose marks must agree; or an output for each of them'
  ])
})

test('marks that begin anew on every page, for notes at no foot', () => {
  expect(
    said('series: {tn: {title: Notes, numbering: page}}', 'outputs: {paper: {formats: [pdf], notes: document-end}}')
  ).toEqual([
    '4:40 wrong-value Unexpected value `page` of `series.tn.numbering`, expected `document` or `book`, because `paper` has these notes at no foot of a page; or `notes: foot` there'
  ])
})

test('entries by line at the back, where there are no lines', () => {
  expect(
    said(
      'outputs:',
      '  one: {formats: [pdf], line-numbers: true, apparatus: back, entries: line}',
      '  two: {formats: [pdf], apparatus: back, entries: line}',
      '  mark: {formats: [pdf], line-numbers: true, apparatus: back}',
      '  e-book: {formats: [epub], apparatus: back, entries: line}'
    )
  ).toEqual([
    '5:71 wrong-value Unexpected value `line` of `outputs.one.entries`, expected `mark`, because `apparatus: back` puts the entries after the text, where no line can be looked up; or `apparatus: full`',
    '6:51 wrong-value Unexpected value `line` of `outputs.two.entries`, expected `mark`, because `apparatus: back` puts the entries after the text, where no line can be looked up; or `apparatus: full`'
  ])
})

test('a series that is called like something else', () => {
  expect(
    said(
      'series:',
      '  supplied: {title: Supplied}',
      '  entries: {title: Entries}',
      '  leaf: {title: Leaves}',
      '  app: {title: Appendix}',
      '  apps: {title: Applications}'
    )
  ).toEqual([
    '5:3 wrong-value Unexpected key `supplied` in `series`, expected another name for the series, such as `suppliednotes`, because `supplied` is the directive `:supplied`',
    '6:3 wrong-value Unexpected key `entries` in `series`, expected another name for the series, such as `entriesnotes`, because `entries` is the apparatus',
    '7:3 wrong-value Unexpected key `leaf` in `series`, expected another name for the series, such as `leafnotes`, because `leaf` is the leaves of the copies',
    '8:3 wrong-value Unexpected key `app` in `series`, expected another name for the series, such as `appnotes`, because `app` is the directive `:app`'
  ])
})

test('no directive is left out of the names that a series may not have', () => {
  for (const name of Object.keys(directives))
    expect(said(`series: {${name}: {title: T}}`)).toEqual([
      `4:10 wrong-value Unexpected key \`${name}\` in \`series\`, expected another name for the series, such as \`${name}notes\`, because \`${name}\` is the directive \`:${name}\``
    ])
})
