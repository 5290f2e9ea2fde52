// The proof of substitutions: with what edition.yaml lists undone, each changed text is again what was typed, sign by sign.
import type {Node, Parent, Text} from 'mdast'
import type {EditionDocument} from '../document/edition.ts'
import type {Note, Part} from '../document/nodes.ts'
import {report} from '../document/report.ts'
import {SUBSTITUTIONS, type Substitution} from '../document/typography.ts'

/** Proves the texts of a document that were changed; `listed` holds for received text, all for editorial matter. */
export function verifyTypography(document: EditionDocument, listed: readonly Substitution[]): void {
  each(document.tree, document.role !== 'document', (text, editorial) => {
    const {received} = text.data ?? {}
    if (received === undefined) return
    const allowed = editorial ? SUBSTITUTIONS : listed
    if (text.value === received || same(text.value, received, allowed)) return
    const expected = allowed.length > 0 ? allowed.map((name) => `\`${name}\``).join(', ') : 'none'
    const reason = `Unexpected change of \`${received}\` into \`${text.value}\`, expected only the substitutions that the edition lists (${expected}); tell the makers of the program`
    report(document.file, 'parse-differs', reason, text)
  })
}

/** What each substitution sets in print, and what it may have stood for. */
const UNDONE: Readonly<Record<Substitution, readonly (readonly [set: RegExp, typed: string])[]>> = {
  quotes: [
    [/^[“”]/, '"'],
    [/^[‘’]/, "'"]
  ],
  apostrophes: [[/^’/, "'"]],
  dashes: [
    [/^—/, '---'],
    [/^—/, '--']
  ],
  ellipses: [[/^…/, '...']],
  ranges: [[/^–(?=\d)/, '-']],
  primes: [
    [/^′/, "'"],
    [/^″/, '"']
  ],
  times: [
    [/^×(?=\s?[\d½¼¾])/, 'x'],
    // A Cyrillic letter.
    [/^×(?=\s?[\d½¼¾])/, 'х']
  ],
  minus: [[/^−(?=\d)/, '-']]
}

function same(set: string, typed: string, allowed: readonly Substitution[]): boolean {
  const rules = allowed.flatMap((name) => UNDONE[name])
  let at = 0
  let behind = 0
  while (at < set.length) {
    if (set[at] === typed[behind]) {
      at++
      behind++
      continue
    }
    const rule = rules.find(([sign, raw]) => sign.test(set.slice(at)) && typed.startsWith(raw, behind))
    if (!rule) return false
    at++
    behind += rule[1].length
  }
  return behind === typed.length
}

function each(parent: Parent, editorial: boolean, visit: (text: Text, editorial: boolean) => void): void {
  for (const child of parent.children as Node[]) {
    if (child.type === 'text') visit(child as Text, editorial)
    if ('children' in child) each(child as Parent, editorial || isEditorial(child), visit)
  }
}

function isEditorial(node: Node): boolean {
  if (node.type === 'note') return (node as Note).place === 'foot' && !(node as Note).marker
  return node.type === 'only' || (node.type === 'part' && (node as Part).kind === 'editorial')
}
