// Measures where text stands. There is one range for all of it: at each change of the page the browser sees to every range there is.

/** Rectangles of all that stands in a node. */
export function rectsIn(node: Node): DOMRectList {
  ruler.selectNodeContents(node)
  return ruler.getClientRects()
}

/** Rectangles of one character of a text. */
export function rectsAt(text: Text, at: number): DOMRectList {
  ruler.setStart(text, at)
  ruler.setEnd(text, at + 1)
  return ruler.getClientRects()
}

/** Where a character of a text stands: one after a hyphen at a line end has a rectangle there too, which is not its own. */
export function rectAt(text: Text, at: number): DOMRect | undefined {
  return [...rectsAt(text, at)].findLast(({width}) => width > 0)
}

/** The rectangle around one character of a text. */
export function boundsAt(text: Text, at: number): DOMRect {
  ruler.setStart(text, at)
  ruler.setEnd(text, at + 1)
  return ruler.getBoundingClientRect()
}

const ruler = document.createRange()
