// Makes a printed PDF heard as it is read: its tree of tags, and the content of its pages that goes with it.
import {PDFDict, PDFName} from '@cantoo/pdf-lib'
import type {PDFDocument, PDFPage} from '@cantoo/pdf-lib'
import type {Tag, Tags} from '../contract.ts'
import {contentOf, setContent} from '../finish/page-content.ts'
import {readBranches, type Shown} from './branches.ts'
import {rewrite} from './content.ts'
import {follower, type Follower} from './expected.ts'
import {putInOrder} from './order.ts'
import {decoderOf, type Decoder} from './unicode.ts'
import {writeTree} from './write-tree.ts'

/** What is wrong with what the PDF shows of a tag. */
export interface TagFault {
  tag: Tag
  reason: string
}

/** Writes tags and content anew. Works on the pages of a part as on those of the whole book. */
export function tagPdf(pdf: PDFDocument, {tags, area}: Tags, lang: string): TagFault[] {
  const branches = readBranches(pdf, tags)
  const lost = putInOrder(branches)
  const heard = writeTree(pdf, [...branches.roots, ...lost], lang)
  const followers = new Map<Tag, Follower>()
  for (const tag of tags) if (tag.text !== undefined) followers.set(tag, follower(tag.text))
  const fonts = fontsOf()
  for (const [index, page] of pdf.getPages().entries()) {
    const shown = branches.shown.get(index) ?? []
    const blocks = new Map(shown.map(({mcid, block}: Shown) => [mcid, block]))
    const content = rewrite(contentOf(page), {
      fonts: (name) => fonts(page, name),
      heard: (mcid) => heard(index, mcid),
      order: shown.map(({mcid}) => mcid),
      follow: (mcid, piece) => followerOf(blocks.get(mcid), followers)?.follow(piece),
      expects: (mcid, piece) => followerOf(blocks.get(mcid), followers)?.expects(piece) ?? false,
      area
    })
    setContent(page, content)
  }
  return [
    ...lost.map(({tag}) => ({tag, reason: `the note ${tag.id ?? ''} is not called`})),
    ...[...followers].flatMap(([tag, one]) => {
      const reason = one.fault()
      return reason === undefined ? [] : [{tag, reason}]
    })
  ]
}

const followerOf = (tag: Tag | undefined, followers: ReadonlyMap<Tag, Follower>): Follower | undefined =>
  tag && followers.get(tag)

type Fonts = (page: PDFPage, name: string) => Decoder | undefined

/** Fonts by their names on a page; each is read once. */
function fontsOf(): Fonts {
  const known = new Map<PDFDict, Decoder>()
  return (page, name) => {
    const font = page.node.Resources()?.lookup(PDFName.of('Font'), PDFDict).lookup(PDFName.of(name))
    if (!(font instanceof PDFDict)) return undefined
    const decoder = known.get(font) ?? decoderOf(font)
    known.set(font, decoder)
    return decoder
  }
}
