// Every node in every layer: what it gives to the received text, to the document and to print.
import type {BlockContent, Nodes, PhrasingContent, RootContent} from 'mdast'
import {describe, expect, test} from 'vitest'
import {entriesOf, notesOf} from '../../src/document/foot-words.ts'
import type {App} from '../../src/document/nodes.ts'
import {gapText, split, textOf, words, type Layer} from '../../src/document/layers.ts'

const text = (value: string): PhrasingContent => ({type: 'text', value})
const p = (...children: PhrasingContent[]): BlockContent => ({type: 'paragraph', children})
const marker = {open: '[', close: ']'}
const x = [text('x')]
const rdg = (value: string, ...wit: string[]): App['readings'][number] => ({
  type: 'reading',
  wit,
  children: value === '' ? [] : [text(value)]
})

/** Text of a node in the three layers, in this order: received, document, reading. */
const layers = (node: Nodes): string[] =>
  (['received', 'document', 'reading'] as const satisfies Layer[]).map((layer) => textOf(node, layer))

describe('standard nodes are the same in every layer', () => {
  const blocks: [string, Nodes, string][] = [
    ['paragraph', p(...x), '\nx\n'],
    ['heading', {type: 'heading', depth: 2, children: x}, '\nx\n'],
    ['blockquote', {type: 'blockquote', children: [p(...x)]}, '\n\nx\n\n'],
    ['list', {type: 'list', children: [{type: 'listItem', children: [p(...x)]}]}, '\n\n\nx\n\n\n'],
    [
      'table',
      {type: 'table', children: [{type: 'tableRow', children: [{type: 'tableCell', children: x}]}]},
      '\n\n\nx\n\n\n'
    ],
    ['code', {type: 'code', value: 'x'}, '\nx\n'],
    ['thematicBreak', {type: 'thematicBreak'}, '\n'],
    ['break', {type: 'break'}, '\n'],
    ['emphasis', {type: 'emphasis', children: x}, 'x'],
    ['strong', {type: 'strong', children: x}, 'x'],
    ['delete', {type: 'delete', children: x}, 'x'],
    ['link', {type: 'link', url: 'u', children: x}, 'x'],
    ['linkReference', {type: 'linkReference', identifier: 'u', referenceType: 'full', children: x}, 'x'],
    ['inlineCode', {type: 'inlineCode', value: 'x'}, 'x'],
    ['html', {type: 'html', value: '<x>'}, '<x>'],
    ['yaml', {type: 'yaml', value: 'x'}, ''],
    ['definition', {type: 'definition', identifier: 'u', url: 'u'}, ''],
    ['image', {type: 'image', url: 'u', alt: 'x'}, ''],
    ['imageReference', {type: 'imageReference', identifier: 'u', referenceType: 'full', alt: 'x'}, ''],
    ['footnoteReference', {type: 'footnoteReference', identifier: 'en-1'}, ''],
    ['footnoteDefinition', {type: 'footnoteDefinition', identifier: 'en-1', children: []}, '']
  ]
  test.each(blocks)('%s', (_, node, expected) => {
    expect(layers(node)).toEqual([expected, expected, expected])
  })
})

describe('nodes of an edition', () => {
  const nodes: [name: string, node: RootContent, received: string, document: string, reading: string][] = [
    ['an untyped bracket', {type: 'bracket', kind: 'untyped', marker, children: x}, '[x]', '[x]', '[x]'],
    [
      'a bracket of the document',
      {type: 'bracket', kind: 'original-bracket', marker, children: x},
      '[x]',
      '[x]',
      '[x]'
    ],
    ['a translator’s [sic]', {type: 'bracket', kind: 'sic-mark', marker, children: x}, '[x]', '', '[x]'],
    ['words supplied in the received text', {type: 'supplied', marker, by: 'pt', children: x}, '[x]', '', '[x]'],
    ['words supplied by this edition', {type: 'supplied', by: 'ed', children: x}, '', '', '⟨x⟩'],
    ['words supplied by another without a bracket', {type: 'supplied', by: 'pt', children: x}, '', '', '[x]'],
    ['an original word in the received text', {type: 'orig', marker, by: 'pt', children: x}, '[x]', '', '[x]'],
    ['an original word given by this edition', {type: 'orig', by: 'ed', children: x}, '', '', '⟨x⟩'],
    ['a gap in the received text', {type: 'gap', reason: 'omitted', marker, children: [text('…')]}, '[…]', '', '[…]'],
    [
      'a gap told by this edition',
      {type: 'gap', reason: 'illegible', n: 2, unit: 'word', children: []},
      '',
      '',
      '[2 words illegible]'
    ],
    ['a doubtful reading', {type: 'unclear', children: x}, 'x', 'x', '[x?]'],
    ['a doubtful reading in a bracket', {type: 'unclear', marker, children: [text('x?')]}, '[x?]', 'x?', '[x?]'],
    ['an emendation', {type: 'corr', rec: 'slip', by: 'ed', children: x}, 'slip', 'slip', 'x'],
    ['a slip kept', {type: 'sic', children: x}, 'x', 'x', 'x [sic]'],
    ['an entry whose lemma is the received text', {type: 'app', readings: [rdg('y', 'A')], children: x}, 'x', 'x', 'x'],
    [
      'an entry whose lemma is this edition’s',
      {type: 'app', by: 'ed', readings: [rdg('y', 'A')], children: x},
      'y',
      'y',
      'x'
    ],
    [
      'an entry whose lemma is this edition’s, with a conjecture only',
      {type: 'app', by: 'ed', readings: [{...rdg('y'), by: 'Smith'}], children: x},
      'x',
      'x',
      'x'
    ],
    [
      'an entry with an addition of the copy that was received',
      {type: 'app', by: 'ed', readings: [{...rdg('y', 'A'), kind: 'add'}], children: x},
      'x y',
      'x y',
      'x'
    ],
    ['an entry between anchors', {type: 'entry', span: {from: 'a', to: 'b'}, readings: [rdg('y', 'A')]}, '', '', ''],
    ['an entry whose lemma no copy has', {type: 'app', by: 'ed', readings: [], children: x}, '', '', 'x'],
    ['a leaf in a line', {type: 'leafBreak', label: '72v', unit: 'leaf', block: false}, '', '', ''],
    ['a leaf on a line of its own', {type: 'leafBreak', label: '72v', unit: 'leaf', block: true}, '\n', '\n', '\n'],
    [
      'a signature told by this edition',
      {type: 'ann', kind: 'signature', children: x},
      'x',
      'x',
      '[handwritten: signature and x]'
    ],
    ['an annotation told by this edition', {type: 'ann', kind: 'hand', children: x}, 'x', 'x', '[handwritten: x]'],
    [
      'an annotation in the received text',
      {type: 'ann', kind: 'hand', marker: {open: '[handwritten: ', close: ']'}, children: x},
      '[handwritten: x]',
      '[handwritten: x]',
      '[handwritten: x]'
    ],
    ['a description of an annotation', {type: 'ann', kind: 'description', marker, children: x}, '[x]', '', '[x]'],
    ['a deletion', {type: 'del', children: x}, 'x', 'x', 'x'],
    ['an addition', {type: 'add', children: x}, 'x', 'x', '\\x/'],
    ['a note of this edition', {type: 'note', series: 'en', place: 'foot', children: [p(...x)]}, '', '', ''],
    [
      'a note of the received text in its place',
      {
        type: 'note',
        series: 'tn',
        place: 'inline',
        marker: {open: '[Note: ', close: ']'},
        children: [p(...x), p(text('y'))]
      },
      '[Note: x\n \ny]',
      '',
      '[Note: x\n \ny]'
    ],
    [
      'a note of the received text at the foot',
      {type: 'note', series: 'tn', place: 'foot', marker: {open: '[Note: ', close: ']'}, children: [p(...x)]},
      '[Note: x]',
      '',
      ''
    ],
    ['a person', {type: 'person', id: 'stalin', found: false, children: x}, 'x', 'x', 'x'],
    ['a place', {type: 'place', id: 'moscow', found: true, children: x}, 'x', 'x', 'x'],
    ['a term', {type: 'term', id: 'pow', found: true, children: x}, 'x', 'x', 'x'],
    [
      'a reference',
      {type: 'ref', target: 'd2', page: false, line: false, text: 'document 2', children: []} as never,
      '',
      '',
      'document 2'
    ],
    ['a reference that is not resolved', {type: 'ref', target: 'd2', page: false, line: false} as never, '', '', ''],
    ['an anchor', {type: 'at', id: 's1'}, '', '', ''],
    ['a citation', {type: 'citation', raw: 'll. 1-2', children: [text('ll. 1–2')]}, 'll. 1-2', 'll. 1-2', 'll. 1–2'],
    ['a speaker', {type: 'speaker', who: ['stalin'], children: x}, 'x', 'x', 'x'],
    ['a turn', {type: 'turn', who: ['stalin'], children: [p(...x)]}, '\nx\n', '\nx\n', '\nx\n'],
    ['a closing', {type: 'part', kind: 'closing', children: [p(...x)]}, '\n\nx\n\n', '\n\nx\n\n', '\n\nx\n\n'],
    [
      'an attachment',
      {type: 'part', kind: 'attachment', title: 'T', children: [p(...x)]},
      '\n\nx\n\n',
      '\n\nx\n\n',
      '\nT\n\n\nx\n\n'
    ],
    ['an editorial part', {type: 'part', kind: 'editorial', children: [p(...x)]}, '', '', '\n\nx\n\n'],
    ['words for one audience', {type: 'only', audience: ['teacher'], children: [p(...x)]}, '', '', '\n\nx\n\n'],
    ['a figure', {type: 'figure', src: 's', alt: 'a', decorative: false, children: x}, '', '', '\nx\n'],
    [
      'a head',
      {
        type: 'head',
        children: [
          {type: 'headPart', kind: 'source', label: 'Source', children: x},
          {type: 'headPart', kind: 'title', children: x}
        ]
      },
      '',
      '',
      '\n\nSource x\n\nx\n\n'
    ]
  ]
  test.each(nodes)('%s', (_, node, ...expected) => {
    expect(layers(node)).toEqual(expected)
  })

  test('a part of a head alone', () => {
    expect(layers({type: 'headPart', kind: 'title', children: x})).toEqual(['', '', '\nx\n'])
  })

  test('a node that no layer knows is a fault of the program', () => {
    expect(() => textOf({type: 'mystery'} as never, 'reading')).toThrow('Node `mystery` is on no layer')
  })
})

test('words are split at white space, never at nodes', () => {
  const tree = p(
    text('the posi'),
    {type: 'leafBreak', label: '72', unit: 'leaf', block: false},
    text('tion\u00A0of  the '),
    {type: 'emphasis', children: [text('m')]},
    text('en')
  )
  expect(words(tree, 'reading')).toEqual(['the', 'position', 'of', 'the', 'men'])
})

test('words are compared in one Unicode form, and a soft hyphen is a character like others', () => {
  expect(split(' cafe\u0301\n co\u00ADop ')).toEqual(['caf\u00E9', 'co\u00ADop'])
})

test.each([
  [{reason: 'omitted'}, '…'],
  [{reason: 'omitted', unit: 'page'}, 'page omitted'],
  [{reason: 'illegible'}, 'illegible'],
  [{reason: 'illegible', unit: 'word', n: 1}, '1 word illegible'],
  [{reason: 'damage', unit: 'line', n: 3}, '3 lines damage']
])('gapText of %j is %s', (gap, expected) => {
  expect(gapText(gap)).toBe(expected)
})

test('notes at the foot, in the order of their calls, a note before those that it calls itself', () => {
  const inner = {type: 'note', series: 'en', n: 2, place: 'foot', children: [p(text('Inner.'))]} as const
  const tree = {
    type: 'root',
    children: [
      p(
        {
          type: 'note',
          series: 'en',
          n: 1,
          place: 'foot',
          children: [p(text('Outer '), inner as never), p(text('goes on.'))]
        } as never,
        {type: 'note', series: 'tn', place: 'inline', marker, children: [p(text('In its place.'))]} as never,
        {type: 'note', series: 'tn', place: 'foot', children: [p(text('Unnumbered.'))]} as never
      )
    ]
  } as const
  expect(notesOf(tree as never)).toEqual([
    {series: 'en', n: 1, inNote: false, lemma: [], words: ['Outer', 'goes', 'on.']},
    {series: 'en', n: 2, inNote: true, lemma: [], words: ['Inner.']},
    {series: 'tn', n: 0, inNote: false, lemma: [], words: ['Unnumbered.']}
  ])
})

test('entries with lemma and readings, an alternative among them, an omission as an empty one', () => {
  const tree = {
    type: 'root',
    children: [
      p(
        {type: 'corr', n: 1, rec: 'your postion', alt: 'our position', by: 'ed', children: [text('your position')]},
        {type: 'corr', rec: 'slip', by: 'ed', children: x},
        {
          type: 'app',
          n: 2,
          readings: [rdg('twice', 'A'), rdg('', 'B')],
          children: [text('once')]
        },
        {type: 'app', readings: [], children: x}
      )
    ]
  } as const
  expect(entriesOf(tree as never)).toEqual([
    {
      n: 1,
      inNote: false,
      lemma: ['your', 'position'],
      readings: [
        ['your', 'postion'],
        ['our', 'position']
      ]
    },
    {n: 0, inNote: false, lemma: ['x'], readings: [['slip']]},
    {n: 2, inNote: false, lemma: ['once'], readings: [['twice'], []]},
    {n: 0, inNote: false, lemma: ['x'], readings: []}
  ])
})
