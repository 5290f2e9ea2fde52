// Sets notes at the foot a line longer by their spaces, where the page has lines to spare above them.
import {mayGrow, setLonger} from '../lines/length.ts'
import type {Foot} from './index.ts'
import {footHeight} from './notes.ts'

/**
 * Lengthens notes that are shown, first those that change least for it, as long as the foot grows by no more than so many pixels; returns
 * by how many it has grown. The foot remembers how they are set.
 */
export function lengthenNotes(foot: Foot, most: number): number {
  const before = footHeight(foot)
  const notes = foot.items
    .filter(({node, order}) => order >= 0 && !node.hidden && node.parentElement?.dataset['layout'] === 'list')
    .map(({node}) => node)
  for (const node of mayGrow(notes)) {
    const undo = setLonger(node)
    const {note, fit} = node.dataset
    if (!undo || note === undefined || fit === undefined) continue
    if (footHeight(foot) - before > most) undo()
    else foot.fits.set(note, fit)
  }
  return footHeight(foot) - before
}
