// An apparatus entry: `position] ed.; postion W`. Words of text and copies are text, everything between them is generated.
import type {Element, ElementContent} from 'hast'
import {h} from 'hastscript'
import {OWN, type App, type Corr} from '../document/nodes.ts'

/** One paragraph with lemma and readings. `base`: siglum of the copy that an emendation departs from. */
export function entryBody(node: Corr | App, lemma: ElementContent[], base: string | undefined): Element {
  const words = [h('span', {className: ['lemma']}, lemma), generated('] ')]
  if (node.by) words.push(generated(node.by === OWN ? 'ed.' : node.by, 'em'), generated('; '))
  if (node.type === 'corr') {
    words.push(reading(node.rec), generated(`\u00A0${base ?? 'received text'}`))
    if (node.alt) words.push(generated('; '), generated('or perhaps', 'em'), generated(' '), reading(node.alt))
    if (node.cert === 'low' || node.cert === 'medium') words.push(generated(' '), generated('(doubtful)', 'em'))
  } else {
    node.readings.forEach(({text, wit}, index) => {
      if (index > 0) words.push(generated('; '))
      words.push(text === '' ? generated('om.', 'em') : reading(text), generated(`\u00A0${wit.join('\u00A0')}`))
    })
  }
  return h('p', {className: ['entry']}, words)
}

const generated = (text: string, inside?: 'em'): Element =>
  h('span', {className: ['generated']}, inside ? [h(inside, text)] : [text])

const reading = (text: string): Element => h('span', {className: ['reading']}, text)
