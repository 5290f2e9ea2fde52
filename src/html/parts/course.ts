// The cover of a course pack.
import type {Element} from 'hast'
import type {Edition} from '../../document/edition.ts'
import {fromTemplate} from '../templates.ts'
import {inWords, makersOf} from './front.ts'

/** Course, term and teacher, then the edition that the documents are taken from and who made it. */
export function courseCover({output, settings, wholeSettings = settings}: Edition): Element {
  const {name = settings.title, code, term, teacher = [], institution, note} = output?.course ?? {}
  const {title, subtitle} = wholeSettings
  const people = makersOf(wholeSettings)
    .map(({verb, names}) => `${verb.toLowerCase()} ${names}`.trim())
    .join('; ')
  return fromTemplate('course', {
    name,
    code,
    term,
    teacher: inWords(teacher),
    institution,
    note,
    subtitle: settings.title === name ? settings.subtitle : settings.title,
    edition: subtitle ? `${title}: ${subtitle}` : title,
    people: people.charAt(0).toUpperCase() + people.slice(1)
  })
}
