// Types of the package edtf, as far as it is used: it ships none.
declare module 'edtf' {
  /** Parses EDTF; throws where the text is none. */
  export default function edtf(text: string): {min: number; max: number}
}
