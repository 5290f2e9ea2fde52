// The proof that the printer's file is one by PDF/X-4: black as one ink, no colour without a profile, every font in the file, and
// nothing that only a screen has a use for.
import {
  dictIn,
  listIn,
  nameAt,
  openObjects,
  streamIn,
  valueIn,
  type PdfDict,
  type PdfObject,
  type PdfObjects,
  type PdfValue
} from './pdf-objects.ts'

/** What is wrong with the file, and what it should be. */
export interface PressFault {
  what: string
  expected: string
}

/** Holds a printer's file against the standard. */
export function pressFaults(bytes: Uint8Array): PressFault[] {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const objects = openObjects(bytes)
  const all = objectsOf(objects)
  const catalog = dictIn(objects, objects.end.get('/Root'))
  return [
    ...(/^%PDF-1\.[0-6]\s/.test(file.toString('latin1', 0, 12))
      ? []
      : [fault('version of PDF', '1.6 or an earlier one')]),
    ...(objects.end.has('/ID') ? [] : [fault('lack of an ID', 'one')]),
    ...factFaults(dictIn(objects, objects.end.get('/Info')), catalog, objects),
    ...inkFaults(catalog, objects),
    ...screenFaults(all),
    ...fontFaults(all, objects),
    ...colourFaults(all, objects)
  ]
}

const fault = (what: string, expected: string): PressFault => ({what, expected})

/** Title, dates, trapping, and the name of the standard. */
function factFaults(info: PdfDict | undefined, catalog: PdfDict | undefined, objects: PdfObjects): PressFault[] {
  const lacking = ['/Title', '/CreationDate', '/ModDate'].filter((key) => !info?.has(key))
  const xmp = streamIn(objects, catalog?.get('/Metadata'))
  return [
    ...lacking.map((key) => fault(`lack of ${key.slice(1)}`, 'one')),
    ...(info && nameAt(info, '/Trapped') === '/False' ? [] : [fault('trapping', 'none')]),
    ...(xmp.includes('<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>') ? [] : [fault('standard', 'PDF/X-4')])
  ]
}

/** The one ink that is meant, with its profile: a device that prints, of one colour. */
function inkFaults(catalog: PdfDict | undefined, objects: PdfObjects): PressFault[] {
  const intents = valueIn(objects, catalog?.get('/OutputIntents'))
  const all = Array.isArray(intents) ? intents.map((one) => dictIn(objects, one)) : []
  const press = all.find((one) => one && nameAt(one, '/S') === '/GTS_PDFX')
  if (!press || all.length !== 1) return [fault('output intent', 'one for a press')]
  const profile = streamIn(objects, press.get('/DestOutputProfile'))
  return profile.slice(12, 20) === 'prtrGRAY' ? [] : [fault('profile of the output intent', 'one of a black ink')]
}

const ON_SCREEN = [
  '/Annots',
  '/Outlines',
  '/StructTreeRoot',
  '/AcroForm',
  '/OpenAction',
  '/AA',
  '/EmbeddedFiles',
  '/JavaScript',
  '/JS'
]

const screenFaults = (all: readonly PdfObject[]): PressFault[] => {
  const found = new Set(
    all.flatMap(({value}) => dictsIn(value).flatMap((dict) => ON_SCREEN.filter((key) => dict.has(key))))
  )
  return [...found].map((key) => fault(key.slice(1), 'nothing that only a screen has a use for'))
}

/** Every font is in the file; one of many signs by the font below it. */
function fontFaults(all: readonly PdfObject[], objects: PdfObjects): PressFault[] {
  return all.flatMap(({value}) => {
    if (!(value instanceof Map) || nameAt(value, '/Type') !== '/Font' || nameAt(value, '/Subtype') === '/Type0')
      return []
    const descriptor = dictIn(objects, value.get('/FontDescriptor'))
    const within = ['/FontFile', '/FontFile2', '/FontFile3'].some((key) => descriptor?.has(key))
    return within ? [] : [fault(`lack of the font ${nameAt(value, '/BaseFont').slice(1)}`, 'all fonts of its text')]
  })
}

/** Black and greys are those of one ink, other colours those of a profile. */
function colourFaults(all: readonly PdfObject[], objects: PdfObjects): PressFault[] {
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

const objectsOf = (objects: PdfObjects): PdfObject[] =>
  Array.from({length: Number(objects.end.get('/Size'))}, (_, number) => objects.get(number)).filter(
    (one) => one !== undefined
  )

/** A dictionary and all that lie in it. */
function dictsIn(value: PdfValue): PdfDict[] {
  if (Array.isArray(value)) return value.flatMap(dictsIn)
  return value instanceof Map ? [value, ...[...value.values()].flatMap(dictsIn)] : []
}
