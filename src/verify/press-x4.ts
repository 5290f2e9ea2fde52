// The proof of PDF/X-4 (ISO 15930-7): black as one ink, and no colour without a profile.
import {dictIn, listIn, nameAt, streamIn, valueIn, type PdfDict, type PdfObjects} from './pdf-objects.ts'
import {fault, type PressFault, type PressFile} from './press-file.ts'

/** What keeps a file from PDF/X-4, beside what every standard wants. */
export function x4Faults(file: PressFile): PressFault[] {
  const {head, objects, catalog} = file
  const xmp = streamIn(objects, catalog?.get('/Metadata'))
  return [
    ...(/^%PDF-1\.[0-6]\s/.test(head) ? [] : [fault('version of PDF', '1.6 or an earlier one')]),
    ...(xmp.includes('<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>') ? [] : [fault('standard', 'PDF/X-4')]),
    ...inkFaults(file),
    ...colourFaults(file)
  ]
}

/** The one ink that is meant, with its profile: a device that prints, of one colour. */
function inkFaults({catalog, objects}: PressFile): PressFault[] {
  const intents = valueIn(objects, catalog?.get('/OutputIntents'))
  const all = Array.isArray(intents) ? intents.map((one) => dictIn(objects, one)) : []
  const press = all.find((one) => one && nameAt(one, '/S') === '/GTS_PDFX')
  if (!press || all.length !== 1) return [fault('output intent', 'one for a press')]
  const profile = streamIn(objects, press.get('/DestOutputProfile'))
  return profile.slice(12, 20) === 'prtrGRAY' ? [] : [fault('profile of the output intent', 'one of a black ink')]
}

/** Black and greys are those of one ink, other colours those of a profile. */
function colourFaults({all, objects}: PressFile): PressFault[] {
  const grey = fault('grey of three colours', 'one ink')
  const strange = fault('colours without a profile', 'those of sRGB')
  const faults = new Set<PressFault>()
  for (const {value} of all) {
    if (!(value instanceof Map) || nameAt(value, '/Type') !== '/Page') continue
    const contents = listIn(objects, value.get('/Contents'))
    const text = contents.map((one) => streamIn(objects, one)).join('\n')
    if (/(?<![\d.] )(?<![\d.])([\d.]+) \1 \1 (?:RG|rg)\b/.test(text)) faults.add(grey)
    const resources = dictIn(objects, value.get('/Resources'))
    const named = resources && dictIn(objects, resources.get('/ColorSpace'))?.has('/DefaultRGB')
    const coloured = /\b(?:RG|rg)\b/.test(text) || hasPictures(resources, objects)
    if (coloured && !named) faults.add(strange)
  }
  return [...faults]
}

const hasPictures = (resources: PdfDict | undefined, objects: PdfObjects): boolean =>
  (dictIn(objects, resources?.get('/XObject'))?.size ?? 0) > 0
