// Archival citations in notes and in front and back matter.
import type {BlockContent, Nodes, Root} from 'mdast'
import {VFile} from 'vfile'
import {describe, expect, test} from 'vitest'
import type {EditionDocument} from '../../src/document/edition.ts'
import {textOf, words} from '../../src/document/layers.ts'
import type {CitationNode, Note} from '../../src/document/nodes.ts'
import {matterSchema} from '../../src/document/settings.ts'
import {citationNodes, citations, type CitationContext} from '../../src/transforms/citations.ts'

const visible = (text: string): string => text.replaceAll('\u00a0', '~').replaceAll('\u2060', '^')

const context = (): CitationContext => ({
  archives: {
    APRF: {name: 'Archive of the President'},
    BArch: {name: 'Bundesarchiv'},
    RGASPI: {name: 'Archive of Social History'}
  },
  introduced: new Set()
})

const paragraph = (value: string): BlockContent => ({
  type: 'paragraph',
  children: [{type: 'text', value, position: {start: {line: 7, column: 1}, end: {line: 7, column: 1 + value.length}}}]
})

const note = (value: string, own: Partial<Note> = {}): Note => ({
  type: 'note',
  series: 'en',
  place: 'foot',
  children: [paragraph(value)],
  ...own
})

function document(role: EditionDocument['role'], ...children: Root['children']): EditionDocument {
  const file = new VFile({path: 'documents/d1.md'})
  return {id: 'd1', role, file, matter: {}, body: '', bodyLine: 0, tree: {type: 'root', children}}
}

/** The text as set, citations in angle quotes. */
function shown(node: Nodes): string {
  if (node.type === 'citation') return `‹${visible(textOf(node, 'reading'))}›`
  if (node.type === 'text') return node.value
  return 'children' in node ? (node.children as Nodes[]).map(shown).join('') : ''
}

const front = (text: string, state = context()): EditionDocument => {
  const made = document('front', paragraph(text))
  citations(made, state)
  return made
}

describe('in front matter', () => {
  test.each([
    [
      'by siglum and grammar',
      'The text (APRF, f. 45, op. 1, d. 3, ll. 7-9) is a copy.',
      'The text (‹Archive of the President (APRF), f.~45, op.~1, d.~3, ll.~7–9›) is a copy.'
    ],
    ['at the end of a sentence', 'See APRF, f. 45, op. 1.', 'See ‹Archive of the President (APRF), f.~45, op.~1›.'],
    ['the siglum without a comma', 'See APRF F. 45, Op. 1.', 'See ‹Archive of the President (APRF)~F.~45, Op.~1›.'],
    [
      'of another family, by siglum',
      'See BArch, DY 30/3386, 12-14. Another sentence.',
      'See ‹Bundesarchiv (BArch), DY 30/3386, 12–14›. Another sentence.'
    ],
    ['without an archive', 'The file is f. 45, op. 1, d. 3.', 'The file is ‹f.~45, op.~1, d.~3›.'],
    [
      'explained by the writer',
      'Archive of the President (APRF), f. 45, op. 1; APRF, f. 45, op. 2',
      'Archive of the President (APRF), ‹f.~45, op.~1›; ‹APRF, f.~45, op.~2›'
    ],
    ['a siglum alone', 'The APRF, and BArch in Berlin, hold copies.', 'The APRF, and BArch in Berlin, hold copies.'],
    ['one unit alone', 'APRF, f. 45 and later d. 12 of it', 'APRF, f. 45 and later d. 12 of it'],
    [
      'several units',
      'APRF, f. 45, op. 1, d. 3 and d. 4.',
      '‹Archive of the President (APRF), f.~45, op.~1, d.~3 and d.~4›.'
    ]
  ])('%s', (_, text, expected) => {
    expect(shown(front(text).tree)).toBe(expected)
  })

  test('the long form is given once in the edition', () => {
    const state = context()
    front('APRF, f. 45, op. 1', state)
    expect(shown(front('APRF, f. 45, op. 1', state).tree)).toBe('‹APRF, f.~45, op.~1›')
    expect([...state.introduced]).toEqual(['APRF'])
  })

  test('the node keeps its raw text, which is what the file has', () => {
    const {tree} = front('See APRF, f. 45, op. 1, l. 7-9.')
    expect((tree.children[0] as {children: CitationNode[]}).children[1]?.raw).toBe('APRF, f. 45, op. 1, l. 7-9')
    expect(words(tree, 'received')).toEqual('See APRF, f. 45, op. 1, l. 7-9.'.split(' '))
    expect(textOf(tree, 'reading')).toContain('Archive of the President (APRF)')
  })
})

describe('in a document', () => {
  test('only notes of this edition are touched', () => {
    const text = 'See APRF, f. 45, op. 1.'
    const made = document(
      'document',
      paragraph(text),
      {type: 'paragraph', children: [note(text), note(text, {place: 'inline', marker: {open: '[', close: ']'}})]},
      {type: 'paragraph', children: [note(text, {marker: {open: '[', close: ']'}})]}
    )
    citations(made, context())
    expect(made.tree.children.map(shown)).toEqual([
      text,
      `See ‹Archive of the President (APRF), f.~45, op.~1›.${text}`,
      text
    ])
    expect(made.file.messages).toEqual([])
  })
})

describe('an archive that is not declared', () => {
  test('is reported once, where it stands', () => {
    const state = context()
    const made = document('back', paragraph('See RGASP, f. 17, op. 3; RGASP, f. 17, op. 4.'))
    citations(made, state)
    citations(document('back', paragraph('RGASP, f. 17, op. 5')), state)
    expect(made.file.messages.map(String)).toEqual([
      'documents/d1.md:7:1-7:46: Unexpected archive `RGASP` in `RGASP, f. 17, op. 3`, expected one that archives.yaml lists; add it there with its `name`, or write `RGASPI` if that is meant'
    ])
    expect(made.file.messages[0]?.ruleId).toBe('undeclared-archive')
  })

  test('says what to do where no declared one is near', () => {
    const state = {archives: {}, introduced: new Set<string>()}
    expect(front('TsAMO RF, fond 5, opis 7', state).file.messages.map(({reason}) => reason)).toEqual([
      'Unexpected archive `TsAMO RF` in `TsAMO RF, fond 5, opis 7`, expected one that archives.yaml lists; add it there with its `name`'
    ])
  })
})

describe('the source line of a document', () => {
  test('text with several copies and credits', () => {
    const nodes = citationNodes(
      'APRF, f. 45, l. 7-9. Also available in RGASPI, f. 558, op. 11. Translated by Anna Berg.',
      context()
    )
    expect(nodes.map(({type}) => type)).toEqual(['citation', 'text'])
    expect(nodes.map(shown).join('')).toBe(
      '‹Archive of the President (APRF), f.~45, l.~7–9. Also available in Archive of Social History (RGASPI), f.~558, op.~11.› Translated by Anna Berg.'
    )
  })

  test('fields, and nothing', () => {
    expect(citationNodes({archive: 'APRF', fond: '45', leaves: '7-9'}, context()).map(shown)).toEqual([
      '‹Archive of the President (APRF), f.~45, ll.~7–9›'
    ])
    expect(citationNodes(undefined, context())).toEqual([])
  })

  test('what is not understood prints as given', () => {
    expect(citationNodes('RGASPI, f. 17, op. 3, box 9', context()).map(shown)).toEqual([
      '‹Archive of Social History (RGASPI), f.~17, op.~3, box 9›'
    ])
  })
})

describe('the sources that the front matter names', () => {
  const form = 'expected a form such as `APRF, f. 45, op. 1, d. 348, ll. 71-82`; it prints as given'
  const lines = [
    '---',
    'source:',
    '  A: RGASPI, f. 17, op. 3, box 9',
    '  B: papers in private hands',
    '  C: {citation: {archive: RGANI, fond: 5}}',
    '---'
  ]

  test('are checked where they stand', () => {
    const made = document('document')
    made.file.value = lines.join('\n')
    made.bodyLine = lines.length
    made.matter = matterSchema.parse({
      source: {
        A: 'RGASPI, f. 17, op. 3, box 9',
        B: 'papers in private hands',
        C: {citation: {archive: 'RGANI', fond: 5}}
      }
    })
    citations(made, context())
    expect(made.file.messages.map((message) => `${String(message)} (${message.ruleId})`)).toEqual([
      `documents/d1.md:3:6: Unexpected form of the citation \`RGASPI, f. 17, op. 3, box 9\` from \`box 9\` on, ${form} (citation-unparsed)`,
      `documents/d1.md:4:6: Unexpected form of the citation \`papers in private hands\`, ${form} (citation-unparsed)`,
      'documents/d1.md:1:1: Unexpected archive `RGANI` in `RGANI, f. 5`, expected one that archives.yaml lists; add it there with its `name`, or write `RGASPI` if that is meant (undeclared-archive)'
    ])
  })
})
