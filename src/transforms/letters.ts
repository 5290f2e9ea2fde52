// Tells of letters that look right and are others, so that nobody finds the word who searches for it. A check: nothing is changed.
import type {Text} from 'mdast'
import type {Point} from 'unist'
import {visit} from 'unist-util-visit'
import type {EditionDocument} from '../document/edition.ts'
import {report} from '../document/report.ts'

/** Looks at every word of a document; a word is told of once. */
export function letters({tree, file}: EditionDocument): void {
  const told = new Set<string>()
  visit(tree, 'text', (node) => {
    if (!SUSPECT.test(node.value)) return
    for (const {0: word, index} of node.value.matchAll(WORD)) {
      const fault = faultOf(word)
      if (fault === undefined || told.has(word)) continue
      told.add(word)
      report(
        file,
        'odd-letters',
        `Unexpected ${fault} in \`${word}\`, expected what a reader would type to find it`,
        placeOf(node, index)
      )
    }
  })
}

const WORD = /[\p{L}\p{M}]+/gu
/** Most texts have none of these. */
const SUSPECT = /[\u0300-\u036F\u0370-\u04FF\uFB00-\uFB06]/

function faultOf(word: string): string | undefined {
  const joined = /[\uFB00-\uFB06]/.exec(word)?.[0]
  if (joined !== undefined)
    return `sign \`${joined}\` (${codeOf(joined)}) for ${joined.normalize('NFKC').length} letters`
  const stranger = strangerIn(word)
  if (stranger !== undefined) return `${stranger.script} letter \`${stranger.letter}\` (${codeOf(stranger.letter)})`
  return word.normalize('NFC').length < word.length ? 'accent typed apart from its letter' : undefined
}

const codeOf = (letter: string): string =>
  `U+${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`

/** Letters of each script that look like those of another. */
const SCRIPTS = [
  ['Latin', /\p{Script=Latin}/gu, /^[ABCEHIJKMNOPSTVXYZaceijopsuvxyåëïöü]+$/],
  ['Cyrillic', /\p{Script=Cyrillic}/gu, /^[АВСЕНІЈКМОРЅТХУаесіјорѕухёї]+$/],
  ['Greek', /\p{Script=Greek}/gu, /^[ΑΒΕΖΗΙΚΜΝΟΡΤΥΧιονυ]+$/]
] as const

/** The first letter of a script that has fewer letters in the word than another, all of them look-alikes. */
function strangerIn(word: string): {script: string; letter: string} | undefined {
  const found = SCRIPTS.map(([script, letter, alike]) => ({script, own: (word.match(letter) ?? []).join(''), alike}))
  const [most, , ...none] = found.filter(({own}) => own !== '').toSorted((a, b) => b.own.length - a.own.length)
  if (!most || none.length > 0) return undefined
  const few = found.find(({script, own, alike}) => script !== most.script && alike.test(own))
  return few && {script: few.script, letter: few.own.slice(0, 1)}
}

/** Where a word of a text stands, as far as the text is as it was typed. */
function placeOf({position, value}: Text, index: number): Point | undefined {
  if (!position) return undefined
  const before = value.slice(0, index).split('\n')
  const {line, column} = position.start
  const last = before.at(-1)?.length ?? 0
  return {line: line + before.length - 1, column: before.length > 1 ? last + 1 : column + last}
}
