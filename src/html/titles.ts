// Titles of parts as lists of the book have them: with their dates, each piece in its language.
import {directionWithin} from '../document/direction.ts'
import type {BookPart} from './book.ts'

/** Some words; `lang` and `dir` where they are in another language than the book, or run another way. */
export interface Words {
  text: string
  lang?: string | undefined
  dir?: 'ltr' | 'rtl' | undefined
}

/** Words in the language of a part, inside a book of another perhaps. */
export const wordsIn = (text: string, lang: string, book: string): Words =>
  lang === book ? {text} : {text, lang, dir: directionWithin(lang, book)}

/** A part is known by its date too, unless its title says it; a date that the document does not word itself is in the words of the book. */
export function datedTitle({title, date, ownDate, lang}: BookPart, book: string): Words[] {
  if (date === undefined || title.includes(date)) return [wordsIn(title, lang, book)]
  if (ownDate) return [wordsIn(`${title}, ${date}`, lang, book)]
  return [wordsIn(title, lang, book), {text: `, ${date}`}]
}

/** The same words without their languages. */
export const textOfWords = (words: readonly Words[]): string => words.map(({text}) => text).join('')
