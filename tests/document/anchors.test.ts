// Names of places in the book.
import {expect, test} from 'vitest'
import {
  atAnchor,
  callAnchor,
  documentAnchor,
  leafAnchor,
  nameAnchor,
  noteAnchor,
  paragraphAnchor,
  registerAnchor
} from '../../src/document/anchors.ts'

test('anchors as the outputs share them', () => {
  expect([
    documentAnchor('d1'),
    paragraphAnchor('d1', '45'),
    noteAnchor('d1', 'en', 3),
    callAnchor('d1-en-3'),
    nameAnchor('d1', 12),
    atAnchor('d1', 's1'),
    leafAnchor('d1', 'W', '72v'),
    leafAnchor('d1', undefined, '72v'),
    registerAnchor('people', 'stalin')
  ]).toEqual([
    'd1',
    'd1-p45',
    'd1-en-3',
    'd1-en-3-call',
    'd1-x12',
    'd1-at-s1',
    'd1-leaf-W-72v',
    'd1-leaf-72v',
    'people-stalin'
  ])
})

test('each is a valid XML name, whatever the document or the leaf is called', () => {
  const name = /^[\p{L}_][\p{L}\p{N}_.-]*$/u
  for (const id of ['d1', '1952-09-04', 'письмо', '7']) {
    for (const anchor of [
      documentAnchor(id),
      paragraphAnchor(id, '1'),
      leafAnchor(id, 'A R', '72 ob.'),
      atAnchor(id, 's1')
    ]) {
      expect(anchor).toMatch(name)
    }
  }
  expect(documentAnchor('1952-09-04')).toBe('n-1952-09-04')
  expect(leafAnchor('d1', 'A R', '72 ob./3')).toBe('d1-leaf-A_R-72_ob._3')
})
