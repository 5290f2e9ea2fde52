// How a name is pronounced, behind it in the lists that help readers.
import type {Element} from 'hast'
import {h} from 'hastscript'

/** ` [bair-ee-uh]`; nothing where nobody says how. */
export const said = (pronunciation: string | undefined): (Element | string)[] =>
  pronunciation === undefined ? [] : [' ', h('span', {className: ['pronunciation']}, `[${pronunciation}]`)]
