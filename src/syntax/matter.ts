// Cuts a file into front matter and body.

/** A file in its two parts. */
export interface Parts {
  /** YAML between the fences, '' when there is none. */
  matter: string
  /** Lines before the YAML: 1, the opening fence. */
  matterLine: number
  /** The Markdown after the front matter. */
  body: string
  /** Lines before the body. */
  bodyLine: number
}

/** Splits at `---` lines; a file that does not open with one is all body. `undefined` body fence: the front matter never closes. */
export function splitMatter(text: string): Parts | undefined {
  const source = text.replace(/^\uFEFF/, '')
  const lines = source.split(/\r\n|\n|\r/)
  if (lines[0]?.trimEnd() !== '---') return {matter: '', matterLine: 0, body: lines.join('\n'), bodyLine: 0}
  const end = lines.findIndex((line, index) => index > 0 && /^(---|\.\.\.)\s*$/.test(line))
  if (end < 0) return undefined
  return {
    matter: lines.slice(1, end).join('\n'),
    matterLine: 1,
    body: lines.slice(end + 1).join('\n'),
    bodyLine: end + 1
  }
}
