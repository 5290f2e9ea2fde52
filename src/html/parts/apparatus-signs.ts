// The signs of the apparatus and of the notes: how they are found from the text, and what stands in an entry.
import {visitParents} from 'unist-util-visit-parents'
import {baseSiglum, ENTRIES, entriesTitle, seriesOf, textsOf, type Edition} from '../../document/edition.ts'
import {entryOf, LONGEST_LEMMA, spanTextOf, type SpanText} from '../../document/foot-words.ts'
import {textOf} from '../../document/layers.ts'
import {mark} from '../../document/marks.ts'
import {OWN, plainText, type App, type Corr, type Entry, type Reading} from '../../document/nodes.ts'
import {placementOf, type Medium, type Placement} from '../../document/placement.ts'
import {footRegisters} from '../registers.ts'
import {em, sup, type Met, type Sample, type Sign} from './sign.ts'

type AnyEntry = Corr | App | Entry

/** What is true of all entries of the edition. */
interface Apparatus {
  title: string
  where: string
  /** What an emendation departs from. */
  received: string
  /** A copy that an entry names. */
  witness: string | undefined
}

/** Signs of the entries, in the order in which an entry has them. */
export function entrySigns(edition: Edition, medium: Medium, received: string): Sign[] {
  const {keyed, place} = placementOf(edition, ENTRIES, medium)
  const where = whereIs(place, medium)
  const all = entriesIn(edition)
  const [witness] = all.flatMap(({wit}) => wit)
  const apparatus = {title: entriesTitle(edition), where, received, witness}
  const onLines = keyed === 'line' ? all.filter(({inNote}) => !inNote) : []
  return [
    ...(onLines.length > 0
      ? [byLine(apparatus, all), ...linesOf(onLines), inNotes(edition)]
      : byMark(edition, apparatus, all)),
    ...inEntries(all),
    ...separators(edition, medium)
  ]
}

/** One row a series of notes, with where its notes stand; another for those of a series that is keyed by line which other notes have. */
export function noteSigns(edition: Edition, medium: Medium): Sign[] {
  return seriesOf(edition.settings)
    .filter(({key}) => key !== ENTRIES)
    .flatMap(({key, title, marks}): Sign[] => {
      const {keyed, place} = placementOf(edition, key, medium)
      const where = whereIs(place, medium)
      const isOwn = ({node}: Met): boolean => node.type === 'note' && node.place === 'foot' && node.series === key
      const sample: Sign['sample'] = () => ['word', sup(mark(1, marks))]
      if (keyed !== 'line') return [{sample, meaning: `${title}, ${where}.`, used: isOwn}]
      return [
        {
          sample: () => ['12'],
          meaning: `“${title}” ${where}: a note on the line with this number in the margin.`,
          used: (met) => isOwn(met) && !met.inNote
        },
        {
          sample,
          meaning: `“${title}” ${where}: a note on words of another note, which have a mark.`,
          used: (met) => isOwn(met) && met.inNote
        }
      ]
    })
}

/** Numbers of lines in the margin; they are on paper only. */
export function lineSigns({output}: Edition, medium: Medium): Sign[] {
  const numbers = medium === 'print' ? output?.['line-numbers'] : undefined
  if (!numbers) return []
  const {every, margin, restart} = numbers
  const each = every === 1 ? 'Every line has its number' : `Every ${ordinal(every)} line has its number`
  return [
    {
      sample: () => [String(every)],
      meaning: `${each} in the ${margin} margin; the count begins anew ${restart === 'page' ? 'on every page' : 'with every document'}.`,
      used: ({node}) => (node as {type: string}).type === 'paragraph'
    }
  ]
}

function ordinal(n: number): string {
  const words: Record<number, string> = {2: 'second', 3: 'third', 4: 'fourth', 5: 'fifth', 10: 'tenth'}
  return words[n] ?? `${n}th`
}

/** An e-book has no feet of pages: what stands there in print follows the text. */
function whereIs(place: Placement['place'], medium: Medium): string {
  if (place === 'book-end') return 'at the end of the book'
  return place === 'foot' && medium === 'print' ? 'at the foot of the page' : 'after the text'
}

const isEntry = ({node}: Met): boolean => entryOf(node) !== undefined

/** Samples name a copy that the entries really name. */
const behind = ({witness}: Apparatus): Sample =>
  witness ? ['reading\u00A0', em(witness)] : ['reading\u00A0received text']

const meaningOf = ({witness, received}: Apparatus): string =>
  `Before the bracket stand the words of the text, behind it what ${witness ? `the copy ${witness}` : received} has.`

function byLine(apparatus: Apparatus, all: readonly Found[]): Sign {
  const departs = departing(apparatus, all)
  return {
    sample: () => ['12\u00A0lemma] ', ...behind(apparatus)],
    meaning: `${departs}: see “${apparatus.title}” ${apparatus.where}. The number is that of the line, counted in the margin; the text has no mark. ${meaningOf(apparatus)}`,
    used: isEntry
  }
}

function byMark({settings}: Edition, apparatus: Apparatus, all: readonly Found[]): Sign[] {
  return [
    {
      sample: () => ['word', sup(mark(1, settings.entries.marks))],
      meaning: `${departing(apparatus, all)}: see “${apparatus.title}” ${apparatus.where}.`,
      used: isEntry
    },
    {
      sample: () => ['lemma] ', ...behind(apparatus)],
      meaning: meaningOf(apparatus),
      used: isEntry
    }
  ]
}

function departing({received}: Apparatus, all: readonly Found[]): string {
  const [emended, varying] = [
    all.some(({entry}) => entry.type === 'corr'),
    all.some(({entry}) => entry.type !== 'corr')
  ]
  if (!varying) return `The text departs from ${received}`
  return emended ? `Copies differ, or the text departs from ${received}` : 'Copies differ'
}

/** Lemmas that a line may have twice, or that may run on into the next. Only pages know; the key says what may be met. */
function linesOf(all: readonly Found[]): Sign[] {
  const [repeated, long] = [all.find(isRepeated), all.find(({lemma}) => lemma.length > 1)]
  return [
    {
      sample: () => ['12–13'],
      meaning: 'The words of the entry run from one line to another.',
      used: ({node}) => node === long?.entry
    },
    {
      sample: () => [repeated?.lemma.join(' ') ?? '', sup('2')],
      meaning: 'Where a line has the same words more than once, the raised number says which of them are meant.',
      used: ({node}) => node === repeated?.entry
    }
  ]
}

/** Notes stand on no line that has a number. */
const inNotes = ({settings}: Edition): Sign => ({
  sample: () => ['word', sup(mark(1, settings.entries.marks))],
  meaning: 'In a note the words of an entry have a mark, with which the entry begins.',
  used: (met) => isEntry(met) && met.inNote
})

function isRepeated({lemma, around}: Found): boolean {
  const apart = (words: readonly string[]): string => words.map((word) => ` ${bare(word)} `).join('')
  return lemma.length > 0 && apart(around.split(/\s+/u)).split(apart(lemma)).length > 2
}

/** Without the punctuation around it. */
const bare = (word: string): string => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '')

// oxlint-disable-next-line max-lines-per-function -- a table, one row a sign
function inEntries(all: readonly Found[]): Sign[] {
  const first = (test: (entry: AnyEntry, lemma: string[]) => boolean) => {
    const found = all.find(({entry, lemma}) => test(entry, lemma))?.entry
    return ({node}: Met): boolean => node === found
  }
  const reads = (test: (reading: Reading) => boolean) =>
    first((entry) => entry.type !== 'corr' && entry.readings.some(test))
  return [
    {
      sample: () => ['first … last]'],
      meaning: 'Of long passages the first and the last word are given.',
      used: first((_, lemma) => lemma.length > LONGEST_LEMMA)
    },
    {
      sample: () => ['] ', em('ed.'), ';'],
      meaning: 'The words of the text are put there by the editor of this edition.',
      used: first(({by}) => by === OWN)
    },
    {
      sample: () => [
        '] ',
        em(
          all
            .map(({entry}) => supportOf(entry))
            .find((wit) => wit.length > 0)
            ?.join('\u00A0') ?? ''
        ),
        ';'
      ],
      meaning: 'Copies named before the semicolon have the words of the text.',
      used: first((entry) => supportOf(entry).length > 0)
    },
    {
      sample: () => [em('om.')],
      meaning: 'The copy leaves the words out (omisit).',
      used: reads(({kind}) => kind === 'om')
    },
    {
      sample: () => [em('add.')],
      meaning: 'The copy adds these words (addidit).',
      used: reads(({kind}) => kind === 'add')
    },
    {
      sample: () => [em('lac.')],
      meaning: 'The copy lacks the place: it is lost or damaged there (lacuna).',
      used: reads(({kind}) => kind === 'lac')
    },
    {
      sample: () => [em('transp.')],
      meaning: 'The copy has the words in another order or place (transposuit).',
      used: reads(({kind}) => kind === 'transp')
    },
    {
      sample: () => [em('conj.')],
      meaning: 'Conjectured by the person named; no copy has it.',
      used: reads(({by}) => by !== undefined)
    }
  ]
}

/** Copies that have the words of the text. */
const supportOf = (entry: AnyEntry): string[] => (entry.type === 'corr' ? [] : (entry.wit ?? []))

/** Registers set in one paragraph have a sign between their notes. */
function separators(edition: Edition, medium: Medium): Sign[] {
  const runIn = new Set(
    footRegisters(edition, medium).flatMap(({key, layout, place}) =>
      medium === 'print' && place === 'foot' && layout === 'run-in' ? [key] : []
    )
  )
  const seen = new Map<string, number>()
  return [
    {
      sample: () => ['‖'],
      meaning: `Between two ${runIn.size > 1 || !runIn.has(ENTRIES) ? 'notes' : 'entries'} that follow each other in a line.`,
      used: ({node}) => {
        const register = node.type === 'note' && node.place === 'foot' ? node.series : entryOf(node) && ENTRIES
        if (!register || !runIn.has(register)) return false
        seen.set(register, (seen.get(register) ?? 0) + 1)
        return seen.get(register) === 2
      }
    }
  ]
}

/** An entry with the words of its lemma and of the paragraph around it. */
interface Found {
  entry: AnyEntry
  lemma: string[]
  around: string
  inNote: boolean
  /** Copies that read otherwise. */
  wit: readonly string[]
}

function entriesIn(edition: Edition): Found[] {
  return textsOf(edition).flatMap((document) => {
    const {tree} = document
    const base = baseSiglum(document)
    const [found, blocks, text] = [
      [] as Pick<Found, 'entry' | 'around' | 'inNote'>[],
      new Map<string, string>(),
      spanTextOf(tree)
    ]
    visitParents(tree, (node, ancestors) => {
      const block = ancestors.findLast(({type}) => type === 'paragraph' || type === 'heading')
      if (node.type === 'at' && block) blocks.set(node.id, plainText(block))
      const entry = entryOf(node)
      const inNote = ancestors.some((one) => one.type === 'note' && one.place === 'foot')
      if (entry) found.push({entry, around: block ? plainText(block) : '', inNote})
    })
    return found.map(({entry, around, inNote}) => ({
      entry,
      inNote,
      lemma: lemmaOf(entry, text),
      wit: entry.type === 'corr' ? (base === undefined ? [] : [base]) : entry.readings.flatMap(({wit}) => wit),
      around: entry.type === 'entry' ? (blocks.get(entry.span.from) ?? '') : around
    }))
  })
}

const lemmaOf = (entry: AnyEntry, text: SpanText): string[] =>
  (entry.type === 'entry' ? (text(entry.span) ?? '') : textOf(entry, 'reading'))
    .split(/\s+/u)
    .filter((word) => word !== '')
