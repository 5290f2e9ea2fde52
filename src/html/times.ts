// Says the dates of a head so that a machine can read them: `<time datetime>` where the date is a day, a month or a year, EDTF where it is less sure.
import type {Element, ElementContent} from 'hast'
import {h} from 'hastscript'
import {SKIP, visit} from 'unist-util-visit'
import type {HeadPart} from '../document/nodes.ts'

/** Wraps the words of each date where they stand first. */
export function withTimes(children: ElementContent[], dates: NonNullable<HeadPart['dates']>): ElementContent[] {
  const line = h('p', children)
  for (const date of dates) wrap(line, date)
  return line.children
}

function wrap(line: Element, {words, date}: {words: string; date: string}): void {
  let done = false
  visit(line, 'text', (node, index, parent) => {
    const at = done ? -1 : node.value.indexOf(words)
    if (at < 0 || !parent || index === undefined || ('tagName' in parent && parent.tagName === 'time')) return undefined
    done = true
    const rest = [node.value.slice(0, at), node.value.slice(at + words.length)]
    const [before, after] = rest.map((value): ElementContent[] => (value === '' ? [] : [{type: 'text', value}]))
    const pieces = [...(before ?? []), timed(words, date), ...(after ?? [])]
    parent.children.splice(index, 1, ...(pieces as never[]))
    return [SKIP, index + pieces.length]
  })
}

const timed = (words: string, date: string): Element =>
  /^\d{4}(?:-\d\d(?:-\d\d)?)?$/.test(date) ? h('time', {dateTime: date}, words) : h('span', {dataEdtf: date}, words)
