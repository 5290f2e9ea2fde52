// Which file of the package holds which part and which anchor.
import {createHash} from 'node:crypto'
import {visit} from 'unist-util-visit'
import type {Element} from 'hast'
import type {BookPart} from '../html/book.ts'

/** The page that shows the cover. */
export const COVER_FILE = 'cover.xhtml'
/** The contents. */
export const NAV_FILE = 'nav.xhtml'

/** Parts that stand in print only: the half title serves a binding, the navigation is the table of contents. */
export const LEFT_OUT = ['half-title', 'contents'] as const satisfies readonly BookPart['kind'][]

const isLeftOut = (part: BookPart): boolean => LEFT_OUT.some((kind) => kind === part.kind)

/** Parts that become files. */
export const partsWithFile = (parts: readonly BookPart[]): BookPart[] => parts.filter((part) => !isLeftOut(part))

/** Id of a part → `d1.xhtml`: ASCII only, and no two names that differ in capitals alone. */
export function fileNames(parts: readonly BookPart[]): Map<string, string> {
  const taken = new Set([COVER_FILE, NAV_FILE])
  const names = new Map<string, string>()
  for (const {id} of partsWithFile(parts)) {
    const plain = asciiName(id)
    const name = taken.has(`${plain}.xhtml`.toLowerCase()) ? `${plain}-${digest(id)}` : plain
    taken.add(`${name}.xhtml`.toLowerCase())
    names.set(id, `${name}.xhtml`)
  }
  return names
}

/** A name of an image or a part in ASCII: `écho` → `echo`, `письмо-3` → `3-` and a digest of the whole. */
export function asciiName(id: string): string {
  const bare = id.normalize('NFKD').replace(/\p{M}/gu, '')
  if (/^[\w.-]+$/.test(bare) && /^\w/.test(bare)) return bare
  const rest = bare.replace(/[^\w.-]+/g, '-').replace(/^[^a-z0-9]+|[^a-z0-9]+$/gi, '')
  return rest ? `${rest}-${digest(id)}` : `part-${digest(id)}`
}

const digest = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 8)

/** `d1.xhtml` → `d1-2.xhtml`: the second file of a part; `taken` takes it up. */
export function laterName(first: string, number: number, taken: Set<string>): string {
  const stem = `${first.replace(/\.xhtml$/, '')}-${number}`
  const name = taken.has(`${stem}.xhtml`.toLowerCase()) ? laterNameOf(stem) : `${stem}.xhtml`
  taken.add(name.toLowerCase())
  return name
}

const laterNameOf = (stem: string): string => `${stem}-${digest(`later ${stem}`)}.xhtml`

/** Every anchor of the files → its file. An anchor that stands twice would make a link lead to the wrong place. */
export function anchorFiles(contents: readonly {file: string; content: Element}[]): Map<string, string> {
  const anchors = new Map<string, string>()
  for (const {file, content} of contents)
    visit(content, 'element', ({properties: {id}}: Element) => {
      if (typeof id !== 'string') return
      if (anchors.has(id)) throw new Error(`The anchor #${id} stands twice in the book (again in ${file})`)
      anchors.set(id, file)
    })
  return anchors
}
