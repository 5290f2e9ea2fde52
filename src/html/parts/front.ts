// Half title, title page, imprint, contents and colophon.
import type {Element} from 'hast'
import {h} from 'hastscript'
import {dateInWords} from '../../document/dates.ts'
import type {Settings} from '../../document/settings.ts'
import type {BookPart, Locate} from '../book.ts'
import {fromTemplate} from '../templates.ts'
import {datedTitle} from '../titles.ts'

/** The short title alone, on the first page. */
export const halfTitle = ({shortTitle, title}: Settings): Element =>
  fromTemplate('half-title', {title: shortTitle ?? title})

/** The title page names everybody who made the edition, with what he did. */
export function titlePage(settings: Settings): Element {
  const {title, subtitle, publisher, place, date} = settings
  const people = makersOf(settings)
  return fromTemplate('title', {title, subtitle, people, publisher, place, year: date.slice(0, 4)})
}

/** Everybody who made an edition, with what he did; authors need no verb. */
export function makersOf({authors, editors, translators}: Settings): {verb: string; names: string}[] {
  const makers = [
    ['', authors],
    ['Edited by', editors],
    ['Translated by', translators]
  ] as const
  return makers
    .filter(([, list]) => list.length > 0)
    .map(([verb, list]) => ({verb, names: inWords(list.map(({name}) => name))}))
}

/** `A`, `A and B`, `A, B and C` */
export function inWords(names: readonly string[]): string {
  if (names.length < 2) return names.join('')
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
}

/** Version, date, rights and the words that edition.yaml gives for the imprint. */
export const imprint = (settings: Settings): Element => {
  const {title, subtitle, version, date, publisher, isbn, imprint: paragraphs, rights, bookSeries} = settings
  return fromTemplate('imprint', {
    title,
    subtitle,
    version,
    date: dateInWords(date),
    publisher,
    isbn,
    bookSeries: bookSeries && [bookSeries.title, bookSeries.number].filter(Boolean).join(', '),
    paragraphs,
    rights
  })
}

/** How the book was made. */
export const colophon = ({colophon: paragraphs}: Settings, typeface = 'EB Garamond'): Element =>
  fromTemplate('colophon', {
    paragraphs,
    typeface:
      typeface === 'EB Garamond'
        ? `${typeface}, designed by Georg Duffner and Octavio Pardo after Claude Garamont`
        : typeface
  })

/** One row a part, with its page where pages are known. */
export function contents(parts: readonly BookPart[], lang: string, locate: Locate): Element {
  const rows = parts.filter(({inContents}) => inContents).map((part) => row(part, lang, locate))
  return h('section', {className: ['contents'], id: 'contents'}, [h('h1', 'Contents'), ...rows])
}

/** The title of a document in another language than the book is told to be so. */
function row(part: BookPart, book: string, locate: Locate): Element {
  const {anchor} = part
  const title = datedTitle(part, book).map(({text, ...own}) => (own.lang === undefined ? text : h('span', own, text)))
  const link = h('a', {className: ['contents-title'], href: `#${anchor}`}, title)
  if (locate.by !== 'page') return h('p', {className: ['contents-entry', ...levelOf(part)]}, [link])
  return h('p', {className: ['contents-entry', ...levelOf(part)]}, [
    link,
    h('span', {className: ['leader', 'generated'], ariaHidden: 'true'}),
    h('span', {className: ['locator', 'generated']}, locate.label(anchor) ?? '000')
  ])
}

function levelOf({kind, matter, within}: BookPart): string[] {
  if (kind === 'division') return ['contents-division']
  return [`contents-${matter}`, ...(within === undefined ? [] : ['contents-within'])]
}
