// What is wrong with entries keyed by line, read from finished pages by a finder of lines of its own.
import type {FlowPart, LaidOut} from '../../../src/print/contract.ts'
import type {EntriesPage} from './lab.ts'

interface Place {
  page: number
  n: number
}

/** Faults in words; empty when every entry stands on the page of its lemma and names its lines. */
export function entryFaults(part: FlowPart, laidOut: LaidOut, pages: readonly EntriesPage[]): string[] {
  const lemmas = lemmaPlaces(pages, part.lineNumbers?.restart === 'document')
  const told = new Set(
    laidOut.problems.flatMap(({kind, detail}) => (kind === 'layout-note' ? [detail.split(' ')[1]] : []))
  )
  const faults: string[] = []
  pages.forEach(({entries}, page) => {
    let before = ''
    for (const {note, lines, register, continued} of entries) {
      if (register !== 'entries' || continued) continue
      const lemma = lemmas.get(note)
      if (!lemma) {
        faults.push(`${note} has no lemma`)
        continue
      }
      if (lemma.from.page !== page && !told.has(note)) faults.push(`${note} is not on the page of its lemma`)
      const printed = lines === '' ? before : lines
      if (!agrees(printed, lemma, part.lineNumbers?.restart === 'document'))
        faults.push(`${note} says ${printed}, its lemma stands on ${lemma.from.n} to ${lemma.to.n}`)
      before = printed
    }
  })
  return faults
}

/** Where lemmas begin and end; through the part the lines of the pages before are added. */
function lemmaPlaces(pages: readonly EntriesPage[], runs: boolean): Map<string, {from: Place; to: Place}> {
  const places = new Map<string, {from: Place; to: Place}>()
  let before = 0
  pages.forEach(({lines, lemmas}, page) => {
    for (const [anchor, {from, to}] of Object.entries(lemmas)) {
      const end = {page, n: before + to}
      const known = places.get(anchor)
      if (known) known.to = end
      else places.set(anchor, {from: {page, n: before + from}, to: end})
    }
    if (runs) before += lines
  })
  return places
}

function agrees(printed: string, {from, to}: {from: Place; to: Place}, runs: boolean): boolean {
  const [start = '', end] = printed.replace(/ \(.*\)$/, '').split('–')
  if (Number(start) !== from.n) return false
  if (from.page !== to.page && !runs) return Number(end) === to.n
  if (end === undefined) return to.n === from.n
  return Number(start.slice(0, start.length - end.length) + end) === to.n && to.n > from.n
}
