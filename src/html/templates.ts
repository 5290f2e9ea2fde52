// Pages that a press designs: EJS templates of templates/book/, read once, filled with values that are escaped.
import {readFileSync} from 'node:fs'
import ejs from 'ejs'
import type {Element} from 'hast'
import {fromHtml} from 'hast-util-from-html'

const folder = new URL('../../templates/book/', import.meta.url)

/** Fills a template; its one element comes back as hast. */
export function fromTemplate(
  name: 'half-title' | 'title' | 'imprint' | 'colophon' | 'course',
  values: Record<string, unknown>
): Element {
  const html = ejs.render(readFileSync(new URL(`${name}.ejs`, folder), 'utf8'), values, {rmWhitespace: true})
  const element = fromHtml(html, {fragment: true}).children.find((child) => child.type === 'element')
  if (!element) throw new Error(`The template ${name}.ejs has no element`)
  return element
}
