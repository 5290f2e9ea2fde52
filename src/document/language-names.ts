// Languages as readers call them.

/** `ru` → `Russian`; what is no tag of a language stays as it is. */
export function languageName(lang: string): string {
  try {
    return new Intl.DisplayNames('en', {type: 'language'}).of(lang) ?? lang
  } catch {
    return lang
  }
}
