// Examples for the rules of files, settings and registers.
import {example, FILE, remedy, type Explanations} from './example.ts'

const EDITION = 'edition.yaml'

/** What sets each rule off, and the same mended. */
export const FILES = {
  'missing-folder': remedy(
    'Name the folder that holds edition.yaml: `recension check my-edition`. `recension init my-edition` makes a new one.'
  ),
  'missing-file': example(EDITION, 'documents: [d1, d22]', 'documents: [d1, d2]'),
  'unreadable-yaml': example(EDITION, 'subtitle: Letters: 1921', "subtitle: 'Letters: 1921'"),
  'unknown-key': example(EDITION, 'publsher: Harbour Press', 'publisher: Harbour Press'),
  'wrong-value': example(
    FILE,
    '---\ntitle: A Letter\ndate: 5 March 1921\n---\n\nDear Mr Lind,',
    '---\ntitle: A Letter\ndate: 1921-03-05\n---\n\nDear Mr Lind,'
  ),
  'duplicate-id': example(
    FILE,
    '---\ntitle: A Letter\nid: d1\n---\n\nAnother document has the id d1.',
    '---\ntitle: A Letter\nid: d3\n---\n\nAnother document has the id d1.'
  ),
  'not-utf8': remedy(
    'Save the file again: in Word as “Plain text” with the encoding “Unicode (UTF-8)”, in a text editor as “UTF-8”.'
  ),
  'unlisted-file': example(EDITION, 'documents: [d1]', 'documents: [d1, d2]'),
  'counterpart-alone': remedy(
    'Put letter.md beside letter.ru.md, or give letter.ru.md a name without a language if it is a document of its own.'
  ),
  'counterpart-choice': remedy(
    'Write `counterpart: ru` into the output that has `parallel`: then letter.ru.md is set beside letter.md, and letter.de.md is not.'
  ),
  'paragraphs-unpaired': example(
    'documents/letter.ru.md',
    '---\ntitle: Письмо\n---\n\nПервый абзац.\n\nТретий абзац.',
    '---\ntitle: Письмо\n---\n\nПервый абзац.\n\n{=3} Третий абзац.'
  ),
  'never-used': example(
    EDITION,
    'sigla: {Q: Letter book of the quay}',
    'sigla: {H: Letter book of the harbour office}'
  ),
  'document-twice': example(
    EDITION,
    "outputs:\n  course: {excerpts: ['d1 ¶1', 'd1 ¶3']}",
    "outputs:\n  course: {excerpts: ['d1 ¶1, 3']}"
  ),
  'unknown-paragraph': example(
    EDITION,
    "outputs:\n  course: {excerpts: ['d1 ¶2-40']}",
    "outputs:\n  course: {excerpts: ['d1 ¶2-4']}"
  ),
  'reference-left-out': example(
    EDITION,
    'outputs:\n  course: {documents: [letter]} # letter.md refers to d2',
    'outputs:\n  course: {documents: [letter, d2]}'
  ),
  'nothing-chosen': example(
    EDITION,
    'outputs:\n  course: {select: {dates: 1821}}',
    'outputs:\n  course: {select: {dates: 1921}}'
  ),
  'empty-edition': remedy(
    'Put a Markdown file into documents/, and let `documents` of edition.yaml name it if that list is there.'
  ),
  'bracket-unknown': example(
    EDITION,
    "brackets:\n  table:\n    - {match: 'signed: (.*)', as: ann, kind: signature}",
    "brackets:\n  table:\n    - {match: 'signed: (.*)', as: ann, kind: signature}\n    - {words: [new], as: supplied}"
  ),
  'bracket-pattern': example(
    EDITION,
    "brackets:\n  table:\n    - {match: 'signed: (.*', as: ann}\n    - {otherwise: leave}",
    "brackets:\n  table:\n    - {match: 'signed: (.*)', as: ann}\n    - {otherwise: leave}"
  ),
  'marks-clash': example(
    EDITION,
    'series:\n  tn: {title: Translator’s notes, marks: decimal}',
    'series:\n  tn: {title: Translator’s notes, marks: lower-alpha}'
  ),
  'unknown-place': example('places.yaml', 'key: {name: The third quay}', 'quay: {name: The third quay}'),
  'unknown-term': example('terms.yaml', 'cran: {name: Crane}', 'crane: {name: Crane}'),
  'undeclared-archive': example(
    'archives.yaml',
    'HA: {name: Harbour Archive}',
    'HA: {name: Harbour Archive}\nHAO: {name: Archive of the Harbour Office}'
  ),
  'copy-forbidden': example(
    EDITION,
    'outputs:\n  seminar: {course: {name: Harbours}} # permission: {status: refused} in letter.md',
    'outputs:\n  seminar: {course: {name: Harbours}, documents: [d1, d2]}'
  ),
  'permission-open': example(
    EDITION,
    'outputs:\n  seminar: {course: {name: Harbours}} # permission: {status: asked} in letter.md',
    'outputs:\n  seminar: {course: {name: Harbours}, allow: [letter]}'
  ),
  'line-unnumbered': example(EDITION, 'outputs:\n  reader: {}', 'outputs:\n  reader: {line-numbers: 5}'),
  'paragraph-new': remedy('Run `recension freeze`, so that the new number lasts.'),
  'paragraph-gone': remedy(
    'Put the paragraph back; or, if it was taken out on purpose, run `recension freeze`, and its number is not given again.'
  )
} as const satisfies Explanations
