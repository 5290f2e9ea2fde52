// Gathers the words of proper names, which no line divides: in German, where all nouns have capitals, only the edition's own data tell them.
// Changes no text. Needs names marked.
import {visit} from 'unist-util-visit'
import {allDocuments, type Edition, type EditionDocument} from '../document/edition.ts'
import {textOf} from '../document/layers.ts'
import {plainText} from '../document/nodes.ts'
import type {RegisterEntry} from '../document/settings.ts'

/**
 * Words with a capital that are parts of names. A name of the registers of people and a place of one word always is one; words that may
 * as well be common (`Präsident` behind “Herr” or as a label, `Republik` in a place of several words) are not where German text has
 * them behind an article.
 */
export function properNames(edition: Edition): Set<string> {
  const documents = allDocuments(edition)
  const {certain, likely} = listedNames(edition, documents)
  for (const document of documents) markedNames(document, {certain, likely})
  const german = documents.filter(({matter}) => GERMAN.test(matter.language ?? edition.settings.language))
  const texts = german.flatMap(blocksOf)
  for (const text of texts) for (const [, words] of text.matchAll(ADDRESSED)) add(likely, words)
  const common = new Set(texts.flatMap((text) => Array.from(text.matchAll(AFTER_ARTICLE), ([, word]) => word ?? '')))
  return new Set([...certain, ...[...likely].filter((word) => !isCommon(word, common))])
}

const GERMAN = /^de\b/i

interface Names {
  certain: Set<string>
  likely: Set<string>
}

/** What the registers, edition.yaml and the front matter of the documents call people and places. */
function listedNames({people, places, settings}: Edition, documents: readonly EditionDocument[]): Names {
  const names: Names = {certain: new Set(), likely: new Set()}
  const {authors, editors, translators} = settings
  for (const {name, sort, asInText = [], variants = []} of Object.values(people)) {
    add(names.certain, name, sort)
    add(names.likely, ...asInText, ...variants)
  }
  // Those who made the edition may be houses: `Institut für Zeitgeschichte`.
  for (const {name} of [...authors, ...editors, ...translators]) add(names.likely, name)
  for (const place of Object.values(places).flatMap(formsOf)) addPlace(names, place)
  for (const {matter} of documents) {
    const {place = '', speakers = {}, recordedBy} = matter
    for (const one of place.split(/[,;/]/)) addPlace(names, one)
    add(names.likely, recordedBy, ...Object.keys(speakers))
    for (const {name} of [...(matter.authors ?? []), ...(matter.translators ?? [])]) add(names.likely, name)
  }
  return names
}

const formsOf = ({name, sort = '', asInText = [], variants = []}: RegisterEntry): string[] => [
  name,
  sort,
  ...asInText,
  ...variants
]

/** Words that stand in the text as a name. */
function markedNames({tree}: EditionDocument, names: Names): void {
  visit(tree, (node) => {
    if (node.type === 'person') add(names.likely, plainText(node))
    if (node.type === 'place') addPlace(names, plainText(node))
  })
}

function addPlace({certain, likely}: Names, name: string): void {
  add(/\s/u.test(name.trim()) ? likely : certain, name)
}

function add(words: Set<string>, ...names: (string | undefined)[]): void {
  for (const name of names) for (const [word] of (name ?? '').normalize('NFC').matchAll(CAPITALISED)) words.add(word)
}

const CAPITALISED = /(?<![\p{L}\p{M}])\p{Lu}[\p{L}\p{M}]+/gu

/** Paragraphs, headings, cells and notes, as they are read. */
function blocksOf({tree}: EditionDocument): string[] {
  const texts = [textOf(tree, 'reading')]
  visit(tree, 'note', (note) => {
    if (note.place === 'foot') texts.push(...note.children.map((child) => textOf(child as never, 'reading')))
  })
  return texts.flatMap((text) => text.normalize('NFC').split(/\n{2,}/))
}

/** What stands before a name: titles with or without initials, or initials alone; no initial is the B of “z. B.” */
const TITLES =
  '(?:Herrn?|Herren|Hr\\.|Frau|Fr\\.|Fräulein|Genoss(?:e|en|in)|Gen\\.|Dr\\.|Prof\\.|Professor(?:in)?|Doktor|Graf(?:en)?|Gräfin|Fürst(?:in|en)?|Freiherrn?|Baron|Sankt|St\\.)'
const INITIALS = '(?<!\\p{Ll}\\.\\s*)\\p{Lu}\\.'
const PARTICLES = '(?:von|vom|van|zu|zur|der|den|de|di|da|du|la|le|ben|bin)'
const NAME = '\\p{Lu}[\\p{L}\\p{M}-]+'

/** `Herr Dr. Otto Weidenfeld`, `J. W. Stalin`, `Frau von der Heydebrand`: a title may be followed by two names, with particles. */
const ADDRESSED = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:(?:${TITLES}|${INITIALS})\\s*)+((?:${PARTICLES}\\s+)*${NAME}(?:\\s+(?:\\p{Lu}\\.\\s*|${PARTICLES}\\s+)*${NAME})?)`,
  'gu'
)

const ARTICLES =
  '(?:[Dd](?:er|ie|as|em|en|es)|(?:[Kk]e|[Ee])in(?:e[mnrs]?)?|[Dd]iese[mnrs]?|[Jj]ede[mnrs]?|[Zz]u[mr]|[Vv]om|[Bb]eim|[IiAa](?:m|ns))'
const PREPOSITIONS =
  '(?:an|auf|aus|bei|durch|für|gegen|hinter|in|mit|nach|neben|ohne|seit|über|um|unter|von|vor|zu|zwischen)'

/** A word behind an article: none of a name, `von der Heydebrand`, and no pronoun behind a comma, “…, mit dem Honecker sprach”. */
const AFTER_ARTICLE = new RegExp(
  `(?<![\\p{L}\\p{M}]|,\\s*|,\\s*${PREPOSITIONS}\\s+|v[ao]n\\s+)${ARTICLES}\\s+(\\p{Lu}[\\p{L}\\p{M}]+)(?![\\p{L}\\p{M}-])`,
  'gu'
)

/** Whether German text has the word, or another form of it, behind an article: `Herr Präsident`, `des Präsidenten`. */
function isCommon(word: string, common: ReadonlySet<string>): boolean {
  const stems = word.endsWith('er') ? [word, word.slice(0, -1)] : [word]
  return stems.some((stem) => ENDINGS.some((ending) => common.has(stem + ending)))
}

const ENDINGS = ['', 'e', 'en', 'es', 'm', 'n', 's']
