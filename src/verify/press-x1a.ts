// The proof of PDF/X-1a:2001 (ISO 15930-1): PDF 1.3, inks of the press alone, nothing transparent, nothing that later PDFs have brought.
import {
  dictIn,
  listIn,
  nameAt,
  streamIn,
  streamOf,
  valueIn,
  type PdfDict,
  type PdfObject,
  type PdfValue
} from './pdf-objects.ts'
import {fault, type PressFault, type PressFile} from './press-file.ts'

/** What keeps a file from PDF/X-1a, beside what every standard wants. Each is told once. */
export function x1aFaults(file: PressFile): PressFault[] {
  const {head, objects, all, dicts, info} = file
  const packed = all.some(({value}) => value instanceof Map && PACKS.has(nameAt(value, '/Type')))
  const found = [
    ...(/^%PDF-1\.3\s/.test(head) ? [] : [fault('version of PDF', '1.3')]),
    ...(objects.list === 'table' && !packed ? [] : [fault('pack of objects', 'objects that stand alone, and a table')]),
    ...NAMES.flatMap(([key, name]) =>
      info && nameAt(info, key) === `(${name})` ? [] : [fault(key.slice(1), `“${name}”`)]
    ),
    ...conditionFaults(file),
    ...pageFaults(all),
    ...dicts.flatMap(transparencyFaults),
    ...dicts.flatMap(laterFaults),
    ...dicts.flatMap((dict) => spaceFaults(dict)),
    ...all.flatMap((one) => pictureFaults(one, file)),
    ...all.flatMap((one) => contentFaults(one, file))
  ]
  return [...new Map(found.map((one) => [one.what, one])).values()]
}

const PACKS = new Set(['/ObjStm', '/XRef'])

const NAMES = [
  ['/GTS_PDFXVersion', 'PDF/X-1:2001'],
  ['/GTS_PDFXConformance', 'PDF/X-1a:2001']
] as const

/** One condition of printing, by its name in the registry of the ICC, which then needs no profile. */
function conditionFaults({catalog, objects}: PressFile): PressFault[] {
  const intents = valueIn(objects, catalog?.get('/OutputIntents'))
  const all = Array.isArray(intents) ? intents.map((one) => dictIn(objects, one)) : []
  const press = all.find((one) => one && nameAt(one, '/S') === '/GTS_PDFX')
  if (!press || all.length !== 1) return [fault('output intent', 'one for a press')]
  const registered =
    nameAt(press, '/RegistryName') === '(http://www.color.org)' &&
    /^\(.+\)$/.test(nameAt(press, '/OutputConditionIdentifier')) &&
    nameAt(press, '/OutputConditionIdentifier') !== '(Custom)'
  return registered && !press.has('/DestOutputProfile')
    ? []
    : [fault('output condition', 'one of the registry of the ICC, without a profile')]
}

/** Boxes are those of the trim and around it; units are points. */
const pageFaults = (all: readonly PdfObject[]): PressFault[] =>
  all.flatMap(({value}) => {
    if (!(value instanceof Map) || nameAt(value, '/Type') !== '/Page') return []
    const strange = ['/ArtBox', '/UserUnit'].find((key) => value.has(key))
    if (strange !== undefined) return [fault(strange.slice(1), 'trim, bleed and sheet in points')]
    return value.has('/TrimBox') ? [] : [fault('lack of a trim', 'its box')]
  })

const OPAQUE = 'nothing transparent'

function transparencyFaults(dict: PdfDict): PressFault[] {
  const mask = dict.get('/SMask')
  const opacity = ['/ca', '/CA'].some((key) => dict.has(key) && Number(dict.get(key)) !== 1)
  const blend = dict.get('/BM')
  return [
    ...(mask === undefined || mask === '/None' ? [] : [fault('soft mask', OPAQUE)]),
    ...(nameAt(dict, '/S') === '/Transparency' ? [fault('transparency group', OPAQUE)] : []),
    ...(opacity ? [fault('opacity', OPAQUE)] : []),
    ...(blend === undefined || blend === '/Normal' || blend === '/Compatible'
      ? []
      : [fault('mixture of colours', OPAQUE)])
  ]
}

/** Packings, pictures and programs that PDF 1.3 or the standard does not know. */
function laterFaults(dict: PdfDict): PressFault[] {
  const filters = [dict.get('/Filter') ?? []]
    .flat()
    .filter((one): one is string => typeof one === 'string' && !PACKINGS.has(one))
  const subtype = nameAt(dict, '/Subtype')
  return [
    ...filters.map((one) => fault(`packing ${one.slice(1)}`, 'one of PDF 1.3')),
    ...(Number(dict.get('/BitsPerComponent')) === 16 ? [fault('picture of 16 bits', '8 bits')] : []),
    ...['/TR', '/TR2', '/HTP']
      .filter((key) => dict.has(key) && dict.get(key) !== '/Default')
      .map(() => fault('transfer function', 'none')),
    ...['/Alternates', '/OPI'].filter((key) => dict.has(key)).map((key) => fault(key.slice(1), 'the picture itself')),
    ...(subtype === '/PS' || dict.has('/PS') || nameAt(dict, '/Subtype2') === '/PS'
      ? [fault('PostScript', 'pictures')]
      : []),
    ...(subtype === '/OpenType' ? [fault('OpenType font', 'TrueType, Type 1 or CFF')] : [])
  ]
}

const PACKINGS = new Set([
  '/FlateDecode',
  '/DCTDecode',
  '/ASCIIHexDecode',
  '/ASCII85Decode',
  '/RunLengthDecode',
  '/CCITTFaxDecode'
])

const INKS = 'greys of one ink'

/** Colours of screens, and profiles, stand nowhere in the file. */
function spaceFaults(dict: PdfDict): PressFault[] {
  const named = (value: PdfValue): boolean =>
    Array.isArray(value) ? value.some(named) : typeof value === 'string' && SPACES.has(value)
  const strange = [...dict].some(([key, value]) => /^\/Default(?:Gray|RGB|CMYK)$/.test(key) || named(value))
  return strange ? [fault('colour space', INKS)] : []
}

const SPACES = new Set(['/DeviceRGB', '/CalRGB', '/CalGray', '/Lab', '/ICCBased', '/CalCMYK'])

/** Pictures are grey; those that are packed as JPEG have one colour in their file too. */
function pictureFaults({value, stream}: PdfObject, {objects}: PressFile): PressFault[] {
  if (!(value instanceof Map) || nameAt(value, '/Subtype') !== '/Image') return []
  const grey = valueIn(objects, value.get('/ColorSpace')) === '/DeviceGray' || nameAt(value, '/ImageMask') === 'true'
  const jpeg = [value.get('/Filter') ?? []].flat().includes('/DCTDecode')
  return grey && (!jpeg || coloursOfJpeg(stream) === 1) ? [] : [fault('colours of a picture', INKS)]
}

/** Number of colours in the head of a frame of a JPEG file. */
function coloursOfJpeg(bytes: Uint8Array | undefined): number {
  const file = Buffer.from(bytes ?? [])
  for (let at = 2; at + 10 < file.length && file[at] === 0xff;) {
    const mark = file.readUInt8(at + 1)
    if (mark >= 0xc0 && mark <= 0xcf && !NO_FRAMES.has(mark)) return file.readUInt8(at + 9)
    at += 2 + file.readUInt16BE(at + 2)
  }
  return 0
}

/** Tables and other things between the marks of frames. */
const NO_FRAMES = new Set([0xc4, 0xc8, 0xcc])

/** No page, form or pattern sets a colour of a screen, or has a picture within its content. */
function contentFaults(object: PdfObject, {objects}: PressFile): PressFault[] {
  const {value} = object
  if (!(value instanceof Map)) return []
  const isPage = nameAt(value, '/Type') === '/Page'
  if (!isPage && nameAt(value, '/Subtype') !== '/Form' && !value.has('/PatternType')) return []
  const streams = isPage
    ? listIn(objects, value.get('/Contents')).map((one) => streamIn(objects, one))
    : [streamOf(object)]
  const content = withoutStrings(streams.join('\n'))
  const coloured = /(?:^|\s)(?:RG|rg|k|K|BI)(?=\s|$)/.test(content)
  const spaced = /\/(?!DeviceGray\b)[^\s/]+\s*(?:CS|cs)(?=\s|$)/.test(content)
  return coloured || spaced ? [fault('colours', INKS)] : []
}

/** Signs of words are no operators. */
function withoutStrings(content: string): string {
  const less = content.replace(/\((?:\\[^]|[^()\\])*\)/g, '')
  return less === content ? content : withoutStrings(less)
}
