// The cover, when the edition gives none: its title page in its own type, drawn without a browser.
import type {Contributor} from '../../document/settings.ts'
import type {Metadata} from '../metadata.ts'
import {balance} from './balance.ts'
import {canSet, drawLine, widthOf, type Type} from './line.ts'
import {png, type Colour} from './png.ts'
import {addRectangle, canvas, greys, type Canvas} from './raster.ts'

/** What the cover says. */
export type CoverText = Pick<Metadata, 'title' | 'subtitle' | 'authors' | 'editors' | 'translators' | 'publisher'>

const WIDTH = 1600
const HEIGHT = 2400
const MEASURE = 1200
const CENTRE = WIDTH / 2
const PAPER: Colour = [246, 239, 225]
const INK: Colour = [38, 32, 28]

const SMALL_CAPS: Type = {face: 'regular', size: 66, features: ['smcp'], tracking: 0.06}
const ITALIC: Type = {face: 'italic', size: 60}
/** Sizes of the title, from the largest that its length allows. */
const TITLE_SIZES = [210, 190, 172, 156, 142, 128, 116, 104, 92, 80]
const TITLE_LINES = 5

/** Draws the cover as a PNG of 1600 × 2400 pixels. */
export function drawCover(text: CoverText): Uint8Array {
  const target = canvas(WIDTH, HEIGHT)
  frame(target)
  const belowAuthors = namesBlock(target, text.authors, 400)
  const belowTitle = titleBlock(target, text.title, Math.max(belowAuthors, 640))
  rule(target, belowTitle + 60, 240)
  if (text.subtitle) paragraph(target, text.subtitle, {face: 'italic', size: 80}, belowTitle + 190)
  credits(target, text)
  if (text.publisher) publisher(target, text.publisher)
  return png({width: WIDTH, height: HEIGHT, greys: greys(target), paper: PAPER, ink: INK})
}

/** What the cover shows, in words, for readers who cannot see it. */
export function coverAlt({title, subtitle, authors, editors, translators, publisher}: CoverText): string {
  const people = [
    ...(authors.length > 0 ? [`By ${listed(authors)}`] : []),
    ...(editors.length > 0 ? [`Edited by ${listed(editors)}`] : []),
    ...(translators.length > 0 ? [`Translated by ${listed(translators)}`] : [])
  ]
  return ['Cover', title, ...(subtitle ? [subtitle] : []), ...people, ...(publisher ? [publisher] : [])].join('. ')
}

function frame(target: Canvas): void {
  for (const [inset, thickness] of [
    [84, 6],
    [104, 2]
  ] as const) {
    const [right, bottom] = [WIDTH - inset, HEIGHT - inset]
    addRectangle(target, {x: inset, y: inset}, {x: right, y: inset + thickness})
    addRectangle(target, {x: inset, y: bottom - thickness}, {x: right, y: bottom})
    addRectangle(target, {x: inset, y: inset + thickness}, {x: inset + thickness, y: bottom - thickness})
    addRectangle(target, {x: right - thickness, y: inset + thickness}, {x: right, y: bottom - thickness})
  }
}

function rule(target: Canvas, y: number, width: number): void {
  addRectangle(target, {x: CENTRE - width / 2, y}, {x: CENTRE + width / 2, y: y + 4})
}

/** The largest type that sets the title in few lines. */
function titleBlock(target: Canvas, title: string, top: number): number {
  const fits = (size: number): boolean => {
    const lines = broken(title, {face: 'regular', size})
    return lines.length <= TITLE_LINES && lines.every((line) => widthOf(line, {face: 'regular', size}) <= MEASURE)
  }
  const size = TITLE_SIZES.find(fits) ?? TITLE_SIZES.at(-1) ?? 80
  return paragraph(target, title, {face: 'regular', size}, top)
}

/** Sets a text in balanced, centred lines from the first base line on; returns where the next could stand. */
function paragraph(target: Canvas, text: string, type: Type, top: number): number {
  const lines = broken(text, type)
  lines.forEach((line, index) => drawLine(target, line, type, {x: CENTRE, y: top + index * type.size * 1.16}))
  return top + (lines.length - 1) * type.size * 1.16 + type.size * 0.3
}

/** A text with letters that no embedded face has is left out: its title stands in the file, boxes help nobody. */
function broken(text: string, type: Type): string[] {
  return canSet(text) ? balance(text, (line) => widthOf(line, type), MEASURE) : []
}

function namesBlock(target: Canvas, people: readonly Contributor[], top: number): number {
  return people.length > 0 ? paragraph(target, listed(people), SMALL_CAPS, top) + 200 : 0
}

/** Editors and translators, built upwards from the publisher. */
function credits(target: Canvas, {editors, translators}: CoverText): void {
  const rows = [
    {label: 'Edited by', people: editors},
    {label: 'Translated by', people: translators}
  ].filter(({people}) => people.length > 0)
  let y = 1660 + (2 - rows.length) * 120
  for (const {label, people} of rows) {
    drawLine(target, label, ITALIC, {x: CENTRE, y})
    y = paragraph(target, listed(people), SMALL_CAPS, y + 84) + 110
  }
}

function publisher(target: Canvas, name: string): void {
  rule(target, 2110, 120)
  paragraph(target, name, {...SMALL_CAPS, size: 56}, 2200)
}

/** `A`, `A and B`, `A, B and C` */
function listed(people: readonly Contributor[]): string {
  const names = people.map(({name}) => name)
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
}
