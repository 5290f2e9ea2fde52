// Names of places in the book: the same in print, EPUB and page map. Each is a valid XML ID (NCName).

/** Anchor of a document: its id, with a letter before it where XML asks for one. */
export const documentAnchor = (id: string): string => (/^\p{L}/u.test(id) ? id : `n-${id}`)

/** `d1-p45` */
export const paragraphAnchor = (id: string, n: string): string => `${documentAnchor(id)}-p${n}`

/** `d1-en-3`: the note itself. */
export const noteAnchor = (id: string, series: string, n: number): string => `${documentAnchor(id)}-${series}-${n}`

/** `d1-en-3-call`: where the note `d1-en-3` is called. */
export const callAnchor = (note: string): string => `${note}-call`

/** `d1-x12`: an occurrence of a name, for locators of the index. */
export const nameAnchor = (id: string, n: number): string => `${documentAnchor(id)}-x${n}`

/** `d1-at-s1`: an anchor set with `:at{#s1}`. */
export const atAnchor = (id: string, at: string): string => `${documentAnchor(id)}-at-${at}`

/** `d1-leaf-W-72v`; letters that XML does not allow in a name become `_`. */
export const leafAnchor = (id: string, wit: string | undefined, label: string): string =>
  `${documentAnchor(id)}-leaf-${wit ? `${wit}-` : ''}${label}`.replace(/[^\p{L}\p{N}_.-]/gu, '_')

/** `people-stalin`: an entry of a register. */
export const registerAnchor = (register: string, id: string): string => `${register}-${id}`
