// What every text of an e-book must keep to: ids, languages, headings, links, descriptions of pictures, roles that say the same twice.
import type {Element} from 'hast'
import {bareName, isRemote, resolved, wordsOf, type Epub} from './opened.ts'
import {texts, twice} from './resources.ts'

/** Everything that is wrong in the texts by themselves and in the links between them. */
export function textFaults(epub: Epub): string[] {
  const ids = new Map(epub.items.map(({path}) => [path, new Set<string>()]))
  for (const {path} of texts(epub))
    for (const {
      properties: {id}
    } of epub.elements(path))
      if (id !== undefined) ids.get(path)?.add(id)
  return texts(epub).flatMap(({path}) => {
    const elements = epub.elements(path)
    return [
      ...idFaults(elements, ids.get(path)),
      ...languageFaults(elements),
      ...headingFaults(elements),
      ...altFaults(elements),
      ...roleFaults(elements),
      ...linkFaults(elements, {path, ids})
    ].map((fault) => fault.replace('{file}', `\`${path}\``))
  })
}

function idFaults(elements: readonly Element[], ids: ReadonlySet<string> | undefined): string[] {
  const all = elements.flatMap(({properties: {id}}) => (id === undefined ? [] : [id]))
  const doubled = all.length === ids?.size ? [] : twice(all)
  const named = elements.flatMap(({properties}) => [
    ...wordsOf(properties['ariaLabelledby']),
    ...wordsOf(properties['ariaDescribedby'])
  ])
  return [
    ...doubled.map((id) => `Unexpected second element with the id \`${id}\` in {file}, expected each id once`),
    ...named
      .filter((id) => ids?.has(id) === false)
      .map((id) => `Unexpected name \`${id}\` of a label in {file}, expected the id of an element of it`)
  ]
}

/** Reading systems read the one, browsers the other. */
const languageFaults = (elements: readonly Element[]): string[] =>
  elements
    .filter(({properties: {lang, xmlLang}}) => lang !== xmlLang)
    .map(({tagName, properties: {lang = 'none', xmlLang = 'none'}}) => {
      const said = `lang \`${lang}\` and xml:lang \`${xmlLang}\``
      return `Unexpected languages of \`<${tagName}>\` in {file}, ${said}, expected the same in both`
    })

/** Who jumps from heading to heading must not think that one is missing. */
function headingFaults(elements: readonly Element[]): string[] {
  let before = 0
  return elements.flatMap(({tagName}) => {
    const level = Number(/^h([1-6])$/.exec(tagName)?.[1] ?? Number.NaN)
    if (Number.isNaN(level)) return []
    const skips = level > before + 1
    const after = before === 0 ? 'as the first' : `after one of level ${before}`
    const fault = `Unexpected heading of level ${level} ${after} in {file}, expected at most level ${before + 1}`
    before = level
    return skips ? [fault] : []
  })
}

const altFaults = (elements: readonly Element[]): string[] =>
  elements
    .filter(({tagName, properties: {alt}}) => tagName === 'img' && typeof alt !== 'string')
    .map(
      ({properties: {src}}) =>
        `Missing description of the picture \`${String(src)}\` in {file}, expected \`alt\`, empty where it decorates`
    )

/** What reading systems know by epub:type, assistive technology knows by role: each says the other's (DPUB-ARIA 1.1, EPUB SSV 1.1). */
const ROLES: Readonly<Record<string, string>> = {
  noteref: 'doc-noteref',
  footnote: 'doc-footnote',
  endnotes: 'doc-endnotes',
  pagebreak: 'doc-pagebreak',
  toc: 'doc-toc',
  'page-list': 'doc-pagelist',
  chapter: 'doc-chapter',
  part: 'doc-part',
  introduction: 'doc-introduction',
  preface: 'doc-preface',
  foreword: 'doc-foreword',
  afterword: 'doc-afterword',
  acknowledgments: 'doc-acknowledgments',
  appendix: 'doc-appendix',
  bibliography: 'doc-bibliography',
  glossary: 'doc-glossary',
  index: 'doc-index',
  colophon: 'doc-colophon'
}

function roleFaults(elements: readonly Element[]): string[] {
  return elements.flatMap(({tagName, properties}) => {
    // In landmarks epub:type names what a link leads to.
    if (tagName === 'body' || (tagName === 'a' && properties['epubType'] !== 'noteref')) return []
    const types = wordsOf(properties['epubType'])
    const roles = wordsOf(properties['role'])
    return types
      .map((type) => ROLES[type])
      .filter((role) => role !== undefined && !roles.includes(role))
      .map(
        (role) => `Missing role \`${role}\` of \`<${tagName} epub:type="${types.join(' ')}">\` in {file}, expected both`
      )
  })
}

/** What a reading system can follow out of the book. */
const ADDRESS = /^(?:https?|mailto):/i

/** Every link leads to a place in the book, or to an address. */
function linkFaults(
  elements: readonly Element[],
  {path, ids}: {path: string; ids: ReadonlyMap<string, ReadonlySet<string>>}
): string[] {
  return elements.flatMap((element) => {
    const {href} = element.properties
    if (!['a', 'area'].includes(bareName(element)) || typeof href !== 'string' || ADDRESS.test(href)) return []
    if (isRemote(href)) return [`Unexpected link \`${href}\` in {file}, expected a place in the book or a web address`]
    const target = resolved(href, path)
    const there = ids.get(target.path)
    if (!there) return [`Unexpected link \`${href}\` in {file}, expected a file of the e-book`]
    if (target.fragment === undefined || there.has(target.fragment)) return []
    return [`Unexpected link \`${href}\` in {file}, expected an id that stands in \`${target.path}\``]
  })
}
