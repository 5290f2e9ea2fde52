// Text of an element for counting and comparing.

/** The words of the text: without generated marks, visible hyphens and soft hyphens. */
export function ownText(root: Node): string {
  return collect(root, '.generated, .hyphen')
}

/** All text but visible hyphens, soft hyphens and white space: what must be on the pages exactly once. */
export function bareText(root: Node): string {
  return collect(root, '.hyphen').replace(/\s+/g, '')
}

function collect(root: Node, without: string): string {
  let text = ''
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.parentElement?.closest(without)) continue
    text += (node as Text).data
  }
  return text.replaceAll('\u00AD', '')
}
