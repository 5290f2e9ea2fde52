// Archival citations: what is read from them, and how they are set.
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {citationText, formatCitation, parseCitations, rawOf} from '../../src/document/citation.ts'

/** Makes what cannot be seen visible: `~` for a no-break space, `^` for a word joiner. */
const visible = (text: string): string => text.replaceAll('\u00a0', '~').replaceAll('\u2060', '^')

const fieldsOf = (text: string) => parseCitations(text).copies.map(({fields}) => fields)

const SEED =
  'APRF, f. 45, o. 1, d. 348, ll. 71-82. Also available in RGASPI, f. 558, op. 11, d. 348, ll. 0071-0082, as well as ' +
  'Library of Congress, Manuscript Division, Dmitriĭ Antonovich Volkogonov papers, 1887-1995, mm97083838. ' +
  'Translated by Gary Goldberg.'

describe('Russian citations', () => {
  test.each([
    ['RGANI, f. 5, op. 30, d. 17, l. 4', {archive: 'RGANI', fond: '5', opis: '30', delo: '17', leaves: '4'}],
    [
      'GARF, fond 9401, opis 2, delo 65, listy 12–19.',
      {archive: 'GARF', fond: '9401', opis: '2', delo: '65', leaves: '12–19'}
    ],
    [
      'AVP RF F. 0100, Op. 46, P. 362, Delo 12, Listy 3-9',
      {archive: 'AVP RF', fond: '0100', opis: '46', papka: '362', delo: '12', leaves: '3-9'}
    ],
    [
      'RGASPI, F. 17, O. 162, D. 9a, LL. 005ob-006',
      {archive: 'RGASPI', fond: '17', opis: '162', delo: '9a', leaves: '005ob-006'}
    ],
    [
      'RGASPI, f. 82, op. 2, d. 1249, ll. 3, 7-9, 12 ob',
      {archive: 'RGASPI', fond: '82', opis: '2', delo: '1249', leaves: '3, 7-9, 12 ob'}
    ],
    [
      'РГАСПИ, ф. 17, оп. 3, д. 994, лл. 1-3об',
      {archive: 'РГАСПИ', fond: '17', opis: '3', delo: '994', leaves: '1-3об'}
    ],
    ['RGVA, Moscow, f. 7, op. 1, d. 2', {archive: 'RGVA', place: 'Moscow', fond: '7', opis: '1', delo: '2'}]
  ])('%s', (text, fields) => {
    expect(fieldsOf(text)).toEqual([fields])
    expect(parseCitations(text).copies[0]).toMatchObject({family: 'russian', understood: true})
  })

  test('a second unit repeats only what changes', () => {
    const text = 'RGANI, f. 3, op. 65, d. 825, ll. 2-4 and d. 826, ll. 1-3; d. 827, l. 9'
    const above = {archive: 'RGANI', fond: '3', opis: '65'}
    expect(fieldsOf(text)).toEqual([
      {...above, delo: '825', leaves: '2-4'},
      {...above, delo: '826', leaves: '1-3'},
      {...above, delo: '827', leaves: '9'}
    ])
    expect(parseCitations(text).copies.map(({raw}) => raw)).toEqual([
      'RGANI, f. 3, op. 65, d. 825, ll. 2-4',
      'd. 826, ll. 1-3',
      'd. 827, l. 9'
    ])
  })

  test('the three copies of a source line and who translated it', () => {
    expect(fieldsOf(SEED)).toEqual([
      {archive: 'APRF', fond: '45', opis: '1', delo: '348', leaves: '71-82'},
      {archive: 'RGASPI', fond: '558', opis: '11', delo: '348', leaves: '0071-0082'},
      {
        archive: 'Library of Congress, Manuscript Division',
        collection: 'Dmitriĭ Antonovich Volkogonov papers, 1887-1995',
        id: 'mm97083838'
      }
    ])
    expect(parseCitations(SEED).credits).toEqual([
      {raw: 'Translated by Gary Goldberg.', roles: ['translator'], names: ['Gary Goldberg'], for: undefined}
    ])
  })

  test('pages are not taken for a papka, nor a slip for a unit', () => {
    expect(fieldsOf('RGANI, f. 5, op. 30, d. 17, p. 4')).toEqual([
      {archive: 'RGANI', fond: '5', opis: '30', delo: '17', rest: 'p. 4'}
    ])
    expect(fieldsOf('RGANI, f. 5, op. 30, d. 17 d. 18')).toEqual([
      {archive: 'RGANI', fond: '5', opis: '30', delo: '17', rest: 'd. 18'}
    ])
    expect(parseCitations('RGANI, f. 5, op. 30, d. 17, p. 4').copies[0]?.understood).toBe(false)
  })
})

describe('other families', () => {
  test.each([
    ['BArch, DY 30/3386, 12-14', 'german', {archive: 'BArch', holding: 'DY 30', unit: '3386', folios: '12-14'}],
    ['PRC FMA 117-00045-02, 3-5.', 'chinese', {archive: 'PRC FMA', file: '117-00045-02', pages: '3-5'}],
    [
      'Sygnatura XI 77, KC PZPR, AAN, Warsaw',
      'polish',
      {signature: 'XI 77', holding: 'KC PZPR', archive: 'AAN', place: 'Warsaw'}
    ],
    [
      'State Archives, Sofia, Fond 146-B, Record 4, File 201',
      'bulgarian',
      {archive: 'State Archives', place: 'Sofia', fond: '146-B', record: '4', file: '201'}
    ],
    [
      'Department of State, Central Files, 793.00/3–1550',
      'american',
      {archive: 'Department of State, Central Files', decimal: '793.00/3–1550'}
    ],
    ['Foreign Ministry archives', 'archive', {archive: 'Foreign Ministry archives'}]
  ])('%s', (text, family, fields) => {
    expect(parseCitations(text).copies).toHaveLength(1)
    expect(parseCitations(text).copies[0]).toMatchObject({family, understood: true, fields})
  })

  test.each([
    ['MNL OL, 288. f. 32/1953. 3. ő. e', {archive: 'MNL OL', rest: '288. f. 32/1953. 3. ő. e'}],
    ['Arhivele Naționale, whatever else', {rest: 'Arhivele Naționale, whatever else'}],
    ['a typescript in private hands', {rest: 'a typescript in private hands'}],
    ['[by hand: RGANI F.5. O.30 D.17]', {rest: '[by hand: RGANI F.5. O.30 D.17]'}]
  ])('what is not understood says so: %s', (text, fields) => {
    expect(parseCitations(text).copies).toMatchObject([{raw: text, family: 'unknown', understood: false, fields}])
  })

  test('nothing is read from nothing', () => {
    expect(parseCitations('')).toEqual({copies: [], credits: []})
  })
})

describe('credits', () => {
  test('several roles, several names, a programme', () => {
    const text =
      'RGANI, f. 5, op. 30, d. 17. Obtained, transcribed, and translated for NKIDP from Russian by Anna Berg and Otto Lind; edited by Ida Falk, compiled by Eva Holm.'
    const {copies, credits} = parseCitations(text)
    expect(copies).toHaveLength(1)
    expect(credits.map(({roles, names, for: programme}) => [roles, names, programme])).toEqual([
      [['obtained', 'transcriber', 'translator'], ['Anna Berg', 'Otto Lind'], 'NKIDP'],
      [['editor'], ['Ida Falk'], undefined],
      [['compiler'], ['Eva Holm'], undefined]
    ])
  })

  test('who provided a copy keeps its place', () => {
    const {copies, credits} = parseCitations(
      'Defence Ministry archives, copy provided by Seminar Library, Oslo, Norway'
    )
    expect(copies.map(({raw}) => raw)).toEqual(['Defence Ministry archives'])
    expect(credits).toEqual([
      {
        raw: 'copy provided by Seminar Library, Oslo, Norway',
        roles: ['copy'],
        names: ['Seminar Library, Oslo, Norway'],
        for: undefined
      }
    ])
  })
})

describe('setting', () => {
  test.each([
    ['APRF, f. 45, o. 1, d. 348, ll. 71-82', 'APRF, f.~45, o.~1, d.~348, ll.~71^–^82'],
    ['RGASPI, f. 558, op. 11, d. 348, ll. 0071-0082', 'RGASPI, f.~558, op.~11, d.~348, ll.~0071^–^0082'],
    ['AVP RF F. 0100, Op. 46, Listy 3-9', 'AVP~RF~F.~0100, Op.~46, Listy~3^–^9'],
    ['RGANI, f. 3, op. 65, d. 825, ll. 2–4ob and d. 826', 'RGANI, f.~3, op.~65, d.~825, ll.~2–^4ob and d.~826'],
    ['RGANI, f. 3, op. 65, d. 8-9, l. 2', 'RGANI, f.~3, op.~65, d.~8-9, l.~2'],
    ['BArch, DY 30/3386, 12-14', 'BArch, DY 30/3386, 12^–^14'],
    ['a typescript, pp. 3-4', 'a typescript, pp. 3-4'],
    [
      'Library of Congress, Manuscript Division, Volkogonov papers, 1887-1995, mm97-083838',
      'Library of Congress, Manuscript Division, Volkogonov papers, 1887^–^1995, mm97-083838'
    ]
  ])('%s', (text, expected) => {
    expect(visible(formatCitation(text))).toBe(expected)
  })

  test('the long form of an archive, where it is given', () => {
    const long = (archive: string) => (archive === 'APRF' ? 'Archive of the President' : undefined)
    expect(visible(formatCitation('APRF, f. 45, op. 1; RGASPI, f. 17, op. 2', {long}))).toBe(
      'Archive of the President (APRF), f.~45, op.~1; RGASPI, f.~17, op.~2'
    )
  })

  test('from fields', () => {
    expect(
      visible(formatCitation({archive: 'RGANI', fond: '5', opis: '30', papka: '2', delo: '17', leaves: '04-09'}))
    ).toBe('RGANI, f.~5, op.~30, p.~2, d.~17, ll.~04^–^09')
    expect(citationText({archive: 'RGANI', fond: '5', leaves: '4'})).toBe('RGANI, f. 5, l. 4')
    expect(citationText({archive: 'Seminar Library', collection: 'Berg papers', id: 'MS 12'})).toBe(
      'Seminar Library, Berg papers, MS 12'
    )
  })
})

describe('the words stay', () => {
  const spaced = (text: string): string => text.replace(/\s+/gu, ' ')

  test('the seed’s source line is given back exactly', () => {
    expect(formatCitation(SEED)).not.toBe(SEED)
    expect(rawOf(formatCitation(SEED))).toBe(SEED)
  })

  const number = fc.integer({min: 0, max: 99_999}).map(String)
  const leaf = fc
    .tuple(fc.constantFrom('', '0', '00'), number, fc.constantFrom('', 'ob', ' ob', 'v'))
    .map((parts) => parts.join(''))
  const leaves = fc.tuple(leaf, fc.constantFrom('-', '–', ', '), leaf).map((parts) => parts.join(''))
  const citation = fc
    .tuple(
      fc.constantFrom('RGANI', 'AVP RF', 'TsAMO'),
      number,
      number,
      number,
      leaves,
      fc.constantFrom('f.', 'F.', 'fond')
    )
    .map(([archive, fond, opis, delo, on, label]) => ({archive, fond, opis, delo, on, label}))

  test('any Russian citation is understood, and given back', () => {
    fc.assert(
      fc.property(citation, ({archive, fond, opis, delo, on, label}) => {
        const text = `${archive}, ${label} ${fond}, op. ${opis}, d. ${delo}, ll. ${on}`
        expect(fieldsOf(text)).toEqual([{archive, fond, opis, delo, leaves: on}])
        expect(rawOf(formatCitation(text))).toBe(text)
        expect(formatCitation(text).split(' ')).toHaveLength(5 + (on.match(/, /g)?.length ?? 0))
      }),
      {seed: 1952}
    )
  })

  const piece = fc.oneof(
    fc.constantFrom(
      'f. 5',
      'op. 30',
      'd. 17',
      'll. 1-9',
      'RGANI',
      ', ',
      '; ',
      ' and ',
      '. ',
      ' ',
      '\n',
      '-',
      '–',
      ' Also available in ',
      'Translated by ',
      'Library',
      'ob',
      '[',
      ')'
    ),
    fc.string({maxLength: 4})
  )
  const anything = fc.array(piece, {maxLength: 12}).map((pieces) => pieces.join('').replaceAll(/[\u00a0\u2060]/g, ' '))

  test('any other text is given back as well', () => {
    fc.assert(
      fc.property(anything, (text) => {
        expect(spaced(rawOf(formatCitation(text)))).toBe(spaced(text))
      }),
      {seed: 1952, numRuns: 2000}
    )
  })

  test('the parts of every copy lie in the text, in order, and inside the copy', () => {
    fc.assert(
      fc.property(anything, (text) => {
        let last = 0
        for (const copy of parseCitations(text).copies) {
          expect(text.slice(copy.start, copy.end)).toBe(copy.raw)
          for (const part of copy.parts) {
            expect(part.start).toBeGreaterThanOrEqual(last)
            expect(text.slice(part.start, part.end).endsWith(part.value)).toBe(true)
            last = part.end
          }
        }
      }),
      {seed: 1952, numRuns: 2000}
    )
  })
})
