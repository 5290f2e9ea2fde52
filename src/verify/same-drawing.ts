// The proof that the printer's file draws what the finished PDF draws, sign by sign: only where the page stands on its sheet, and with
// which ink, may differ.
import {dictIn, listIn, nameAt, openObjects, pagesIn, streamIn, type PdfDict, type PdfObjects} from './pdf-objects.ts'

/** Pages, counted from 0, whose drawing is another. A page that only the printer's file has is not looked at. */
export function pagesDrawnOtherwise(finished: Uint8Array, printers: Uint8Array): number[] {
  const [wanted, found] = [finished, printers].map(openObjects) as [PdfObjects, PdfObjects]
  const sheets = pagesIn(found)
  return pagesIn(wanted).flatMap((page, at) => {
    const sheet = sheets[at]
    const same =
      sheet !== undefined &&
      isMoved(contentOf(wanted, page), contentOf(found, sheet)) &&
      formsAreSame({objects: wanted, dict: page}, {objects: found, dict: sheet})
    return same ? [] : [at]
  })
}

const contentOf = (objects: PdfObjects, page: PdfDict): Drawing =>
  drawingOf(
    listIn(objects, page.get('/Contents'))
      .map((one) => streamIn(objects, one))
      .join('\n')
  )

/** What is drawn, a sign in place of each colour, and these as greys. */
interface Drawing {
  lines: string
  greys: readonly number[]
}

function drawingOf(content: string): Drawing {
  const greys: number[] = []
  const lines = content.replace(
    /(?<!\S)(?:([\d.]+ [\d.]+ [\d.]+) (?:rg|(RG))|([\d.]+) ([gG]))(?!\S)/g,
    (...[, three, upper, one, sign]: (string | undefined)[]) => {
      greys.push(three === undefined ? Number(one) : brightness(three.split(' ').map(Number)))
      return sign ?? (upper === undefined ? 'g' : 'G')
    }
  )
  return {lines, greys}
}

/** How bright three parts of light look (PDF Reference 1.3, 6.2.1). */
const brightness = ([red = 0, green = 0, blue = 0]: readonly number[]): number => 0.3 * red + 0.59 * green + 0.11 * blue

/** Greys are written with three digits. */
const ROUNDING = 0.001

/** The move out of the fold, the drawing, and the marks around it. */
function isMoved(page: Drawing, sheet: Drawing): boolean {
  const move = /^q 1 0 0 1 [-\d.]+ [-\d.]+ cm\n/.exec(sheet.lines)?.[0]
  if (move === undefined || !sheet.lines.startsWith(page.lines, move.length)) return false
  const after = sheet.lines.slice(move.length + page.lines.length)
  return /^\nQ\n(?:q G 0\.25 w\n(?:[\d. ]+ m [\d. ]+ l S\n)+Q\n)?$/.test(after) && hasGreys(page, sheet)
}

const hasGreys = (wanted: Drawing, found: Drawing): boolean =>
  wanted.greys.every((grey, at) => Math.abs(grey - (found.greys[at] ?? Number.NaN)) <= ROUNDING)

interface Shown {
  objects: PdfObjects
  dict: PdfDict
}

/** What is drawn as a picture, and what that draws as one. */
function formsAreSame(page: Shown, sheet: Shown): boolean {
  const [wanted, found] = [page, sheet].map(({objects, dict}) =>
    dictIn(objects, dictIn(objects, dict.get('/Resources'))?.get('/XObject'))
  )
  return [...(wanted ?? [])].every(([name, value]) => {
    const [form, other] = [dictIn(page.objects, value), dictIn(sheet.objects, found?.get(name))]
    if (!form || nameAt(form, '/Subtype') !== '/Form')
      return other !== undefined && nameAt(other, '/Subtype') !== '/Form'
    if (!other) return false
    const [one, two] = [drawingOf(streamIn(page.objects, value)), drawingOf(streamIn(sheet.objects, found?.get(name)))]
    const same = one.lines === two.lines && hasGreys(one, two)
    return same && formsAreSame({...page, dict: form}, {...sheet, dict: other})
  })
}
