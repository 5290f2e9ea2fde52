// Documents in Hebrew and Arabic script, mixed at random with all that stands beside such words: Latin words, figures, brackets, quotation
// marks, marks of the dialect, notes, headings, lists, verse, tables.
import fc, {type Arbitrary} from 'fast-check'

/** A language of these texts: its words, with points, joined letters and letters above others, and its quotation marks. */
interface Language {
  lang: string
  words: readonly string[]
  quotes: readonly [string, string]
}

const LANGUAGES: readonly Language[] = [
  {
    lang: 'he',
    words: 'בראשית בְּרֵאשִׁית ויאמר אֱלֹהִ֑ים שׂרה על־פני ר׳ רמב״ם ו לִוְיָתָן ך יְהִי־אוֹר הַמָּיִם׃ לֹּא י״ב'.split(' '),
    quotes: ['„', '”']
  },
  {
    lang: 'ar',
    words:
      'لآل لآ الآن القرآن إلا أولا كتاب قِفَا نَبْكِ مُحَمَّدٌ الله لا شيء هـ ة ﷺ اللِّوَى لأن ١٢٣ ذِكْرَى ـه كـتـاب أفاستسقيناكموهاوالمستضعفينأفاستسقيناكموهاوالمستضعفينلا'.split(
        ' '
      ),
    quotes: ['«', '»']
  },
  {lang: 'fa', words: 'بنی‌آدم گوهرند صفحهٔ ۱۳۲۰ می‌رود لا ژاله آفرینش خانه‌ای الآن'.split(' '), quotes: ['«', '»']},
  {lang: 'yi', words: 'באַשאַפֿן אָנהייב האָט ייִדיש און ײַנגאַנג װאָס'.split(' '), quotes: ['„', '“']}
]

const STRANGE =
  'Kittel office fly A well-known d’un Ḥadīth ʿAlī p. etc. ἐν Москва U.S.A. 12 3:4 12–14 1:3–4 50% 2/3 -5 5. (1) [2] a)'

/** Signs that may end a piece. */
const ENDS = ['', '.', ',', '،', '؛', '؟', '…', ':', ')', '»']

/** A document with its front matter. */
export const turnedDocument: Arbitrary<string> = fc.constantFrom(...LANGUAGES).chain(documentIn)

function documentIn(language: Language): Arbitrary<string> {
  const pieces = piecesIn(language)
  const sentence = fc.array(pieces.plain, {minLength: 1, maxLength: 5}).map((list) => safe(list.join(' ')))
  // Items of a note in a language from right to left may have no letter of it.
  const items = fc.array(fc.oneof(pieces.words, fc.constantFrom('a) 12–14', '(1) “so”', '[3:4]')), {maxLength: 3})
  const note = fc.tuple(sentence, items).map(([text, list]) => [text, ...list.map((item) => `    - ${item}`)])
  const block = blockIn(pieces)
  return fc
    .record({
      title: fc.array(pieces.words, {minLength: 1, maxLength: 2}).map((list) => list.join(' ')),
      blocks: fc.array(block, {minLength: 3, maxLength: 7}),
      notes: fc.array(note, {minLength: 1, maxLength: 3})
    })
    .map(({title, blocks, notes}) => {
      const calls = notes.map((_, index) => `${index === 0 ? '[' : ''}${language.words[index] ?? ''}[^en-${index + 1}]`)
      const texts = notes.map(([text, ...list], index) =>
        [`[^en-${index + 1}]: ${text}`, ...(list.length > 0 ? [list.join('\n')] : [])].join('\n\n')
      )
      const head = `---\ntitle: ${JSON.stringify(title)}\nshortTitle: ${language.lang}\nlanguage: ${language.lang}\n---`
      return `${[head, ...blocks, `${calls.join(' ')}]`, ...texts].join('\n\n')}\n`
    })
}

interface Pieces {
  words: Arbitrary<string>
  /** Without entries, which notes do not call. */
  plain: Arbitrary<string>
  any: Arbitrary<string>
}

function piecesIn({words: own, quotes: [open, close]}: Language): Pieces {
  const word = fc.oneof(
    {weight: 3, arbitrary: fc.constantFrom(...own)},
    {weight: 1, arbitrary: fc.constantFrom(...STRANGE.split(' '))}
  )
  const words = fc.array(word, {minLength: 1, maxLength: 4}).map((list) => list.join(' '))
  const around = (before: string, after: string): Arbitrary<string> => words.map((text) => `${before}${text}${after}`)
  const ended = fc.tuple(words, fc.constantFrom(...ENDS)).map(([text, end]) => text + end)
  const plain = fc.oneof(
    {weight: 5, arbitrary: ended},
    ...[
      ['(', ')'],
      ['[', ']'],
      [open, close],
      ['“', '”'],
      ['"', '"'],
      ['*', '*'],
      ['**', '**'],
      ['*[', ']*'],
      ['[*', '*]'],
      ['([', ']) א']
    ].map(([before = '', after = '']) => around(before, after)),
    around(':supplied[', ']{by=ed}'),
    fc.constantFrom(...own).map((text) => `:sic[${text}] :unclear[${text}] :del[${text}] :orig[${text}]{lang=he}`),
    fc.constant(':gap{reason=illegible unit=word n=2}')
  )
  const entry = fc.tuple(words, words).map(([lemma, reading]) => `:app[${lemma}]{rdg="${reading}" wit=M}`)
  return {words, plain, any: fc.oneof({weight: 9, arbitrary: plain}, {weight: 1, arbitrary: entry})}
}

function blockIn({words, plain, any}: Pieces): Arbitrary<string> {
  const line = (most: number): Arbitrary<string> =>
    fc.array(any, {minLength: 1, maxLength: most}).map((list) => safe(list.join(' ')))
  const lines = (before: string): Arbitrary<string> =>
    fc.array(line(3), {minLength: 2, maxLength: 4}).map((list) => list.map((text) => before + text).join('\n'))
  const row = fc.tuple(words, words, words).map((cells) => `| ${cells.join(' | ')} |`)
  return fc.oneof(
    {weight: 4, arbitrary: line(10)},
    plain.map((text) => `## ${text}`),
    lines('- '),
    lines('1. '),
    lines('').map((text) => `:::verse\n${text}\n:::`),
    fc
      .array(row, {minLength: 2, maxLength: 3})
      .map(([head = '', ...rest]) => [head, '| --- | --- | --- |', ...rest].join('\n'))
  )
}

/** What begins a line may be no mark of a block. */
const safe = (text: string): string => (/^[\p{L}[(«„“"]/u.test(text) ? text : `א ${text}`)
