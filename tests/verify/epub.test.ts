// The e-book is proved; every planted fault is found and named.
import {expect, test} from 'vitest'
import {proveText, verifyEpub} from '../../src/verify/epub.ts'
import {openEpub} from '../../src/verify/package/opened.ts'
import {chapters, pack, talk} from './fixture/talk.ts'

const reasons = (files: Record<string, string>): string[] =>
  proveText(talk(), openEpub(pack(files))).map(({rule, reason}) => `${rule}: ${reason}`)

/** Plants faults in the first document's file: each passage must be there, or the test would prove nothing. */
function planted(...faults: [from: string, to: string][]): string[] {
  const files = chapters()
  for (const [from, to] of faults) {
    expect(files['d1.xhtml']).toContain(from)
    files['d1.xhtml'] = (files['d1.xhtml'] ?? '').replace(from, to)
  }
  return reasons(files)
}

test('a faultless e-book gives no finding', () => {
  expect(proveText(talk(), openEpub(pack(chapters())))).toEqual([])
})

const enNote =
  '<aside class="note" id="d1-en-2" data-note="d1-en-2" epub:type="footnote"><p><a class="note-mark generated" href="#d1-en-2-call">2</a> Not known.</p></aside>'

const faults: [name: string, faults: [from: string, to: string][], expected: string[]][] = [
  [
    'a word lost',
    [['We support', 'We']],
    [
      'output-differs: Unexpected gap after `Source RGASPI We` before `your position on` (document d1, ¶1), expected word `support`'
    ]
  ],
  [
    'a word doubled',
    [['were taken', 'were were taken']],
    [
      'output-differs: Unexpected word `were` after `[training] school were` (document d1, ¶2), expected `taken. He asked`'
    ]
  ],
  [
    'two words swapped',
    [['were taken.', 'taken. were']],
    [
      'output-differs: Unexpected words `taken. were` after `a [training] school` (document d1, ¶2), expected `were taken.`'
    ]
  ],
  [
    'a bracket dropped',
    [['[training]', 'training']],
    ['output-differs: Unexpected word `training` after `Officers in a` (document d1, ¶2), expected `[training]`']
  ],
  [
    'one letter changed',
    [['prisoners', 'prisoner']],
    ['output-differs: Unexpected word `prisoner.` after `your position on` (document d1, ¶1), expected `prisoners.`']
  ],
  [
    'words glued',
    [['about them', 'aboutthem']],
    ['output-differs: Unexpected word `aboutthem.` after `He asked once` (document d1, ¶3), expected `about them.`']
  ],
  [
    'a note dropped',
    [[enNote, '']],
    ['output-differs: Missing note en-2 (document d1, ¶3), expected it once: words `Not known.`']
  ],
  [
    'a note doubled',
    [[enNote, enNote + enNote]],
    ['output-differs: Unexpected second copy of note en-2 (document d1, ¶3), expected it once']
  ],
  [
    'a word of a note lost',
    [['It was added', 'It added']],
    [
      'output-differs: Unexpected gap after `is uchebnaya. It` before `added.` (note tn-1, document d1, ¶2), expected word `was`'
    ]
  ],
  [
    'a reading changed',
    [['<span class="reading">twice', '<span class="reading">thrice']],
    [
      'output-differs: Unexpected word `thrice` at the beginning (reading of entry 2, document d1, ¶3), expected `twice`'
    ]
  ],
  [
    'a call lost',
    [['<a class="call generated" id="d1-en-2-call" data-note="d1-en-2">2</a>', '']],
    ['note-misplaced: Missing call of note en-2 (document d1), expected its mark in the text']
  ],
  [
    'text that is not generated beside the notes',
    [['<h2 class="generated">Notes</h2>', '<h2>Notes</h2>']],
    ['output-differs: Unexpected word `Notes` after `once about them.` (document d1, ¶3), expected the end of the text']
  ]
]

test.each(faults)('%s', (_, list, expected) => {
  expect(planted(...list)).toEqual(expected)
})

test('paragraphs swapped', () => {
  const files = chapters()
  const whole = files['d1.xhtml'] ?? ''
  files['d1.xhtml'] = whole.replace(/(<p data-p="2">.*?<\/p>)(.*?)(<p data-p="3">.*?<\/p>)/, '$3$2$1')
  expect(files['d1.xhtml']).not.toBe(whole)
  expect(reasons(files)).toEqual([
    'output-differs: Unexpected words `He asked once about them.` after `position on prisoners.` (document d1, ¶3), expected `Officers in a`',
    'output-differs: Unexpected gap after `school were taken.` at the end (document d1, ¶2), expected words `He asked once about them.`'
  ])
})

test('a document left out of the spine', () => {
  const {'d2.xhtml': _, ...rest} = chapters()
  expect(reasons(rest)).toEqual(['output-differs: Document d2 has no file, expected its text'])
})

test('documents in the wrong order', () => {
  const {'d1.xhtml': first = '', 'd2.xhtml': second = '', ...rest} = chapters()
  expect(reasons({...rest, 'd2.xhtml': second, 'd1.xhtml': first})).toEqual([
    'output-differs: Unexpected document d2, expected document d1 before it'
  ])
})

test('a file of no document', () => {
  const files = chapters()
  files['extra.xhtml'] = (files['d2.xhtml'] ?? '').replace('id="d2"', 'id="x"')
  expect(reasons(files)).toEqual([
    'output-differs: Unexpected words `The end of it.` in a file of no document, expected nothing there'
  ])
})

test('a file without text, such as the cover, needs no document', () => {
  const files = chapters()
  files['cover.xhtml'] = '<html><body><img src="cover.png" alt="Cover"/></body></html>'
  expect(reasons(files)).toEqual([])
})

test('a document in two files is read as one', () => {
  const files = chapters()
  const {'d2.xhtml': second = ''} = files
  files['d2.xhtml'] = second.replace('The end of it.', 'The end')
  files['d2-2.xhtml'] = second.replace('The end of it.', 'of it.')
  expect(reasons(files)).toEqual([])
})

test('a file that does not close', () => {
  const files = chapters()
  files['d1.xhtml'] = (files['d1.xhtml'] ?? '').replace('</article>', '')
  expect(verifyEpub(talk(), pack(files)).map(({reason}) => reason)).toEqual([
    'The e-book cannot be read: `OEBPS/d1.xhtml`: Unexpected `</section>`, expected `</article>`'
  ])
})

test('what is no e-book at all', () => {
  expect(verifyEpub(talk(), new Uint8Array([1, 2, 3])).map(({reason}) => reason)).toEqual([
    'The e-book cannot be read: it is no archive'
  ])
})
