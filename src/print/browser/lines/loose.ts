// Lines of a finished page whose word spaces are wider than they may be.
import {justifiedBlocks} from './even.ts'
import {gapsOf, LOOSE} from './gaps.ts'
import type {PageState} from '../page-state.ts'

/** Loose lines of text and notes, in their order. */
export function looseLines({index, content, foot}: PageState): {page: number; words: string}[] {
  const blocks = [content, foot.box].flatMap((root) => [...justifiedBlocks(root)])
  const gaps = blocks.flatMap((block) => gapsOf(block).filter(({width}) => width > LOOSE))
  return gaps.map(({words}) => ({page: index, words}))
}
