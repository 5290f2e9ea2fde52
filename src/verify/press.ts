// The proof that the printer's file is one by the standard that was asked for: what both standards want, and what each of them wants.
import type {PressStandard} from '../document/press-standards.ts'
import {dictIn, nameAt} from './pdf-objects.ts'
import {fault, openPressFile, type PressFault, type PressFile} from './press-file.ts'
import {x1aFaults} from './press-x1a.ts'
import {x4Faults} from './press-x4.ts'

/** Holds a printer's file against its standard. */
export function pressFaults(bytes: Uint8Array, standard: PressStandard): PressFault[] {
  const file = openPressFile(bytes)
  const {end} = file.objects
  return [
    ...(end.has('/ID') ? [] : [fault('lack of an ID', 'one')]),
    ...(end.has('/Encrypt') ? [fault('encryption', 'none')] : []),
    ...factFaults(file),
    ...screenFaults(file),
    ...fontFaults(file),
    ...(standard === 'PDF/X-1a' ? x1aFaults(file) : x4Faults(file))
  ]
}

/** Title, dates, trapping. */
function factFaults({info}: PressFile): PressFault[] {
  const lacking = ['/Title', '/CreationDate', '/ModDate'].filter((key) => !info?.has(key))
  return [
    ...lacking.map((key) => fault(`lack of ${key.slice(1)}`, 'one')),
    ...(info && nameAt(info, '/Trapped') === '/False' ? [] : [fault('trapping', 'none')])
  ]
}

const ON_SCREEN = [
  '/Annots',
  '/Outlines',
  '/StructTreeRoot',
  '/AcroForm',
  '/OpenAction',
  '/AA',
  '/EmbeddedFiles',
  '/EF',
  '/JavaScript',
  '/JS',
  '/OCProperties'
]

const screenFaults = ({dicts}: PressFile): PressFault[] =>
  ON_SCREEN.filter((key) => dicts.some((dict) => dict.has(key))).map((key) =>
    fault(key.slice(1), 'nothing that only a screen has a use for')
  )

/** Every font is in the file; one of many signs by the font below it. */
function fontFaults({all, objects}: PressFile): PressFault[] {
  return all.flatMap(({value}) => {
    if (!(value instanceof Map) || nameAt(value, '/Type') !== '/Font' || nameAt(value, '/Subtype') === '/Type0')
      return []
    const descriptor = dictIn(objects, value.get('/FontDescriptor'))
    const within = ['/FontFile', '/FontFile2', '/FontFile3'].some((key) => descriptor?.has(key))
    return within ? [] : [fault(`lack of the font ${nameAt(value, '/BaseFont').slice(1)}`, 'all fonts of its text')]
  })
}
