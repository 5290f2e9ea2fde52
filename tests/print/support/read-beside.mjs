// Run in a page of its own: where the rows of two texts stand on finished pages, and text that stands where it must not.

const round = (n) => Math.round(n * 10) / 10

const readSide = (page) => {
  const sheet = page.getBoundingClientRect()
  const content = page.querySelector('.pagedjs_page_content')
  if (!content) return {document: page.dataset.document, blank: true, rows: [], stray: [], foot: 0}
  const area = page.querySelector('.pagedjs_area').getBoundingClientRect()
  const foot = page.querySelector('.foot')
  const footTop = foot && !foot.hidden ? foot.getBoundingClientRect().top : area.bottom
  const text = globalThis.rectsOf(content)
  const notes = foot ? globalThis.rectsOf(foot) : []
  const out = ({rect}) =>
    rect.left < area.left - 1 || rect.right > area.right + 1 || rect.top < area.top - 5 || rect.bottom > area.bottom + 5
  const outside = globalThis
    .rectsOf(page)
    .filter(
      ({rect}) =>
        rect.left < sheet.left || rect.right > sheet.right || rect.top < sheet.top || rect.bottom > sheet.bottom
    )
  const over = text.filter(({rect}) => (rect.top + rect.bottom) / 2 > footTop)
  return {
    document: page.dataset.document,
    blank: false,
    room: area.height,
    foot: footTop - area.top,
    // A short last line stands where its lines begin.
    ends: [...content.querySelectorAll('.row p')].map((one) => {
      const rects = globalThis.rectsOf(one).map(({rect}) => rect)
      const lowest = Math.max(...rects.map(({bottom}) => bottom))
      const right = Math.max(...rects.filter(({bottom}) => bottom > lowest - 8).map((rect) => rect.right))
      return right > area.right - 3 ? 'right' : 'left'
    }),
    rows: [...content.querySelectorAll('.row')].map((row) => {
      const rects = globalThis.rectsOf(row).map(({rect}) => rect)
      return {
        row: Number(row.dataset.row),
        top: round(row.getBoundingClientRect().top - area.top),
        bottom: round(row.getBoundingClientRect().bottom - area.top),
        textTop: round(Math.min(...rects.map(({top}) => top)) - area.top),
        textBottom: round(Math.max(...rects.map(({bottom}) => bottom)) - area.top),
        words: row.textContent.replaceAll('\u00AD', '')
      }
    }),
    stray: [...text, ...notes]
      .filter(out)
      .concat(outside, over)
      .map((one) => one.text.trim().slice(0, 40))
  }
}

/** Pages in pairs: of both sides, as they stand beside each other. */
globalThis.readBeside = (pages) => {
  const sides = pages
    .flatMap((page) => (page.matches('.in-columns') ? [...page.querySelectorAll('.pagedjs_page')] : [page]))
    .map(readSide)
  return sides.flatMap((left, at) => (at % 2 === 0 ? [[left, sides[at + 1]]] : []))
}
