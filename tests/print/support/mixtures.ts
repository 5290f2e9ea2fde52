// Writes a small edition for each seed, the same each time: languages, scripts, papers, registers, lengths of words and notes as dice fall.

/** An edition as files by their names, and what makes it what it is. */
export interface Mixture {
  files: Record<string, string>
  settings: string
}

/** Words as they stand in records and letters, and a long one each: German and Greek compounds, joined letters, points. */
const WORDS = {
  en: 'the question of reconnaissance was discussed with comrade Vyshinsky and our position on the line etc. 12 1950 p. “so” U.S.',
  de: 'die Frage der Aufklärung Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen besprochen daß unsere Auflage straße nicht',
  ru: 'вопрос о разведке был обсуждён с товарищем положение на фронте частнопредпринимательского л. ф. 45',
  el: 'τὸ ζήτημα τῆς ἀναγνωρίσεως συνεζητήθη καὶ ἡ θέσις λοπαδοτεμαχοσελαχογαλεοκρανιολειψανοδριμυποτριμματος',
  fr: 'la question fut examinée avec le camarade notre position n’avait pas anticonstitutionnellement « ainsi » d’un',
  he: 'בראשית בְּרֵאשִׁית ויאמר אֱלֹהִ֑ים על־פני ר׳ רמב״ם ו יְהִי־אוֹר הַמָּיִם׃ י״ב והשתלשלותיהםהמתפתחותבמסגרתהתקדמותםהבלתיפוסקת',
  ar: 'لآل الآن القرآن إلا كتاب قِفَا نَبْكِ مُحَمَّدٌ الله لا شيء هـ ١٢٣ أفاستسقيناكموهاوالمستضعفينأفاستسقيناكموهاوالمستضعفينلا',
  fa: 'بنی‌آدم گوهرند صفحهٔ ۱۳۲۰ می‌رود لا ژاله آفرینش خانه‌ای الآن',
  yi: 'באַשאַפֿן אָנהייב האָט ייִדיש און ײַנגאַנג װאָס'
} as const
type Language = keyof typeof WORDS
const LANGUAGES = Object.keys(WORDS) as Language[]
const LAYOUTS = ['list', 'list', 'run-in', 'two-columns', 'three-columns'] as const
const PAPERS = ['100x140mm', '110x178mm', '130x200mm', 'A5', '6x9in', 'A4'] as const

interface Dice {
  below: (end: number) => number
  of: <T>(things: readonly T[]) => T
  /** True so many times in a thousand. */
  chance: (permille: number) => boolean
}

function diceOf(seed: number): Dice {
  let state = (seed * 2654435761) >>> 0
  const below = (end: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * end)
  }
  for (let n = 0; n < 5; n++) below(2)
  const of = <T>(things: readonly T[]): T => {
    const thing = things[below(things.length)]
    if (thing === undefined) throw new Error('Nothing to choose from')
    return thing
  }
  return {below, of, chance: (permille) => below(1000) < permille}
}

/** An edition of one document, or of one beside its counterpart. */
export function mixture(seed: number): Mixture {
  const dice = diceOf(seed)
  const layouts = ['tn', 'en', 'an', 'entries'].map((key) => [key, dice.of(LAYOUTS)] as const)
  const parallel = dice.of(['none', 'facing', 'columns'])
  const entries = dice.of(['line', 'mark'])
  const notes = dice.of(['foot', 'foot', 'foot', 'document-end', 'book-end'])
  const output = `formats: [pdf], paper: ${dice.of(PAPERS)}, parallel: ${parallel}, line-numbers: 5, entries: ${entries}, notes: ${notes}`
  const layoutOf = new Map<string, string>(layouts)
  const register = (key: string, marks: string): string =>
    `{title: Notes, marks: ${marks}, layout: ${layoutOf.get(key) ?? 'list'}}`
  const taste: Taste = {
    dense: dice.of([0, 20, 50, 150]),
    mixed: dice.of([0, 50, 200, 500]),
    long: dice.of([3, 30]),
    plain: parallel !== 'none'
  }
  const [language, other] = [dice.of(LANGUAGES), dice.of(LANGUAGES)]
  const count = 2 + dice.below(4)
  const counterpart = other === language ? (language === 'en' ? 'fr' : 'en') : other
  const files = {
    'edition.yaml': `id: mixtures
title: Mixtures
editors: [Ida Ferrand]
date: 2026-05-01
language: en
sigla: {M: The younger codex}
brackets: {resp: author, table: [{otherwise: leave}]}
series: {tn: ${register('tn', 'lower-alpha')}, en: ${register('en', 'decimal')}, an: ${register('an', 'symbols')}}
entries: ${register('entries', 'upper-alpha')}
front: [title, contents]
outputs: {reader: {${output}}}
`,
    'documents/d1.md': writer(dice, taste, language).document(count),
    ...(parallel === 'none'
      ? {}
      : {[`documents/d1.${counterpart}.md`]: writer(dice, taste, counterpart).document(count)})
  }
  return {files, settings: `${language} ${output} ${layouts.map((one) => one.join(' ')).join(', ')}`}
}

/** What a text is like, in thousandths of its words. */
interface Taste {
  /** Words with a note. */
  dense: number
  /** Words of any language. */
  mixed: number
  /** Words of 30 to 90 letters that nobody ever wrote. */
  long: number
  /** Paragraphs only. */
  plain: boolean
}

interface Writer {
  document: (blocks: number) => string
}

function writer(dice: Dice, taste: Taste, language: Language): Writer {
  const {below, of, chance} = dice
  const notes: string[] = []
  const word = (main: Language): string => {
    const words = WORDS[chance(taste.mixed) ? of(LANGUAGES) : main].split(' ')
    if (!chance(taste.long)) return of(words)
    const letters = [...new Set(words.join('').replaceAll(/[^\p{Ll}\p{Lo}]/gu, ''))]
    return Array.from({length: 30 + below(60)}, () => of(letters)).join('')
  }
  const words = (count: number, main = language): string =>
    begun(Array.from({length: count}, () => word(main)).join(' '))
  const noteWords = (): number => (chance(10) ? 600 + below(600) : chance(100) ? 80 + below(200) : 1 + below(25))
  const call = (): string => {
    const id = `${of(['tn', 'en', 'an'])}-${notes.length + 1}`
    const main = chance(500) ? language : of(LANGUAGES)
    const more = chance(60) ? `\n\n    - ${words(4, main)}\n    - ${words(9, main)}` : ''
    notes.push(`[^${id}]: ${words(noteWords(), main)}.${more}`)
    return `[^${id}]`
  }
  const marked = (): string => {
    const inside = words(1 + below(3))
    const entry = `:app[${inside}]{rdg="${words(2)}" wit=M}`
    return of([entry, `*${inside}*`, `**${inside}**`, `[${inside}]`, `:del[${inside}]`, `:unclear[${inside}]`])
  }
  const text = (count: number): string =>
    begun(
      Array.from({length: count}, (_, at) => {
        const piece = chance(30) ? marked() : word(language)
        return at > 0 && chance(taste.dense) ? piece + call() : piece
      }).join(' ')
    )
  const block = (): string => {
    const paragraph = (): string => text(5 + below(chance(100) ? 400 : 90))
    return taste.plain ? paragraph() : of([paragraph, paragraph, paragraph, ...others({dice, words, text})])()
  }
  const document = (blocks: number): string => {
    const body = Array.from({length: blocks}, block)
    const head = `---\ntitle: ${JSON.stringify(words(3))}\nshortTitle: Words\nlanguage: ${language}\n---`
    return `${[head, ...body, ...notes].join('\n\n')}\n`
  }
  return {document}
}

/** Blocks that are no paragraphs. */
function others({
  dice,
  words,
  text
}: {
  dice: Dice
  words: (count: number) => string
  text: (count: number) => string
}): (() => string)[] {
  const {below} = dice
  const lines = (before: string, most: number): string =>
    Array.from({length: 2 + below(3)}, () => before + text(2 + below(most))).join('\n')
  const row = (): string => `| ${[1, 2, 3].map(() => words(1 + below(7))).join(' | ')} |`
  return [
    () => `## ${words(2 + below(6))}`,
    () => lines('- ', 30),
    () => `:::verse\n${lines('', 10)}\n:::`,
    () => `> ${text(10 + below(40))}`,
    () => [row(), '| --- | --- | --- |', row(), row()].join('\n')
  ]
}

/** What begins a line may be no mark of a block. */
const begun = (text: string): string => text.replace(/^[^\p{L}]+/u, '') || 'א'
