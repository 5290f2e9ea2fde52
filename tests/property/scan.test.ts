// The raw scanner and the parser agree on the words of any text made of the pieces of the dialect.
import fc from 'fast-check'
import {expect, test} from 'vitest'
import {VFile} from 'vfile'
import {split, textOf} from '../../src/document/layers.ts'
import {parse} from '../../src/syntax/index.ts'
import {asWritten} from '../../src/verify/as-written.ts'
import {scan} from '../../src/verify/scan.ts'

const SERIES = ['tn', 'en', 'an']
const LAYERS = ['received', 'reading'] as const

/** Words of text and notes by both roads. */
function roads(body: string): {tree: unknown; scanned: unknown} {
  const file = new VFile({path: 'd1.md'})
  const written = asWritten(parse(file, body, {series: SERIES}))
  // A directive at fault stays as it was typed and is an error by itself.
  fc.pre(!file.messages.some(({fatal}) => fatal))
  const scanned = scan(body, SERIES)
  return {
    tree: LAYERS.map((layer) => [
      split(textOf(written.text, layer)),
      ...written.notes.map((note) => split(textOf(note, layer)))
    ]).concat([written.entries]),
    scanned: LAYERS.map((layer) =>
      [scanned.text[layer], ...scanned.notes.map((note) => note[layer])].map((words) => words.map(({text}) => text))
    ).concat([scanned.entries.map((words) => words.map(({text}) => text))])
  }
}

const word = fc.constantFrom(
  'position',
  'Stalin.',
  'of',
  '1952',
  'a',
  'Kim—',
  '“so”',
  '20%',
  'школа',
  '[training]',
  '[sic]',
  '5.IX',
  '17:10',
  'd. 12:3',
  '[…]',
  '(x)',
  '<Molotov>',
  '&copy;',
  '[Stalin]:',
  'a*b',
  'c_d_e',
  '\\*',
  '\\[',
  '2^3'
)

const attributes = {
  supplied: ['', '{by=ed}', '{by=pt}'],
  orig: ['', '{lang=ru-Latn}', '{by="pt" lang=ru}'],
  unclear: ['', '{cert=low}'],
  corr: ['{rec="postion" by=ed}', '{rec="a &quot;b&quot; c"}', "{rec='x' cert=high}"],
  sic: [''],
  app: ['{rdg="two words" wit="A R" by=ed}', '{rdg=x wit=A}', '{wit=A type=om}'],
  ann: ['{kind=signature}', '', '{kind=stamp hand="H"}'],
  del: [''],
  add: ['{place=above}', ''],
  person: ['{id=stalin}'],
  tn: [''],
  en: ['']
}

const {inline} = fc.letrec<{inline: string; piece: string}>((tie) => ({
  piece: fc.oneof(
    {weight: 8, arbitrary: word},
    {
      weight: 2,
      arbitrary: fc.constantFrom(
        ':gap{reason=illegible unit=word n=2}',
        ':at{#s1}',
        ':at{id=s2}',
        ':app[:lem[two *words*]{by=ed alt=more} :rdg[*to* words]{wit=A} :rdg[]{wit=R type=om}]',
        ':app[:lem[:app[in]{rdg=on wit=R} it]{by=ed} :rdg[there]{by=Smith} :rdg[:unclear[too]]{wit=R type=add}]',
        ':pb[72v]{wit=A}',
        ':ref[d12]{page}',
        '[^en-1]',
        '[^tn-1]'
      )
    },
    {
      weight: 2,
      arbitrary: fc
        .constantFrom(...(Object.keys(attributes) as (keyof typeof attributes)[]))
        .chain((name) =>
          fc
            .tuple(tie('inline'), fc.constantFrom(...attributes[name]))
            .map(([label, set]) => `:${name}[${label}]${set}`)
        )
    },
    {weight: 1, arbitrary: tie('inline').map((label) => `*${label}*`)},
    {weight: 1, arbitrary: tie('inline').map((label) => `__${label}__`)},
    {weight: 1, arbitrary: tie('inline').map((label) => `[${label}]`)},
    {weight: 1, arbitrary: word.map((label) => `[${label}](http://x.org/y "t")`)},
    {weight: 1, arbitrary: word.map((code) => `\`${code}\``)}
  ),
  inline: fc
    .array(fc.tuple(tie('piece'), fc.constantFrom(' ', ' ', ' ', '\n', '')), {
      minLength: 1,
      maxLength: 6,
      depthIdentifier: 'd'
    })
    .map((list) =>
      list
        .map(([piece, space]) => piece + space)
        .join('')
        .trim()
    )
}))

const indented = (text: string, by: string): string => text.split('\n').join(`\n${by}`)

const {blocks} = fc.letrec<{block: string; blocks: string}>((tie) => ({
  block: fc.oneof(
    {weight: 6, arbitrary: inline},
    {weight: 1, arbitrary: inline.map((text) => `## ${text.replaceAll('\n', ' ')}`)},
    {weight: 1, arbitrary: tie('blocks').map((text) => `- ${indented(text, '  ')}`)},
    {weight: 1, arbitrary: tie('blocks').map((text) => `1. ${indented(text, '   ')}`)},
    {weight: 1, arbitrary: tie('blocks').map((text) => `> ${indented(text, '> ')}`)},
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        '::pb[72v]{wit=A}',
        '::entry{from=s1 to=s2 rdg="of the &quot;day&quot;" wit=A alt=days}',
        '::entry[:lem[x]{by=ed} :rdg[*of* :supplied[the]{by=ed} day]{wit=A} :rdg[]{wit=R type=lac}]{from=s2 to=s1}',
        '::entry[*Pravda*, see :person[S.]{id=s}]{from=s1 to=s2 series=src}',
        '***',
        '::figure[A picture]{src=a.png decorative}',
        '```\ncode *x*\n```'
      )
    },
    {
      weight: 1,
      arbitrary: fc
        .tuple(
          fc.constantFrom('closing', 'editorial', 'verse', 'only{for=teacher}', 'attachment{title="An attachment"}'),
          tie('blocks')
        )
        .map(([name, text]) => {
          const colons = ':'.repeat(Math.max(2, ...Array.from(text.matchAll(/:{3,}/g), ([fence]) => fence.length)) + 1)
          return `${colons}${name}\n${text}\n${colons}`
        })
    },
    {
      weight: 1,
      arbitrary: fc.array(fc.tuple(word, word), {minLength: 1, maxLength: 3}).map((rows) => {
        const lines = rows.map(([a, b]) => `| ${a} | ${b} |`)
        return [lines[0], '|---|:-:|', ...lines.slice(1)].join('\n')
      })
    }
  ),
  blocks: fc.array(tie('block'), {minLength: 1, maxLength: 3, depthIdentifier: 'b'}).map((list) => list.join('\n\n'))
}))

const notes = inline.map(
  (text) => `[^en-1]: ${indented(text, '    ')}\n\n    A second paragraph.\n\n[^tn-1]: Of the *translator*.`
)

const body = fc
  .tuple(fc.array(blocks, {minLength: 1, maxLength: 4}), notes)
  .map(([list, end]) => [...list, end].join('\n\n'))

/** A note defined inside a note is no dialect: the parser takes more lines into it than it should. */
const nested = /^[ \t>]*\[\^[a-z]+-1\]:\S/m

test('scanner and parser agree on the words of the dialect', () => {
  fc.assert(
    fc.property(body, (text) => {
      fc.pre(!nested.test(text))
      const {tree, scanned} = roads(text)
      expect(scanned).toEqual(tree)
    }),
    {seed: 19520904, numRuns: 300}
  )
}, 60_000)
