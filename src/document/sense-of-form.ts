// Settings of paper and type that contradict each other, or that leave no page to read: said with the key that is wrong.
import {geometryOf, type Geometry} from './page-geometry.ts'
import {isPage, paperSize, POINTS, type Form} from './print-form.ts'

/** Why a value, or a key where `atKey` is set, cannot stand. */
export interface Nonsense {
  path: PropertyKey[]
  message: string
  atKey?: boolean
}

/** What of an output decides over its pages. */
export interface ChosenForm extends Form {
  formats?: readonly string[] | undefined
  'line-numbers'?: unknown
  'paragraph-numbers'?: boolean | undefined
  parallel?: string | undefined
}

/** All contradictions of the form of one output. */
export function nonsenseOfForm(name: string, output: ChosenForm): Nonsense[] {
  const at = (key: string, ...more: string[]): PropertyKey[] => ['outputs', name, key, ...more]
  const geometry = geometryOf(output)
  return [
    ...folding(output, at),
    ...sizes(output, at),
    ...margins(output, geometry, at),
    ...room(output, geometry, at),
    ...columns(output, at)
  ]
}

/** A booklet is folded at a side. */
function folding({formats, binding}: ChosenForm, at: At): Nonsense[] {
  if (binding !== 'top' || !formats?.includes('booklet')) return []
  return [
    {
      path: at('binding'),
      message:
        'expected `left` or `right`, because a booklet is folded at one of its sides; or no `booklet` among the formats'
    }
  ]
}

type At = (key: string, ...more: string[]) => PropertyKey[]

/** The least distance from line to line, to the size. */
const LEADING = 1.1

function sizes(output: ChosenForm, at: At): Nonsense[] {
  const {variant, leading, 'smallest-type': least} = output
  const {size, line} = geometryOf(output).type
  const found: Nonsense[] = []
  if (leading !== undefined && line < size * LEADING) {
    const message = `expected ${Math.ceil(size * LEADING)} or more for type of ${size} points, whose lines would touch; or a smaller \`type-size\``
    found.push({path: at('leading'), message})
  }
  if (least !== undefined && least > size) {
    const message = `expected ${size} or less, because the text itself has ${size} points; or a larger \`type-size\``
    found.push({path: at('smallest-type'), message})
  }
  const floor = variant === 'large-print' ? 16 : variant === 'dyslexia' ? 12 : 0
  if (size < floor) {
    const message = `expected ${floor} or more, because the output is \`variant: ${variant}\`; or no \`variant\``
    found.push({path: at('type-size'), message})
  }
  return found
}

/** Numbers of three digits and their distance from the text, millimetres. */
const NUMBERS = 13

function margins(output: ChosenForm, {type}: Geometry, at: At): Nonsense[] {
  const own = output.margins ?? {}
  const found: Nonsense[] = []
  const lines = Boolean(output['line-numbers'])
  const numbers = lines || output['paragraph-numbers'] !== false
  for (const [side, used] of [
    ['inner', lines],
    ['outer', numbers && !output['note-margin']]
  ] as const) {
    const margin = own[side]
    if (!used || margin === undefined || margin >= NUMBERS) continue
    const without = lines ? '`line-numbers: false`' : '`paragraph-numbers: false`'
    const message = `expected ${NUMBERS} mm or more, because numbers stand in this margin; or ${without}`
    found.push({path: at('margins', side), message})
  }
  const least = Math.ceil((type.line + 20) / POINTS)
  for (const side of ['top', 'bottom'] as const) {
    const margin = own[side]
    if (margin === undefined || margin >= least) continue
    const what = side === 'top' ? 'the running head' : 'the page number'
    found.push({
      path: at('margins', side),
      message: `expected ${least} mm or more, because ${what} stands in this margin`
    })
  }
  return found
}

/** The narrowest text that can be read, in letters, and the lowest. */
const LETTERS = 30
/** Letters in the width of an em. */
const LETTERS_OF_EM = 2.25
const LINES = 12

function room(output: ChosenForm, {measure, lines, type}: Geometry, at: At): Nonsense[] {
  // A size that is none is told of already.
  if (output.paper !== undefined && !isPage(paperSize(output.paper) ?? [0])) return []
  const letters = Math.max(0, Math.floor((measure / type.size) * LETTERS_OF_EM))
  if (letters >= LETTERS && lines >= LINES) return []
  const key = (['margins', 'note-margin', 'type-size', 'leading', 'paper'] as const).find(
    (one) => output[one] !== undefined
  )
  const left =
    letters < LETTERS
      ? `lines of some ${letters} letters would be left, and ${LETTERS} are`
      : `${Math.max(0, lines)} lines would be left, and ${LINES} are`
  const message = `expected a page on which text has room: ${left} the least; larger \`paper\`, smaller type or narrower margins`
  return [{path: at(key ?? 'paper'), message}]
}

/** Two columns leave the margins of the page to the columns. */
function columns(output: ChosenForm, at: At): Nonsense[] {
  if (output.parallel !== 'columns') return []
  const key = output['note-margin'] ? '`note-margin`' : output.variant ? `\`variant: ${output.variant}\`` : undefined
  if (!key) return []
  return [
    {path: at('parallel'), message: `expected \`facing\` or \`none\`, because two columns have no room beside ${key}`}
  ]
}
