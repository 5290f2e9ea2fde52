// The names of the dialect's directives: no series of notes may be called like one.

/** Every directive but the inline notes. What each may have stands in src/syntax/directives.ts. */
export const DIRECTIVE_NAMES = [
  'supplied',
  'orig',
  'gap',
  'unclear',
  'corr',
  'sic',
  'app',
  'lem',
  'rdg',
  'entry',
  'at',
  'pb',
  'ann',
  'del',
  'add',
  'person',
  'place',
  'term',
  'ref',
  'narration',
  'closing',
  'address',
  'letterhead',
  'editorial',
  'verse',
  'attachment',
  'only',
  'figure'
] as const
