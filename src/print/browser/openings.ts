// Marks paragraphs that open a text: first in their section or right after a heading, where no indent is set.

/** Sets `data-opening`. Sibling selectors would not do: on a new page the sibling before is gone. */
export function markOpenings(content: DocumentFragment): void {
  for (const paragraph of content.querySelectorAll('p')) {
    if (paragraph.hasAttribute('data-split-from')) continue
    const before = blockBefore(paragraph)
    if (!before || before.matches(BREAKS_THE_TEXT)) paragraph.setAttribute('data-opening', '')
  }
}

const BREAKS_THE_TEXT = 'h1, h2, h3, h4, h5, h6, header, blockquote, table, figure, ul, ol, dl, hr, .head'

/** A row of a text beside its counterpart, and a turn that goes on in it, part no paragraph from the one before. */
function blockBefore(block: Element): Element | null {
  const {previousElementSibling: before, parentElement: parent} = block
  if (before) return before
  if (parent?.matches('.row, [data-goes-on]')) {
    const outer = blockBefore(parent)
    return outer?.matches('.row, .turn') ? outer.lastElementChild : outer
  }
  return null
}
