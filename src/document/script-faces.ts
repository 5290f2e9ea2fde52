// Scripts whose letters the book faces lack: each has a face of its own, which only books with such letters load.

/** A face for one script. */
export interface ScriptFace {
  family: 'Noto Serif Hebrew' | 'Scheherazade New'
  /** Name of its package below `@expo-google-fonts/`. */
  folder: string
  /** How its files and its fonts in a PDF are called: `NotoSerifHebrew`. */
  name: string
  /** What it is taken for: blocks of Unicode, first and last character. All else, spaces and figures too, is set from the book faces. */
  blocks: readonly (readonly [first: number, last: number])[]
  /**
   * Its size beside EB Garamond, and beside the Noto faces with their larger letters, per cent. Hebrew letters, 0.65 em high in this face,
   * stand between the small letters and the capitals of either; Arabic letters are small in theirs, and are set as large as lines bear: beside
   * the Noto faces lines have less room.
   */
  sizes: {garamond: number; noto: number}
}

/** Hebrew, Yiddish, Ladino; Arabic, Persian, Ottoman, Urdu and other languages in Arabic script. */
export const SCRIPT_FACES = [
  {
    family: 'Noto Serif Hebrew',
    folder: 'noto-serif-hebrew',
    name: 'NotoSerifHebrew',
    blocks: [
      [0x0590, 0x05ff],
      [0xfb1d, 0xfb4f]
    ],
    sizes: {garamond: 84, noto: 98}
  },
  {
    family: 'Scheherazade New',
    folder: 'scheherazade-new',
    name: 'ScheherazadeNew',
    blocks: [
      [0x0600, 0x06ff],
      [0x0750, 0x077f],
      [0x0870, 0x08ff],
      [0xfb50, 0xfdff],
      [0xfe70, 0xfefc]
    ],
    sizes: {garamond: 110, noto: 116}
  }
] as const satisfies readonly ScriptFace[]

/** The face of the script that a character belongs to; nothing for the letters of the book faces. */
export const scriptFaceOf = (character: string): ScriptFace | undefined => {
  const code = character.codePointAt(0) ?? 0
  return SCRIPT_FACES.find(({blocks}) => blocks.some(([first, last]) => first <= code && code <= last))
}

/** Faces for the scripts of some texts, in the order of the list. */
export function scriptFacesIn(texts: Iterable<string>): ScriptFace[] {
  const found = new Set<ScriptFace>()
  for (const text of texts)
    for (const [character] of text.matchAll(STRANGE)) {
      const face = scriptFaceOf(character)
      if (face) found.add(face)
    }
  return SCRIPT_FACES.filter((face) => found.has(face))
}

/** All blocks lie behind it; most texts have nothing there but quotation marks. */
const STRANGE = /[\u0590-\u08FF\uFB1D-\uFEFC]/g
