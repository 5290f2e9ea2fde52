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

/** Letters of a script, letters with marks, and some that are drawn as one. */
const LETTERS = {
  he: 'א ב ג ד ה ו ז ח ט י כ ל מ נ ס ע פ צ ק ר ש ת ך ם ן ף ץ בְּ רֵ שׁ לֹּ הִ֑ ײַ ״'.split(' '),
  ar: 'ا ب ت ث ج ح خ د ذ ر ز س ش ص ض ط ظ ع غ ف ق ك ل م ن ه و ي ء آ أ إ ئ ة ى نَ كِ مُ دٌ لِّ وَّ لا لآ الله ـ گ'.split(' ')
} as const

/** A document with words that are longer than its lines: in text, items, verse, cells, and in notes of these series. */
export const longWordsDocument = (lang: keyof typeof LETTERS, series: readonly string[]): Arbitrary<string> => {
  const letter = fc.constantFrom(...LETTERS[lang])
  const of = (minLength: number, maxLength: number) =>
    fc.array(letter, {minLength, maxLength}).map((letters) => letters.join(''))
  const long = of(20, 90)
  // Texts of several elements are one word to the browser, and are broken in each of them.
  const inside = fc.tuple(of(3, 40), fc.constantFrom('*', '**'), of(3, 40), of(3, 40))
  const word = fc.oneof(
    {weight: 3, arbitrary: of(1, 8)},
    {weight: 3, arbitrary: long},
    {weight: 1, arbitrary: inside.map(([first, mark, amid, last]) => `${first}${mark}${amid}${mark}${last}`)},
    {
      weight: 1,
      arbitrary: fc.constantFrom(...STRANGE.split(' '), 'Rechtsschutzversicherungsgesellschaftenregister', 'ﷺ')
    }
  )
  const words = (minLength: number, maxLength: number) =>
    fc.array(word, {minLength, maxLength}).map((list) => safe(list.join(' ')))
  const notes = fc.array(fc.tuple(fc.constantFrom(...series), words(1, 9)), {minLength: 9, maxLength: 12})
  const blocks = fc.record({
    text: words(12, 20),
    items: fc.tuple(words(1, 6), words(1, 6)).map((list) => list.map((item) => `- ${item}`).join('\n')),
    verse: fc.tuple(words(1, 4), words(1, 4)).map((lines) => `:::verse\n${lines.join('\n')}\n:::`),
    cells: fc
      .array(words(1, 2), {minLength: 3, maxLength: 3})
      .map((row) => `| ${row.join(' | ')} |\n| --- | --- | --- |`)
  })
  return fc
    .record({blocks, letters: fc.array(letter, {minLength: 30, maxLength: 60}), notes})
    .map(({blocks: {text, items, verse, cells}, letters, notes: list}) => {
      const calls = list.map(([id], at) => `${letters.slice(at * 2, at * 2 + 2).join('')}[^${id}-${at + 1}]`)
      // Some calls stand inside a word.
      const flow = `${text} ${calls.slice(0, 3).join('')}${letters.slice(18).join('')} ${calls.slice(3).join(' א ')}`
      const texts = list.map(([id, note], at) => `[^${id}-${at + 1}]: ${note}`)
      const head = `---\ntitle: ${LETTERS[lang].join('')}\nshortTitle: ${lang}\nlanguage: ${lang}\n---`
      return `${[head, flow, items, verse, cells, ...texts].join('\n\n')}\n`
    })
}

/** What begins a line may be no mark of a block. */
const safe = (text: string): string => (/^[\p{L}[(«„“"]/u.test(text) ? text : `א ${text}`)
