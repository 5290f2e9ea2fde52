// Shortens running heads that are too long for their place: at a word, with an ellipsis, so that none comes near the folio.

/** Shortens the title of each head; what stands after it, the span of the page, stays whole. */
export function shortenHeads(pages: ParentNode): void {
  for (const head of pages.querySelectorAll<HTMLElement>('.running-head')) {
    const first = head.firstChild
    const title = first instanceof HTMLElement && first.localName === 'bdi' ? first.firstChild : first
    if (title instanceof Text) shorten(title, () => head.scrollWidth > head.clientWidth)
  }
}

function shorten(title: Text, isTooLong: () => boolean): void {
  const words = title.data.split(' ')
  for (let count = words.length - 1; count > 0 && isTooLong(); count--)
    title.data = `${words
      .slice(0, count)
      .join(' ')
      .replace(/[\s\p{P}]+$/u, '')} …`
}
