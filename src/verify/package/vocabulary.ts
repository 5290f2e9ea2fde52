// Elements stand where HTML allows them and bear attributes that there are, with values of the right form.
import type {Element, Nodes} from 'hast'
import {bareName, type Epub} from './opened.ts'
import {texts} from './resources.ts'

/** Markup that a strict reading system or a store refuses (HTML Living Standard; EPUB 3.3, 5.1; ARIA 1.2). */
export function vocabularyFaults(epub: Epub): string[] {
  return texts(epub).flatMap(({path}) => {
    const faults: string[] = []
    const walk = (node: Nodes, paragraph: string | undefined): void => {
      if (!('children' in node)) return
      for (const child of node.children) {
        if (child.type !== 'element') continue
        // Drawings and formulas have a vocabulary of their own.
        if (FOREIGN.has(bareName(child))) continue
        if (paragraph && BLOCKS.has(child.tagName))
          faults.push(
            `Unexpected \`<${child.tagName}>\` inside \`<${paragraph}>\` in \`${path}\`, expected words there`
          )
        if (node.type === 'element' && ONLY[node.tagName]?.has(child.tagName) === false)
          faults.push(
            `Unexpected \`<${child.tagName}>\` in \`<${node.tagName}>\` in \`${path}\`, expected its rows or items only`
          )
        faults.push(...attributeFaults(child, path))
        walk(child, WORDS_ONLY.has(child.tagName) ? child.tagName : paragraph)
      }
    }
    walk(epub.tree(path), undefined)
    return [...new Set(faults)]
  })
}

const words = (text: string): Set<string> => new Set(text.split(/\s+/))

const FOREIGN = words('svg math')
const WORDS_ONLY = words('p h1 h2 h3 h4 h5 h6 dt span em i strong b a cite q small sub sup summary')
const BLOCKS = words(
  'address article aside blockquote dd div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table tbody td tfoot th thead tr ul'
)

/** What alone may stand in lists and tables. */
const ONLY: Readonly<Record<string, ReadonlySet<string>>> = {
  ol: words('li'),
  ul: words('li'),
  dl: words('dt dd div'),
  table: words('caption colgroup thead tbody tfoot tr'),
  thead: words('tr'),
  tbody: words('tr'),
  tfoot: words('tr'),
  tr: words('td th')
}

/** Names as the reader of markup gives them: `aria-label` is `ariaLabel`. */
const EVERYWHERE = words(
  'accesskey className contenteditable dir draggable enterkeyhint hidden id inert inputmode lang nonce role slot spellcheck style tabindex title translate xmlLang xmlns xmlnsEpub xmlnsXlink xmlBase xmlSpace epubType epubPrefix'
)
const ARIA = words(
  'Activedescendant Atomic Autocomplete Braillelabel Brailleroledescription Busy Checked Colcount Colindex Colspan Controls Current Describedby Description Details Disabled Errormessage Expanded Flowto Haspopup Hidden Invalid Keyshortcuts Label Labelledby Level Live Modal Multiline Multiselectable Orientation Owns Placeholder Posinset Pressed Readonly Relevant Required Roledescription Rowcount Rowindex Rowspan Selected Setsize Sort Valuemax Valuemin Valuenow Valuetext'
)
const OWN: Readonly<Record<string, ReadonlySet<string>>> = {
  a: words('href hreflang rel target type'),
  audio: words('src controls'),
  blockquote: words('cite'),
  col: words('span'),
  colgroup: words('span'),
  del: words('cite datetime'),
  img: words('src alt width height srcset sizes loading'),
  ins: words('cite datetime'),
  li: words('value'),
  link: words('href rel type media hreflang'),
  meta: words('charset content name httpEquiv'),
  ol: words('start reversed type'),
  q: words('cite'),
  style: words('media type'),
  td: words('colspan rowspan headers'),
  th: words('colspan rowspan headers scope abbr'),
  time: words('datetime')
}

/** Forms of values. */
const VALUES: Readonly<Record<string, RegExp>> = {
  start: /^-?\d+$/,
  value: /^-?\d+$/,
  colspan: /^[1-9]\d*$/,
  rowspan: /^\d+$/,
  span: /^[1-9]\d*$/,
  width: /^\d+$/,
  height: /^\d+$/,
  scope: /^(?:row|col|rowgroup|colgroup)$/,
  dir: /^(?:ltr|rtl|auto)$/,
  id: /^[^\s\d.-]\S*$/
}

function attributeFaults({tagName, properties}: Element, path: string): string[] {
  return Object.entries(properties).flatMap(([name, value]) => {
    const known = EVERYWHERE.has(name) || OWN[tagName]?.has(name) || /^data[A-Z]/.test(name) || isAria(name)
    if (!known)
      return [
        `Unexpected attribute \`${written(name)}\` of \`<${tagName}>\` in \`${path}\`, expected one that there is`
      ]
    const form = VALUES[name]
    if (!form || form.test(String(value))) return []
    return [
      `Unexpected value \`${String(value)}\` of \`${name}\` of \`<${tagName}>\` in \`${path}\`, expected another form`
    ]
  })
}

/** `ariaLabel` → `aria-label` */
const written = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)

const isAria = (name: string): boolean => name.startsWith('aria') && ARIA.has(name.slice('aria'.length))
