// What an output can be made as, and what its files are called.

/** `print`: the file for a printer; `booklet`: for the copier; `handouts`: a PDF for each document; `citations`: files for reference managers. */
export const FORMATS = ['pdf', 'print', 'booklet', 'handouts', 'epub', 'citations'] as const
export type Format = (typeof FORMATS)[number]

const NAMES = {
  pdf: (output) => [`${output}.pdf`],
  print: (output) => [`${output}-print.pdf`],
  booklet: (output) => [`${output}.booklet.pdf`],
  handouts: (output) => [`${output}.handouts.zip`],
  epub: (output) => [`${output}.epub`],
  citations: (output) => [`${output}.csl.json`, `${output}.bib`, `${output}.ris`]
} as const satisfies Record<Format, (output: string) => string[]>

/** Formats that are made of printed pages. */
const PAGED: ReadonlySet<Format> = new Set<Format>(['pdf', 'print', 'booklet', 'handouts'])

/** Whether one of the formats is made of printed pages. */
export const hasPages = (formats: readonly Format[]): boolean => formats.some((format) => PAGED.has(format))

/** Names of the files of a format: `reader.pdf`, `reader-print.pdf` for the printer, `reader.bib` among the citations. */
export const namesOf = (output: string, format: Format): string[] => NAMES[format](output)

/** Names of all files that the formats of an output make. */
export function filesOf(output: string, formats: readonly Format[]): string[] {
  return [
    ...formats.flatMap((format) => namesOf(output, format)),
    ...(hasPages(formats) ? [`${output}.pages.json`] : [])
  ]
}
