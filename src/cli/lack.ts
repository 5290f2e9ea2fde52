// Errors of the system that no stage has put into words: still a lack of the machine, no fault of the program.

/** What is lacking and what to do, in plain English; undefined for any other error. */
export function lackOfTheMachine(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined
  const place = 'path' in error && typeof error.path === 'string' ? ` (${error.path})` : ''
  return LACKS[String(error.code)]?.(place)
}

const full = (place: string): string => `The disk is full${place}. Free some space and try again.`
const denied = (place: string): string => `Permission is denied${place}. Allow reading and writing there and try again.`
const open = (): string => 'Too many files are open. Close other programs and try again.'

const LACKS: Record<string, (place: string) => string> = {
  ENOSPC: full,
  EDQUOT: full,
  EACCES: denied,
  EPERM: denied,
  EROFS: (place) => `The disk is read-only${place}. Work on one that can be written.`,
  EMFILE: open,
  ENFILE: open,
  ENOMEM: () => 'There is not enough memory. Close other programs and try again.',
  ERR_MODULE_NOT_FOUND: () =>
    'A package that Recension works with is not installed. Run `npm ci` in its folder and try again.'
}
