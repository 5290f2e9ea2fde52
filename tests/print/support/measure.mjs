// Run in a page of its own: measures finished pages afresh, by a way of its own and with nothing of the script that laid them out.

/** @param {Element} root */
const rectsOf = (root) => {
  const range = document.createRange()
  const found = []
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!/\S/.test(node.data)) continue
    range.selectNodeContents(node)
    for (const rect of range.getClientRects())
      if (rect.width > 0.5 && rect.height > 1) found.push({rect, text: node.data})
  }
  return found
}

// For the scripts that come after it.
globalThis.rectsOf = rectsOf

/** Middles of the lines of an element, raised marks taken with the line that they stand on. */
const linesOf = (root) => {
  const middles = rectsOf(root).map(({rect}) => (rect.top + rect.bottom) / 2)
  middles.sort((a, b) => a - b)
  const lines = []
  for (const middle of middles) if (lines.length === 0 || middle - lines[lines.length - 1] > 8) lines.push(middle)
  return lines
}

/** Lower edges of the lines of an element, from its full-sized text alone. */
const feetOf = (root) => {
  const feet = rectsOf(root).flatMap(({rect}) => (rect.height > FULL_SIZE ? [rect.bottom] : []))
  feet.sort((a, b) => a - b)
  return feet.filter((edge, i) => i === 0 || edge - feet[i - 1] > 6)
}

const FULL_SIZE = 13

const blockBottom = (content) => {
  const pictures = [...content.querySelectorAll('img, svg, hr')].map((one) => one.getBoundingClientRect().bottom)
  return Math.max(0, ...pictures, ...rectsOf(content).map(({rect}) => (rect.top + rect.bottom) / 2 + LINE / 2))
}

const LINE = (14 * 4) / 3

/** Lower edges of all lines of a block. */
const edgesOf = (block) => {
  const range = document.createRange()
  range.selectNodeContents(block)
  const edges = [...range.getClientRects()].filter(({width, height}) => width > 0.5 && height > 8)
  const sorted = edges.map(({bottom}) => bottom).toSorted((a, b) => a - b)
  return sorted.filter((edge, i) => i === 0 || edge - sorted[i - 1] > 6)
}

/** Whether each line of a block ends with a hyphen of the program. */
const dividedLines = (block) => {
  const hyphens = [...block.querySelectorAll('.hyphen')].map((one) => one.getBoundingClientRect().bottom)
  return edgesOf(block).map((edge) => hyphens.some((bottom) => Math.abs(bottom - edge) < 6))
}

/** Word spaces wider than 0.6 em, each with the words around it. */
const looseIn = (block) => {
  const em = parseFloat(getComputedStyle(block).fontSize)
  const range = document.createRange()
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT)
  const found = new Map()
  for (let node = walker.nextNode(); node; node = walker.nextNode())
    for (const {index} of node.data.matchAll(/ /g)) {
      range.setStart(node, index)
      range.setEnd(node, index + 1)
      const {width, bottom} = range.getBoundingClientRect()
      if (width > 0.6 * em) found.set(Math.round(bottom / 4), node.data.slice(Math.max(0, index - 15), index + 15))
    }
  return [...found.values()]
}

/** Full lines of a block that miss an edge of it by more than a fifth of a pixel: which edge, and by how much. */
const shortIn = (block) => {
  const {left, right} = block.getBoundingClientRect()
  const edges = edgesOf(block).slice(0, getComputedStyle(block).textAlignLast === 'justify' ? undefined : -1)
  const found = edges.flatMap((edge, line) => {
    const here = rectsOf(block).filter(({rect}) => Math.abs(rect.bottom - edge) < 6)
    const atLeft = Math.min(...here.map(({rect}) => rect.left)) - left
    const atRight = right - Math.max(...here.map(({rect}) => rect.right))
    return [...(atLeft > 0.2 ? [['left', atLeft, line]] : []), ...(atRight > 0.2 ? [['right', atRight, line]] : [])]
  })
  const start = getComputedStyle(block).direction === 'rtl' ? 'right' : 'left'
  const isIndent = (side, by, line) => line === 0 && side === start && Math.abs(by - STUB) < 1
  return found.flatMap(([side, by, line]) => (isIndent(side, by, line) ? [] : [{side, by}]))
}

/** Dashes that a line begins with, each with the words around it; those that begin a paragraph are meant. */
const dashesFirst = (block) => {
  const range = document.createRange()
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT)
  const found = []
  let before
  for (let node = walker.nextNode(); node; node = walker.nextNode())
    for (const {0: sign, index} of node.data.matchAll(/[^\s\u00AD]/g)) {
      range.setStart(node, index)
      range.setEnd(node, index + 1)
      const {bottom} = range.getBoundingClientRect()
      if (/[–—]/.test(sign) && before !== undefined && bottom > before + 8)
        found.push(node.parentNode.parentNode.textContent.slice(0, 20))
      before = bottom
    }
  return found
}

const longestRun = (ends) => {
  let run = 0
  return Math.max(0, ...ends.map((one) => (run = one ? run + 1 : 0)))
}

/** Width of the last line of a block. */
const lastWidth = (block) => {
  const last = edgesOf(block).at(-1)
  const here = rectsOf(block).filter(({rect}) => Math.abs(rect.bottom - last) < 6)
  return Math.max(...here.map(({rect}) => rect.right)) - Math.min(...here.map(({rect}) => rect.left))
}

/** The indent of a paragraph. */
const STUB = (14 * 4) / 3

const measure = (page) => {
  const content = page.querySelector('.pagedjs_page_content')
  const area = page.querySelector('.pagedjs_area').getBoundingClientRect()
  const foot = page.querySelector('.foot')
  const footTop = foot ? foot.getBoundingClientRect().top : area.bottom
  const sheet = page.getBoundingClientRect()
  const cut = [
    ...content.querySelectorAll('p[data-split-from], p[data-split-to], li[data-split-from], li[data-split-to]')
  ]
  const blocks = [...content.querySelectorAll('p, li, h1, h2, h3, td, figure')].filter((one) => one.textContent.trim())
  const last = blocks[blocks.length - 1]
  const stray = rectsOf(page).filter(
    ({rect}) =>
      rect.left < sheet.left || rect.right > area.right + 70 || rect.top < sheet.top || rect.bottom > area.bottom + 6
  )
  const justified = [...page.querySelectorAll('.pagedjs_page_content p, .foot p')].filter(
    (one) => getComputedStyle(one).textAlign === 'justify'
  )
  const texts = [...content.querySelectorAll('p')].filter((one) => !one.closest('.head, li, td, th'))
  return {
    text: content.textContent.trim().length,
    lines: linesOf(content).length,
    blank: (footTop - Math.max(area.top, blockBottom(content))) / LINE,
    room: area.height / LINE,
    overlap: foot ? blockBottom(content) - LINE / 2 > footTop : false,
    cut: cut
      .filter((one) => !one.closest('td') && one.textContent.trim())
      .filter((one) => !one.querySelector('p'))
      .map((one) => ({text: one.textContent.slice(0, 20), lines: linesOf(one).length})),
    notes: [...page.querySelectorAll('.foot .note')].map((note) => ({
      note: note.dataset.note,
      register: note.dataset.register,
      lines: linesOf(note).length,
      piece: note.dataset.cut !== undefined || note.dataset.continued !== undefined
    })),
    heading: last !== undefined && /^H[1-6]$/.test(last.nodeName),
    // Ragged lines have none either.
    loose: [...page.querySelectorAll('.pagedjs_page_content p, .foot p')].flatMap(looseIn),
    short: justified.flatMap(shortIn),
    dashes: justified.flatMap(dashesFirst),
    divided: Math.max(0, ...justified.map((block) => longestRun(dividedLines(block)))),
    endsInWord: justified.some(
      (block) => content.contains(block) && block.hasAttribute('data-split-to') && dividedLines(block).at(-1) === true
    ),
    stubs: justified
      .filter((block) => !block.hasAttribute('data-split-to') && edgesOf(block).length > 1)
      .filter((block) => lastWidth(block) < STUB || endsInPieceOfWord(block))
      .map((block) => block.textContent.slice(-12)),
    stray: stray.map(({text}) => text.trim().slice(0, 40)),
    grid: texts.flatMap(feetOf).map((edge) => (edge - area.top) * 0.75),
    margin: [...page.querySelectorAll('.margin-layer > div')].map((label) => {
      const {top, bottom} = label.getBoundingClientRect()
      const at = texts.find((one) => Math.abs(linesOf(one)[0] - (top + bottom) / 2) < LINE / 2)
      return {text: label.textContent, line: at ? at.textContent.slice(0, 24) : ''}
    })
  }
}

/** Whether the last line has nothing but the end of a word that was divided. */
function endsInPieceOfWord(block) {
  const hyphen = [...block.querySelectorAll('.hyphen')].at(-1)
  if (!hyphen) return false
  const rest = document.createRange()
  rest.setStartAfter(hyphen)
  rest.setEndAfter(block.lastChild)
  return !/\s\S/.test(rest.toString())
}

globalThis.measurePages = (pages) => pages.map(measure)

globalThis.widthsOf = (pages, selector) =>
  pages.flatMap((page) => [...page.querySelectorAll(selector)].map((one) => one.getBoundingClientRect().width))

/** Classes of the boxes that cut off what reaches beyond the lines of these elements. */
globalThis.cuttersOf = (pages, selector) => {
  const cuts = (box) => getComputedStyle(box).overflowY !== 'visible'
  const above = (one) =>
    one ? [...(cuts(one) ? [one.classList[0]] : []), ...above(one.parentElement.closest('[class]'))] : []
  return [...new Set(pages.flatMap((page) => [...page.querySelectorAll(selector)].flatMap(above)))]
}

/** Shows pages, asks of them, takes them away. */
globalThis.withPages = async (css, html, question) => {
  const style = document.createElement('style')
  style.textContent = css
  const box = document.createElement('div')
  box.className = 'pagedjs_pages'
  box.innerHTML = html
  document.head.append(style)
  document.body.append(box)
  await document.fonts.ready
  await Promise.all([...document.fonts].map((face) => face.load()))
  await Promise.all([...box.querySelectorAll('img')].map((image) => image.decode()))
  const answer = question([...box.children])
  style.remove()
  box.remove()
  return answer
}
