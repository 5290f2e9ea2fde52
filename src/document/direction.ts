// Languages and letters that are written from right to left.

/** `rtl` where a language is written so in its own script; undefined where the direction of the book is right. */
export function direction(lang: string | undefined): 'rtl' | undefined {
  const [language = '', ...others] = (lang ?? '').toLowerCase().split('-')
  const script = others.find((part) => part.length === 4)
  if (script) return SCRIPTS.has(script) ? 'rtl' : undefined
  return LANGUAGES.has(language) ? 'rtl' : undefined
}

/** The direction of words inside a text of another language; undefined where it is the same. */
export function directionWithin(lang: string, around: string): 'ltr' | 'rtl' | undefined {
  return direction(lang) === direction(around) ? undefined : (direction(lang) ?? 'ltr')
}

const LANGUAGES = new Set(['ar', 'arc', 'ckb', 'dv', 'fa', 'he', 'ps', 'sd', 'syr', 'ug', 'ur', 'yi'])
const SCRIPTS = new Set(['arab', 'hebr', 'nkoo', 'syrc', 'thaa'])

/** Letters, marks and figures of the scripts that are written from right to left. */
export const TURNED = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]/u
