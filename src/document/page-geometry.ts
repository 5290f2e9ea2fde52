// The measures of a printed page, made of what the output chooses: margins that hold whole lines, and the sizes of all type.
import {paperSize, POINTS, type Binding, type Form} from './print-form.ts'

/** All in points. */
export interface Geometry {
  width: number
  height: number
  binding: Binding
  /** Margins of a right page. The lower one leaves a quarter of a point more than the lines measure, since the browser rounds each up. */
  top: number
  bottom: number
  inner: number
  outer: number
  /** Lines on a page. */
  lines: number
  /** Width of the text. */
  measure: number
  type: Sizes
  /** The reader's own margin, at the outer edge of the page; its place is within `outer`. */
  notes?: {width: number; edge: number; every: number; ruled: boolean} | undefined
}

/** Sizes of type and what follows from them. */
export interface Sizes {
  size: number
  line: number
  small: number
  note: number
  noteLine: number
  /** Nothing is smaller. */
  least: number
  /** To the usual 11 points; headings grow less than the text. */
  scale: number
  headScale: number
  /** Numbers in the margin. */
  label: number
  /** From line to line of those that are ruled to write on. */
  ruled: number
}

const SIZE = 11
const LINE = 14
/** Notes are as small as lets their lines have no more than 90 letters on the measure of the text. */
const NOTE = 9
const NOTE_LINE = 11
const ABOVE_LINES = 0.25

/** From the text to the running head above it, points beside a line. */
export const BESIDE_HEAD = 12
/** From the text to the page number below it, points beside a line. */
export const BESIDE_FOLIO = 11.75

/** Margins keep their proportions on the sizes that the program was first made for; others are made in the same. */
const USUAL: Readonly<Record<string, readonly [top: number, bottom: number, inner: number, outer: number]>> = {
  '6x9in': [62, 53.75, 56, 64],
  A5: [57, 48, 54, 62],
  A4: [80.5, 75, 77, 88],
  letter: [76, 71.5, 79, 91]
}

/** Numbers in the margin stand this far from the text, and this far from the edge or from the reader's margin. */
export const LABEL_GAP = 12
const LABEL_EDGE = 2
/** Room for a label of usual size. */
export const LABEL = 48

/** The reader's margin ends this far from the edge of the page, where `margins.outer` does not say it. */
const EDGE = 18
/** Ruled lines are at least so far from one another, 7 mm. */
const RULED = 7 * POINTS

/** Measures of the page of an output. */
export function geometryOf(form: Form = {}): Geometry {
  const paper = form.paper ?? '6x9in'
  const [width = 0, height = 0] = (paperSize(paper) ?? [152.4, 228.6]).map((side) => round(side * POINTS, 4))
  const binding = form.binding ?? 'left'
  const type = sizesOf(form)
  const usual = USUAL[paper] ?? usualMargins(width, height)
  const [top, bottom, inner, outer] = (['top', 'bottom', 'inner', 'outer'] as const).map((side, index) => {
    const own = form.margins?.[side]
    return own === undefined ? (usual[index] ?? 0) : round(own * POINTS, 2)
  }) as [number, number, number, number]
  const notes = noteMargin(form, {width, ruled: type.ruled})
  const sides = {
    inner: binding === 'top' && !form.margins ? outer : inner,
    outer: notes ? notes.room + LABEL_GAP + LABEL : outer
  }
  const lines = Math.floor((height - top - bottom - ABOVE_LINES) / type.line)
  return {
    width,
    height,
    binding,
    top,
    bottom: Math.floor((height - top - lines * type.line - ABOVE_LINES) * 100) / 100,
    ...sides,
    lines,
    measure: width - sides.inner - sides.outer,
    type,
    notes
  }
}

function usualMargins(width: number, height: number): readonly [number, number, number, number] {
  const outer = Math.max(LABEL_GAP + LABEL + LABEL_EDGE, Math.round(0.148 * width))
  return [Math.round(0.0957 * height), Math.round(0.083 * height), Math.max(48, Math.round(0.129 * width)), outer]
}

function sizesOf(form: Form): Sizes {
  const size = form['type-size'] ?? SIZE
  const line = form.leading ?? Math.round((size * LINE * 2) / SIZE) / 2
  const least = form['smallest-type'] ?? 0
  const scale = round(size / SIZE, 4)
  const note = Math.max(round(NOTE * scale, 2), least)
  return {
    size,
    line,
    small: Math.max(round(9.5 * scale, 2), least),
    note,
    noteLine: round(note * (NOTE_LINE / NOTE) * (line / size / (LINE / SIZE)), 2),
    least,
    scale,
    headScale: round(1 + (scale - 1) * 0.6, 4),
    label: Math.max(round(7.5 * scale, 2), least),
    ruled: line * Math.ceil(RULED / line)
  }
}

function noteMargin(
  form: Form,
  {width, ruled}: {width: number; ruled: number}
): (NonNullable<Geometry['notes']> & {room: number}) | undefined {
  const chosen = form['note-margin']
  if (!chosen) return undefined
  const own = chosen.width === undefined ? Math.round(0.22 * width) : round(chosen.width * POINTS, 2)
  const edge = form.margins?.outer === undefined ? EDGE : round(form.margins.outer * POINTS, 2)
  return {width: own, edge, every: ruled, ruled: chosen.ruled, room: own + edge}
}

const round = (value: number, digits: number): number => Math.round(value * 10 ** digits) / 10 ** digits
