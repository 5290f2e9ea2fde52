// Citations as pieces of text, some in italics: joined and closed as American manuals punctuate.

/** A piece of a citation. */
export interface Segment {
  kind: 'text' | 'italic'
  text: string
}

/** A citation: its pieces, and the same as plain text. */
export interface Citation {
  segments: Segment[]
  text: string
}

/** Part of a citation that is still being put together; an empty one says nothing. */
export type Phrase = readonly Segment[]

/** Upright words; none for nothing. */
export function roman(text: string | undefined): Phrase {
  return text === undefined || text === '' ? [] : [{kind: 'text', text}]
}

/** Words in italics, as titles of books are set. */
export function italic(text: string): Phrase {
  return text === '' ? [] : [{kind: 'italic', text}]
}

/** A title of a part, in quotation marks; its own double ones become single: `“On ‘Peace’”`. */
export function quoted(title: string): Phrase {
  const inner = title
    .replaceAll('“', '‘')
    .replaceAll('”', '’')
    .replace(/"([^"]*)"/g, '‘$1’')
  return roman(`“${inner}”`)
}

/** Joins what is there with commas; a comma stands inside the quotation mark before it: `“Title,” 1952`. */
export function listed(...phrases: Phrase[]): Phrase {
  return phrases
    .filter(({length}) => length > 0)
    .reduce((before, phrase) => (before.length === 0 ? phrase : spaced(marked(before, ','), phrase)), [])
}

/** Sets what is there one after the other with spaces. */
export function spaced(...phrases: Phrase[]): Phrase {
  return phrases
    .filter(({length}) => length > 0)
    .flatMap((phrase, index) => (index === 0 ? phrase : [...roman(' '), ...phrase]))
}

/** Sets what is there as sentences, each closed by one stop: none after `?` or `!`, none twice after `Jr.`. */
export function sentences(...phrases: Phrase[]): Phrase {
  return spaced(...phrases.filter(({length}) => length > 0).map((phrase) => marked(phrase, '.')))
}

/** The finished citation: pieces of one kind beside each other are one. */
export function citation(phrase: Phrase): Citation {
  const segments: Segment[] = []
  for (const {kind, text} of phrase) {
    const last = segments.at(-1)
    if (last?.kind === kind) last.text += text
    else segments.push({kind, text})
  }
  return {segments, text: segments.map(({text}) => text).join('')}
}

/** Words with a capital at the start, where they open a sentence. */
export function capitalized(text: string): string {
  const [first = ''] = text
  return first.toLocaleUpperCase('en') + text.slice(first.length)
}

function marked(phrase: Phrase, mark: ',' | '.'): Phrase {
  const last = phrase.at(-1)
  if (!last) return phrase
  const [, words = '', quotes = ''] = /^(.*?)([’”]*)$/su.exec(last.text) ?? []
  if (mark === '.' ? /[.?!]$/u.test(words) : words.endsWith(',')) return phrase
  // An apostrophe at the end of a word is no quotation mark.
  if (!quotes.endsWith('”')) return [...phrase, {kind: 'text', text: mark}]
  return [...phrase.slice(0, -1), {...last, text: words + mark + quotes}]
}
