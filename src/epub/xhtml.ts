// Writes hast as XHTML: well-formed, both language attributes, no named entity but those of XML.
import rehypeStringify from 'rehype-stringify'
import type {ElementContent, Properties, Root} from 'hast'
import {unified} from 'unified'
import {visit} from 'unist-util-visit'

const writer = unified()
  .use(rehypeStringify, {
    closeSelfClosing: true,
    // In XML only these need a reference: & and < in text, & and " in attributes.
    allowDangerousCharacters: true,
    characterReferences: {useNamedReferences: true}
  })
  .freeze()

/** Serialises content; `<br>` becomes `<br />`, `lang="ru"` becomes `lang="ru" xml:lang="ru"`. */
export function toXhtml(content: ElementContent[]): string {
  const root: Root = {type: 'root', children: structuredClone(content)}
  prepare(root)
  // XML forbids two things that HTML allows: this sequence in text, and < in attributes.
  return writer.stringify(root).replaceAll(']]>', ']]&gt;').replaceAll(LESS_THAN, '&lt;')
}

/** Markdown's tables align their cells by an attribute that HTML no longer has. */
function alignByStyle(properties: Properties): void {
  const {align, style} = properties
  if (typeof align !== 'string') return
  delete properties.align
  properties.style = [`text-align: ${align}`, ...(typeof style === 'string' ? [style] : [])].join('; ')
}

/** Stands for < in an attribute until the tree is written: a code point that Unicode keeps for such use and no text has. */
const LESS_THAN = '\uFDD0'

function prepare(root: Root): void {
  visit(root, 'element', ({tagName, properties}) => {
    for (const [name, value] of Object.entries(properties)) {
      if (typeof value === 'string') properties[name] = value.replaceAll('<', LESS_THAN)
      if (value === true) throw new Error(`The attribute ${name} of <${tagName}> has no value, and XHTML asks for one`)
    }
    alignByStyle(properties)
    const lang = properties.lang ?? properties.xmlLang
    if (lang === undefined || lang === null) return
    delete properties.xmlLang
    Object.assign(properties, {lang, 'xml:lang': lang})
  })
}
