// Keys by which the files of all formats name a work: the same in each, for ever, and safe in BibTeX.

/** Key of an edition: `recension-sample`. */
export function editionKey(id: string): string {
  const plain = id
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^\w]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
  return plain === '' ? 'edition' : plain
}

/** Key of a document: `recension-sample:d1`. Other documents of the edition cannot change it. */
export function documentKey(edition: string, id: string): string {
  return `${editionKey(edition)}:${safe(id)}`
}

/** Key of a copy: `recension-sample:d1:A`, of its second citation `recension-sample:d1:A:2`. */
export function holdingKey(document: string, siglum: string, index: number): string {
  return `${document}:${safe(siglum)}${index > 0 ? `:${index + 1}` : ''}`
}

/** Two different ids never have one key: what is no plain letter, digit, `-` or `_` is written by its number, `ж` as `.436.`. */
function safe(id: string): string {
  return id.replaceAll(/[^\w-]/gu, (sign) => `.${sign.codePointAt(0)?.toString(16)}.`)
}
