// Looks over the assembled book for text outside its sheet.
import {textRects} from './lines/index.ts'

/** Page id and some words of every text that does not stand wholly on its page. */
export function inspect(): {page: string; text: string}[] {
  return [...document.querySelectorAll<HTMLElement>('.pagedjs_page:not(.column)')].flatMap((page) => {
    const sheet = page.getBoundingClientRect()
    const areas = new Map<Element, DOMRect>()
    const stray: {page: string; text: string}[] = []
    for (const {node, rects} of textRects(page)) {
      const area = node.parentElement?.closest('.pagedjs_page_content, .foot')?.closest('.pagedjs_area')
      const content = area && (areas.get(area) ?? area.getBoundingClientRect())
      if (area && content) areas.set(area, content)
      const box = content ? {left: sheet.left, right: content.right, top: content.top, bottom: content.bottom} : sheet
      if (rects.every((rect) => holds(box, rect))) continue
      stray.push({page: page.id, text: node.data.trim().slice(0, 60)})
    }
    return stray
  })
}

/** Descenders and raised marks may reach a little beyond the block. */
const REACH = 5

function holds(box: {left: number; right: number; top: number; bottom: number}, rect: DOMRect): boolean {
  return (
    rect.left >= box.left - REACH &&
    rect.right <= box.right + 1 &&
    rect.top >= box.top - REACH &&
    rect.bottom <= box.bottom + REACH
  )
}
