// The forms in which `check` can give its messages.

export const FORMATS = ['text', 'json', 'github'] as const
export type Format = (typeof FORMATS)[number]
