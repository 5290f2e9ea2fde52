// The cover, when the edition gives none: its title page in its own type, drawn without a browser.
import type {Contributor} from '../../document/settings.ts'
import type {Metadata} from '../metadata.ts'
import {balance, hold} from './balance.ts'
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
/** Sizes of the title, from the largest that its length and the room allow. */
const TITLE_SIZES = [210, 190, 172, 156, 142, 128, 116, 104, 92, 80, 70]
const TITLE_LINES = 5
const LEADING = 1.16

/** First base line of the title where no author stands above it, and last one above the publisher. */
const TITLE_TOP = 640
const CREDITS_FOOT = 2000

/** Lines of one type with the base line of the first. */
interface Block {
  lines: string[]
  type: Type
  top: number
}

/** Draws the cover as a PNG of 1600 × 2400 pixels. */
export function drawCover(text: CoverText): Uint8Array {
  const target = canvas(WIDTH, HEIGHT)
  frame(target)
  const authors = block(unbroken(text.authors), SMALL_CAPS, 400)
  const credits = creditsOf(text)
  const head = headOf(text, {
    top: authors.lines.length > 0 ? below(authors) + 240 : TITLE_TOP,
    foot: (credits[0]?.top ?? CREDITS_FOOT) - 130
  })
  const publisher = publisherOf(text)
  for (const one of [authors, ...head, ...credits, publisher]) drawBlock(target, one)
  const [title] = head
  if (title) rule(target, below(title) - title.type.size * (LEADING - 0.4) + 55, 240)
  if (publisher.lines.length > 0) rule(target, publisher.top - 90, 120)
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

/** Title and subtitle in the largest type with which they end above `foot`. */
function headOf({title, subtitle}: CoverText, room: {top: number; foot: number}): Block[] {
  const tries = TITLE_SIZES.map((size) => {
    const first = block(hold(title), {face: 'regular', size}, room.top)
    const second = block(
      hold(subtitle ?? ''),
      {face: 'italic', size: Math.max(56, Math.min(80, size * 0.55))},
      below(first) + 100
    )
    return [first, second]
  })
  const fits = ([first, second]: Block[]): boolean =>
    first !== undefined &&
    second !== undefined &&
    first.lines.length <= TITLE_LINES &&
    first.lines.every((line) => widthOf(line, first.type) <= MEASURE) &&
    below(second) - second.type.size * LEADING <= room.foot
  return tries.find(fits) ?? tries.at(-1) ?? []
}

/** Editors and translators, standing on one foot however many they are. */
function creditsOf({editors, translators}: CoverText): Block[] {
  const rows = [
    {label: 'Edited by', people: editors},
    {label: 'Translated by', people: translators}
  ].filter(({people}) => people.length > 0)
  const blocks: Block[] = []
  let y = 0
  for (const {label, people} of rows) {
    const names = block(unbroken(people), SMALL_CAPS, y + 84)
    blocks.push(block(label, ITALIC, y), names)
    y = below(names) + 60
  }
  const last = blocks.at(-1)
  const shift = last ? CREDITS_FOOT - (below(last) - last.type.size * LEADING) : 0
  return blocks.map((one) => ({...one, top: one.top + shift}))
}

function publisherOf({publisher = ''}: CoverText): Block {
  const one = block(publisher, {...SMALL_CAPS, size: 56}, 2200)
  return {...one, top: one.top - Math.max(0, one.lines.length - 1) * 40}
}

/** A text with letters that no embedded face has is left out: its title stands in the file, boxes help nobody. */
function block(text: string, type: Type, top: number): Block {
  const lines = canSet(text) ? balance(text, (line) => widthOf(line, type), MEASURE) : []
  return {lines, type, top}
}

/** Base line of what could follow a block. */
const below = ({lines, type, top}: Block): number => top + lines.length * type.size * LEADING

function drawBlock(target: Canvas, {lines, type, top}: Block): void {
  lines.forEach((line, index) => drawLine(target, line, type, {x: CENTRE, y: top + index * type.size * LEADING}))
}

/** `A`, `A and B`, `A, B and C` */
function listed(people: readonly Contributor[]): string {
  const names = people.map(({name}) => name)
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
}

/** The same with names that no line end divides. */
const unbroken = (people: readonly Contributor[]): string =>
  listed(people.map(({name, sort}) => ({name: name.replaceAll(' ', '\u00A0'), sort})))
