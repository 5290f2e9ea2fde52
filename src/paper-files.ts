// The files for paper that are made of a finished PDF, each proved against it: the printer's file, the booklet.
import type {Edition} from './document/edition.ts'
import {geometryOf} from './document/page-geometry.ts'
import {paperSize, POINTS} from './document/print-form.ts'
import type {Output} from './document/settings.ts'
import {signaturesOf} from './document/signatures.ts'
import {verifyBooklet, verifyPrintersFile, type Finding} from './verify/index.ts'
import type {Hindered, PageMap} from './print/index.ts'

/** Formats whose files are made of the finished PDF. */
export const OF_FINISHED = ['print', 'booklet'] as const
export type OfFinished = (typeof OF_FINISHED)[number]

/** A file for paper: `pages` are the sides that are printed, `findings` what in the edition keeps it from being made as it is asked for. */
export interface PaperFile {
  pdf: Uint8Array
  pages: number
  findings: Finding[]
}

/** Makes the file of a format of an output. */
export async function makePaperFile(
  {output}: Edition,
  format: OfFinished,
  {finished, map}: {finished: Uint8Array; map: PageMap}
): Promise<PaperFile> {
  const {booklet, printersFile} = await import('./print/index.ts')
  const {binding} = geometryOf(output)
  if (format === 'print') {
    const {bleed = 0, 'crop-marks': cropMarks, standard} = output ?? {}
    const {pdf, pages, hindered} = await printersFile(finished, {bleed, cropMarks, binding, standard})
    return {pdf, pages, findings: hindered.map((one) => hinderedBy(one, map))}
  }
  const {signature, sheet, creep = 0} = output?.booklet ?? {}
  const folded = await booklet(finished, {
    binding: sideOf(binding),
    signature,
    creep: creep * POINTS,
    sheet: sheet === undefined ? undefined : sideways(sheet)
  })
  return {...folded, findings: []}
}

/** `standard: PDF/X-1a` cannot have all that a drawing may. */
function hinderedBy({page, what}: Hindered, {output, pages}: PageMap): Finding {
  const {label, part} = pages[page] ?? {}
  const place = `${part ?? output}, page ${label ?? ''} (page ${page + 1} of the printer’s file)`
  return {
    rule: 'not-in-standard',
    setting: ['outputs', output, 'standard'],
    reason: `Unexpected ${what} in ${place}, expected plain greys of one ink for \`standard: PDF/X-1a\`; \`standard: PDF/X-4\` prints it, or save the picture as PNG or JPEG`
  }
}

/** Whether the file of a format has every page of the finished PDF, each with its words and at its place. */
export async function provePaperFile(
  {output}: Edition,
  format: OfFinished,
  {finished, bytes, pages}: {finished: Uint8Array; bytes: Uint8Array; pages: number}
): Promise<Finding[]> {
  if (format === 'print')
    return verifyPrintersFile(finished, bytes, {bleed: output?.bleed ?? 0, standard: output?.standard})
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
