// The proof of substitutions: what is listed may change, nothing else, and what was typed stays the received text.
import fc from 'fast-check'
import type {Text} from 'mdast'
import {visit} from 'unist-util-visit'
import {expect, test} from 'vitest'
import {VFile} from 'vfile'
import type {EditionDocument} from '../../src/document/edition.ts'
import {words} from '../../src/document/layers.ts'
import {SUBSTITUTIONS, type Substitution} from '../../src/document/typography.ts'
import {parse} from '../../src/syntax/index.ts'
import {typography} from '../../src/transforms/typography.ts'
import {verifyParse, verifyTypography} from '../../src/verify/index.ts'

const TYPED = `He said: "Don't!" -- ll. 71-82...`

function set(listed: Substitution[], body = TYPED): EditionDocument {
  const file = new VFile({path: 'd1.md'})
  const tree = parse(file, body, {series: ['en']})
  const document: EditionDocument = {id: 'd1', role: 'document', file, matter: {}, body, bodyLine: 0, tree}
  typography(document, listed)
  return document
}

function said(document: EditionDocument, listed: Substitution[]): string[] {
  verifyTypography(document, listed)
  verifyParse(document)
  return document.file.messages.map(({reason}) => reason)
}

/** Changes the one text of a document behind the back of the transform. */
function tamper(document: EditionDocument, change: (text: Text) => void): void {
  visit(document.tree, 'text', change)
}

test.each<[Substitution[], string]>([
  [[], TYPED],
  [['quotes'], `He said: “Don't!” -- ll. 71-82...`],
  [['apostrophes'], `He said: "Don’t!" -- ll. 71-82...`],
  [['dashes'], `He said: "Don't!" — ll. 71-82...`],
  [['ellipses', 'ranges'], `He said: "Don't!" -- ll. 71–82…`]
])('%j prints %s, and the received text is as typed', (listed, printed) => {
  const document = set(listed)
  expect(words(document.tree, 'reading').join(' ')).toBe(printed)
  expect(words(document.tree, 'received').join(' ')).toBe(TYPED)
  expect(said(document, listed)).toEqual([])
})

test('a substitution that is not listed is seen', () => {
  expect(said(set(['quotes', 'dashes']), ['quotes'])).toEqual([
    `Unexpected change of \`${TYPED}\` into \`He said: “Don't!” — ll. 71-82...\`, expected only the substitutions that the edition lists (\`quotes\`); tell the makers of the program`
  ])
})

test('a letter changed along with a quotation mark is seen', () => {
  const document = set(['quotes'])
  tamper(document, (text) => (text.value = text.value.replace('said', 'sad')))
  expect(said(document, ['quotes'])).toEqual([
    `Unexpected change of \`${TYPED}\` into \`He sad: “Don't!” -- ll. 71-82...\`, expected only the substitutions that the edition lists (\`quotes\`); tell the makers of the program`
  ])
})

test('a forged record of what was typed is seen by the proof of the parse', () => {
  const document = set(['quotes'])
  tamper(document, (text) => {
    text.value = text.value.replace('said', 'sad')
    text.data = {received: TYPED.replace('said', 'sad')}
  })
  expect(said(document, ['quotes'])).toEqual([
    'Unexpected word `sad:` after `He` in the parsed text (the text as received), expected `said:` as the file has it; put a backslash before signs that are text, or tell the makers of the program'
  ])
})

const MEASURES = `6'2" and 40° 26' 46"; 3 x 4 cm, 3 х 4 cm (Cyrillic), -5 °C`

test.each<[Substitution[], string]>([
  [['primes'], `6′2″ and 40° 26′ 46″; 3 x 4 cm, 3 х 4 cm (Cyrillic), -5 °C`],
  [['times'], `6'2" and 40° 26' 46"; 3 × 4 cm, 3 × 4 cm (Cyrillic), -5 °C`],
  [['minus'], `6'2" and 40° 26' 46"; 3 x 4 cm, 3 х 4 cm (Cyrillic), −5 °C`]
])('of measures %j prints %s, and the received text is as typed', (listed, printed) => {
  const document = set(listed, MEASURES)
  expect(words(document.tree, 'reading').join(' ')).toBe(printed)
  expect(words(document.tree, 'received').join(' ')).toBe(MEASURES)
  expect(said(document, listed)).toEqual([])
})

test.each([
  ['−5 °C', '-6 °C', 'another number'],
  ['×4 cm', 'x4 cm', 'nothing']
])('%s for a typed %s is seen: %s', (printed, typed) => {
  const document = set(['minus'], typed)
  tamper(document, (text) => {
    text.value = printed
    text.data = {received: typed}
  })
  expect(said(document, ['minus'])).toEqual([
    `Unexpected change of \`${typed}\` into \`${printed}\`, expected only the substitutions that the edition lists (\`minus\`); tell the makers of the program`
  ])
})

test('whatever signs stand beside each other, only what is listed changes, and all of it can be undone', () => {
  const signs = [`'`, `"`, '-', 'x', 'х', ' ', '5', '11', '40', '°', '%', 'cm', 'C', 'a', '(', '...', '½', ',']
  const texts = fc.array(fc.constantFrom(...signs), {minLength: 1, maxLength: 14}).map((all) => `a ${all.join('')}b`)
  fc.assert(
    fc.property(texts, fc.subarray([...SUBSTITUTIONS]), (body, listed) => {
      const document = set(listed, body)
      expect(words(document.tree, 'received')).toEqual(words(set([], body).tree, 'received'))
      verifyTypography(document, listed)
      expect(document.file.messages).toEqual([])
    }),
    {seed: 20261127, numRuns: 3000}
  )
})
