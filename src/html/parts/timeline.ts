// The timeline: events that edition.yaml lists and the documents of the book, by their dates.
import type {Element} from 'hast'
import {h} from 'hastscript'
import {documentAnchor} from '../../document/anchors.ts'
import {firstDay, dateInWords} from '../../document/dates.ts'
import type {Edition} from '../../document/edition.ts'

interface Row {
  /** Milliseconds since 1970, UTC: the first moment that the date may mean. */
  begins: number
  date: string
  words: (Element | string)[]
}

/** One row a date, the earliest first; what happened before a document of the same day stands before it. */
export function timeline(edition: Edition): Element {
  const rows = [...events(edition), ...documents(edition)].toSorted((a, b) => a.begins - b.begins)
  return h('section', {className: ['timeline'], id: 'timeline'}, [
    h('h1', 'Timeline'),
    h(
      'dl',
      rows.flatMap(({date, words}) => [h('dt', date), h('dd', words)])
    )
  ])
}

/** One date alone tells no course of things. */
export const hasTimeline = (edition: Edition): boolean => events(edition).length + documents(edition).length > 1

const events = ({settings}: Edition): Row[] =>
  (settings.timeline ?? []).flatMap(({date, text, source}) => {
    const begins = firstDay(date)
    const words = [text, ...(source ? [' ', h('span', {className: ['entry-source']}, source)] : [])]
    return begins === undefined ? [] : [{begins, date: dateInWords(date), words}]
  })

const documents = (edition: Edition): Row[] =>
  edition.documents.flatMap(({id, matter}) => {
    const {date, dateText, number, title} = matter
    const begins = date === undefined ? undefined : firstDay(date)
    if (date === undefined || begins === undefined) return []
    const link = h('a', {href: `#${documentAnchor(id)}`}, title?.text ?? id)
    return [{begins, date: dateText ?? dateInWords(date), words: number ? [`${number}. `, link] : [link]}]
  })
