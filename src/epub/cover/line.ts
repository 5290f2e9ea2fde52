// Sets a line of type: glyphs of the book face with its features, measured and drawn.
import {face, type Face, type FaceName, type Outline} from '../faces.ts'
import {addContour, type Canvas, type Point} from './raster.ts'

/** How a line is set. */
export interface Type {
  face: FaceName
  /** Size in pixels. */
  size: number
  /** OpenType features beside the usual ones. */
  features?: readonly string[]
  /** Space between letters, in em. */
  tracking?: number
}

interface Glyph {
  outline: Outline
  x: number
  y: number
  scale: number
}

const USUAL = ['kern', 'liga', 'onum', 'mark', 'mkmk', 'ccmp']

/** Width of a line in pixels. */
export const widthOf = (text: string, type: Type): number => set(text, type).width

/** Draws a line centred on x, its base line at y. */
export function drawLine(target: Canvas, text: string, type: Type, at: Point): void {
  const {glyphs, width} = set(text, type)
  for (const {outline, x, y, scale} of glyphs) {
    const origin = {x: at.x - width / 2 + x, y: at.y - y}
    for (const contour of contours(outline, scale, origin)) addContour(target, contour)
  }
}

/** Whether the faces have every character of a text; no cover shows boxes. */
export function canSet(text: string): boolean {
  return Array.from(text).every((character) => faceFor(character, 'regular') !== undefined)
}

function set(text: string, type: Type): {glyphs: Glyph[]; width: number} {
  const glyphs: Glyph[] = []
  const tracking = (type.tracking ?? 0) * type.size
  let pen = 0
  for (const run of runsOf(text, type.face)) {
    const scale = type.size / run.face.unitsPerEm
    const {glyphs: shapes, positions} = run.face.layout(run.text, [...USUAL, ...(type.features ?? [])])
    for (const [index, {path}] of shapes.entries()) {
      const {xAdvance = 0, xOffset = 0, yOffset = 0} = positions[index] ?? {}
      glyphs.push({outline: path, x: pen + xOffset * scale, y: yOffset * scale, scale})
      pen += xAdvance * scale + (xAdvance > 0 ? tracking : 0)
    }
  }
  return {glyphs, width: Math.max(0, pen - tracking)}
}

/** Characters that the face lacks come from the fallback, as in the book itself. */
function runsOf(text: string, wanted: FaceName): {text: string; face: Face}[] {
  const runs: {text: string; face: Face}[] = []
  for (const character of text) {
    const one = faceFor(character, wanted) ?? face(wanted)
    const last = runs.at(-1)
    if (last && last.face === one) last.text += character
    else runs.push({text: character, face: one})
  }
  return runs
}

function faceFor(character: string, wanted: FaceName): Face | undefined {
  const codePoint = character.codePointAt(0) ?? 0
  return [face(wanted), face('regular'), face('fallback')].find((one) => one.hasGlyphForCodePoint(codePoint))
}

/** Steps of a curve: at these sizes no corner can be seen. */
const STEPS = 8

function contours({commands}: Outline, scale: number, origin: Point): Point[][] {
  const all: Point[][] = []
  let current: Point[] = []
  for (const {command, args} of commands) {
    const points = pairs(args).map(({x, y}) => ({x: origin.x + x * scale, y: origin.y - y * scale}))
    if (command === 'closePath') continue
    if (command === 'moveTo') {
      current = []
      all.push(current)
    }
    const start = current.at(-1) ?? points[0]
    if (start) current.push(...flatten([start, ...points]))
  }
  return all
}

const pairs = (values: readonly number[]): Point[] =>
  Array.from({length: values.length / 2}, (_, index) => ({x: values[index * 2] ?? 0, y: values[index * 2 + 1] ?? 0}))

/** Points of a line or Bézier curve after its start, by de Casteljau's construction. */
function flatten(control: readonly Point[]): Point[] {
  if (control.length <= 2) return control.slice(1)
  return Array.from({length: STEPS}, (_, index) => pointAt(control, (index + 1) / STEPS))
}

function pointAt(control: readonly Point[], t: number): Point {
  const [first] = control
  if (control.length === 1 && first) return first
  const between = control.slice(1).map((point, index) => {
    const before = control[index] ?? point
    return {x: before.x + (point.x - before.x) * t, y: before.y + (point.y - before.y) * t}
  })
  return pointAt(between, t)
}
