// Holds spaces that stand alone between two marks: Paged.js 0.4.3 forgets them in a paragraph that goes on from the page before.

/** Wraps each text of white space between inline elements, so that it is an element that Paged.js does not step over. */
export function holdSpaces(content: DocumentFragment): void {
  const walker = document.createTreeWalker(content, NodeFilter.SHOW_TEXT)
  const alone: Text[] = []
  for (let node = walker.nextNode(); node; node = walker.nextNode())
    if (standsAlone(node as Text)) alone.push(node as Text)
  for (const text of alone) {
    const held = document.createElement('span')
    text.replaceWith(held)
    held.append(text)
  }
}

function standsAlone({data, previousSibling, nextSibling}: Text): boolean {
  return !/\S/.test(data) && isInline(previousSibling) && isInline(nextSibling)
}

const INLINE = 'a, abbr, b, cite, code, del, dfn, em, i, img, ins, small, span, strong, sub, sup'

function isInline(node: Node | null): boolean {
  return node instanceof Element && node.matches(INLINE)
}
