// Small changes to HTML that a browser has written: its start tags are regular, so no parser is needed for a book of them.

/** Text for an HTML document. */
export const escapeHtml = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')

/** Text of HTML without its tags. */
export const unescapeHtml = (html: string): string =>
  html.replace(/&(lt|gt|quot|nbsp|amp);/g, (_, name: string) => ENTITIES[name] ?? '')

const ENTITIES: Record<string, string> = {lt: '<', gt: '>', quot: '"', nbsp: '\u00A0', amp: '&'}

/** Attributes of a start tag, as written. */
export function attributesOf(tag: string): Map<string, string> {
  const attributes = new Map<string, string>()
  for (const [, name = '', value = ''] of tag.matchAll(/\s([\w:-]+)(?:="([^"]*)")?/g)) attributes.set(name, value)
  return attributes
}

/** A start tag with these attributes; their values are written as they are. */
export function startTag(name: string, attributes: ReadonlyMap<string, string>): string {
  return `<${name}${[...attributes].map(([key, value]) => ` ${key}="${value}"`).join('')}>`
}

/** Changes every start tag of one name. */
export function changeTags(html: string, name: string, change: (attributes: Map<string, string>) => void): string {
  return html.replace(new RegExp(`<${name}(?:\\s+[\\w:-]+(?:="[^"]*")?)*\\s*>`, 'g'), (tag) => {
    const attributes = attributesOf(tag)
    change(attributes)
    return startTag(name, attributes)
  })
}

/** Classes of an element. */
export const classesOf = (attributes: ReadonlyMap<string, string>): string[] =>
  (attributes.get('class') ?? '').split(/\s+/).filter((name) => name !== '')
