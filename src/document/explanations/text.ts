// Examples for the rules of what stands in documents: marks, brackets, notes, entries, references, pictures.
import {example, FILE, remedy, type Explanations} from './example.ts'

const COPIES = `---
title: A Letter
source:
  A: {title: First copy, status: collated}
  B: {title: Second copy, status: collated}
---

`
const SPEAKERS = `---
title: A Talk
speakers: {Weber: weber}
---

`

/** What sets each rule off, and the same mended. */
export const TEXT = {
  'unknown-directive': example(
    FILE,
    'Word from :persn[Weber]{id=weber} came.',
    'Word from :person[Weber]{id=weber} came.'
  ),
  'broken-directive': example(FILE, 'Word from :person{id=weber} came.', 'Word from :person[Weber]{id=weber} came.'),
  'unknown-attribute': example(FILE, 'The :unclear[crane]{sert=low} came.', 'The :unclear[crane]{cert=low} came.'),
  'wrong-attribute': example(FILE, 'The :unclear[crane]{cert=lo} came.', 'The :unclear[crane]{cert=low} came.'),
  'stray-fence': example(FILE, 'Yours, A. Weber\n\n:::', ':::closing\nYours, A. Weber\n:::'),
  'unclosed-fence': example(FILE, ':::closing\nYours, A. Weber', ':::closing\nYours, A. Weber\n:::'),
  'misplaced-directive': example(
    FILE,
    ':narration[They look at the quay.]',
    ':::narration\nThey look at the quay.\n:::'
  ),
  'nested-too-deep': remedy('Take out the marks and brackets that stand inside so many others.'),
  'directive-in-word': example(FILE, 'The crane:en[The second.] came.', 'The crane :en[The second.] came.'),
  'document-without-text': example(FILE, '---\ntitle: A Letter\n---\n', '---\ntitle: A Letter\n---\n\nDear Mr Lind,'),
  'markdown-risk': example(FILE, '1921. The year of the crane.', '1921\\. The year of the crane.'),
  'markdown-mark': remedy(
    'Nothing, if you set the mark yourself. If the characters belong to the text, put a backslash before each: `The \\*new\\* crane`.'
  ),
  'odd-letters': example(FILE, 'The new сrane came.', 'The new crane came.'),
  'sign-unexplained': example(FILE, 'The ⟦old⟧ crane came.', 'The :del[old] crane came.'),
  'bracket-unbalanced': example(FILE, 'The [new crane came.', 'The [new] crane came.'),
  'call-without-note': example(FILE, 'The crane came.[^en-1]', 'The crane came.[^en-1]\n\n[^en-1]: The second one.'),
  'note-without-call': example(
    FILE,
    'The crane came.\n\n[^en-1]: The second one.',
    'The crane came.[^en-1]\n\n[^en-1]: The second one.'
  ),
  'note-without-text': example(
    FILE,
    'The crane came.[^en-1]\n\n[^en-1]:',
    'The crane came.[^en-1]\n\n[^en-1]: The second one.'
  ),
  'note-leans': example(
    FILE,
    'The crane came.[^en-1]\n\n[^en-1]: Ibid., p. 12.',
    'The crane came.[^en-1]\n\n[^en-1]: Harbour Books, p. 12.'
  ),
  'note-twice': example(
    FILE,
    'The crane[^en-1] came.[^en-1]\n\n[^en-1]: The second one.\n\n[^en-1]: By sea.',
    'The crane[^en-1] came.[^en-2]\n\n[^en-1]: The second one.\n\n[^en-2]: By sea.'
  ),
  'note-called-twice': example(
    FILE,
    'The crane[^en-1] and the old crane.[^en-1]\n\n[^en-1]: Built in 1908.',
    'The crane[^en-1] and the old crane.[^en-2]\n\n[^en-1]: Built in 1908.\n\n[^en-2]: See :ref[en-1].'
  ),
  'unknown-series': example(
    FILE,
    'The crane came.[^ex-1]\n\n[^ex-1]: The second one.',
    'The crane came.[^en-1]\n\n[^en-1]: The second one.'
  ),
  'unknown-person': example(
    FILE,
    'Word from :person[Weber]{id=webr} came.',
    'Word from :person[Weber]{id=weber} came.'
  ),
  'unknown-siglum': example(
    FILE,
    `${COPIES}The :app[new]{rdg=old wit=Q} crane.`,
    `${COPIES}The :app[new]{rdg=old wit=B} crane.`
  ),
  'witness-twice': example(
    FILE,
    `${COPIES}The :app[new]{rdg=old wit="A A"} crane.`,
    `${COPIES}The :app[new]{rdg=old wit=A} crane.`
  ),
  'witness-unaccounted': example(
    FILE,
    `${COPIES}The :app[:lem[new]{wit=A} :rdg[gnu]{wit=ed}] crane.`,
    `${COPIES}The :app[:lem[new]{wit=A} :rdg[gnu]{wit=B}] crane.`
  ),
  'unknown-anchor': example(
    FILE,
    `${COPIES}:at{#s1}The crane:at{#e1} came.\n\n::entry{from=s1 to=e2 rdg="A crane" wit=A}`,
    `${COPIES}:at{#s1}The crane:at{#e1} came.\n\n::entry{from=s1 to=e1 rdg="A crane" wit=A}`
  ),
  'entry-span': example(
    FILE,
    `${COPIES}:at{#s1}The crane:at{#e1} came.\n\n::entry{from=e1 to=s1 rdg="A crane" wit=A}`,
    `${COPIES}:at{#s1}The crane:at{#e1} came.\n\n::entry{from=s1 to=e1 rdg="A crane" wit=A}`
  ),
  'entry-crossed': example(
    FILE,
    `${COPIES}:app[The :app[new]{rdg=old wit=A} crane]{rdg="A crane" wit=A} came.`,
    `${COPIES}:app[The :app[new]{rdg=old wit=B} crane]{rdg="A crane" wit=A} came.`
  ),
  'lemma-changed': example(
    FILE,
    `${COPIES}The :app[new]{lem=knew rdg=old wit=A} crane.`,
    `${COPIES}The :app[new]{lem=new rdg=old wit=A} crane.`
  ),
  'unknown-reference': example(FILE, 'See :ref[d9].', 'See :ref[d2].'),
  'question-without-paragraph': example(
    FILE,
    '---\ntitle: A Letter\nquestions: [Who signs in ¶ 9?]\n---\n\nYours, A. Weber',
    '---\ntitle: A Letter\nquestions: [Who signs in ¶ 1?]\n---\n\nYours, A. Weber'
  ),
  'turn-continued': example(
    FILE,
    `${SPEAKERS}Weber. Where shall it stand?\n\nThey look at the quay.`,
    `${SPEAKERS}Weber. Where shall it stand?\n\n:::narration\nThey look at the quay.\n:::`
  ),
  'citation-unparsed': example(
    FILE,
    "---\ntitle: A Letter\nsource: {H: 'Harbour office, ninth shelf'}\n---\n\nThe crane came.",
    "---\ntitle: A Letter\nsource: {H: 'HO, f. 5, op. 30, d. 2, l. 7'}\n---\n\nThe crane came."
  ),
  'image-missing': example(
    FILE,
    '::figure{src=images/quey.svg alt="The third quay"}',
    '::figure{src=images/quay.svg alt="The third quay"}'
  ),
  'image-outside': example(
    FILE,
    '::figure{src="https://example.org/quay.svg" alt="The third quay"}',
    '::figure{src=images/quay.svg alt="The third quay"}'
  ),
  'image-active': example(
    'images/quay.svg',
    '<svg xmlns="http://www.w3.org/2000/svg" onload="start()"><rect width="4" height="4"/></svg>',
    '<svg xmlns="http://www.w3.org/2000/svg"><rect width="4" height="4"/></svg>'
  ),
  'image-large': remedy('Save the picture with fewer dots: 2000 across are enough for a page.'),
  'image-broken': remedy(
    'Save the picture again from the program that made it, or copy it again from where it came from.'
  ),
  'link-unsafe': example(FILE, 'See the [plan](file:///plan.pdf).', 'See the [plan](https://example.org/plan.pdf).'),
  'alt-missing': example(
    FILE,
    '::figure{src=images/quay.svg}',
    '::figure{src=images/quay.svg alt="The third quay, seen from the sea"}'
  )
} as const satisfies Explanations
