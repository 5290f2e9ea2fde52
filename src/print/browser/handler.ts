// Our handler of Paged.js: at each page asks how much text it takes and settles the notes at its foot.
import {isAskedEarly} from './asked-early.ts'
import {hasContentBefore} from './breaks.ts'
import {evenLines, evenNotes} from './lines/even.ts'
import {fillPage} from './fill-page.ts'
import {fit, NotesOnly} from './fit.ts'
import {dropCellsAfter, keepColumns} from './cut-rows.ts'
import {markCut} from './cut-text.ts'
import {lastNumber} from './lines/numbers.ts'
import {makeFoot} from './foot/notes.ts'
import {linesOf} from './page-state.ts'
import type {Run} from './page-state.ts'
import type {BreakToken, BreakTokenClass, HandlerClass, Layout, Page} from './paged.ts'
import {beforeBrokenWord, wholeAtPageEnd} from './page-end.ts'
import {keepSpaceBefore, mendLayout, mendPage, rememberOrigin} from './repairs.ts'
import {dropLoneHead, repeatHead} from './repeated-heads.ts'
import {settle} from './foot/settle.ts'
import {setColumns, setNoteColumns} from './tables.ts'
import {lastTextIn} from './words.ts'

/** Takes a part into work: the handler is registered once, parts come one after the other. */
export function startRun(run: Run): void {
  current = run
}

/** Makes the handler class; needs Paged.js in the page. */
export function editionHandler(): HandlerClass {
  return class EditionHandler extends window.Paged.Handler {
    beforePageLayout(page: Page, source: ParentNode | undefined): void {
      mendPage(page)
      const run = running()
      openPage(page, run)
      const [first] = run.pages
      if (!source || !first || run.pages.length > 1) return
      run.lastText = lastTextIn(source)
      setColumns(source, first.content)
      evenLines(source, first.content, run.pictures)
      setNoteColumns(run.notes, first.foot)
      evenNotes(run.notes, first.foot)
    }

    onPageLayout(_wrapper: HTMLElement, token: BreakToken, layout: Layout): void {
      mendLayout(layout, token)
      startToken = token
    }

    renderNode(copy: Node, source: Node): void {
      rememberOrigin(copy, source)
      keepSpaceBefore(copy, source)
      markPageTop(copy)
      const state = running().pages.at(-1)
      if (state) repeatHead(copy, source, state)
      keepColumns(copy, source)
    }

    onOverflow(): Range | undefined {
      const run = running()
      const state = run.pages[run.pages.length - 1]
      if (!state || state.settled || isAskedEarly(state)) return undefined
      const rendered = state.page.wrapper
      const find = () => fit(state, run)
      const findWhole = () => wholeAtPageEnd(find(), find)
      let range = findWhole()
      if (rendered && dropLoneHead(range, rendered)) range = findWhole()
      range = fillPage(range, {state, run, find, findWhole})
      if (!range || !rendered) return range
      const end = beforeBrokenWord(range, rendered)
      markCut(end, rendered)
      return end
    }

    afterPageLayout(element: HTMLElement, _page: Page, token: BreakToken | undefined): void {
      const run = running()
      const state = run.pages[run.pages.length - 1]
      if (!state || state.page.element !== element || state.settled) return
      dropCellsAfter(state.content)
      settle(state, run, token)
    }
  }
}

let current: Run | undefined
let startToken: BreakToken | undefined

function running(): Run {
  if (!current) throw new Error('Paged.js called the handler before a part was given to it.')
  return current
}

function openPage(page: Page, run: Run): void {
  const area = inside(page.element, '.pagedjs_area')
  const content = inside(page.element, '.pagedjs_page_content')
  const box = content.getBoundingClientRect()
  const style = getComputedStyle(content)
  const frame = {
    left: box.left,
    top: box.top,
    right: box.right,
    height: box.height,
    step: box.width + (parseFloat(style.columnGap) || 0)
  }
  const foot = makeFoot(page.element, run.part.registers, run.marks)
  const pitch = parseFloat(style.lineHeight) || 16
  run.pages.push({
    index: run.pages.length,
    page,
    area,
    content,
    foot,
    frame,
    pitch,
    carried: run.carried,
    blank: 0,
    bottom: 0,
    reserved: 0,
    linesBefore: linesBefore(run),
    settled: false
  })
  run.carried = new Map()
  allowNotesOnly(page, run)
}

/** The number of the last line of the page before, where numbers run through the part. */
function linesBefore(run: Run): number {
  const last = run.pages[run.pages.length - 1]
  if (run.part.lineNumbers?.restart !== 'document' || !last) return 0
  const here = linesOf(last, run).filter(({column}) => column === 0)
  return lastNumber(here, last.linesBefore)
}

/** A page that carried notes fill has no text of its own: the text goes on behind it where it was. */
function allowNotesOnly(page: Page, run: Run): void {
  const layout = page.layout.bind(page)
  page.layout = async (contents, token, maxChars) => {
    try {
      return await layout(contents, token, maxChars)
    } catch (signal) {
      if (!(signal instanceof NotesOnly) || !startToken) throw signal
      page.wrapper?.replaceChildren()
      return sameToken(startToken, run.pages.length)
    }
  }
}

// Paged.js stops when a token comes twice; this one says that it belongs to another page.
function sameToken(token: BreakToken, page: number): BreakToken {
  const Token = token.constructor as BreakTokenClass
  const again = new Token(token.node, token.offset)
  const json = again.toJSON.bind(again)
  again.toJSON = (hash) => `${json(hash)} after page ${page}`
  return again
}

// The first block of a page needs no distance above; adjacent-sibling rules of a style sheet cannot see a page's beginning.
function markPageTop(copy: Node): void {
  const run = running()
  if (run.pages.length < 2 || !(copy instanceof Element)) return
  const wrapper = run.pages[run.pages.length - 1]?.page.wrapper
  for (let node: Node | null = copy; node && node !== wrapper; node = node.parentNode)
    if (hasContentBefore(node)) return
  copy.setAttribute('data-page-top', '')
}

function inside(root: Element, selector: string): HTMLElement {
  const found = root.querySelector<HTMLElement>(selector)
  if (!found) throw new Error(`Paged.js made a page without ${selector}.`)
  return found
}
