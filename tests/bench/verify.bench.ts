// How long the proofs take for 300 documents of 3,000 words: run by hand, `node --import tsx tests/bench/verify.bench.ts`.
import {strToU8, zipSync} from 'fflate'
import {VFile} from 'vfile'
import {allDocuments} from '../../src/document/edition.ts'
import {matterSchema} from '../../src/document/settings.ts'
import {proveText} from '../../src/verify/epub.ts'
import {verifyPages, verifyParse, verifyReceived} from '../../src/verify/index.ts'
import {openEpub} from '../../src/verify/package/opened.ts'
import {documentOf, editionOf, note, p, root} from '../verify/fixture/edition.ts'

const DOCUMENTS = 300
const PARAGRAPHS = 60
const WORDS = 50

const wordsOf = (document: number, paragraph: number): string =>
  Array.from(
    {length: WORDS},
    (_, index) => `w${Math.imul(document * 7919 + paragraph * 104_729 + index, 2_654_435_761) >>> 18}`
  ).join(' ')

const paragraphs = (document: number): string[] =>
  Array.from({length: PARAGRAPHS}, (_, index) => wordsOf(document, index))

const edition = editionOf(
  ...Array.from({length: DOCUMENTS}, (_, index) => {
    const id = `d${index + 1}`
    const texts = paragraphs(index)
    const body = texts.map((text, n) => `${text}[^en-${n + 1}]\n\n[^en-${n + 1}]: Note ${n + 1}.\n\n`).join('')
    return documentOf(id, root(...texts.map((text, n) => p(text, note('en', n + 1, p(`Note ${n + 1}.`))))), {
      body,
      transcript: {file: new VFile({path: `${id}.txt`}), text: texts.join('\n'), sha256: 'a'.repeat(64)},
      matter: matterSchema.parse({received: {file: `${id}.txt`, sha256: 'a'.repeat(64)}})
    })
  })
)

const marked = (id: string, text: string, n: number): string =>
  `<p data-p="${n}" id="${id}-p${n}">${text}<a class="call generated" data-note="${id}-en-${n}">${n}</a></p>`
const foot = (id: string, n: number): string =>
  `<div class="note" data-note="${id}-en-${n}"><p><span class="generated">${n}</span> Note ${n}.</p></div>`

/** Pages of six paragraphs, with the empty boxes that Paged.js leaves around each. */
const html = allDocuments(edition)
  .flatMap(({id}, index) => {
    const texts = paragraphs(index)
    return Array.from({length: PARAGRAPHS / 6}, (_, page) => {
      const own = texts.slice(page * 6, page * 6 + 6)
      const flow = own.map((text, n) => marked(id, text, page * 6 + n + 1)).join('')
      const notes = own.map((_text, n) => foot(id, page * 6 + n + 1)).join('')
      const boxes = '<div class="pagedjs_margin-box"><div class="pagedjs_margin-content"></div></div>'.repeat(16)
      return `<div class="pagedjs_page" data-part="${id}" data-label="${page + 1}">${boxes}<div class="pagedjs_page_content"><section>${flow}</section></div>${notes}</div>`
    })
  })
  .join('\n')

const epub = zipSync({
  'META-INF/container.xml': strToU8('<container><rootfile full-path="a.opf"/></container>'),
  'a.opf': strToU8(
    `<package>${allDocuments(edition)
      .map(({id}) => `<item id="${id}" href="${id}.xhtml"/><itemref idref="${id}"/>`)
      .join('')}</package>`
  ),
  ...Object.fromEntries(
    allDocuments(edition).map(({id}, index) => {
      const texts = paragraphs(index)
      const flow = texts.map((text, n) => marked(id, text, n + 1)).join('')
      return [
        `${id}.xhtml`,
        strToU8(
          `<html><body><article id="${id}">${flow}</article>${texts.map((_, n) => foot(id, n + 1)).join('')}</body></html>`
        )
      ]
    })
  )
})

function timed(name: string, run: () => number): void {
  const start = performance.now()
  const findings = run()
  process.stdout.write(
    `${name.padEnd(28)} ${((performance.now() - start) / 1000).toFixed(2)} s  ${findings} findings\n`
  )
}

const messages = (): number => allDocuments(edition).reduce((sum, {file}) => sum + file.messages.length, 0)
process.stdout.write(
  `${DOCUMENTS} documents, ${DOCUMENTS * PARAGRAPHS * WORDS} words, pages of ${(html.length / 1e6).toFixed(1)} MB\n`
)
timed('transcripts', () => {
  for (const document of allDocuments(edition)) verifyReceived(document)
  return messages()
})
timed('parse', () => {
  for (const document of allDocuments(edition)) verifyParse(document)
  return messages()
})
timed('pages', () => verifyPages(edition, html).length)
timed('e-book', () => proveText(edition, openEpub(epub)).length)
timed('pages, one word lost', () => verifyPages(edition, html.replace(/ w\d+/, '')).length)
