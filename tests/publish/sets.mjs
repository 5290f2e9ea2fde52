// Sets of files that can be told apart: every file of a set says which set it is of.
const NAMES = ['reader.pdf', 'reader.epub', 'web/index.html']

/** Files of the set `name`. */
export const setOf = (name, size = 5000) =>
  new Map(NAMES.map((file) => [file, new TextEncoder().encode(`${name} ${file} `.repeat(Math.ceil(size / 20)))]))
