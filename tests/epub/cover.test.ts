// The cover: shapes filled by the area that they cover, even lines, a picture that every program can read.
import {inflateSync} from 'node:zlib'
import {describe, expect, test} from 'vitest'
import {balance, hold} from '../../src/epub/cover/balance.ts'
import {coverAlt, drawCover} from '../../src/epub/cover/cover.ts'
import {drawLine, widthOf} from '../../src/epub/cover/line.ts'
import {png} from '../../src/epub/cover/png.ts'
import {addContour, addRectangle, canvas, greys} from '../../src/epub/cover/raster.ts'
import {makeOptions} from './options.ts'

/** Rows of grey values. */
function drawn(width: number, height: number, draw: (target: ReturnType<typeof canvas>) => void): number[][] {
  const target = canvas(width, height)
  draw(target)
  const pixels = [...greys(target)]
  return Array.from({length: height}, (_, row) => pixels.slice(row * width, (row + 1) * width))
}

describe('the rasteriser', () => {
  test('fills a rectangle and nothing beside it', () => {
    expect(drawn(4, 3, (target) => addRectangle(target, {x: 1, y: 1}, {x: 3, y: 2}))).toEqual([
      [0, 0, 0, 0],
      [0, 255, 255, 0],
      [0, 0, 0, 0]
    ])
  })

  test('gives a pixel the grey of the part that is covered', () => {
    // Half of the width, then a quarter: half of width and half of height.
    expect(drawn(3, 2, (target) => addRectangle(target, {x: 0.5, y: 0}, {x: 2, y: 1.5}))).toEqual([
      [128, 255, 0],
      [64, 128, 0]
    ])
  })

  test('halves the pixels on a diagonal, whichever way the contour runs', () => {
    const triangle = [
      {x: 0, y: 0},
      {x: 3, y: 3},
      {x: 0, y: 3}
    ]
    const expected = [
      [128, 0, 0],
      [255, 128, 0],
      [255, 255, 128]
    ]
    expect(drawn(3, 3, (target) => addContour(target, triangle))).toEqual(expected)
    expect(drawn(3, 3, (target) => addContour(target, triangle.toReversed()))).toEqual(expected)
  })

  test('cuts a hole where a contour runs the other way, and covers what overlaps once', () => {
    const inner = [
      {x: 1, y: 1},
      {x: 2, y: 1},
      {x: 2, y: 2},
      {x: 1, y: 2}
    ]
    const outer = (target: ReturnType<typeof canvas>): void => addRectangle(target, {x: 0, y: 0}, {x: 3, y: 3})
    const middle = (draw: (target: ReturnType<typeof canvas>) => void): number | undefined => drawn(3, 3, draw)[1]?.[1]
    expect(middle((target) => (outer(target), addContour(target, inner)))).toBe(255)
    expect(middle((target) => (outer(target), addContour(target, inner.toReversed())))).toBe(0)
  })

  test('keeps what lies over the edge within its row', () => {
    expect(drawn(3, 2, (target) => addRectangle(target, {x: -5, y: -1}, {x: 1, y: 1}))).toEqual([
      [255, 0, 0],
      [0, 0, 0]
    ])
  })
})

describe('lines of type', () => {
  test('are as wide as their letters and stand on the base line', () => {
    const type = {face: 'regular', size: 100} as const
    // In EB Garamond H advances by 810 of 1000 units and is 653 high.
    expect(widthOf('HH', type)).toBeCloseTo(162, 5)
    const rows = drawn(200, 120, (target) => drawLine(target, 'H', type, {x: 100, y: 100}))
    const inked = rows.map((row, index) => (row.some((grey) => grey > 128) ? index : -1)).filter((index) => index >= 0)
    expect([inked[0], inked.at(-1)]).toEqual([35, 99])
  })

  test('keep dates and short words with what follows them', () => {
    const apart = (text: string): string[] => hold(text).split(' ')
    expect(apart('The Talks of 4 September 1952')).toEqual(['The\u00A0Talks', 'of\u00A04\u00A0September\u00A01952'])
    expect(apart('Stalin and Zhou Enlai')).toEqual(['Stalin', 'and\u00A0Zhou', 'Enlai'])
    expect(apart('The Incomprehensibilities Book')).toEqual(['The', 'Incomprehensibilities', 'Book'])
    expect(apart('Letters, 1950–1953')).toEqual(['Letters,', '1950–1953'])
  })

  test('are balanced in the fewest that fit', () => {
    const length = (line: string): number => line.length
    expect(balance('one two three four five six', length, 20)).toEqual(['one two three', 'four five six'])
    expect(balance('a bb', length, 20)).toEqual(['a bb'])
    expect(balance('unbreakable', length, 5)).toEqual(['unbreakable'])
    expect(balance('Ann\u00A0Editor, Bo\u00A0Twice', length, 12)).toEqual(['Ann\u00A0Editor,', 'Bo\u00A0Twice'])
    expect(balance('', length, 5)).toEqual([])
  })
})

describe('the picture', () => {
  const {metadata} = makeOptions()

  test('is a PNG of paper and ink', () => {
    const bytes = Buffer.from(
      png({width: 2, height: 1, greys: Uint8Array.of(0, 255), paper: [250, 240, 230], ink: [10, 20, 30]})
    )
    const palette = bytes.indexOf('PLTE') + 4
    expect([...bytes.subarray(palette, palette + 3)]).toEqual([250, 240, 230])
    expect([...bytes.subarray(palette + 765, palette + 768)]).toEqual([10, 20, 30])
    const data = bytes.indexOf('IDAT')
    expect([...inflateSync(bytes.subarray(data + 4, data + 4 + bytes.readUInt32BE(data - 4)))]).toEqual([0, 0, 255])
  })

  test('is 1600 by 2400 and the same each time', () => {
    const bytes = Buffer.from(drawCover(metadata))
    expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([1600, 2400])
    expect(Buffer.compare(bytes, drawCover(metadata))).toBe(0)
    expect(Buffer.compare(bytes, drawCover({...metadata, title: 'Conversation on Armistice'}))).not.toBe(0)
  })

  test('keeps inside its frame, however long the title and however many the editors', () => {
    const long = {
      ...metadata,
      title: 'Record of the conversation between Stalin and Zhou Enlai on the armistice negotiations in Korea and more',
      editors: Array.from({length: 7}, (_, n) => ({name: `Editor Number ${n}`, sort: undefined}))
    }
    expect(inkInMargins(drawCover(long))).toBe(0)
    expect(inkInMargins(drawCover(metadata))).toBe(0)
  })

  test('shows no boxes for a script without a face', () => {
    expect(
      Buffer.compare(drawCover({...metadata, subtitle: '停战'}), drawCover({...metadata, subtitle: undefined}))
    ).toBe(0)
  })

  test('is told in words', () => {
    expect(coverAlt(metadata)).toBe(
      'Cover. Conversations on Armistice “& <Peace>”. Moscow, August–September 1952. Edited by Ann Editor and Bo Twice. Translated by Bo Twice and Kim Il. Recension Press'
    )
  })
})

/** Inked pixels in the strips just inside the frame, where nothing may stand. */
function inkInMargins(picture: Uint8Array): number {
  const bytes = Buffer.from(picture)
  const data = bytes.indexOf('IDAT')
  const pixels = inflateSync(bytes.subarray(data + 4, data + 4 + bytes.readUInt32BE(data - 4)))
  let ink = 0
  for (let y = 106; y < 2294; y++) {
    for (let x = 106; x < 160; x++) ink += (pixels[y * 1601 + 1 + x] ?? 0) + (pixels[y * 1601 + 1 + 1599 - x] ?? 0)
  }
  return ink
}
