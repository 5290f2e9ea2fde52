// The files for paper that are made of a finished PDF, each proved against it: the printer's file, the booklet.
import type {Edition} from './document/edition.ts'
import {geometryOf} from './document/page-geometry.ts'
import {paperSize, POINTS} from './document/print-form.ts'
import type {Output} from './document/settings.ts'
import {signaturesOf} from './document/signatures.ts'
import {verifyBooklet, verifyPrintersFile, type Finding} from './verify/index.ts'

/** Formats whose files are made of the finished PDF. */
export const OF_FINISHED = ['print', 'booklet'] as const
export type OfFinished = (typeof OF_FINISHED)[number]

/** Makes the file of a format, of which `pages` are the sides that are printed. */
export async function makePaperFile(
  {output}: Edition,
  format: OfFinished,
  finished: Uint8Array
): Promise<{pdf: Uint8Array; pages: number}> {
  const {booklet, printersFile} = await import('./print/index.ts')
  const {binding} = geometryOf(output)
  if (format === 'print')
    return printersFile(finished, {bleed: output?.bleed ?? 0, cropMarks: output?.['crop-marks'], binding})
  const {signature, sheet, creep = 0} = output?.booklet ?? {}
  return booklet(finished, {
    binding: sideOf(binding),
    signature,
    creep: creep * POINTS,
    sheet: sheet === undefined ? undefined : sideways(sheet)
  })
}

/** Whether the file of a format has every page of the finished PDF, each with its words and at its place. */
export async function provePaperFile(
  {output}: Edition,
  format: OfFinished,
  {finished, bytes, pages}: {finished: Uint8Array; bytes: Uint8Array; pages: number}
): Promise<Finding[]> {
  if (format === 'print') return verifyPrintersFile(finished, bytes, {bleed: output?.bleed ?? 0})
  const signatures = signaturesOf(pages, output?.booklet?.signature)
  return verifyBooklet(finished, bytes, {binding: sideOf(geometryOf(output).binding), signatures})
}

/** A booklet has no fold above: settings that ask for one are refused. */
const sideOf = (binding: NonNullable<Output['binding']>): 'left' | 'right' => (binding === 'right' ? 'right' : 'left')

/** A sheet that is folded lies on its side. */
function sideways(sheet: string): [number, number] {
  const [width = 0, height = 0] = (paperSize(sheet) ?? []).map((side) => side * POINTS)
  return [Math.max(width, height), Math.min(width, height)]
}
