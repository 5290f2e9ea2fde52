// Citations as a test shows them: `*italics*`, and `~` for the space that does not break.
import type {Citation} from '../../src/cite/index.ts'

/** A citation in one line. */
export function shown({segments, text}: Citation): string {
  if (segments.map((segment) => segment.text).join('') !== text) throw new Error(`pieces and text differ: ${text}`)
  return segments
    .map((segment) => (segment.kind === 'italic' ? `*${segment.text}*` : segment.text))
    .join('')
    .replaceAll('\u00A0', '~')
}
