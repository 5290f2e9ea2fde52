// Tells of critical signs that the text has as they were typed: the key to the signs is made from marks and says nothing of these.
import type {Text} from 'mdast'
import {SKIP, visit} from 'unist-util-visit'
import {textsOf, type Edition, type EditionDocument} from '../document/edition.ts'
import {report} from '../document/report.ts'

/** Signs that editors set about words, by what is told of them. */
const SIGNS = ['⟨ ⟩', '〈 〉', '⟦ ⟧', '⸢ ⸣', '⸤ ⸥', '< >', '†', '‡'] as const

/** One message a sign, at its first place. What the front or back matter mentions, it explains. */
export function tellUnexplainedSigns(edition: Edition): void {
  if (!hasKey(edition)) return
  const explained = [...edition.front, ...edition.back].flatMap((document) => textsIn(document)).map(({value}) => value)
  const texts = textsOf(edition).flatMap((document) => textsIn(document).map((text) => ({document, text})))
  for (const sign of SIGNS) {
    const letters = sign.split(' ')
    if (explained.some((value) => letters.some((letter) => value.includes(letter)))) continue
    const first = texts.find(({text}) => letters.some((letter) => text.value.includes(letter)))
    if (!first) continue
    const times = Math.max(...letters.map((letter) => timesIn(texts.map(({text}) => text.value).join('\n'), letter)))
    const reason = `Unexpected sign \`${sign}\` in the text${again(times)}, which is printed as typed and explained nowhere, expected a mark of the dialect, which the key to the signs explains, or the sign in a file of front or back`
    report(first.document.file, 'sign-unexplained', reason, first.text)
  }
}

/** Whether some output has the key to the signs. */
function hasKey({settings}: Edition): boolean {
  return Object.values(settings.outputs).some(({front = settings.front, back = settings.back}) => {
    const listed = [...(front ?? ['signs']), ...(back ?? [])]
    return listed.includes('signs')
  })
}

const timesIn = (text: string, letter: string): number => text.split(letter).length - 1

const again = (times: number): string => (times === 1 ? '' : `, ${times} times`)

/** Texts outside notes: what stands in a note is the editor’s own. */
function textsIn({role, tree}: EditionDocument): Text[] {
  const texts: Text[] = []
  visit(tree, (node) => {
    if (role === 'document' && (node.type === 'note' || node.type === 'head')) return SKIP
    if (node.type === 'text') texts.push(node)
    return undefined
  })
  return texts
}
