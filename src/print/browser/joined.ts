// Finds which elements of two pages are pieces of one: what goes on at the top of a page went on at the end of the last one.

/**
 * For each piece of an element the first piece of it. `before` ends where `root` goes on; pieces of columns that go on side by side
 * are told apart by their order.
 */
export function joinPieces(before: Element, root: Element, firsts: Map<Element, Element>): void {
  const going = heard(root).filter((element) => element.hasAttribute('data-split-from'))
  const ends = heard(before).slice(heard(before).length - going.length)
  for (const [index, element] of going.entries()) {
    const end = ends[index]
    if (end?.localName !== element.localName) continue
    firsts.set(element, firsts.get(end) ?? end)
    joinPieces(end, element, firsts)
  }
}

/** Children that are no ornament of the page, such as a hyphen. */
const heard = (element: Element): Element[] =>
  [...element.children].filter((child) => child.getAttribute('aria-hidden') !== 'true')
