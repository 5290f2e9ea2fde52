// The columns that a block goes through, as notes in columns do: each has a box of its own.

/** Which of its boxes a rectangle of a block stands in. */
export function columnIn(block: Element, {left, right}: DOMRect): number {
  const away = [...block.getClientRects()].map((box) => Math.max(box.left - left, right - box.right))
  return away.indexOf(Math.min(...away))
}
