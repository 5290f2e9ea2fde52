// What a scholar is told when a YAML file cannot be read or holds something that is not expected there.
import {VFile} from 'vfile'
import {describe, expect, test} from 'vitest'
import type {z} from 'zod'
import {archivesSchema, editionSchema, matterSchema, registerSchema} from '../../src/document/settings.ts'
import {readYaml} from '../../src/document/yaml.ts'

interface Read {
  data: unknown
  messages: string[]
}

function read(schema: z.ZodType, text: string, lineOffset = 0): Read {
  const file = new VFile({path: 'edition.yaml'})
  const data = readYaml(file, {text, lineOffset}, schema)
  return {
    data,
    messages: file.messages.map(({line, column, ruleId, reason}) => `${line}:${column}  ${reason}  ${ruleId}`)
  }
}

/** Three lines that every edition.yaml must have; what is tried begins on line 4. */
const BASE = 'id: x\ntitle: A title\ndate: 1952-09-04\n'
const edition = (...lines: string[]): Read => read(editionSchema, BASE + lines.map((line) => `${line}\n`).join(''))
const matter = (...lines: string[]): Read => read(matterSchema, lines.join('\n'), 1)

const QUOTES = 'a value with a colon, a bracket or a sign of its own must stand in quotes'

describe('YAML that cannot be read', () => {
  test.each<[string, string[], string[]]>([
    ['a key twice', ['title: Another'], ['4:1  Unexpected second `title`, expected each key once']],
    ['a tab', ['brackets:', '\tresp: x'], ['5:1  Unexpected tab before the text, expected spaces']],
    [
      'a bad indent',
      ['brackets:', '  resp: x', ' table: []'],
      ['6:1  Unexpected indent, expected the line to begin right under the lines that it belongs to']
    ],
    [
      'a quote that is not closed, at its beginning',
      ['subtitle: "never closed', 'rights: none'],
      ['4:11  Unexpected quote that is never closed, expected a second one at the end of the value']
    ],
    [
      'a colon in a value',
      ['subtitle: Moscow: 1952'],
      [`4:11  Unexpected second colon or a deeper indent after the value; ${QUOTES}`]
    ],
    [
      'words after a quoted value',
      ['subtitle: "Moscow" 1952'],
      [`4:20  Unexpected \`1952\` after the value; ${QUOTES}`]
    ],
    ['an asterisk', ['rights: *none*'], [`4:9  Unexpected \`*none*\` at the beginning of a value; ${QUOTES}`]],
    ['an ampersand', ['rights: &c others'], [`4:9  Unexpected \`&c\` at the beginning of a value; ${QUOTES}`]],
    ['an exclamation mark', ['rights: !none'], [`4:9  Unexpected \`!none\` at the beginning of a value; ${QUOTES}`]],
    [
      'two exclamation marks',
      ['rights: !!str none'],
      [`4:10  Unexpected \`!\` at the beginning of a value; ${QUOTES}`]
    ],
    ['an at sign', ['rights: @home'], [`4:9  Unexpected \`@\` at the beginning of a value; ${QUOTES}`]],
    ['a line without a colon', ['rights'], ['4:1  Unexpected `rights` without a colon, expected `key: value`']],
    [
      'a list on the line of its key',
      ['imprint: - x'],
      ['4:10  Unexpected `-` after a key, expected each item of a list on a line of its own']
    ],
    [
      'a bracket that is not closed',
      ['imprint: [a, b', 'rights: none'],
      ['5:1  Unexpected end of a list in brackets, expected `]`; each one that opens must be closed']
    ],
    [
      'a brace that is not closed',
      ['names: {find: true'],
      ['5:1  Unexpected end of a list in brackets, expected `}`; each one that opens must be closed']
    ],
    ['a list as a key', ['? [a]', ': b'], ['4:3  Unexpected list in place of a key, expected a word']],
    ['a colon in a list', ['imprint: [x: y: z]'], [`4:14  Unexpected colon in a list; ${QUOTES}`]],
    [
      'a second document',
      ['---', 'rights: x'],
      ['4:1  Unexpected `---` or `...` with more text after it, expected it at the end only']
    ],
    [
      'a backslash',
      ['rights: "\\q"'],
      ['4:10  Unexpected backslash in double quotes, expected two backslashes or single quotes around the value']
    ]
  ])('%s', (_, lines, expected) => {
    const {data, messages} = edition(...lines)
    expect(messages).toEqual(expected.map((message) => `${message}  unreadable-yaml`))
    expect(data).toBeUndefined()
  })

  test('each line is reported once, all lines are reported', () => {
    expect(edition('rights: @home', 'title: Again', 'place: a: b: c').messages).toEqual([
      `4:9  Unexpected \`@\` at the beginning of a value; ${QUOTES}  unreadable-yaml`,
      '5:1  Unexpected second `title`, expected each key once  unreadable-yaml',
      `6:8  Unexpected second colon or a deeper indent after the value; ${QUOTES}  unreadable-yaml`
    ])
  })

  test('front matter counts the lines of the file', () => {
    expect(matter('title: A', 'title: B').messages).toEqual([
      '3:1  Unexpected second `title`, expected each key once  unreadable-yaml'
    ])
  })
})

describe('unknown keys', () => {
  test.each<[string, string[], string]>([
    ['at the top', ['publsher: X'], '4:1  Unexpected key `publsher`, did you mean `publisher`?'],
    [
      'nested',
      ['brackets:', '  resp: x', '  tabel: []'],
      '6:3  Unexpected key `tabel` in `brackets`, did you mean `table`?'
    ],
    [
      'in a rule of the bracket table',
      ['brackets:', '  table:', '    - {match: sic, as: sic-mark}', '    - {match: a, as: note, serie: tn}'],
      '7:28  Unexpected key `serie` in item 2 of `brackets.table`, did you mean `series`?'
    ],
    [
      'known elsewhere, not here',
      ['brackets:', '  table:', '    - {otherwise: supplied, by: ed}'],
      '6:29  Unexpected key `by` in item 1 of `brackets.table`, expected `otherwise` only'
    ],
    [
      'for the one that is missing',
      ['sigla: {W: {titel: A web page}}'],
      '4:13  Unexpected key `titel` in `sigla.W`, did you mean `title`?'
    ],
    [
      'in an item of a list',
      ['editors:', '  - Otto Lind', '  - {name: Ida Falk, sotr: Falk}'],
      '6:22  Unexpected key `sotr` in item 2 of `editors`, did you mean `sort`?'
    ],
    [
      'near to none',
      ['entries: {zzz: 1}'],
      '4:11  Unexpected key `zzz` in `entries`, expected one of `title`, `marks`, `form`, `layout`, `rule`, `size`'
    ]
  ])('%s', (_, lines, expected) => {
    const {data, messages} = edition(...lines)
    expect(messages).toEqual([`${expected}  unknown-key`])
    expect(data).toBeUndefined()
  })

  test('in front matter, deep inside, with the line of the file', () => {
    expect(matter('idd: d1', 'source:', '  W: {citation: {archive: RGANI, fonds: 3}}').messages).toEqual([
      '2:1  Unexpected key `idd`, did you mean `id`?  unknown-key',
      '4:34  Unexpected key `fonds` in `source.W.citation`, did you mean `fond`?  unknown-key'
    ])
  })
})

describe('wrong values', () => {
  const types =
    '`supplied`, `orig`, `gap`, `unclear`, `ann`, `note`, `sic-mark`, `name-completion`, `name-variant`, `original-bracket`, `leave`'

  test.each<[string, string[], string]>([
    ['a list for text', ['language: [en]'], '4:11  Unexpected value of `language`, expected text'],
    ['text for a list', ['editors: Otto Lind'], '4:10  Unexpected value `Otto Lind` of `editors`, expected a list'],
    ['text for keys', ['names: yes'], '4:8  Unexpected value `yes` of `names`, expected keys with values'],
    [
      'yes for true',
      ['names: {find: yes}'],
      '4:15  Unexpected value `yes` of `names.find`, expected `true` or `false`'
    ],
    ['nothing', ['subtitle:'], '4:10  Unexpected empty `subtitle`, expected text'],
    ['empty text', ['subtitle: ""'], '4:11  Unexpected empty `subtitle`, expected some text'],
    [
      'a word that is not on the list',
      ['series:', '  tn: {title: Notes, marks: romn}'],
      '5:29  Unexpected value `romn` of `series.tn.marks`, expected one of `decimal`, `lower-alpha`, `upper-alpha`, `lower-roman`, `symbols`'
    ],
    [
      'one of a list',
      ['outputs:', '  reader: {formats: [pdf, html]}'],
      '5:27  Unexpected value `html` of item 2 of `outputs.reader.formats`, expected one of `pdf`, `print`, `booklet`, `handouts`, `epub`, `citations`'
    ],
    [
      'a key of another form',
      ['series:', '  TN: {title: Notes}'],
      '5:3  Unexpected key `TN` in `series`, expected small letters only'
    ],
    [
      'a type of bracket',
      ['brackets:', '  table:', '    - {match: a, as: nte}'],
      `6:22  Unexpected value \`nte\` of \`as\` in item 1 of \`brackets.table\`, expected one of ${types}`
    ],
    [
      'a missing type',
      ['brackets:', '  table:', '    - {match: a}'],
      `6:7  Missing \`as\` in item 1 of \`brackets.table\`, expected one of ${types}`
    ],
    [
      'the other kind of rule',
      ['brackets:', '  table:', '    - {otherwise: suplied}'],
      '6:19  Unexpected value `suplied` of `otherwise` in item 1 of `brackets.table`, expected one of `supplied`, `leave`'
    ],
    [
      'neither of two keys',
      ['brackets:', '  table:', '    - {as: note}'],
      '6:7  Unexpected value of item 1 of `brackets.table`, a rule needs either match: or words:'
    ],
    [
      'a rule that is none',
      ['brackets:', '  table:', '    - note'],
      '6:7  Unexpected value `note` of item 1 of `brackets.table`, expected keys with values'
    ],
    [
      'neither text nor keys',
      ['sigla: {W: [a]}'],
      '4:12  Unexpected value of `sigla.W`, expected text or keys with values'
    ],
    [
      'a substitution that there is not',
      ['typography: [ligatures]'],
      '4:14  Unexpected value `ligatures` of item 1 of `typography`, expected one of `quotes`, `apostrophes`, `dashes`, `ellipses`, `ranges`, `primes`, `times`, `minus`'
    ]
  ])('%s', (_, lines, expected) => {
    const {data, messages} = edition(...lines)
    expect(messages).toEqual([`${expected}  wrong-value`])
    expect(data).toBeUndefined()
  })

  test.each<[string, string[], string[]]>([
    ['an id', ['id: d 1'], ['2:5  Unexpected value `d 1` of `id`, an id has letters, digits, - and _ only']],
    ['a date', ['date: [1952]'], ['2:7  Unexpected value of `date`, expected a date such as 1952-09-04 or 1952']],
    [
      'a copy',
      ['source:', '  W: {status: cited}'],
      ['3:6  Unexpected value of `source.W`, a copy needs a citation: or a title:']
    ],
    [
      'a copy without anything',
      ['source: {W: }'],
      ['2:13  Unexpected empty `source.W`, expected text or keys with values']
    ],
    [
      'fields without archive',
      ['source:', '  W: {citation: {fond: 45}}'],
      ['3:17  Missing `source.W.citation.archive`, expected text']
    ],
    [
      'several at once',
      [
        'received:',
        '  file: a.txt',
        '  sha256: ABC',
        '  furniture:',
        '    - {lines: 1-, why: heading}',
        '    - {lines: 0, why: heading}',
        '    - {lines: 1-3}'
      ],
      [
        '4:11  Unexpected value `ABC` of `received.sha256`, expected 64 hexadecimal digits',
        '6:15  Unexpected value `1-` of `lines` in item 1 of `received.furniture`, expected line numbers such as "3" or "1-4, 7"',
        '7:15  Unexpected value `0` of `lines` in item 2 of `received.furniture`, expected more than 0',
        '8:7  Missing `why` in item 3 of `received.furniture`, expected text'
      ]
    ]
  ])('in front matter: %s', (_, lines, expected) => {
    expect(matter(...lines).messages).toEqual(expected.map((message) => `${message}  wrong-value`))
  })

  test('an empty file lacks what must be there', () => {
    for (const text of ['', '# a comment only\n']) {
      expect(read(editionSchema, text).messages).toEqual([
        '1:1  Missing `id`, expected text  wrong-value',
        '1:1  Missing `title`, expected text  wrong-value',
        '1:1  Missing `date`, expected a date such as 1952-09-04 or 1952  wrong-value'
      ])
    }
  })

  test('a file that is a text or a list', () => {
    const expected = ['1:1  Unexpected content of the file, expected keys with values  wrong-value']
    expect(read(editionSchema, 'only words\n').messages).toEqual(expected)
    expect(read(editionSchema, '- a\n- b\n').messages).toEqual(expected)
  })

  test('registers and archives', () => {
    expect(read(registerSchema, 'Stalin: {name: x}\n').messages).toEqual([
      '1:1  Unexpected key `Stalin`, an id has small letters, digits and - only  wrong-value'
    ])
    expect(read(registerSchema, 'stalin:\n  sort: Stalin\nkim: Kim\n').messages).toEqual([
      '2:3  Missing `stalin.name`, expected text  wrong-value',
      '3:6  Unexpected value `Kim` of `kim`, expected keys with values  wrong-value'
    ])
    expect(read(archivesSchema, 'APRF: {nme: x}\n').messages).toEqual([
      '1:8  Unexpected key `nme` in `APRF`, did you mean `name`?  unknown-key'
    ])
  })
})
