// Tells same words in a line apart: the² is the second `the` of its line.
import {SOFT} from '../lines/hyphens.ts'
import {columnOf} from '../lines/index.ts'
import type {Frame, Line} from '../lines/index.ts'
import type {Lemma} from './lemmas.ts'
import {rectAt} from '../ruler.ts'

/** Which of the same words on its line a lemma is, from 1; 0 where the line has them only once. A word belongs to the line on which it begins. */
export function occurrenceOf(lemma: Lemma, line: Line, frame: Frame): number {
  const wanted = lemma.elements.map(readable).join(' ').replace(/\s+/g, ' ').trim()
  // Most words stand in their paragraph once, which is found out for nothing.
  if (!/[\p{L}\p{N}]/u.test(wanted) || isSingle(wanted.split(' ')[0] ?? '', readable(line.block))) return 0
  const {text, places} = placed(line.block)
  const found = [...text.matchAll(wordsLike(wanted))]
  if (found.length < 2) return 0
  const [own] = lemma.elements
  const here = found.flatMap(({index}) => {
    const place = places[index]
    return place && standsOn(place, line, frame) ? [place] : []
  })
  const rank = here.findIndex(({node}) => own?.contains(node))
  return here.length < 2 ? 0 : rank + 1
}

interface Place {
  node: Text
  offset: number
}

/** Pieces of text of an element without marks and visible hyphens. */
function textsIn(root: Element): Text[] {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  const texts: Text[] = []
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null)
    if (!node.parentElement?.closest('.generated, .hyphen')) texts.push(node)
  return texts
}

/** Words of an element without marks and hyphens. */
function readable(root: Element): string {
  const text = textsIn(root).reduce((words, {data}) => words + data, '')
  return text.replaceAll(SOFT, '')
}

const isSingle = (word: string, text: string): boolean => text.indexOf(word) === text.lastIndexOf(word)

/** The same, and where each of its characters stands. */
function placed(root: Element): {text: string; places: Place[]} {
  let text = ''
  const places: Place[] = []
  for (const node of textsIn(root)) {
    const signs = Array.from({length: node.length}, (_, offset) => offset).filter(
      (offset) => node.data[offset] !== SOFT
    )
    text += signs.map((offset) => node.data[offset]).join('')
    places.push(...signs.map((offset) => ({node, offset})))
  }
  return {text, places}
}

function wordsLike(wanted: string): RegExp {
  const words = wanted.split(' ').map((word) => word.replace(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`))
  return new RegExp(String.raw`(?<![\p{L}\p{M}\p{N}])${words.join(String.raw`\s+`)}(?![\p{L}\p{M}\p{N}])`, 'gu')
}

function standsOn({node, offset}: Place, line: Line, frame: Frame): boolean {
  const rect = rectAt(node, offset)
  if (!rect) return false
  const middle = (rect.top + rect.bottom) / 2
  return columnOf(frame, rect.left) === line.column && middle >= line.top && middle <= line.bottom
}
