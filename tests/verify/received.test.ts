// The received text is proved against the transcript; each difference is told with both its places and its remedy.
import {expect, test} from 'vitest'
import {VFile} from 'vfile'
import type {EditionDocument} from '../../src/document/edition.ts'
import {matterSchema} from '../../src/document/settings.ts'
import {verifyReceived} from '../../src/verify/index.ts'
import {corr, documentOf, p, root} from './fixture/edition.ts'

const SHA = 'a'.repeat(64)

interface Case {
  transcript: string
  /** Lines of `furniture` and `metadata`. */
  furniture?: string[]
  metadata?: string[]
  sha256?: string
  body: string
  tree?: EditionDocument['tree']
}

/** Verifies a document whose front matter takes the first lines of its file. */
function verify({transcript, furniture = [], metadata = [], sha256 = SHA, body, tree = root(p(body))}: Case): string[] {
  const matter = [
    '---',
    'id: d1',
    'received:',
    '  file: d1.txt',
    '  furniture:',
    ...furniture.map((lines) => `    - {lines: "${lines}", why: page head}`),
    '  metadata:',
    ...metadata.map((lines) => `    - {lines: "${lines}", field: title}`),
    '---',
    ''
  ]
  const file = new VFile({path: 'documents/d1.md', value: matter.join('\n') + body})
  verifyReceived(
    documentOf('d1', tree, {
      file,
      body,
      bodyLine: matter.length - 1,
      matter: matterSchema.parse({
        received: {
          file: 'd1.txt',
          sha256: SHA,
          furniture: furniture.map((lines) => ({lines, why: 'page head'})),
          metadata: metadata.map((lines) => ({lines, field: 'title'}))
        }
      }),
      transcript: {file: new VFile({path: 'transcripts/d1.txt'}), text: transcript, sha256}
    })
  )
  return file.messages.map((message) => `${message} ${message.ruleId}`)
}

test('the same words give no message, however the lines run', () => {
  expect(verify({transcript: 'Stalin. What is\r\nthe mood?\r\n', body: 'Stalin.  What is the mood?'})).toEqual([])
})

test('a document without a transcript is passed over', () => {
  const document = documentOf('d1', root(p('Words.')))
  verifyReceived(document)
  expect(document.file.messages).toEqual([])
})

test('listed lines are no text', () => {
  const transcript = 'Title\nArchive\nThe text.\n12\nIt goes on.\n'
  expect(verify({transcript, metadata: ['1-2'], furniture: ['4'], body: 'The text. It goes on.'})).toEqual([])
})

test('an emendation keeps the received word', () => {
  const tree = root(p('your ', corr(1, 'postion', 'position')))
  expect(verify({transcript: 'your postion', body: 'your :corr[position]{rec="postion"}', tree})).toEqual([])
})

test('a changed word', () => {
  expect(verify({transcript: 'We support\nyour postion on it.', body: 'We support your\nposition on it.'})).toEqual([
    'documents/d1.md:9:1: Unexpected word `position` after `We support your`, expected `postion` (transcripts/d1.txt:2:6); type it as received, or write `:corr[position]{rec="postion"}` if you emend received-differs'
  ])
})

test('a changed word with signs that an attribute cannot hold', () => {
  expect(verify({transcript: 'He said "so & so".', body: 'He said so.'})).toEqual([
    'documents/d1.md:8:9: Unexpected word `so.` after `He said`, expected `"so & so".` (transcripts/d1.txt:1:9); type it as received, or write `:corr[so.]{rec="&quot;so &amp; so&quot;."}` if you emend received-differs'
  ])
})

test('a word added', () => {
  expect(verify({transcript: 'units receiving it', body: 'units are receiving it'})).toEqual([
    'documents/d1.md:8:7: Unexpected word `are` after `units`, expected `receiving it` (transcripts/d1.txt:1:7); take it out, or write `:supplied[…]` around it if you put it in received-differs'
  ])
})

test('lines lost', () => {
  const transcript = 'The first line.\nPage 2 of 3\nWilson Center\nThe last line.\n'
  expect(verify({transcript, body: 'The first line. The last line.'})).toEqual([
    'documents/d1.md:8:17: Unexpected gap after `The first line.` before `The last line.`, expected words `Page 2 of 3 Wilson Center` (transcripts/d1.txt:2:1); type it as received, or list lines 2-3 under `furniture` or `metadata` of `received` if that is no text received-differs'
  ])
})

test('the end lost', () => {
  expect(verify({transcript: 'One two three\nfour', body: 'One two three'})).toEqual([
    'documents/d1.md:8:9: Unexpected gap after `One two three` at the end, expected word `four` (transcripts/d1.txt:2:1); type it as received, or list line 2 under `furniture` or `metadata` of `received` if that is no text received-differs'
  ])
})

test('a bracket dropped', () => {
  expect(verify({transcript: 'a [training] school', body: 'a training school'})).toEqual([
    'documents/d1.md:8:3: Unexpected word `training` after `a`, expected `[training]` (transcripts/d1.txt:1:3); type it as received, or write `:corr[training]{rec="[training]"}` if you emend received-differs'
  ])
})

test('more than five differences are told by their number', () => {
  const words = Array.from({length: 60}, (_, index) => `w${index}`)
  const body = words.map((word, index) => (index % 8 === 4 ? `x${index}` : word)).join(' ')
  const messages = verify({transcript: words.join(' '), body})
  expect(messages).toHaveLength(6)
  expect(messages[5]).toBe(
    'documents/d1.md:3:1: Unexpected words in 2 more places, expected those of `transcripts/d1.txt` received-differs'
  )
})

test('the transcript of another document is one message, quickly', () => {
  const words = (letter: string): string =>
    Array.from({length: 20_000}, (_, index) => `${letter}${index % 977}`).join(' ')
  expect(verify({transcript: words('a'), body: words('b')})).toEqual([
    'documents/d1.md:3:1: Unexpected text: most of its words are not in `transcripts/d1.txt`, expected the transcript of this document; correct `file` under `received` received-differs'
  ])
})

test('a transcript that was changed', () => {
  expect(verify({transcript: 'Words.', body: 'Words.', sha256: 'b'.repeat(64)})).toEqual([
    `documents/d1.md:3:1: Unexpected SHA-256 ${'b'.repeat(64)} of \`transcripts/d1.txt\`, expected ${SHA}; put the file back as it was received received-changed`
  ])
})

test('lines that do not exist, stand the wrong way round or are listed twice', () => {
  const transcript = 'Title\nWords.\n'
  expect(verify({transcript, furniture: ['7', '9-8'], metadata: ['1', '1-1'], body: 'Words.'})).toEqual([
    'documents/d1.md:6:8: Unexpected line 7 under `furniture` of `received`, expected lines from 1 to 2, the last of the transcript received-lines',
    'documents/d1.md:7:8: Unexpected lines 9-8 under `furniture` of `received`, expected the smaller number first received-lines',
    'documents/d1.md:10:8: Unexpected line 1 a second time under `metadata` of `received`, expected each line once received-lines'
  ])
})

test('where the scan does not know the word the message stands at the front matter', () => {
  const tree = root(p('one two'))
  expect(verify({transcript: 'one three', body: 'quite another body', tree})).toEqual([
    'documents/d1.md:3:1: Unexpected word `two` after `one`, expected `three` (transcripts/d1.txt:1:5); type it as received, or write `:corr[two]{rec="three"}` if you emend received-differs'
  ])
})
