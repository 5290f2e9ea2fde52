// Reads well-formed HTML or XHTML into hast. Strict and plain: what a browser would silently mend is an error here.
import type {Element, ElementContent, Properties, Root} from 'hast'

/** Markup that does not close what it opens: no text can be proved in it. */
export class MarkupError extends Error {}

/** Elements of HTML that have no end tag. */
const VOID = new Set('area base br col embed hr img input link meta source track wbr'.split(' '))

/** Elements of HTML whose content is no markup. In XHTML they hold nothing that looks like a tag. */
const RAW = new Set(['script', 'style'])

/** Comments, processing instructions, doctype, CDATA, then tags with their attributes. */
const TOKEN =
  /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!\[CDATA\[([\s\S]*?)\]\]>|<![^>]*>|<\/([^\s>]+)\s*>|<([A-Za-z][^\s/>]*)((?:\s+[^\s=/>]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'>]+))?)*)\s*(\/?)>/g

const ATTRIBUTE = /([^\s=/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|(\S+)))?/g

/** Reads markup; properties are named as hast names them (`className`, `dataNote`, `epubType`). Throws `MarkupError`. */
export function readMarkup(markup: string): Root {
  const reading = readPieces(markup, () => false)
  for (;;) {
    const {done, value} = reading.next()
    if (done) return value
  }
}

/**
 * The same piece by piece: an element that is wanted is given out when it ends, with all that is in it, and is not kept: a whole
 * book of pages takes much room. Returns what is left.
 */
export function* readPieces(markup: string, wanted: (element: Element) => boolean): Generator<Element, Root> {
  const root: Root = {type: 'root', children: []}
  const open: (Root | Element)[] = [root]
  let piece: Root | Element | undefined
  // XML knows no element without an end: the `<meta>` of a package document has text.
  const xml = markup.trimStart().startsWith('<?xml')
  const isVoid = ({tagName}: Element): boolean => !xml && VOID.has(tagName)
  let from = 0
  // Its own: others may read between two pieces.
  const tokens = new RegExp(TOKEN)
  for (let token = tokens.exec(markup); token; token = tokens.exec(markup)) {
    addText(open, markup.slice(from, token.index))
    from = tokens.lastIndex
    const [, cdata, end, start, attributes, selfClosing] = token
    if (cdata !== undefined) add(open, {type: 'text', value: cdata})
    else if (end !== undefined) {
      const closed = close(open, end.toLowerCase())
      if (closed !== piece) continue
      piece = undefined
      open.at(-1)?.children.pop()
      yield closed
    } else if (start !== undefined) {
      const element = opened(start.toLowerCase(), attributes ?? '')
      add(open, element)
      if (RAW.has(element.tagName) && !selfClosing) from = tokens.lastIndex = endOfRaw(markup, from, element.tagName)
      else if (!selfClosing && !isVoid(element)) {
        open.push(element)
        piece ??= wanted(element) ? element : undefined
      }
    }
  }
  addText(open, markup.slice(from))
  closeAll(open)
  return root
}

function opened(tagName: string, attributes: string): Element {
  const properties: Properties = {}
  for (const [, name = '', double, single, bare] of attributes.matchAll(ATTRIBUTE)) {
    const value = decode(double ?? single ?? bare ?? '')
    if (name === 'class') properties.className = value.split(/\s+/).filter(Boolean)
    else properties[name.toLowerCase().replace(/[-:](.)/g, (_, letter: string) => letter.toUpperCase())] = value
  }
  return {type: 'element', tagName, properties, children: []}
}

function close(open: (Root | Element)[], tagName: string): Element {
  const last = open.at(-1)
  if (last?.type !== 'element' || last.tagName !== tagName) {
    const expected = last?.type === 'element' ? `\`</${last.tagName}>\`` : 'no end tag'
    throw new MarkupError(`Unexpected \`</${tagName}>\`, expected ${expected}`)
  }
  open.pop()
  return last
}

function closeAll(open: readonly (Root | Element)[]): void {
  const last = open.at(-1)
  if (last?.type === 'element') throw new MarkupError(`\`<${last.tagName}>\` is never closed`)
}

function addText(open: (Root | Element)[], text: string): void {
  if (text === '') return
  if (text.includes('<')) throw new MarkupError(`Unexpected \`<\` in \`${text.slice(0, 40)}\`, expected a tag`)
  add(open, {type: 'text', value: decode(text)})
}

function add(open: (Root | Element)[], child: ElementContent): void {
  open.at(-1)?.children.push(child)
}

function endOfRaw(markup: string, from: number, tagName: string): number {
  const end = markup.indexOf(`</${tagName}`, from)
  const bracket = end < 0 ? -1 : markup.indexOf('>', end)
  if (bracket < 0) throw new MarkupError(`\`<${tagName}>\` is never closed`)
  return bracket + 1
}

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00A0',
  shy: '\u00AD'
}

/** Resolves the character references that serialisers of HTML and XML write. */
function decode(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex?: string, decimal?: string, name?: string) => {
    if (name !== undefined) return NAMED[name] ?? whole
    return String.fromCodePoint(hex ? Number.parseInt(hex, 16) : Number(decimal))
  })
}
