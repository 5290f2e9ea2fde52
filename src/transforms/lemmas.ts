// Checks the words that the editor took for a lemma against those that stand there.
import {visit} from 'unist-util-visit'
import type {EditionDocument} from '../document/edition.ts'
import {spanTextOf} from '../document/foot-words.ts'
import {split, textOf} from '../document/layers.ts'
import {report} from '../document/report.ts'

/** Changes nothing. Needs `spans`. `lem="…"` and the words of `:lem` in `::entry` are the lemma, or `first … last` of it. */
export function lemmas({file, tree}: EditionDocument): void {
  const spanText = spanTextOf(tree)
  visit(tree, (node) => {
    if (node.type !== 'app' && node.type !== 'entry' && node.type !== 'note') return
    if (node.check === undefined) return
    const text =
      node.type === 'app' ? textOf({type: 'root', children: node.children}, 'reading') : spanText(node.span ?? NONE)
    const found = split(text ?? '')
    if (!agrees(split(node.check), found)) {
      const reason = `Unexpected lemma \`${shown(found)}\`, expected \`${node.check}\` as the entry says; look whether the text was changed or the entry moved`
      report(file, 'lemma-changed', reason, node)
    }
  })
}

const NONE = {from: '', to: ''}

function agrees(wanted: readonly string[], found: readonly string[]): boolean {
  const gap = wanted.findIndex((word) => word === '…' || word === '...')
  if (gap < 0) return same(wanted, found)
  const [first, last] = [wanted.slice(0, gap), wanted.slice(gap + 1)]
  if (first.length + last.length > found.length) return false
  return same(first, found.slice(0, first.length)) && same(last, found.slice(found.length - last.length))
}

const same = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((word, index) => word === b[index])

const shown = (words: readonly string[]): string =>
  words.length > 8 ? `${words.slice(0, 4).join(' ')} … ${words.slice(-3).join(' ')}` : words.join(' ')
