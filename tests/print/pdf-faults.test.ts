// Faults planted in a finished PDF: what a reader who hears it would miss is said by our proof of the tags or by veraPDF.
import {copyFileSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {PDFArray, PDFDict, PDFHexString, PDFName, PDFNumber, type PDFDocument} from '@cantoo/pdf-lib'
import {beforeAll, describe, expect, test} from 'vitest'
import {build, check} from '../../src/build.ts'
import type {Edition} from '../../src/document/edition.ts'
import {selection} from '../../src/selection/index.ts'
import {verifyTags} from '../../src/verify/index.ts'
import {EditionTest} from '../support/edition.ts'
import {withOwnCache} from '../support/own-cache.ts'
import {validate, VERAPDF, WHY_NOT, type Verdict} from '../support/verapdf.ts'
import {
  changeContent,
  changed,
  changeMetadata,
  drop,
  first,
  kidsOf,
  numbersIn,
  placeOf,
  rename,
  swap,
  tagOf,
  tags,
  type Found
} from './support/pdf-faults.ts'

const name = (text: string): PDFName => PDFName.of(text)

const EDITION = {
  'edition.yaml': `id: quay
title: Papers of the Quay
editors: [Mary Ward]
date: 2026-01-31
front: [contents]
back: []
outputs: {reader: {formats: [pdf]}}
`,
  'documents/d1.md': `---
title: A Talk
---

## Morning

The ships came in.[^en-1] They lay at *the long quay* all day.

### Cargo

| Ship | Tons |
| ---- | ---- |
| Vega | 40   |

::figure[The crane.]{src=images/crane.png alt="A crane with one arm"}

[^en-1]: In the night.
`,
  'documents/d2.md': `---
title: A Letter
---

Nobody saw them go.
`
}

interface Fault {
  plant: (pdf: PDFDocument) => void
  /** What our proof says. */
  proof?: string[]
  /** Rules that veraPDF finds broken. */
  ua?: string[]
  a?: string[]
}

/** The paragraph with the note, whose words stand in several pieces. */
const paragraph = (pdf: PDFDocument) => first(tags(pdf, 'P').filter((tag) => numbersIn(tag).length > 1))

const FAULTS: Record<string, Fault> = {
  'nothing at all': {plant: () => {}},
  'a picture without words in its place': {
    plant: (pdf) => drop(first(tags(pdf, 'Figure')).dict, 'Alt'),
    proof: [
      'Unexpected lack of words in the place of picture 1 (tags of the PDF, document d1, page 1), expected `A crane with one arm`'
    ],
    ua: ['7.3-1']
  },
  'a picture with words of another': {
    plant: (pdf) => first(tags(pdf, 'Figure')).dict.set(name('Alt'), PDFHexString.fromText('A steamer')),
    proof: [
      'Unexpected words `A steamer` in the place of picture 1 (tags of the PDF, document d1, page 1), expected `A crane with one arm`'
    ]
  },
  'a level of headings left out': {plant: (pdf) => rename(first(tags(pdf, 'H3')), 'H4'), ua: ['7.4.2-1']},
  'a heading that is a paragraph': {
    plant: (pdf) => rename(first(tags(pdf, 'H3')), 'P'),
    proof: ['Unexpected bookmark `Cargo` in the PDF, expected the heading `A Letter`']
  },
  'a table without heads': {
    plant: (pdf) => {
      for (const tag of tags(pdf, 'TH')) rename(tag, 'TD')
    },
    proof: [
      'Unexpected cells of table 1 (tags of the PDF, document d1, page 1), expected `Ship Tons` to be heard as heads of its columns'
    ]
  },
  'a note before its call': {
    plant: (pdf) => {
      const {kids, at} = placeOf(first(tags(pdf, 'Note')))
      swap(kids, at - 1)
    },
    proof: ['Unexpected place of note en-1 (tags of the PDF, document d1, page 1), expected it directly after its call']
  },
  'a note without its call': {
    plant: (pdf) => {
      const {kids, at} = placeOf(first(tags(pdf, 'Note')))
      kids.remove(at - 1)
    },
    proof: [
      'Unexpected word `1` without a tag in the PDF (page 1), expected text that is heard, or an ornament',
      'Unexpected place of note en-1 (tags of the PDF, document d1, page 1), expected it directly after its call'
    ]
  },
  'a note that no tag leads to': {
    plant: (pdf) => remove(first(tags(pdf, 'Note'))),
    proof: [
      'Unexpected words `1 In the night.` without a tag in the PDF (page 1), expected text that is heard, or an ornament',
      'Missing note en-1 (tags of the PDF, document d1), expected it once'
    ]
  },
  'a note that is heard twice': {
    plant: (pdf) => {
      const note = first(tags(pdf, 'Note'))
      placeOf(note).kids.push(note.ref)
    },
    proof: ['Unexpected second copy of note en-1 (tags of the PDF, document d1, page 1), expected it once'],
    ua: ['7.9-2']
  },
  'pieces of a paragraph in the wrong order': {
    plant: (pdf) => swap(kidsOf(paragraph(pdf)), 0),
    proof: [
      'Unexpected word `in.The` after `A Talk Morning` (tags of the PDF, document d1, page 1), expected `The`',
      'Unexpected gap after `The ships came` before `They lay at` (tags of the PDF, document d1, page 1), expected word `in.`'
    ]
  },
  'text that is an ornament': {
    plant: (pdf) => mark(pdf, paragraph(pdf), '/Artifact BMC'),
    proof: [
      'Unexpected gap after `A Talk Morning` before `in. They lay` (tags of the PDF, document d1, page 1), expected words `The ships came`'
    ]
  },
  'text without a tag': {
    plant: (pdf) => mark(pdf, paragraph(pdf), '/Span BMC'),
    proof: [
      'Unexpected words `The ships came` without a tag in the PDF (page 1), expected text that is heard, or an ornament',
      'Unexpected gap after `A Talk Morning` before `in. They lay` (tags of the PDF, document d1, page 1), expected words `The ships came`'
    ],
    ua: ['7.1-3']
  },
  'documents that have changed places': {
    plant: (pdf) => {
      const {kids, at} = placeOf(tagOf(pdf, 'part-d1'))
      swap(kids, at)
    },
    proof: [
      'Unexpected document d2 (tags of the PDF), expected document d1 before it',
      'Unexpected bookmark `A Talk` in the PDF, expected the heading `A Letter`'
    ]
  },
  'a document that no tag leads to': {
    plant: (pdf) => remove(tagOf(pdf, 'part-d2')),
    proof: [
      'Unexpected words `A Letter Nobody saw them go.` without a tag in the PDF (page 3), expected text that is heard, or an ornament',
      'Document d2 has no tag in the PDF, expected its text',
      'Unexpected bookmark `A Letter` in the PDF, expected no more of them'
    ]
  },
  'a bookmark with another title': {
    plant: (pdf) => {
      const item = pdf.catalog.lookup(name('Outlines'), PDFDict).lookup(name('First'), PDFDict)
      item.set(name('Title'), PDFHexString.fromText('Nothing'))
    },
    proof: ['Unexpected bookmark `Nothing` in the PDF, expected the heading `Contents`']
  },
  'no language': {
    plant: (pdf) => {
      drop(pdf.catalog, 'Lang')
      for (const {dict} of tags(pdf, 'Document')) drop(dict, 'Lang')
    },
    // Of bookmarks, words for pictures, words for links, the title, the text itself.
    ua: ['7.2-2', '7.2-22', '7.2-24', '7.2-33', '7.2-34']
  },
  'links that say nothing of themselves': {
    plant: ({context}) => {
      for (const [, object] of context.enumerateIndirectObjects())
        if (object instanceof PDFDict && object.get(name('Subtype')) === name('Link')) drop(object, 'Contents')
    },
    ua: ['7.18.1-2', '7.18.5-2']
  },
  'a page that does not know its tags': {
    plant: (pdf) => {
      const parents = pdf.catalog.lookup(name('StructTreeRoot'), PDFDict).lookup(name('ParentTree'), PDFDict)
      parents.lookup(name('Nums'), PDFArray).set(0, PDFNumber.of(999))
    },
    ua: ['7.1-3']
  },
  'a file that does not say that it is tagged': {
    plant: (pdf) => drop(pdf.catalog, 'MarkInfo'),
    ua: ['6.2-1'],
    a: ['6.7.2.2-1']
  },
  'a window that shows no title': {plant: (pdf) => drop(pdf.catalog, 'ViewerPreferences'), ua: ['7.1-10']},
  'a file that does not say which standard it keeps to': {
    plant: (pdf) => changeMetadata(pdf, (xmp) => xmp.replaceAll('pdfuaid:part', 'pdfuaid:other')),
    ua: ['5-2'],
    a: ['6.6.2.3.1-1', '6.6.2.3.1-2']
  }
}

/** Marks the first piece of a tag's text with another operator. */
function mark(pdf: PDFDocument, tag: Found, operator: string): void {
  const [mcid] = numbersIn(tag)
  const opening = new RegExp(`/\\w+ <</MCID ${mcid} >>\\s?BDC`)
  changeContent(pdf, tag, (content) => content.replace(opening, operator))
}

function remove(tag: Found): void {
  const {kids, at} = placeOf(tag)
  kids.remove(at)
}

let edition: Edition
const files = new Map<string, Uint8Array>()
const verdicts = new Map<string, Verdict>()

withOwnCache()
beforeAll(async () => {
  const one = EditionTest.empty().with(EDITION)
  mkdirSync(join(one.dir, 'images'))
  copyFileSync(new URL('../editions/everything/images/ship.png', import.meta.url), join(one.dir, 'images/crane.png'))
  const out = join(one.cwd, 'dist')
  const {ok, messages} = await build({dir: one.dir, out})
  if (!ok) throw new Error(messages.flatMap((file) => file.messages).join('\n'))
  const read = (await check({dir: one.dir})).edition
  if (!read) throw new Error('The edition cannot be read')
  edition = selection(read, 'reader')
  const bytes = readFileSync(join(out, 'reader.pdf'))
  for (const [fault, {plant}] of Object.entries(FAULTS)) files.set(fault, await changed(bytes, plant))
  if (!VERAPDF) return
  const paths = [...files.values()].map((file, at) => {
    const path = join(one.cwd, `${at}.pdf`)
    writeFileSync(path, file)
    return path
  })
  for (const [at, verdict] of (await validate(paths)).entries()) verdicts.set([...files.keys()][at] ?? '', verdict)
}, 300_000)

describe.each(Object.entries(FAULTS))('%s', (fault, {proof = [], ua = [], a = []}) => {
  test('is seen by the proof of the tags', () => {
    const found = verifyTags(edition, files.get(fault) ?? new Uint8Array()).map(({reason}) => reason)
    expect(found).toEqual(proof)
  })

  test('is seen by veraPDF', ({skip}) => {
    skip(!VERAPDF, WHY_NOT)
    expect(verdicts.get(fault)?.broken).toEqual({'PDFUA-1': ua, 'PDFA-3A': a})
  })
})
