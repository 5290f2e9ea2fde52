// Gives the columns of a table their widths once, before it is cut: each piece would otherwise find its own.
import type {FlowNote} from '../contract.ts'
import {keepWords, share} from './column-widths.ts'
import type {Foot} from './foot/index.ts'

/** Measures the tables of a part in the text block of its first page and writes the widths into the source. */
export function setColumns(source: ParentNode, content: HTMLElement): void {
  for (const table of source.querySelectorAll('table')) {
    // Widths that a table has, its pieces keep.
    if (table.style.tableLayout === 'fixed') continue
    if (table.querySelector('[colspan], [rowspan]') || table.closest('table table')) continue
    const place = placeOf(table, content)
    const room = place.getBoundingClientRect().width
    const least = leastIn(table, place, room)
    const widths = keepWords(share(widthsIn(table, place, NATURAL), room), least)
    dropPlace(place, content)
    if (table.dataset['narrow'] === 'divided') markBroken(table, widths, least)
    table.style.tableLayout = 'fixed'
    table.style.width = px(sum(widths))
    table.prepend(columnsOf(widths, table.dataset['ref']))
  }
}

/** The same for the tables of notes, as they stand at the foot. */
export function setNoteColumns(notes: Map<string, FlowNote>, foot: Foot): void {
  const wanted = [...notes.values()].filter(({html}) => html.includes('<table'))
  if (wanted.length === 0) return
  const box = foot.box.cloneNode(true) as HTMLElement
  box.hidden = false
  const area = foot.box.parentElement
  box.style.cssText = `position: absolute; visibility: hidden; width: ${area?.clientWidth ?? 0}px`
  area?.append(box)
  for (const note of wanted) {
    const register = box.querySelector<HTMLElement>(`.register[data-register="${CSS.escape(note.register)}"]`)
    if (!register) continue
    register.hidden = false
    const template = document.createElement('template')
    template.innerHTML = note.html
    setColumns(template.content, register)
    notes.set(note.anchor, {...note, html: template.innerHTML})
  }
  box.remove()
}

/** An empty place as wide as the table may be, inside elements like those around it. */
function placeOf(table: Element, content: HTMLElement): HTMLElement {
  const place = document.createElement('div')
  let outer: Element = place
  for (let around = table.parentElement; around; around = around.parentElement) {
    const copy = around.cloneNode() as Element
    copy.removeAttribute('id')
    copy.append(outer)
    outer = copy
  }
  content.append(outer)
  return place
}

function dropPlace(place: HTMLElement, content: HTMLElement): void {
  let outer: Element = place
  while (outer.parentElement && outer.parentElement !== content) outer = outer.parentElement
  outer.remove()
}

/**
 * Columns, whose widths hold also where a piece of the table has not all cells. Paged.js finds elements by a reference; what is put into the
 * source later must have one too.
 */
function columnsOf(widths: readonly number[], reference: string | undefined): HTMLElement {
  const columns = document.createElement('colgroup')
  for (const width of widths) {
    const column = document.createElement('col')
    column.style.width = px(width)
    columns.append(column)
  }
  if (reference !== undefined)
    for (const [index, element] of [columns, ...columns.children].entries())
      element.setAttribute('data-ref', `${reference}-column-${index}`)
  return columns
}

/**
 * What the words of each column need. Where there is no room for all of them, columns stand nearer to each other; where that does not do,
 * words may be divided as they are in text. The table says which it is, for the style sheet.
 */
function leastIn(table: HTMLTableElement, place: HTMLElement, room: number): number[] {
  let least = widthsIn(table, place, LEAST)
  for (const narrow of ['close', 'divided']) {
    if (sum(least) <= room) break
    table.dataset['narrow'] = narrow
    least = widthsIn(table, place, LEAST)
  }
  return least
}

/** In columns that are narrower than the parts of their words nothing is divided: hyphens would stand on lines of their own. */
function markBroken(table: HTMLTableElement, widths: readonly number[], least: readonly number[]): void {
  for (const {cells} of table.rows)
    for (const [index, cell] of [...cells].entries())
      if ((widths[index] ?? 0) < (least[index] ?? 0)) cell.dataset['narrow'] = 'broken'
}

const sum = (widths: readonly number[]): number => widths.reduce((all, width) => all + width, 0)

/** As wide as the longest line would be, and as the longest word is. */
const NATURAL = 'width: max-content; max-width: none; white-space: nowrap'
const LEAST = 'width: min-content; max-width: none'

function widthsIn(table: HTMLTableElement, place: HTMLElement, style: string): number[] {
  const copy = table.cloneNode(true) as HTMLTableElement
  copy.style.cssText = `position: absolute; ${style}`
  place.append(copy)
  const widths: number[] = []
  for (const row of copy.rows)
    [...row.cells].forEach((cell, i) => (widths[i] = Math.max(widths[i] ?? 0, cell.getBoundingClientRect().width)))
  copy.remove()
  return widths.map((width) => Math.ceil(width) + 1)
}

const px = (width: number): string => `${width.toFixed(2)}px`
