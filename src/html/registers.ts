// The registers at the foot of the page: their order, and how each is keyed and set in an output.
import {ENTRIES, entriesTitle, seriesOf, type Edition, type Series} from '../document/edition.ts'
import {placementOf, type Medium} from '../document/placement.ts'
import type {FootRegister} from './book.ts'

/** All registers in the order of `registers` in edition.yaml; those that it does not name follow, entries first. */
export function footRegisters(edition: Edition, medium: Medium): FootRegister[] {
  const {entries} = edition.settings
  const all: Series[] = [{...entries, key: ENTRIES, title: entriesTitle(edition)}, ...seriesOf(edition.settings)]
  const order = edition.settings.registers ?? []
  const rank = ({key}: Series): number => (order.includes(key) ? order.indexOf(key) : order.length)
  return all.toSorted((a, b) => rank(a) - rank(b)).map((one, index) => footRegister(edition, one, {index, medium}))
}

/** An entry keyed by line needs no line of its own; a rule parts the first register from the text. */
function footRegister(
  edition: Edition,
  {key, title, marks, layout, rule, size, numbering}: Series,
  {index, medium}: {index: number; medium: Medium}
): FootRegister {
  const {place, keyed} = placementOf(edition, key, medium)
  return {
    key,
    title,
    marks,
    place,
    keyed,
    layout: layout ?? (keyed === 'line' ? 'run-in' : 'list'),
    rule: rule ?? (index === 0 ? 'short' : 'none'),
    size: size ?? 'small',
    numbering: (medium === 'print' && numbering) || 'document'
  }
}
