// Greys of pictures by the profiles of their colours, worked out by hand from published figures.
import {PDFDocument, PDFName, type PDFObject} from '@cantoo/pdf-lib'
import {expect, test} from 'vitest'
import {blackInkProfile, srgbProfile} from '../../src/print/finish/icc.ts'
import {coloursOf} from '../../src/print/finish/picture-colours.ts'

const {context} = await PDFDocument.create()

const space = (bytes: Uint8Array, parts = 3): PDFObject =>
  context.obj([PDFName.of('ICCBased'), context.register(context.flateStream(bytes, {N: parts}))])

const greys = (colours: PDFObject, ...samples: number[]): number[] | undefined => {
  const found = coloursOf(colours)
  return found && [...found.greys(Uint8Array.from(samples))]
}

/** A profile of three lights with one curve, which is written as the ICC has it. */
function profile(primaries: readonly (readonly number[])[], curve: Buffer, extra: readonly string[] = []): Uint8Array {
  const fixed = (...values: number[]): Buffer => {
    const bytes = Buffer.alloc(4 * values.length)
    for (const [at, value] of values.entries()) bytes.writeInt32BE(Math.round(value * 65_536), 4 * at)
    return bytes
  }
  const blocks: [string, Buffer][] = [
    ...['rXYZ', 'gXYZ', 'bXYZ'].map((name, at): [string, Buffer] => [
      name,
      Buffer.concat([Buffer.from('XYZ \0\0\0\0'), fixed(...(primaries[at] ?? []))])
    ]),
    ...['rTRC', 'gTRC', 'bTRC', ...extra].map((name): [string, Buffer] => [name, curve])
  ]
  const head = Buffer.alloc(132 + 12 * blocks.length)
  head.write('mntrRGB XYZ ', 12)
  head.writeUInt32BE(blocks.length, 128)
  let place = head.length
  for (const [at, [name, block]] of blocks.entries()) {
    head.write(name, 132 + 12 * at)
    head.writeUInt32BE(place, 136 + 12 * at)
    head.writeUInt32BE(block.length, 140 + 12 * at)
    place += block.length
  }
  return Buffer.concat([head, ...blocks.map(([, block]) => block)])
}

/** `curv` of a power, in 256ths. */
function power(value: number): Buffer {
  const bytes = Buffer.alloc(14)
  bytes.write('curv')
  bytes.writeUInt32BE(1, 8)
  bytes.writeUInt16BE(Math.round(value * 256), 12)
  return bytes
}

/** `para` of sRGB: 2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045. */
function formulaOfScreen(): Buffer {
  const bytes = Buffer.alloc(32)
  bytes.write('para')
  bytes.writeUInt16BE(3, 8)
  for (const [at, value] of [2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.040_45].entries())
    bytes.writeInt32BE(Math.round(value * 65_536), 12 + 4 * at)
  return bytes
}

/** Colorants at D50 as Apple and the ICC publish them. */
const DISPLAY_P3 = [
  [0.515_12, 0.2412, -0.001_05],
  [0.291_98, 0.692_25, 0.041_89],
  [0.1571, 0.066_57, 0.784_07]
]
const SRGB = [
  [0.436_07, 0.222_49, 0.013_92],
  [0.385_15, 0.716_87, 0.097_08],
  [0.143_07, 0.060_61, 0.7141]
]

test('colours of a screen are weighed as they are, by whatever name', () => {
  // 0.3 × 100 + 0.59 × 200 + 0.11 × 50 are 153.5.
  expect(greys(PDFName.of('DeviceRGB'), 100, 200, 50)).toEqual([154])
  expect(greys(space(srgbProfile()), 100, 200, 50)).toEqual([154])
  expect(greys(space(profile(SRGB, formulaOfScreen())), 100, 200, 50)).toEqual([154])
})

test('greys stay, whatever their profile', () => {
  expect(greys(PDFName.of('DeviceGray'), 100, 200, 50)).toEqual([100, 200, 50])
  expect(greys(space(blackInkProfile(), 1), 100, 200, 50)).toEqual([100, 200, 50])
})

test('colours of a telephone are turned into those of a screen first', () => {
  // Greys stay. A red of 128 has 0.2159 of the light, 0.2645 of that of sRGB’s red (× 1.2249), no green and no blue: 140.7, weighed 0.3.
  const p3 = space(profile(DISPLAY_P3, formulaOfScreen()))
  expect(greys(p3, 128, 128, 128, 128, 0, 0)).toEqual([128, 42])
})

test('curves are heeded', () => {
  // Light without a curve: 128 is 0.502 of it, for which a screen has 188.
  expect(greys(space(profile(SRGB, power(1))), 0, 0, 0, 128, 128, 128, 255, 255, 255)).toEqual([0, 188, 255])
})

test('other profiles are not known', () => {
  expect(coloursOf(space(profile(SRGB, formulaOfScreen(), ['A2B0'])))).toBeUndefined()
  expect(coloursOf(space(srgbProfile(), 4))).toBeUndefined()
  expect(coloursOf(space(Buffer.from('none')))).toBeUndefined()
  expect(coloursOf(PDFName.of('DeviceCMYK'))).toBeUndefined()
})
