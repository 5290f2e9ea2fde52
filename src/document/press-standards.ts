// The standards of files for a press, as an output may ask for them.

/** The first is what an output has that says nothing. */
export const PRESS_STANDARDS = ['PDF/X-4', 'PDF/X-1a'] as const
export type PressStandard = (typeof PRESS_STANDARDS)[number]
