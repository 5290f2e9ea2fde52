// Classes of elements, by which parts of the text are told.
import type {Properties} from 'hast'

/** Whether an element has a class. */
export function hasClass({className}: Properties, name: string): boolean {
  return Array.isArray(className) ? className.includes(name) : className === name
}
