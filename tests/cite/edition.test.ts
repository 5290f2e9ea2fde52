// How to cite the sample edition, and what becomes of citations where an edition does not say everything.
import path from 'node:path'
import {beforeAll, describe, expect, test} from 'vitest'
import {
  citeDocument,
  citeEdition,
  citeOriginals,
  type CitedDocument,
  type CitedEdition,
  type HowToCite
} from '../../src/cite/index.ts'
import {archivesSchema, editionSchema, matterSchema} from '../../src/document/settings.ts'
import {readEdition} from '../../src/read/index.ts'
import {shown} from './shown.ts'

const BOOK =
  '*The Moscow Conversation of 4~September 1952: Stalin, Kim Il Sung, Zhou Enlai and Peng Dehuai on the War in Korea*'
const RECORD = 'Record of a Conversation between Stalin, Kim Il Sung, Pak Heon-yeong, Zhou Enlai, and Peng Dehuai'
const APRF = 'Arkhiv Prezidenta Rossiiskoi Federatsii'

/** All forms of a work. */
const forms = ({chicago, mla, apa}: HowToCite): string[] =>
  [...Object.values(chicago), ...Object.values(mla), ...Object.values(apa)].map(shown)

const edition = (settings: object = {}): CitedEdition => ({
  settings: editionSchema.parse({id: 'ed', title: 'Papers', date: '2020-05', ...settings}),
  archives: archivesSchema.parse({RGANI: {name: 'Rossiiskii arkhiv', place: 'Moscow'}})
})

const document = (matter: object, excerpt?: string): CitedDocument => ({
  id: 'd7',
  matter: matterSchema.parse(matter),
  excerpt
})

describe('the sample edition', () => {
  let sample: CitedEdition
  let record: CitedDocument

  beforeAll(async () => {
    const {edition: read} = await readEdition(path.resolve(import.meta.dirname, '../../edition'))
    const [first] = read?.documents ?? []
    if (!read || !first) throw new Error('the sample edition cannot be read')
    sample = read
    record = first
  })

  test('a paragraph: the archive’s title describes, the recorder is no author, the translator is a translator', () => {
    expect(forms(citeDocument(sample, record, {paragraph: '45'}))).toEqual([
      `${RECORD}, [Moscow], 4 September 1952, trans. Gary Goldberg, in ${BOOK}, ed. The makers of Recension (The makers of Recension, 2026), d1, ¶~45.`,
      'Conversation of 4 September 1952, d1, ¶~45.',
      `${RECORD}, [Moscow], 4 September 1952. Translated by Gary Goldberg. In ${BOOK}, edited by The makers of Recension, d1. The makers of Recension, 2026.`,
      `${RECORD}. 4 Sept. 1952. Translated by Gary Goldberg. ${BOOK}, edited by The makers of Recension, The makers of Recension, 2026, d1.`,
      `(${RECORD}, d1, par.~45)`,
      `[${RECORD}, September 4, 1952 (G. Goldberg, Trans.)]. (2026). In The makers of Recension (Ed.), ${BOOK} (d1). The makers of Recension.`,
      `([${RECORD}], 2026, d1, para.~45)`
    ])
  })

  test('the edition as a whole', () => {
    expect(forms(citeEdition(sample))).toEqual([
      `The makers of Recension, ed., ${BOOK}, trans. Gary Goldberg (The makers of Recension, 2026).`,
      'The makers of Recension, *The Moscow Conversation*.',
      `The makers of Recension, ed. ${BOOK}. Translated by Gary Goldberg. The makers of Recension, 2026.`,
      `The makers of Recension, editor. ${BOOK}. Translated by Gary Goldberg, The makers of Recension, 2026.`,
      '(The makers of Recension)',
      `The makers of Recension (Ed.). (2026). ${BOOK} (G. Goldberg, Trans.).`,
      '(The makers of Recension, 2026)'
    ])
  })

  test('its original in three archives, whose long names and places are those of archives.yaml', () => {
    const originals = citeOriginals(sample, record)
    expect(originals.map(({siglum, status}) => `${siglum} ${status}`)).toEqual(['A cited', 'R cited', 'L cited'])
    expect(originals.map(({chicago}) => shown(chicago.note))).toEqual([
      `${RECORD}, [Moscow], 4 September 1952, f. 45, o. 1, d. 348, ll. 71–82, ${APRF}, Moscow.`,
      `${RECORD}, [Moscow], 4 September 1952, f. 558, op. 11, d. 348, ll. 0071–0082, Rossiiskii gosudarstvennyi arkhiv sotsial’no-politicheskoi istorii, Moscow.`,
      `${RECORD}, [Moscow], 4 September 1952, Dmitriĭ Antonovich Volkogonov papers, 1887–1995, mm97083838, Library of Congress, Manuscript Division, Washington, D.C.`
    ])
    expect(originals.slice(0, 1).flatMap(forms).slice(1)).toEqual([
      'Conversation of 4 September 1952, f. 45, o. 1, d. 348, ll. 71–82.',
      `${RECORD}, [Moscow], 4 September 1952. ${APRF}, Moscow, f. 45, o. 1, d. 348, ll. 71–82.`,
      `${RECORD}. 4 Sept. 1952. ${APRF}, Moscow, f. 45, o. 1, d. 348, ll. 71–82.`,
      `(${RECORD})`,
      `[${RECORD}]. (1952, September 4). ${APRF} (f. 45, o. 1, d. 348, ll. 71–82), Moscow.`,
      `([${RECORD}], 1952)`
    ])
  })
})

describe('what an edition leaves out', () => {
  test('everything that may be: the id finds the document, an unknown date is n.d. or left out', () => {
    expect(forms(citeDocument(edition(), document({})))).toEqual([
      'Document, n.d., in *Papers* (2020), d7.',
      'Document, d7.',
      'Document. In *Papers*, d7. 2020.',
      'Document. *Papers*, 2020, d7.',
      '(Document, d7)',
      '[Document, n.d.]. (2020). In *Papers* (d7).',
      '([Document], 2020, d7)'
    ])
    expect(forms(citeEdition(edition()))).toEqual([
      '*Papers* (2020).',
      '*Papers*.',
      '*Papers*. 2020.',
      '*Papers*. 2020.',
      '(*Papers*)',
      '*Papers*. (2020).',
      '(*Papers*, 2020)'
    ])
  })

  test('a document without title is called by its kind; a printed date is used where there is no other', () => {
    const {chicago} = citeDocument(
      edition(),
      document({kind: 'telegram', dateText: 'the Feast of St John', number: 12})
    )
    expect(shown(chicago.note)).toBe('Telegram, the Feast of St John, in *Papers* (2020), doc.~12.')
  })

  test('the place of publication alone stands for the publisher', () => {
    expect(shown(citeEdition(edition({place: 'Oxford'})).chicago.note)).toBe('*Papers* (Oxford, 2020).')
  })

  test('no archive in the citation: it stands as it is given', () => {
    const [original] = citeOriginals(edition(), document({title: 'Notes', source: {A: 'in private hands'}}))
    expect(original && forms(original)).toEqual([
      '“Notes,” n.d., in private hands.',
      '“Notes,” in private hands.',
      '“Notes.” in private hands.',
      '“Notes.” in private hands.',
      '(“Notes”)',
      '*Notes*. (n.d.). (in private hands).',
      '(“Notes,” n.d.)'
    ])
  })
})

describe('titles', () => {
  const note = (matter: object): string => shown(citeDocument(edition(), document(matter)).chicago.note)

  test.each<[string, object, string]>([
    ['plain: quoted', {title: 'On Peace'}, '“On Peace,” n.d., in *Papers* (2020), d7.'],
    [
      'the author’s own: quoted',
      {title: {text: 'On Peace', by: 'author'}},
      '“On Peace,” n.d., in *Papers* (2020), d7.'
    ],
    [
      'the archive’s: not',
      {title: {text: 'Report on peace', by: 'WCDA'}},
      'Report on peace, n.d., in *Papers* (2020), d7.'
    ],
    [
      'in brackets: not, and without them',
      {title: '[Report on peace]'},
      'Report on peace, n.d., in *Papers* (2020), d7.'
    ],
    ['brackets within stay', {title: '[No. 3] to [No. 4]'}, '“[No. 3] to [No. 4],” n.d., in *Papers* (2020), d7.'],
    ['quotation marks within become single', {title: 'On “Peace”'}, '“On ‘Peace,’” n.d., in *Papers* (2020), d7.'],
    ['a question keeps its mark and the comma', {title: 'What Now?'}, '“What Now?,” n.d., in *Papers* (2020), d7.']
  ])('%s', (_rule, matter, expected) => {
    expect(note(matter)).toBe(expected)
  })

  test('no stop follows a question mark', () => {
    const {chicago, mla} = citeDocument(edition({subtitle: 'War or Peace?'}), document({title: 'What Now?'}))
    expect(shown(chicago.bibliography)).toBe('“What Now?” In *Papers: War or Peace?*, d7. 2020.')
    expect(shown(mla.worksCited)).toBe('“What Now?” *Papers: War or Peace?*, 2020, d7.')
    expect(shown(citeEdition(edition({subtitle: 'War or Peace?'})).apa.reference)).toBe(
      '*Papers: War or Peace?* (2020).'
    )
  })

  test('a short title stands in the text where the title begins with it', () => {
    const inText = (shortTitle: string): string =>
      shown(citeDocument(edition(), document({title: 'On Peace and War', shortTitle})).mla.inText)
    expect([inText('On Peace'), inText('Peace')]).toEqual(['(“On Peace,” d7)', '(“On Peace and War,” d7)'])
  })
})

describe('an excerpt', () => {
  test('is called one and cited by its paragraphs, a paragraph by itself', () => {
    const cited = citeDocument(edition(), document({title: '[Minutes]', date: '1952'}, '12–34, 40'))
    expect(forms(cited)).toEqual([
      'Minutes, 1952, excerpt, in *Papers* (2020), d7, ¶¶~12–34, 40.',
      'Minutes, d7, ¶¶~12–34, 40.',
      'Minutes, 1952, excerpt. In *Papers*, d7. 2020.',
      'Minutes. 1952. Excerpt. *Papers*, 2020, d7.',
      '(Minutes, d7, pars.~12–34, 40)',
      '[Minutes, 1952, excerpt]. (2020). In *Papers* (d7).',
      '([Minutes], 2020, d7, paras.~12–34, 40)'
    ])
    const one = citeDocument(edition(), document({title: '[Minutes]'}, '12–34'), {paragraph: '13a'})
    expect(shown(one.chicago.shortNote)).toBe('Minutes, d7, ¶~13a.')
  })
})

describe('people', () => {
  const names = [
    'Aa, Ann',
    'Bb, Bea',
    'Cc, Cy',
    'Dd, Di',
    'Ee, Ed',
    'Ff, Fay',
    'Gg, Guy',
    'Hh, Hal',
    'Ii, Ian',
    'Jj, Jo',
    'Kk, Kim'
  ]
  const authors = (count: number): object[] =>
    names.slice(0, count).map((sort) => ({name: sort.split(', ').toReversed().join(' '), sort}))
  const chicagoNames = (count: number, manual: 17 | 18): string[] => {
    const {note, bibliography} = citeEdition(edition({authors: authors(count)}), {chicago: manual}).chicago
    return [shown(note), shown(bibliography)].map((form) => form.replace(/,? \*Papers\*.*/, ''))
  }

  test('et al.: Chicago 17 (14.76) names three in a note, ten in the bibliography, or one and seven', () => {
    expect(chicagoNames(3, 17)).toEqual(['Ann Aa, Bea Bb, and Cy Cc', 'Aa, Ann, Bea Bb, and Cy Cc.'])
    expect(chicagoNames(4, 17)).toEqual(['Ann Aa et al.', 'Aa, Ann, Bea Bb, Cy Cc, and Di Dd.'])
    expect(chicagoNames(11, 17)).toEqual([
      'Ann Aa et al.',
      'Aa, Ann, Bea Bb, Cy Cc, Di Dd, Ed Ee, Fay Ff, Guy Gg, et al.'
    ])
  })

  test('et al.: Chicago 18 (13.23) names two in a note, six in the bibliography, or one and three', () => {
    expect(chicagoNames(2, 18)).toEqual(['Ann Aa and Bea Bb', 'Aa, Ann, and Bea Bb.'])
    expect(chicagoNames(3, 18)).toEqual(['Ann Aa et al.', 'Aa, Ann, Bea Bb, and Cy Cc.'])
    expect(chicagoNames(7, 18)).toEqual(['Ann Aa et al.', 'Aa, Ann, Bea Bb, Cy Cc, et al.'])
  })

  test('place of publication: Chicago 17 has it, 18 has not', () => {
    const whole = edition({publisher: 'Houghton Mifflin', place: 'Boston'})
    expect(([17, 18] as const).map((manual) => shown(citeEdition(whole, {chicago: manual}).chicago.note))).toEqual([
      '*Papers* (Boston: Houghton Mifflin, 2020).',
      '*Papers* (Houghton Mifflin, 2020).'
    ])
  })

  test('many authors in MLA and APA', () => {
    const {mla, apa} = citeEdition(edition({authors: authors(3)}))
    expect([mla.worksCited, mla.inText, apa.reference, apa.inText].map(shown)).toEqual([
      'Aa, Ann, et al. *Papers*. 2020.',
      '(Aa et al.)',
      'Aa, A., Bb, B., & Cc, C. (2020). *Papers*.',
      '(Aa et al., 2020)'
    ])
  })

  test('a name that begins with the surname is not inverted; a suffix follows the given name', () => {
    const both = [
      {name: 'Zhou Enlai', sort: 'Zhou, Enlai'},
      {name: 'Martin Luther King Jr.', sort: 'King, Martin Luther, Jr.'}
    ]
    const {chicago, mla, apa} = citeEdition(edition({authors: both}))
    expect([chicago.bibliography, mla.worksCited, apa.reference].map(shown)).toEqual([
      'Zhou Enlai and Martin Luther King Jr. *Papers*. 2020.',
      'Zhou Enlai and Martin Luther King Jr. *Papers*. 2020.',
      'Zhou, E., & King, M. L., Jr. (2020). *Papers*.'
    ])
  })

  test('whoever edits and translates is named once; authors of the book are not those of a document', () => {
    const whole = edition({
      authors: authors(1),
      editors: ['B Bee'],
      translators: ['B Bee'],
      publisher: 'Oxford University Press'
    })
    expect(
      forms(citeDocument(whole, document({title: '[Letter]', authors: [{name: 'Mao Zedong', sort: 'Mao, Zedong'}]})))
    ).toEqual([
      'Mao Zedong, Letter, n.d., in *Papers*, by Ann Aa, ed. and trans. B Bee (Oxford University Press, 2020), d7.',
      'Mao, Letter, d7.',
      'Mao Zedong. Letter. In *Papers*, by Ann Aa, edited and translated by B Bee, d7. Oxford University Press, 2020.',
      'Mao Zedong. Letter. *Papers*, by Ann Aa, edited and translated by B Bee, Oxford UP, 2020, d7.',
      '(Mao, d7)',
      'Mao, Z. (2020). [Letter, n.d.]. In A. Aa, *Papers* (B Bee, Ed. & Trans.; d7). Oxford University Press.',
      '(Mao, 2020, d7)'
    ])
  })

  test('translators take the author’s place where nobody else does; a body that publishes its own book is named once', () => {
    expect(forms(citeEdition(edition({translators: ['T Tee']}))).slice(0, 4)).toEqual([
      'T Tee, trans., *Papers* (2020).',
      'T Tee, *Papers*.',
      'T Tee, trans. *Papers*. 2020.',
      'T Tee, translator. *Papers*. 2020.'
    ])
    const own = citeEdition(edition({authors: ['United Nations'], publisher: 'United Nations'}))
    expect([own.mla.worksCited, own.apa.reference].map(shown)).toEqual([
      '*Papers*. United Nations, 2020.',
      'United Nations. (2020). *Papers*.'
    ])
  })
})
