// The forms in which `check` can give its messages.

/** `text` for people, `json` for programs, `github` for annotations of GitHub. */
export const FORMATS = ['text', 'json', 'github'] as const
export type Format = (typeof FORMATS)[number]
