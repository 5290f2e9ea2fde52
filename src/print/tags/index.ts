// Makes a printed PDF heard as it is read: its tree of tags, and the content of its pages that goes with it.
import {PDFDict, PDFName} from '@cantoo/pdf-lib'
import type {PDFDocument, PDFPage} from '@cantoo/pdf-lib'
import type {Tag, Tags} from '../contract.ts'
import {contentOf, setContent} from '../finish/page-content.ts'
import {readBranches, type Shown} from './branches.ts'
import {rewrite} from './content.ts'
import {follower, type Follower} from './expected.ts'
import {putInOrder} from './order.ts'
import {inRuns} from './runs.ts'
import {mayBeTurned} from './turned.ts'
import {decoderOf, type Decoder} from './unicode.ts'
import {widthsOf} from './widths.ts'
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
  const turned = new Set(tags.filter(mayBeTurned))
  const fonts = fontsOf()
  for (const [index, page] of pdf.getPages().entries()) {
    const shown = branches.shown.get(index) ?? []
    const blocks = new Map(shown.map(({mcid, block}: Shown) => [mcid, block]))
    const content = rewrite(contentOf(page), {
      fonts: (name) => fonts(page, name),
      heard: (mcid) => heard(index, mcid),
      order: runsOf(shown),
      block: (mcid) => blocks.get(mcid),
      turned: (mcid) => {
        const block = blocks.get(mcid)
        const one = block && turned.has(block) ? followerOf(block, followers) : undefined
        return one && {ahead: one.ahead}
      },
      follow: (mcid, piece) => followerOf(blocks.get(mcid), followers)?.follow(piece),
      area
    })
    setContent(
      page,
      inRuns(content, (name) => fonts(page, name)?.width)
    )
  }
  return [
    ...lost.map(({tag}) => ({tag, reason: `the note ${tag.id ?? ''} is not called`})),
    ...[...followers].flatMap(([tag, one]) => {
      const reason = one.fault()
      return reason === undefined ? [] : [{tag, reason}]
    })
  ]
}

/** Marked content of one element that follows each other. */
function runsOf(shown: readonly Shown[]): number[][] {
  const runs: number[][] = []
  for (const {mcid, goesOn} of shown) {
    if (goesOn) runs.at(-1)?.push(mcid)
    else runs.push([mcid])
  }
  return runs
}

const followerOf = (tag: Tag | undefined, followers: ReadonlyMap<Tag, Follower>): Follower | undefined =>
  tag && followers.get(tag)

type Fonts = (page: PDFPage, name: string) => Decoder | undefined

/** Fonts by their names on a page; each is read once. */
function fontsOf(): Fonts {
  const known = new Map<PDFDict, Decoder>()
  return (page, name) => {
    const dict = page.node.Resources()?.lookup(PDFName.of('Font'), PDFDict).lookup(PDFName.of(name))
    if (!(dict instanceof PDFDict)) return undefined
    const font = known.get(dict) ?? {...decoderOf(dict), width: widthsOf(dict)}
    known.set(dict, font)
    return font
  }
}
