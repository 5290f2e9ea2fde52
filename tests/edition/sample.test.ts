// The sample edition keeps what it promises: the received words, every emendation listed, every note and role with its source.
import {createHash} from 'node:crypto'
import {readFile} from 'node:fs/promises'
import path from 'node:path'
import type {Nodes} from 'mdast'
import {visit} from 'unist-util-visit'
import {beforeAll, describe, expect, it} from 'vitest'
import type {Edition, EditionDocument} from '../../src/document/edition.ts'
import {textOf} from '../../src/document/layers.ts'
import {plainText, type Corr, type Note} from '../../src/document/nodes.ts'
import {readEdition} from '../../src/read/index.ts'
import {transform, type BracketRow} from '../../src/transforms/index.ts'

const dir = path.resolve(import.meta.dirname, '../../edition')
const VOUCHED = 'Sample by the makers of Recension; notes not reviewed by a specialist; not compared with the Russian.'

let edition: Edition
let record: EditionDocument
let rows: BracketRow[]

beforeAll(async () => {
  const result = await readEdition(dir)
  if (!result.edition) throw new Error('edition.yaml cannot be read')
  edition = result.edition
  rows = transform(edition, edition.files[0]!)
  record = edition.documents[0]!
})

describe('the received text', () => {
  it('is the file that was received, byte for byte', async () => {
    const bytes = await readFile(path.join(dir, 'transcripts', record.matter.received!.file))
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(record.matter.received!.sha256)
  })

  it('stands in the document word for word, apart from the listed lines', async () => {
    expect(wordsIn(textOf(record.tree, 'received'))).toEqual(await transcriptWords())
  })

  it('differs when a word of the document is lost', async () => {
    const lost = wordsIn(textOf(record.tree, 'received')).toSpliced(1000, 1)
    expect(lost).not.toEqual(await transcriptWords())
  })

  it('has in its listed fields what the head says', async () => {
    const lines = await transcriptLines()
    expect(lines[4]).toBe(record.matter.title!.text)
    expect(lines[394]).toBe(record.matter.summary!.text)
    for (const siglum of ['A', 'R', 'L']) expect(lines[399]).toContain(citationOf(siglum))
    expect(record.matter.rights).toContain(lines[402])
  })
})

describe('the reading of the messages', () => {
  it('finds nothing but the paragraphs that continue a turn', () => {
    const others = edition.files.flatMap(({messages}) => messages).filter(({ruleId}) => ruleId !== 'turn-continued')
    expect(others.map(String)).toEqual([])
  })

  it('lists the seventeen paragraphs that the method names', () => {
    const method = edition.front.find(({id}) => id === 'method')!
    const listed = /no name at their head: ([^.]*?)\. Each/.exec(plainText(method.tree))?.[1]?.match(/\d+/g)
    const continued: string[] = []
    visit(record.tree, 'turn', ({children}) => {
      for (const child of children.slice(1)) if (child.type === 'paragraph') continued.push(child.data!.n!)
    })
    expect(continued).toHaveLength(17)
    expect(listed).toEqual(continued)
  })

  it('gives each turn to its speaker', () => {
    const turns: Record<string, number> = {}
    visit(record.tree, 'turn', ({who}) => {
      turns[who.join(' ')] = (turns[who.join(' ')] ?? 0) + 1
    })
    expect(turns).toEqual({stalin: 47, kim: 28, peng: 22, malenkov: 4, pak: 1, zhou: 1, 'zhou kim': 1})
  })
})

describe('what the editor did', () => {
  it('lists each emendation with the line of the file that has the slip', async () => {
    const lines = await transcriptLines()
    const emendations: unknown[] = []
    visit(record.tree, 'corr', (node: Corr) => {
      emendations.push([plainText(node), node.rec, node.by, node.cert, node.alt])
    })
    expect(emendations).toEqual([
      ['us', 'use', 'ed', 'high', undefined],
      ['position', 'postion', 'ed', 'high', undefined],
      ['do', 'are', 'ed', 'low', 'are … conducting'],
      ['constantly', 'constantly been', 'ed', 'high', undefined],
      ['prisoners', 'prisoner', 'ed', 'high', undefined],
      ['Have', 'Do', 'ed', 'low', 'Do … master'],
      ['2,500,000', '2,500,00', 'ed', 'high', undefined],
      ['will we', 'we will', 'ed', 'high', undefined]
    ])
    expect([153, 168, 207, 264, 282, 333, 360, 369].map((n) => lines[n - 1])).toEqual([
      expect.stringContaining('sent use 50,000 tons'),
      expect.stringContaining('your postion.'),
      expect.stringContaining('How are the Americans conduct themselves'),
      expect.stringContaining('constantly been moving'),
      expect.stringContaining('taken more prisoner than'),
      expect.stringContaining('Do Chinese pilots mastered'),
      expect.stringContaining('only 2,500,00 men'),
      expect.stringContaining('With whom specifically we will be able')
    ])
  })

  it('supplies two words and types the thirteen brackets of the translation', () => {
    const own: string[] = []
    visit(record.tree, 'supplied', (node) => {
      if (!node.marker) own.push(plainText(node))
    })
    expect(own).toEqual(['are', 'a'])
    expect(rows.map(({text, type}) => [text.slice(0, 18), type])).toEqual([
      ['[Pak Hon Yong]', 'name-variant'],
      ['[Mun Il]', 'name-completion'],
      ['[training]', 'supplied'],
      ['[anti-aircraft]', 'supplied'],
      ['[anti-aircraft]', 'supplied'],
      ['[peremirie]', 'orig'],
      ['[we]', 'supplied'],
      ['[we]', 'supplied'],
      ['[you]', 'supplied'],
      ['[you]', 'supplied'],
      ['[lisymnanovskie]', 'orig'],
      ["[Translator's note", 'note'],
      ['[handwritten: sign', 'ann']
    ])
  })
})

describe('what may be claimed', () => {
  const SOURCED = /(?:From the text|Unverified|Sources?: .+)\.$/u

  it('names the source of each note, or says that it has none', () => {
    const notes: string[] = []
    visit(record.tree, 'note', (node: Note) => {
      if (node.series === 'en') notes.push(node.children.map(plainText).join(' ').trim())
    })
    expect(notes.length).toBeGreaterThanOrEqual(25)
    expect(notes.filter((note) => !SOURCED.test(note))).toEqual([])
    expect('Stalin was born in Gori.').not.toMatch(SOURCED)
  })

  it('names the source of each role, or says that it is unverified', () => {
    for (const [id, {role, source}] of Object.entries(edition.people))
      expect([id, Boolean(role && source)]).toEqual([id, true])
  })

  it('says on the imprint and in the method who vouches for it', () => {
    expect(edition.settings.imprint).toContain(VOUCHED)
    expect(plainText(edition.front.find(({id}) => id === 'method')!.tree)).toContain(VOUCHED)
  })

  it('gives the archival references as cited only, and one copy as collated', () => {
    const status = Object.entries(record.matter.source!).map(([siglum, copy]) => [siglum, copy.status])
    expect(status).toEqual([
      ['W', 'collated'],
      ['A', 'cited'],
      ['R', 'cited'],
      ['L', 'cited']
    ])
  })

  it('keeps straight quotation marks for the received text', () => {
    const editorial = [...edition.front, ...edition.back].map(({tree}) => plainText(tree))
    visit(record.tree, 'note', (node: Note) => {
      if (node.place === 'foot') editorial.push(plainText(node as Nodes))
    })
    expect(editorial.filter((text) => /["']/.test(text))).toEqual([])
  })
})

function citationOf(siglum: string): unknown {
  return record.matter.source![siglum]!.citation
}

const wordsIn = (text: string): string[] => text.split(/\s+/u).filter((word) => word !== '')

async function transcriptLines(): Promise<string[]> {
  return (await readFile(path.join(dir, 'transcripts', record.matter.received!.file), 'utf8')).split('\n')
}

/** Words of the transcript on the lines that no list of the front matter takes away. */
async function transcriptWords(): Promise<string[]> {
  const {furniture, metadata} = record.matter.received!
  const listed = new Set<number>()
  for (const {lines} of [...furniture, ...metadata]) {
    for (const range of lines.split(/, */)) {
      const [from = 0, to = from] = range.split('-').map(Number)
      for (let n = from; n <= to; n++) listed.add(n)
    }
  }
  return (await transcriptLines()).flatMap((line, index) => (listed.has(index + 1) ? [] : wordsIn(line)))
}
