// The rules of a page: its size and margins, the sizes of type, the family; what the output chooses, written as CSS.
import {BESIDE_FOLIO, BESIDE_HEAD, LABEL, type Geometry} from '../document/page-geometry.ts'
import type {Form, Typeface} from '../document/print-form.ts'

/** Families in the order in which a character is looked for. */
export const FAMILIES: Readonly<Record<Typeface, string>> = {
  'EB Garamond': "'EB Garamond', 'Noto Serif', serif",
  'Noto Serif': "'Noto Serif', 'EB Garamond', serif",
  'Noto Sans': "'Noto Sans', 'Noto Serif', 'EB Garamond', sans-serif"
}

/** The rules for a page of these measures; they stand after all others. */
export function formSheet(geometry: Geometry, form: Form = {}): string {
  return [pageRules(geometry), typeRules(geometry, form), notesRules(geometry), ...readerRules(form)].join('')
}

function pageRules({width, height, binding, top, bottom, inner, outer}: Geometry): string {
  // A pad that is turned over its upper edge has that edge below the text on the back of a leaf.
  const [leftTop, leftBottom] = binding === 'top' ? [bottom, top] : [top, bottom]
  return `@page { size: ${width}pt ${height}pt; margin: ${top}pt ${outer}pt ${bottom}pt ${inner}pt; }
@page :right { margin: ${top}pt ${outer}pt ${bottom}pt ${inner}pt; }
@page :left { margin: ${leftTop}pt ${inner}pt ${leftBottom}pt ${outer}pt; }
:root { --inner: ${inner}pt; --outer: ${outer}pt; --top: ${top}pt; --bottom: ${bottom}pt; --left-top: ${leftTop}pt; --left-bottom: ${leftBottom}pt; }
`
}

function notesRules({notes}: Geometry): string {
  if (!notes) return ''
  return `:root { --notes-width: ${notes.width}pt; --notes-edge: ${notes.edge}pt; }\n`
}

function typeRules({type, lines, measure}: Geometry, {typeface = 'EB Garamond'}: Form): string {
  const {size, line, small, note, noteLine, scale, headScale, label, least} = type
  // A picture leaves room for its caption and some text.
  const picture = Math.max(8, lines - 8) * line
  const lengths = {
    size,
    line,
    'half-line': line / 2,
    'small-size': small,
    'note-size': note,
    'note-line': noteLine,
    indent: line
  }
  const also = {
    hanging: line,
    least,
    'label-size': label,
    label: Math.max(LABEL, 3.2 * label),
    picture,
    measure,
    ruled: type.ruled
  }
  const names = Object.entries({...lengths, ...also}).map(([name, value]) => `--${name}: ${hundredths(value)}pt;`)
  const beside = `--beside-head: ${hundredths(line + BESIDE_HEAD)}pt; --beside-folio: ${hundredths(line + BESIDE_FOLIO)}pt;`
  return `:root { --family: ${FAMILIES[typeface]}; --scale: ${scale}; --head-scale: ${headScale}; --page-line: ${line}pt; ${names.join(' ')} ${beside} }
`
}

const hundredths = (value: number): number => Math.round(value * 100) / 100

/** What is asked for readers to whom the usual page is a hindrance. */
function readerRules(form: Form): string[] {
  const spacing = [
    form['letter-spacing'] ? `letter-spacing: ${form['letter-spacing']}em;` : '',
    form['word-spacing'] ? `word-spacing: ${form['word-spacing']}em;` : ''
  ].join(' ')
  return [
    spacing.trim() ? `body { ${spacing.trim()} }\n` : '',
    form.hyphenation === false ? 'body, body * { hyphens: none !important; }\n' : '',
    form.justified === false ? RAGGED : '',
    form.italics === false ? UPRIGHT : ''
  ]
}

/** Lines end where their last word ends. */
const RAGGED = `body, .foot, .head .head-summary { text-align: start; }
body [data-cut], body .register { text-align-last: auto !important; }
`

/** Words that are told by their slant, or by small capitals, are told by their weight. */
const UPRIGHT = `body, body * { font-style: normal !important; font-variant-caps: normal !important; }
em, i, cite, dfn, .speaker, .sigla, h3, h4, h5, h6, th, .head-dateline, .contents-division { font-weight: 600; }
h1, h2 { font-weight: 600; font-variant-numeric: lining-nums proportional-nums; }
em em, em .orig, i .orig, .head-dateline em { font-weight: 400; }
body { font-variant-numeric: lining-nums proportional-nums; }
`
