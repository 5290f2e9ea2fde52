// The key to the signs: made from what the documents really use.
import type {Element} from 'hast'
import {h} from 'hastscript'
import type {Nodes} from 'mdast'
import {SKIP, visit} from 'unist-util-visit'
import {visitParents} from 'unist-util-visit-parents'
import {allDocuments, baseSiglum, textsOf, type Edition} from '../../document/edition.ts'
import {OWN, plainText, type Supplied} from '../../document/nodes.ts'
import {SUBSTITUTION_WORDS} from '../../document/typography.ts'
import type {Locate} from '../book.ts'
import {OWN_SIGN} from '../signs.ts'
import {entrySigns, lineSigns, noteSigns} from './apparatus-signs.ts'
import {em, type Met, type Sign} from './sign.ts'

/** One row a sign that is used in this form of the book; nothing else. */
export function signs(edition: Edition, locate: Locate): Element {
  const first = new Map<Sign, string>()
  const all = signsOf(edition, locate)
  for (const document of allDocuments(edition)) {
    eachPrinted(document.tree, (node, inNote) => {
      const met = {node, inDocument: document.role === 'document', inNote}
      for (const sign of all) if (!first.has(sign) && sign.used(met)) first.set(sign, short(met.node))
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

/** Readings of copies are printed too, but for the notes in them. */
function eachPrinted(tree: Nodes, see: (node: Met['node'], inNote: boolean) => void): void {
  visitParents(tree, (node, ancestors) => {
    const inNote = ancestors.some((one) => one.type === 'note' && one.place === 'foot')
    see(node as Met['node'], inNote)
    if (!('readings' in node)) return
    for (const {children} of node.readings)
      visit({type: 'root', children}, (inner) => (inner.type === 'note' ? SKIP : see(inner as Met['node'], inNote)))
  })
}

/** Some words are enough to know a sign by; the words that a bracket opens with belong to it. */
function short(node: Met['node']): string {
  const lead = 'marker' in node && node.marker ? node.marker.open.slice(1) : ''
  const words = (lead + plainText(node)).trim().split(/\s+/)
  return words.length > 4 ? `${words.slice(0, 4).join(' ')} …` : words.join(' ')
}

function signsOf(edition: Edition, locate: Locate): Sign[] {
  const [base, ...others] = new Set(textsOf(edition).map(baseSiglum))
  const received = base !== undefined && others.length === 0 ? `the copy ${base}` : 'the received text'
  const medium = locate.by === 'page' ? 'print' : 'e-book'
  return [
    ...textSigns(received).map((sign) => ({...sign, used: inDocuments(sign)})),
    ...entrySigns(edition, medium, received),
    ...noteSigns(edition, medium),
    ...lineSigns(edition, medium),
    ...paragraphSigns(edition)
  ]
}

/** Brackets of an editor's preface are his own. */
const inDocuments =
  (sign: Sign): Sign['used'] =>
  (met) =>
    met.inDocument && sign.used(met)

/** What this edition's editor puts in; brackets that he typed himself stand as typed. */
const isInAngles = ({marker, by}: Pick<Supplied, 'marker' | 'by'>): boolean => by === OWN && !marker

/** The number of a paragraph, where it is printed. */
function paragraphSigns({output}: Edition): Sign[] {
  if (output && !output['paragraph-numbers']) return []
  return [
    {
      sample: () => ['¶\u00A045'],
      meaning:
        'The small numbers beside the text count the paragraphs of the text. They are the same in every form of this edition: cite them.',
      used: ({node, inDocument}) => inDocument && (node as {type: string}).type === 'paragraph'
    }
  ]
}

// oxlint-disable-next-line max-lines-per-function -- a table, one row a sign
function textSigns(received: string): Sign[] {
  return [
    {
      sample: (words) => [`[${words}]`],
      meaning: `Words in square brackets stand so in ${received}: supplied there, not by this edition.`,
      used: ({node}) => node.type === 'supplied' && node.by !== OWN
    },
    {
      sample: (words) => [`[${words}]`],
      meaning: 'Words in square brackets are supplied by this edition.',
      used: ({node}) => node.type === 'supplied' && node.by === OWN && !isInAngles(node)
    },
    {
      sample: (words) => [`${OWN_SIGN[0]}${words}${OWN_SIGN[1]}`],
      meaning: 'Words in angle brackets are supplied by this edition.',
      used: ({node}) => node.type === 'supplied' && isInAngles(node)
    },
    {
      sample: (words) => ['[', em(words), ']'],
      meaning: 'A word of the original, given beside its translation.',
      used: ({node}) => node.type === 'orig' && !isInAngles(node)
    },
    {
      sample: (words) => [OWN_SIGN[0], em(words), OWN_SIGN[1]],
      meaning: 'A word of the original, given beside its translation by this edition.',
      used: ({node}) => node.type === 'orig' && isInAngles(node)
    },
    {
      sample: (words) => [`[${words}]`],
      meaning: `The full name, given in ${received}.`,
      used: ({node}) => node.type === 'bracket' && node.kind === 'name-completion'
    },
    {
      sample: (words) => [`[${words}]`],
      meaning: `Another form of the name, given in ${received}.`,
      used: ({node}) => node.type === 'bracket' && node.kind === 'name-variant'
    },
    {
      sample: () => ['[ ]'],
      meaning: 'A bracket of the document itself.',
      used: ({node}) => node.type === 'bracket' && node.kind === 'original-bracket'
    },
    {
      sample: () => ['[ ]'],
      meaning: `Other square brackets stand as in ${received}.`,
      used: ({node}) => node.type === 'bracket' && node.kind === 'untyped'
    },
    {
      sample: () => ['[', em('sic'), ']'],
      meaning: 'The word before stands so; it was kept.',
      used: ({node}) => node.type === 'sic' || (node.type === 'bracket' && node.kind === 'sic-mark')
    },
    {
      sample: (words) => [`[${words}]`],
      meaning: `A note of the translation, printed in its bracket as in ${received}.`,
      used: ({node}) => node.type === 'note' && node.place === 'inline'
    },
    {
      sample: (words) => [`[${words}]`],
      meaning: 'Writing, a signature or a stamp on the document.',
      used: ({node}) => node.type === 'ann'
    },
    {
      sample: () => ['[…]'],
      meaning: 'Text not transcribed; the words in the bracket say what is known of it.',
      used: ({node}) => node.type === 'gap'
    },
    {
      sample: (words) => [words],
      meaning: 'Paragraphs that this selection leaves out.',
      used: ({node}) => node.type === 'omission'
    },
    {sample: (words) => [`[${words}?]`], meaning: 'Read with doubt.', used: ({node}) => node.type === 'unclear'},
    {
      sample: () => [h('del', 'word'), ' \\word/'],
      meaning: 'Struck out, or added, by the writer of the document.',
      used: ({node}) => node.type === 'del' || node.type === 'add'
    },
    {
      sample: () => ['|'],
      meaning: 'A leaf or page of a copy begins; its number stands beside it.',
      used: ({node}) => node.type === 'leafBreak'
    }
  ]
}
