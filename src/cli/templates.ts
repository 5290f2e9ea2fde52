// What `recension init` can begin with: the folders of templates/init.

/** `edition`: one document with its transcript; `coursepack`: three documents with questions, in two weeks. */
export const TEMPLATES = ['edition', 'coursepack'] as const
export type Template = (typeof TEMPLATES)[number]
