// What a proof of an output says: the rule, the place in the edition and on paper, and the sentence.

/** A fault found in an output. `reason` is whole: it names document, paragraph and page itself. */
export interface Finding {
  rule: 'output-differs' | 'off-sheet' | 'note-misplaced' | 'page-list-differs' | 'e-book-faulty' | 'not-in-standard'
  /** Id of the document; undefined where the fault lies in no document. */
  document?: string | undefined
  /** Number of the paragraph (¶) in which, or after which, the fault lies. */
  paragraph?: string | undefined
  /** Label of the page, as printed. */
  page?: string | undefined
  /** Keys of edition.yaml that lead to what asks for it, where no document is to blame. */
  setting?: readonly string[] | undefined
  reason: string
}

/** Where on paper something stands. */
export interface Spot {
  paragraph?: string | undefined
  page?: string | undefined
}

/** `document d1, ¶3, page 12` */
export function named(document: string, {paragraph, page}: Spot): string {
  return [`document ${document}`, paragraph && `¶${paragraph}`, page && `page ${page}`].filter(Boolean).join(', ')
}
