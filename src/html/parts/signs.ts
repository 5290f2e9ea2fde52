// The key to the signs: made from what the documents really use.
import type {Element, ElementContent} from 'hast'
import {h} from 'hastscript'
import {visit} from 'unist-util-visit'
import {baseSiglum, entriesTitle, ENTRIES, seriesOf, type Edition} from '../../document/edition.ts'
import {mark} from '../../document/marks.ts'
import {OWN, plainText, type OwnNodes} from '../../document/nodes.ts'
import {SUBSTITUTION_WORDS} from '../../document/typography.ts'
import {OWN_SIGN} from '../signs.ts'

type Own = OwnNodes[keyof OwnNodes]
type Sample = (ElementContent | string)[]

/** A sign: what it looks like around the words of its first use, what it means, and which nodes print it. */
interface Sign {
  sample(words: string): Sample
  meaning: string
  used(node: Own): boolean
}

/** One row a sign that is used; nothing else. */
export function signs(edition: Edition): Element {
  const first = new Map<Sign, string>()
  const all = signsOf(edition)
  for (const {tree} of edition.documents) {
    visit(tree, (node) => {
      for (const sign of all) if (!first.has(sign) && sign.used(node as Own)) first.set(sign, short(node as Own))
    })
  }
  const changed = edition.settings.typography.map((name) => SUBSTITUTION_WORDS[name])
  const rows = all.flatMap((sign) => {
    const words = first.get(sign)
    return words === undefined ? [] : [h('dt', sign.sample(words)), h('dd', sign.meaning)]
  })
  return h('section', {className: ['signs'], id: 'signs'}, [
    h('h1', 'Signs Used in This Edition'),
    h('dl', rows),
    ...(changed.length > 0
      ? [h('p', `Set in the text without a sign: ${changed.join('; ')}. Nothing else is changed.`)]
      : [])
  ])
}

/** Some words are enough to know a sign by; the words that a bracket opens with belong to it. */
function short(node: Own): string {
  const lead = 'marker' in node && node.marker ? node.marker.open.slice(1) : ''
  const words = (lead + plainText(node)).trim().split(/\s+/)
  return words.length > 4 ? `${words.slice(0, 4).join(' ')} …` : words.join(' ')
}

const em = (text: string): Element => h('em', text)
const sup = (text: string): Element => h('sup', text)

// oxlint-disable-next-line max-lines-per-function -- a table, one row a sign
function signsOf(edition: Edition): Sign[] {
  const [base, ...others] = new Set(edition.documents.map(baseSiglum))
  const received = base !== undefined && others.length === 0 ? `the copy ${base}` : 'the received text'
  const title = entriesTitle(edition)
  return [
    {
      sample: (words) => [`[${words}]`],
      meaning: `Words in square brackets stand so in ${received}: supplied there, not by this edition.`,
      used: (node) => node.type === 'supplied' && node.by !== OWN
    },
    {
      sample: (words) => [`${OWN_SIGN[0]}${words}${OWN_SIGN[1]}`],
      meaning: 'Words in angle brackets are supplied by this edition.',
      used: (node) => node.type === 'supplied' && node.by === OWN
    },
    {
      sample: (words) => ['[', em(words), ']'],
      meaning: 'A word of the original, given beside its translation.',
      used: (node) => node.type === 'orig'
    },
    {
      sample: (words) => [`[${words}]`],
      meaning: `The full name, given in ${received}.`,
      used: (node) => node.type === 'bracket' && node.kind === 'name-completion'
    },
    {
      sample: (words) => [`[${words}]`],
      meaning: `Another form of the name, given in ${received}.`,
      used: (node) => node.type === 'bracket' && node.kind === 'name-variant'
    },
    {
      sample: () => ['[ ]'],
      meaning: 'A bracket of the document itself.',
      used: (node) => node.type === 'bracket' && node.kind === 'original-bracket'
    },
    {
      sample: () => ['[ ]'],
      meaning: `Other square brackets stand as in ${received}.`,
      used: (node) => node.type === 'bracket' && node.kind === 'untyped'
    },
    {
      sample: () => ['[', em('sic'), ']'],
      meaning: 'The word before stands so; it was kept.',
      used: (node) => node.type === 'sic' || (node.type === 'bracket' && node.kind === 'sic-mark')
    },
    {
      sample: (words) => [`[${words}]`],
      meaning: `A note of the translation, printed in its bracket as in ${received}.`,
      used: (node) => node.type === 'note' && node.place === 'inline'
    },
    {
      sample: (words) => [`[${words}]`],
      meaning: 'Writing, a signature or a stamp on the document.',
      used: (node) => node.type === 'ann'
    },
    {
      sample: () => ['[…]'],
      meaning: 'Text not transcribed; the words in the bracket say what is known of it.',
      used: (node) => node.type === 'gap'
    },
    {sample: (words) => [`[${words}?]`], meaning: 'Read with doubt.', used: (node) => node.type === 'unclear'},
    {
      sample: () => [h('del', 'word'), ' \\word/'],
      meaning: 'Struck out, or added, by the writer of the document.',
      used: (node) => node.type === 'del' || node.type === 'add'
    },
    {
      sample: () => ['|'],
      meaning: 'A leaf or page of a copy begins; its number stands beside it.',
      used: (node) => node.type === 'leafBreak'
    },
    {
      sample: () => ['word', sup(mark(1, edition.settings.entries.marks))],
      meaning: `The text departs from ${received}; see “${title}” at the foot of the page (in the e-book, after the text).`,
      used: (node) => node.type === 'corr' || node.type === 'app' || node.type === 'entry'
    },
    ...seriesOf(edition.settings)
      .filter(({key}) => key !== ENTRIES)
      .map(({key, title: name, marks}): Sign => ({
        sample: () => ['word', sup(mark(1, marks))],
        meaning: `${name}.`,
        used: (node) => node.type === 'note' && node.place === 'foot' && node.series === key
      })),
    {
      sample: () => ['¶\u00A045'],
      meaning:
        'The small numbers beside the text count the paragraphs of the text. They are the same in every form of this edition: cite them.',
      used: (node) => (node as {type: string}).type === 'paragraph'
    }
  ]
}
