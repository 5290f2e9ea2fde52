// The laid-out pages are proved; every planted fault is found and named.
import {expect, test} from 'vitest'
import {verifyPages} from '../../src/verify/index.ts'
import {documentOf, editionOf, note as noteNode, p, root} from './fixture/edition.ts'
import {pages, talk} from './fixture/talk.ts'

/** Plants faults: each passage must be there, or the test would prove nothing. */
function planted(...faults: [from: string, to: string][]): string[] {
  let html = pages()
  for (const [from, to] of faults) {
    expect(html).toContain(from)
    html = html.replace(from, to)
  }
  return verifyPages(talk(), html).map(({rule, reason}) => `${rule}: ${reason}`)
}

/** A note as the fixture writes it. */
const note = (id: string, mark: string, content: string): string =>
  `<div class="note" data-note="${id}"><p><span class="generated">${mark}</span> ${content}</p></div>`

test('faultless pages give no finding', () => {
  expect(verifyPages(talk(), pages())).toEqual([])
})

test('a finding has its place apart too', () => {
  expect(verifyPages(talk(), pages().replace('were taken', 'taken'))).toEqual([
    {
      rule: 'output-differs',
      document: 'd1',
      paragraph: '2',
      page: '3',
      reason:
        'Unexpected gap after `a [training] school` before `taken. He asked` (document d1, ¶2, page 3), expected word `were`'
    }
  ])
})

const faults: [name: string, faults: [from: string, to: string][], expected: string[]][] = [
  [
    'a word lost',
    [['We support', 'We']],
    [
      'output-differs: Unexpected gap after `Source RGASPI We` before `your position on` (document d1, ¶1, page 2), expected word `support`'
    ]
  ],
  [
    'a word doubled',
    [['were taken', 'were were taken']],
    [
      'output-differs: Unexpected word `were` after `[training] school were` (document d1, ¶2, page 3), expected `taken. He asked`'
    ]
  ],
  [
    'two words swapped',
    [['were taken.', 'taken. were']],
    [
      'output-differs: Unexpected words `taken. were` after `a [training] school` (document d1, ¶2, page 3), expected `were taken.`'
    ]
  ],
  [
    'one letter changed',
    [['Officers', 'Oficers']],
    [
      'output-differs: Unexpected word `Oficers` after `position on prisoners.` (document d1, ¶2, page 2), expected `Officers`'
    ]
  ],
  [
    'words glued',
    [['We support your', 'We supportyour']],
    [
      'output-differs: Unexpected word `supportyour` after `Source RGASPI We` (document d1, ¶1, page 2), expected `support your`'
    ]
  ],
  [
    'a bracket dropped',
    [['ing] <', 'ing <']],
    [
      'output-differs: Unexpected word `[training` after `Officers in a` (document d1, ¶2, page 2), expected `[training]`'
    ]
  ],
  [
    'the halves of a word over the page parted',
    [['data-p="2" data-split-from="b"', 'data-p="2"']],
    [
      'output-differs: Unexpected words `[train ing]` after `Officers in a` (document d1, ¶2, page 2), expected `[training]`'
    ]
  ],
  [
    'paragraphs swapped',
    [
      ['He asked', 'XX'],
      ['The end of it.', 'He asked'],
      ['XX', 'The end of it.']
    ],
    [
      'output-differs: Unexpected words `The end of it.` after `school were taken.` (document d1, ¶3, page 3), expected `He asked`',
      'output-differs: Unexpected words `He asked` at the beginning (document d2, ¶1, page 5), expected `The end of it.`'
    ]
  ],
  [
    'text moved off the text area',
    [
      ['We support your ', ''],
      [
        '<div class="margin-layer">5</div><div class="note" data-note="d1-entries-1">',
        '<div>We support your</div><div class="note" data-note="d1-entries-1">'
      ]
    ],
    [
      'output-differs: Unexpected gap after `talk Source RGASPI` before `position on prisoners.` (document d1, ¶1, page 2), expected words `We support your`',
      'output-differs: Unexpected words `We support your` outside the text area (document d1, page 2), expected the words inside it'
    ]
  ],
  [
    'words at the edge of a title page',
    [['<div class="margin-layer">5</div>', '<div>Draft</div>']],
    ['output-differs: Unexpected word `Draft` outside the text area (page 1), expected nothing there']
  ],
  [
    'words on a blank page',
    [['data-part="title" ', '']],
    ['output-differs: Unexpected word `Test` in a page of no document (page 1), expected nothing there']
  ],
  [
    'pages of a document that the edition does not have',
    [['data-part="title"', 'data-part="d9"']],
    [
      'output-differs: Unexpected part `d9` (page 1), expected only documents of the edition and pages that the program makes'
    ]
  ],
  [
    'a document without pages',
    [['data-part="d2"', 'data-part="title"']],
    ['output-differs: Document d2 has no page, expected its text']
  ],
  [
    'documents in the wrong order',
    [
      ['data-part="title"', 'data-part="d2"'],
      ['<h1>Test</h1>', '<p data-p="1">The end of it.</p>'],
      [
        '<p data-p="1">The end of it.</p></section></div></div></div>\n<div class="margin-layer">5</div></div></div>\n</div>',
        '</section></div></div></div></div></div></div>'
      ]
    ],
    ['output-differs: Unexpected document d2, expected document d1 before it']
  ],
  [
    'a word changed in a note',
    [['A slip of', 'The slip of']],
    ['output-differs: Unexpected word `The` at the beginning (note en-1, document d1, ¶1, page 2), expected `A`']
  ],
  [
    'a word of a note lost where it goes on',
    [['<p>It was added.</p>', '<p>It added.</p>']],
    [
      'output-differs: Unexpected gap after `is uchebnaya. It` before `added.` (note tn-1, document d1, ¶2, page 4), expected word `was`'
    ]
  ],
  [
    'a note dropped',
    [[note('d1-en-2', '2', 'Not known.'), '']],
    ['output-differs: Missing note en-2 (document d1, ¶3, page 3), expected it once: words `Not known.`']
  ],
  [
    'a note doubled',
    [[note('d1-en-2', '2', 'Not known.'), note('d1-en-2', '2', 'Not known.').repeat(2)]],
    ['output-differs: Unexpected second copy of note en-2 (document d1, ¶3, page 3), expected it once']
  ],
  [
    'a note that the document does not have',
    [[note('d1-en-2', '2', 'Not known.'), note('d1-en-2', '2', 'Not known.') + note('d2-en-1', '1', 'Stray.')]],
    ['output-differs: Unexpected note `d2-en-1` (document d1, page 3), expected only notes that the document has']
  ],
  [
    'a note moved to the page before',
    [
      [note('d1-en-2', '2', 'Not known.'), ''],
      [
        note('d1-en-1', '1', 'A slip of the copy.'),
        note('d1-en-1', '1', 'A slip of the copy.') + note('d1-en-2', '2', 'Not known.')
      ]
    ],
    [
      'note-misplaced: Unexpected beginning of note en-2 on page 2, expected it on the page of its call (document d1, ¶3, page 3)'
    ]
  ],
  [
    'notes in the wrong order',
    [
      [
        note('d1-en-1', '1', 'A slip of the copy.'),
        note('d1-en-2', '2', 'Not known.') + note('d1-en-1', '1', 'A slip of the copy.')
      ],
      [`B</span></p></div>${note('d1-en-2', '2', 'Not known.')}`, 'B</span></p></div>']
    ],
    [
      'output-differs: Unexpected note en-2 (document d1, page 2), expected note en-1 before it',
      'note-misplaced: Unexpected beginning of note en-2 on page 2, expected it on the page of its call (document d1, ¶3, page 3)'
    ]
  ],
  [
    'the lemma of an entry changed',
    [['<span class="lemma">once', '<span class="lemma">twice']],
    [
      'output-differs: Unexpected word `twice` at the beginning (lemma of entry 2, document d1, ¶3, page 3), expected `once`'
    ]
  ],
  [
    'a reading lost',
    [['<span class="reading">postion</span>', '']],
    [
      'output-differs: Unexpected 1 lemma and no readings in entry 1 (document d1, ¶1, page 2), expected 1 lemma and 1 reading'
    ]
  ],
  [
    'words of an entry that are neither lemma nor reading',
    [['</span><span class="generated"> W', '</span> perhaps<span class="generated"> W']],
    [
      'output-differs: Unexpected word `perhaps` at the beginning (entry 1, document d1, ¶1, page 2), expected the end of the text'
    ]
  ],
  [
    'a call lost',
    [['<a class="call generated" id="d1-en-2-call" data-note="d1-en-2">2</a>', '']],
    ['note-misplaced: Missing call of note en-2 (document d1, page 3), expected its mark in the text']
  ],
  [
    'a call doubled',
    [
      [
        'id="d1-en-2-call" data-note="d1-en-2">2</a>',
        'data-note="d1-en-2">2</a><a class="call generated" data-note="d1-en-2">2</a>'
      ]
    ],
    ['note-misplaced: Unexpected second call of note en-2 (document d1, ¶3, page 3), expected one']
  ],
  [
    'a call at the wrong word',
    [
      ['<a class="call generated" id="d1-en-2-call" data-note="d1-en-2">2</a>', ''],
      [' were taken', '<a class="call generated" id="d1-en-2-call" data-note="d1-en-2">2</a> were taken']
    ],
    [
      'note-misplaced: Unexpected call of note en-2 at `[training] school were` (document d1, ¶3, page 3), expected it at `about them.`'
    ]
  ],
  [
    'pages that do not close',
    [
      [
        '</p></section></div></div></div>\n<div class="margin-layer">5</div></div></div>\n</div>',
        '</section></div></div></div></div></div></div>'
      ]
    ],
    ['output-differs: The pages cannot be read: Unexpected `</section>`, expected `</p>`']
  ]
]

test('many differences are told by their number', () => {
  const words = Array.from({length: 60}, (_, index) => `w${index}`)
  const edition = editionOf(documentOf('d1', root(p(words.join(' ')))))
  const found = words.map((word, index) => (index % 8 === 4 ? `x${index}` : word)).join(' ')
  const html = `<div class="pagedjs_page" data-part="d1"><div class="pagedjs_page_content"><p>${found}</p></div></div>`
  expect(verifyPages(edition, html).map(({reason}) => reason)).toEqual([
    'Unexpected word `x4` after `w1 w2 w3` (document d1), expected `w4`',
    'Unexpected word `x12` after `w9 w10 w11` (document d1), expected `w12`',
    'Unexpected word `x20` after `w17 w18 w19` (document d1), expected `w20`',
    'Unexpected word `x28` after `w25 w26 w27` (document d1), expected `w28`',
    'Unexpected word `x36` after `w33 w34 w35` (document d1), expected `w36`',
    '2 more differences in document d1, expected none'
  ])
})

test('a note that goes on without a paragraph of its own is joined inside the word', () => {
  const edition = editionOf(documentOf('d1', root(p('Text.', noteNode('en', 1, p('A continued note.'))))))
  const page = (content: string, foot: string): string =>
    `<div class="pagedjs_page" data-part="d1"><div class="pagedjs_page_content">${content}</div>${foot}</div>`
  const html =
    page(
      '<p>Text.<a class="call generated" data-note="d1-en-1">1</a></p>',
      '<div class="note" data-note="d1-en-1" data-cut="">A contin<span class="hyphen">-</span></div>'
    ) + page('', '<div class="note" data-note="d1-en-1" data-continued="">ued note.</div>')
  expect(verifyPages(edition, html)).toEqual([])
})

test.each(faults)('%s', (_, list, expected) => {
  expect(planted(...list)).toEqual(expected)
})
