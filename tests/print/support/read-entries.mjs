// Run in a page of its own: finds the lines of finished pages afresh and reads what their entries say of them.
{
  /** @param {Element} root */
  const piecesOf = (root) => {
    const range = document.createRange()
    const found = []
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (!/\S/.test(node.data) || node.parentElement.closest('h1, h2, h3, .generated')) continue
      range.selectNodeContents(node)
      for (const rect of range.getClientRects())
        if (rect.width > 0.5) found.push({middle: (rect.top + rect.bottom) / 2, left: rect.left})
    }
    return found
  }

  /** Middles of the lines of an element: pieces that lie a third of a line apart are on one. */
  const linesOf = (root) => {
    const middles = piecesOf(root)
      .map(({middle}) => middle)
      .toSorted((a, b) => a - b)
    return middles.filter((middle, i) => i === 0 || middle - middles[i - 1] > 6)
  }

  const lineOf = (lines, middle) => lines.findIndex((line) => Math.abs(line - middle) < 6) + 1

  const readPage = (page) => {
    const content = page.querySelector('.pagedjs_page_content')
    const lines = linesOf(content)
    const lemmas = {}
    for (const element of content.querySelectorAll('[data-entry]')) {
      const numbers = piecesOf(element).map(({middle}) => lineOf(lines, middle))
      if (numbers.length === 0) continue
      for (const anchor of element.dataset.entry.split(' ')) {
        lemmas[anchor] ??= {from: numbers[0], to: 0}
        lemmas[anchor].to = numbers[numbers.length - 1]
      }
    }
    const entries = [...page.querySelectorAll('.foot .note')].map((note) => ({
      note: note.dataset.note,
      continued: note.dataset.continued !== undefined,
      cut: note.dataset.cut !== undefined,
      lines: (note.querySelector('.entry-line')?.textContent ?? '').trim(),
      occurrence: note.querySelector('.occurrence')?.textContent ?? '',
      register: note.dataset.register
    }))
    const registers = [...page.querySelectorAll('.register')].map((register) => {
      const separators = [...register.querySelectorAll('.separator')].map((one) => one.getClientRects()[0])
      const left = register.getBoundingClientRect().left
      return {
        key: register.dataset.register,
        lines: linesOf(register).length,
        columns: new Set(
          [...register.children].flatMap((note) => [...note.getClientRects()].map((rect) => Math.round(rect.left)))
        ).size,
        atLineStart: separators.filter((rect) => rect && rect.left < left + 2).length,
        separators: separators.length,
        last: register.lastElementChild?.querySelector(':scope > .separator') === null
      }
    })
    return {lines: lines.length, lemmas, entries, registers}
  }

  globalThis.readEntries = (pages) => pages.map(readPage)
}
