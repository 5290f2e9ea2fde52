// What to do where a proof fails, where pages cannot be made as they should, and where a command asks for what there is not.
import {example, FILE, remedy, type Explanations} from './example.ts'

const FAULT =
  'This is a fault of Recension, not of your edition: nothing was written, and the last good books are still there. Report it to the makers with the document that is named.'

/** Remedies, and one example. */
export const PROOFS = {
  'received-changed': remedy(
    'Put the transcript back as it was received. If you have really received a better one, `received.sha256` in the front matter takes the number that the message names.'
  ),
  'received-differs': example(
    FILE,
    'Nobody knows where it was to stand.',
    'Nobody knows where it :corr[was]{rec="is" by=ed} to stand.'
  ),
  'received-lines': remedy(
    'Count the lines of the transcript from 1, empty ones too, and list each once: `{lines: "1-3", why: head of the page}`.'
  ),
  'parse-differs': remedy(FAULT),
  'output-differs': remedy(FAULT),
  'off-sheet': remedy(
    'Look at the passage that is named: a table that is too wide, or a very long word without a place to divide it. If it is neither, it is a fault of Recension; report it to the makers.'
  ),
  'note-misplaced': remedy(FAULT),
  'page-list-differs': remedy(FAULT),
  'e-book-faulty': remedy(FAULT),
  'not-in-standard': remedy(
    'Write `standard: PDF/X-4` for the output if your printer takes it. Else look at the page that is named: save its drawing as PNG or JPEG of 300 points an inch on white, or draw it in plain colours.'
  ),
  'not-settled': remedy(
    'Read the pages with the references that are named. Another wording, or one reference less on the page, mostly settles them.'
  ),
  'narrow-margin': remedy('Write the `margins` that the message names for the output, or leave `inner` out.'),
  'missing-glyph': remedy(
    'Look whether the character is a slip of the keyboard or of a conversion. If it belongs to the text, report it to the makers with the character.'
  ),
  'layout-note': remedy('Look at the page that is named. Nothing has to be done.'),
  'missing-output': remedy('Run `recension build`, then verify again.'),
  'unknown-output': remedy('Run `recension outputs` for the names, or correct `outputs` in edition.yaml.')
} as const satisfies Explanations
