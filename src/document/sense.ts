// Settings that are right each by itself and contradict each other: said with the key that is wrong and what to do.
import {DIRECTIVE_NAMES} from './directive-names.ts'
import {hasPages, type Format} from './formats.ts'
import {nearest} from './report.ts'
import type {LineNumbers, NotesPlace, RegisterKey} from './output-settings.ts'
import {nonsenseOfForm, type ChosenForm, type Nonsense} from './sense-of-form.ts'

/** What of the settings can contradict: series and outputs. */
export interface Chosen {
  series: Record<string, {numbering: 'document' | 'page' | 'book'; keyed: RegisterKey}>
  registers?: string[] | undefined
  outputs: Record<string, ChosenOutput>
}

interface ChosenOutput extends ChosenForm {
  formats: readonly Format[]
  'line-numbers'?: LineNumbers | undefined
  entries?: RegisterKey | undefined
  apparatus: 'full' | 'light' | 'none' | 'back'
  notes: NotesPlace | Record<string, NotesPlace>
  documents?: unknown
  excerpts?: unknown
  select?: unknown
  units?: unknown
}

/** All contradictions, in the order of the schema. `series`: keys of all series, declared or not. */
export function nonsenseOf(chosen: Chosen, series: readonly string[]): Nonsense[] {
  return [
    ...taken(chosen),
    ...numbering(chosen),
    ...keyedNowhere(chosen),
    ...unknownRegisters(chosen, series),
    ...Object.entries(chosen.outputs).flatMap(([name, output]) => [
      ...choices(name, output),
      ...unknownNotes(name, output, series),
      ...atTheBack(name, output),
      ...keyed(name, output, chosen),
      ...handouts(name, output, series),
      ...nonsenseOfForm(name, output)
    ])
  ]
}

const hint = (name: string, known: readonly string[]): string => {
  const near = nearest(name, known)
  return near ? `did you mean \`${near}\`?` : `expected one of ${known.map((one) => `\`${one}\``).join(', ')}`
}

/** Units say which documents they have. */
function choices(name: string, output: ChosenOutput): Nonsense[] {
  const others = (['documents', 'excerpts', 'select'] as const).filter((key) => output[key] !== undefined)
  if (output.units === undefined || others.length === 0) return []
  const message = `expected no \`${others[0]}\` beside it, because the units say which documents the output has; list them there, or leave out \`units\``
  return [{path: ['outputs', name, 'units'], message, atKey: true}]
}

/** Names that mean something else where a series is named: in the text, among the registers, in anchors. */
function taken({series}: Chosen): Nonsense[] {
  return Object.keys(series).flatMap((key) => {
    const meaning = key === 'entries' ? 'the apparatus' : key === 'leaf' ? 'the leaves of the copies' : undefined
    const is = meaning ?? (DIRECTIVE_NAMES.some((name) => name === key) ? `the directive \`:${key}\`` : undefined)
    if (is === undefined) return []
    const message = `expected another name for the series, such as \`${key}notes\`, because \`${key}\` is ${is}`
    return [{path: ['series', key], message, atKey: true}]
  })
}

function unknownRegisters({registers = []}: Chosen, series: readonly string[]): Nonsense[] {
  const known = ['entries', ...series]
  return registers.flatMap((name, index) =>
    known.includes(name) ? [] : [{path: ['registers', index], message: hint(name, known)}]
  )
}

function unknownNotes(output: string, {notes}: ChosenOutput, series: readonly string[]): Nonsense[] {
  if (typeof notes === 'string') return []
  return Object.keys(notes)
    .filter((name) => !series.includes(name))
    .map((name) => ({path: ['outputs', output, 'notes', name], message: hint(name, series), atKey: true}))
}

/** Marks that begin anew on every page, or run through a book, are for paper only. */
function numbering({series, outputs}: Chosen): Nonsense[] {
  return Object.entries(series).flatMap(([key, one]) => {
    if (one.numbering === 'document') return []
    const path = ['series', key, 'numbering']
    const both = Object.entries(outputs).find(([, {formats}]) => formats.includes('epub') && hasPages(formats))
    if (both) {
      const message = `expected \`document\`, because \`${both[0]}\` makes a book on paper and an e-book whose marks must agree; or an output for each of them`
      return [{path, message}]
    }
    const away = Object.entries(outputs).find(
      ([, {notes}]) => one.numbering === 'page' && placeOf(notes, key) !== 'foot'
    )
    if (!away) return []
    const message = `expected \`document\` or \`book\`, because \`${away[0]}\` has these notes at no foot of a page; or \`notes: foot\` there`
    return [{path, message}]
  })
}

const placeOf = (notes: ChosenOutput['notes'], series: string): NotesPlace =>
  typeof notes === 'string' ? notes : (notes[series] ?? 'foot')

const isOnPaper = ({formats}: ChosenOutput): boolean => hasPages(formats)

/** Notes that stand together at the end of a book are in no handout. */
function handouts(name: string, {formats, notes}: ChosenOutput, series: readonly string[]): Nonsense[] {
  if (!formats.includes('handouts')) return []
  const away = series.find((key) => placeOf(notes, key) === 'book-end')
  if (away === undefined) return []
  const path = ['outputs', name, 'notes', ...(typeof notes === 'string' ? [] : [away])]
  return [
    {
      path,
      message:
        'expected `foot` or `document-end`, because a handout has one document and no end of the book; or no `handouts` among the formats'
    }
  ]
}

/** Entries after the text are away from the lines by which they would be found. */
function atTheBack(name: string, output: ChosenOutput): Nonsense[] {
  if (output.apparatus !== 'back' || output.entries !== 'line' || !isOnPaper(output)) return []
  const message =
    'expected `mark`, because `apparatus: back` puts the entries after the text, where no line can be looked up; or `apparatus: full`'
  return [{path: ['outputs', name, 'entries'], message}]
}

/** Notes that stand at the foot in no output are found by their marks. */
function keyedNowhere({series, outputs}: Chosen): Nonsense[] {
  const papers = Object.values(outputs).filter(isOnPaper)
  return Object.entries(series).flatMap(([key, one]) => {
    const places = papers.map(({notes}) => placeOf(notes, key)).filter((place) => place !== 'none')
    if (one.keyed !== 'line' || places.length === 0 || places.includes('foot')) return []
    const message = `expected \`mark\`, because no output has these notes at the foot of a page, where they would be found by lines; or \`notes: {${key}: foot}\` in one`
    return [{path: ['series', key, 'keyed'], message}]
  })
}

/** What is keyed by line needs numbers of lines. */
function keyed(name: string, output: ChosenOutput, {series}: Chosen): Nonsense[] {
  if (output['line-numbers'] || !isOnPaper(output)) return []
  const entries: Nonsense[] =
    output.entries === 'line' && output.apparatus !== 'back' && output.apparatus !== 'none'
      ? [
          {
            path: ['outputs', name, 'entries'],
            message: `expected \`line-numbers: true\` in the same output, by which the entries are found; or \`mark\``
          }
        ]
      : []
  const registers = Object.entries(series)
    .filter(([key, one]) => one.keyed === 'line' && placeOf(output.notes, key) === 'foot')
    .map(([key]) => ({
      path: ['series', key, 'keyed'],
      message: `expected \`line-numbers: true\` in output \`${name}\`, by which the notes are found; or \`mark\`; or \`notes: {${key}: none}\` there`
    }))
  return [...entries, ...registers]
}
