// The file for the printer, made of the finished one without laying anything out anew: sheet with bleed and marks, black as black
// alone, the text moved out of the fold, an even number of pages; no links, bookmarks or tags; by the standard PDF/X-4 or PDF/X-1a.
import {createHash} from 'node:crypto'
import {PDFDocument, PDFHexString, PDFName, type PDFPage} from '@cantoo/pdf-lib'
import type {PressStandard} from '../../document/press-standards.ts'
import {contentOf} from './page-content.ts'
import {writePress} from './press.ts'
import {pagesInOneInk, writePressX1a, type Hindered} from './press-x1a.ts'

/** What the printer asks for. */
export interface PrintersOptions {
  /** Millimetres beyond the trimmed page. */
  bleed: number
  /** Whether marks show where a sheet with bleed is cut; default: true. Printers that make books one by one want none. */
  cropMarks?: boolean | undefined
  /** Where the fold is; default: left. */
  binding?: 'left' | 'right' | 'top' | undefined
  /** Default: PDF/X-4. */
  standard?: PressStandard | undefined
}

/** The file, and what keeps it from the standard that was asked for. */
export interface PrintersFile {
  pdf: Uint8Array
  pages: number
  hindered: readonly Hindered[]
}

/** The printer's file of a finished PDF. The same PDF gives the same bytes. */
export async function printersFile(
  finished: Uint8Array,
  {bleed, cropMarks = true, binding = 'left', standard = 'PDF/X-4'}: PrintersOptions
): Promise<PrintersFile> {
  const source = await PDFDocument.load(finished, {updateMetadata: false})
  const {contents, hindered} = await pressContents(source, standard)
  for (const {node} of source.getPages()) for (const key of SCREEN) node.delete(PDFName.of(key))
  const pdf = await PDFDocument.create({updateMetadata: false})
  for (const page of await pdf.copyPages(source, source.getPageIndices())) pdf.addPage(page)
  const [first] = pdf.getPages()
  if (first && pdf.getPageCount() % 2 === 1) pdf.addPage([first.getWidth(), first.getHeight()])
  const shift = gutter(pdf.getPageCount())
  const around = bleed * POINTS + (bleed > 0 && cropMarks ? MARKS : 0)
  for (const [index, page] of pdf.getPages().entries())
    setSheet(page, contents[index] ?? '', {
      bleed: bleed * POINTS,
      around,
      ...outOfFold(binding, index % 2 === 0 ? shift : -shift)
    })
  copyFacts(source, pdf)
  const hash = createHash('sha256').update(finished).update(`print ${bleed} ${around} ${standard}`).digest('hex')
  const id = PDFHexString.of(hash.slice(0, 32))
  pdf.context.trailerInfo.ID = pdf.context.obj([id, id])
  if (standard === 'PDF/X-1a') writePressX1a(pdf)
  else writePress(pdf, hash)
  // PDF 1.3 knows no packs of objects.
  const useObjectStreams = standard !== 'PDF/X-1a'
  const bytes = await pdf.save({useObjectStreams, addDefaultPage: false, updateFieldAppearances: false})
  return {pdf: bytes, pages: pdf.getPageCount(), hindered}
}

/** What the pages show, in the inks of the standard; it is taken from them, for it is written anew. */
async function pressContents(
  source: PDFDocument,
  standard: PressStandard
): Promise<{contents: string[]; hindered: Hindered[]}> {
  const contents = source.getPages().map(contentOf)
  const made =
    standard === 'PDF/X-1a' ? await pagesInOneInk(source, contents) : {contents: contents.map(inBlack), hindered: []}
  for (const {node} of source.getPages()) node.delete(PDFName.of('Contents'))
  return made
}

/** What only a screen has a use for. */
export const SCREEN = ['Annots', 'StructParents', 'Tabs', 'Group'] as const

const POINTS = 72 / 25.4

/** Room for the marks around the bleed, points: 3 mm of distance or more, then 5 mm of mark. */
const MARKS = 24

/**
 * How far the text moves out of the fold: the thicker the book, the deeper its pages sink into it. Steps of three points, at the
 * page counts at which printers ask for more.
 */
export const gutter = (pages: number): number => 3 * STEPS.filter((most) => pages > most).length
const STEPS = [150, 300, 500, 700] as const

interface Sheet {
  bleed: number
  /** Points of sheet around the trimmed page. */
  around: number
  /** Points by which the page moves to the right, and upwards. */
  right: number
  up: number
}

/** Right pages move away from a fold on their left; in a book bound on the right they are the left ones, in a pad they move down. */
function outOfFold(binding: 'left' | 'right' | 'top', shift: number): {right: number; up: number} {
  if (binding === 'top') return {right: 0, up: -shift}
  return {right: binding === 'left' ? shift : -shift, up: 0}
}

function setSheet(page: PDFPage, shown: string, {bleed, around, right, up}: Sheet): void {
  const {width, height} = page.getSize()
  const place = `q 1 0 0 1 ${number(around + right)} ${number(around + up)} cm`
  const marks = around > bleed ? marksAround({width, height, bleed, around}) : ''
  const content = `${place}\n${shown}\nQ\n${marks}`
  page.node.set(
    PDFName.of('Contents'),
    page.node.context.register(page.node.context.flateStream(Buffer.from(content, 'latin1')))
  )
  page.setMediaBox(0, 0, width + 2 * around, height + 2 * around)
  page.setCropBox(0, 0, width + 2 * around, height + 2 * around)
  page.setBleedBox(around - bleed, around - bleed, width + 2 * bleed, height + 2 * bleed)
  page.setTrimBox(around, around, width, height)
}

/** Two short lines at each corner, in the line of the trim and clear of the bleed. */
function marksAround({
  width,
  height,
  bleed,
  around
}: {width: number; height: number} & Omit<Sheet, 'right' | 'up'>): string {
  const far = around - Math.max(bleed, LEAST)
  const lines: string[] = []
  const line = (...ends: number[]): void => {
    const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = ends.map(number)
    lines.push(`${x1} ${y1} m ${x2} ${y2} l S`)
  }
  const [sheetWidth, sheetHeight] = [width + 2 * around, height + 2 * around]
  for (const y of [around, around + height]) {
    line(0, y, far, y)
    line(sheetWidth - far, y, sheetWidth, y)
  }
  for (const x of [around, around + width]) {
    line(x, 0, x, far)
    line(x, sheetHeight - far, x, sheetHeight)
  }
  return `q 0 G 0.25 w\n${lines.join('\n')}\nQ\n`
}

/** Marks keep 3 mm from the trim, however small the bleed. */
const LEAST = 8.5

const number = (value: number): number => Math.round(value * 1000) / 1000

/** Greys written as three equal parts of light are greys of one ink; other colours stay as they are. */
const inBlack = (content: string): string =>
  content.replace(/(?<![\d.] )(?<![\d.])([\d.]+) \1 \1 (RG|rg)\b/g, (_, grey: string, kind: string) =>
    kind === 'RG' ? `${grey} G` : `${grey} g`
  )

/** Title and makers; dates are those of the edition. */
export function copyFacts(source: PDFDocument, pdf: PDFDocument): void {
  const [title, author, date] = [source.getTitle(), source.getAuthor(), source.getCreationDate()]
  if (title !== undefined) pdf.setTitle(title)
  if (author !== undefined) pdf.setAuthor(author)
  pdf.setCreator('Recension')
  pdf.setProducer('Recension')
  if (date) {
    pdf.setCreationDate(date)
    pdf.setModificationDate(date)
  }
}
