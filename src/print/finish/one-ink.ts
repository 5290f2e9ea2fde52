// Content of pages for a press that knows one ink and no transparency: colours become greys, and what cannot be made so is told.
import {PDFArray, PDFDict, PDFName, PDFNumber, PDFRawStream, PDFRef, type PDFDocument} from '@cantoo/pdf-lib'
import {rewritten, type Operation} from './content-operators.ts'
import {unpack} from './page-content.ts'
import {begin, type Ground} from './painted-ground.ts'

/** Why a page cannot be printed in one ink without transparency: what stands on it. */
export type Hindrance =
  | 'transparency'
  | 'gradient or pattern'
  | 'colours of an unknown kind'
  | 'partly transparent picture above other things'
  | 'picture of an unknown kind'

/** A page in one ink: its content, the pictures that it shows, which are not changed yet, and what hinders it. */
export interface InkedPage {
  content: string
  pictures: ReadonlySet<PDFRef>
  hindrances: ReadonlySet<Hindrance>
}

interface Making {
  pdf: PDFDocument
  pictures: Set<PDFRef>
  hindrances: Set<Hindrance>
  ground: Ground
}

/** The content of a page in greys of one ink; content that it shows as a picture is changed too. */
export function inOneInk(pdf: PDFDocument, page: {content: string; resources: PDFDict | undefined}): InkedPage {
  const making = {pdf, pictures: new Set<PDFRef>(), hindrances: new Set<Hindrance>(), ground: begin()}
  const {pictures, hindrances} = making
  return {content: inGreys(page.content, page.resources, making), pictures, hindrances}
}

/** How transparent what is painted now would be. */
interface Veil {
  fill: number
  stroke: number
  /** A soft mask, or colours mixed with those below. */
  mixed: boolean
}

const NO_VEIL: Veil = {fill: 1, stroke: 1, mixed: false}

function inGreys(content: string, resources: PDFDict | undefined, making: Making): string {
  const {hindrances, ground} = making
  const saved: Veil[] = []
  let veil = NO_VEIL
  return rewritten(content, (operation) => {
    const {operator, operands} = operation
    if (operator === 'q') saved.push(veil)
    if (operator === 'Q') veil = saved.pop() ?? NO_VEIL
    if (operator === 'gs') veil = veiledBy(entry(resources, 'ExtGState', operands[0]), veil)
    if (isVeiled(operator, veil)) hindrances.add('transparency')
    if (operator === 'Do') show(operands[0], resources, making)
    else ground.follow(operation)
    return inkOf(operation, hindrances)
  })
}

const GREY = {RG: 'G', rg: 'g'} as const

/** The operation that sets a colour, in one ink. */
function inkOf({operator, operands}: Operation, hindrances: Set<Hindrance>): string | undefined {
  if (operator === 'RG' || operator === 'rg') {
    const [red = 0, green = 0, blue = 0] = operands.map(Number)
    return `${thousandths(grey(red, green, blue))} ${GREY[operator]}`
  }
  if (operator === 'sh') hindrances.add('gradient or pattern')
  if ((operator === 'cs' || operator === 'CS') && operands[0] !== '/DeviceGray')
    hindrances.add(operands[0] === '/Pattern' ? 'gradient or pattern' : 'colours of an unknown kind')
  if (operator === 'BI' || operator === 'k' || operator === 'K') hindrances.add('colours of an unknown kind')
  return undefined
}

const thousandths = (value: number): number => Math.round(value * 1000) / 1000

/** The grey of three parts of light: how bright they look, by the weights of the PDF Reference (1.3, 6.2.1). */
export const grey = (red: number, green: number, blue: number): number => 0.3 * red + 0.59 * green + 0.11 * blue

const FILLS = new Set(['f', 'F', 'f*', 'B', 'B*', 'b', 'b*', 'Tj', 'TJ', "'", '"', 'Do', 'sh'])
const STROKES = new Set(['S', 's', 'B', 'B*', 'b', 'b*'])

const isVeiled = (operator: string, {fill, stroke, mixed}: Veil): boolean =>
  (FILLS.has(operator) && (mixed || fill < 1)) || (STROKES.has(operator) && (mixed || stroke < 1))

function veiledBy(state: unknown, veil: Veil): Veil {
  if (!(state instanceof PDFDict)) return veil
  const number = (key: string, before: number): number => {
    const value = state.lookup(PDFName.of(key))
    return value instanceof PDFNumber ? value.asNumber() : before
  }
  const [mask, blend] = [state.lookup(PDFName.of('SMask')), state.lookup(PDFName.of('BM'))]
  const says = mask !== undefined || blend !== undefined
  const mixed = (mask !== undefined && mask !== PDFName.of('None')) || (blend !== undefined && !isNormal(blend))
  return {fill: number('ca', veil.fill), stroke: number('CA', veil.stroke), mixed: says ? mixed : veil.mixed}
}

const isNormal = (blend: unknown): boolean => blend === PDFName.of('Normal') || blend === PDFName.of('Compatible')

/** A picture, or content that is drawn as one. */
function show(name: string | undefined, resources: PDFDict | undefined, making: Making): void {
  const {pdf, pictures, hindrances, ground} = making
  const list = resources?.lookup(PDFName.of('XObject'))
  const ref = list instanceof PDFDict && name !== undefined ? list.get(PDFName.of(name.slice(1))) : undefined
  const shown = pdf.context.lookup(ref)
  if (!(ref instanceof PDFRef) || !(shown instanceof PDFRawStream)) return
  const {dict} = shown
  if (dict.get(PDFName.of('Subtype')) === PDFName.of('Image')) {
    if (dict.has(PDFName.of('SMask')) && ground.lies([0, 0, 1, 1]))
      hindrances.add('partly transparent picture above other things')
    ground.paint([0, 0, 1, 1])
    pictures.add(ref)
    return
  }
  const matrix = numbersOf(dict.lookup(PDFName.of('Matrix')))
  const inner = ground.inside(matrix.length === 6 ? matrix : undefined)
  const own = dict.lookup(PDFName.of('Resources'))
  const content = Buffer.from(unpack(shown)).toString('latin1')
  const made = inGreys(content, own instanceof PDFDict ? own : resources, {...making, ground: inner})
  // Another page may have shown it before; then nothing of it changes.
  // What is painted as a whole is what is painted in turn, where nothing of it is transparent.
  for (const key of ['Group', 'Filter', 'DecodeParms', 'Length']) dict.delete(PDFName.of(key))
  const packed = pdf.context.flateStream(Buffer.from(made, 'latin1'))
  for (const [key, value] of dict.entries()) packed.dict.set(key, value)
  pdf.context.assign(ref, packed)
}

const numbersOf = (value: unknown): number[] =>
  value instanceof PDFArray ? value.asArray().map((one) => (one instanceof PDFNumber ? one.asNumber() : 0)) : []

/** An entry of the resources by its name, which has its slash. */
function entry(resources: PDFDict | undefined, kind: string, name: string | undefined): unknown {
  const list = resources?.lookup(PDFName.of(kind))
  return list instanceof PDFDict && name !== undefined ? list.lookup(PDFName.of(name.slice(1))) : undefined
}
