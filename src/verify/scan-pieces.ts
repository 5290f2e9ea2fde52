// The pieces that the raw scan reads a file into: lines, blocks, and what stands in a paragraph.

/** A line, or what is left of it behind the marks of its containers. */
export interface Line {
  text: string
  offset: number
}

/** Text of one or more lines: its characters and where each of them stands in the file. */
export interface Stretch {
  text: string
  offsets: number[]
}

/** What the lines of a file are. A note stands where it is defined; a container holds its blocks. */
export type Block =
  | {kind: 'text' | 'code'; stretch: Stretch; /** Set for a paragraph. */ paragraph?: true}
  | {kind: 'leaf'; directive: Directive}
  | {kind: 'container'; directive: Directive; blocks: Block[]}
  | {kind: 'note'; label: string; blocks: Block[]}

/** What stands between the brackets and the braces of a directive: places in the text it was read from. */
export interface Directive {
  name: string
  colons: number
  attributes: Readonly<Record<string, string>>
  /** Text of the label with its first character's place in the file; undefined where there is none. */
  label?: Line | undefined
}

/** What a paragraph is made of. */
export type Item =
  | {kind: 'text'; text: string; offset: number}
  | {kind: 'directive'; name: string; attributes: Readonly<Record<string, string>>; items: Item[]; offset: number}
  | {kind: 'call'; label: string; offset: number}

/** A run of `*` or `_`. */
export interface Marks {
  kind: 'marks'
  sign: string
  count: number
  opens: boolean
  closes: boolean
  offset: number
}
