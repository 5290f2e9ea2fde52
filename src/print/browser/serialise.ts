// Turns a finished page into static HTML: no script, no random ids, nothing of Paged.js that the printed page does not need.

/** The page as text; the live page stays as it is. */
export function serialisePage(page: HTMLElement): string {
  const copy = page.cloneNode(true) as HTMLElement
  for (const selector of UNNEEDED) copy.querySelectorAll(selector).forEach((element) => element.remove())
  for (const element of [copy, ...copy.querySelectorAll('*')]) clean(element)
  return copy.outerHTML.replace(/[\t\n]*\n[\t\n]*/g, '\n')
}

/** The style sheets that Paged.js made, rules added by script included. */
export function serialiseStyles(inserted: HTMLStyleElement[], sheet: CSSStyleSheet): string {
  return [...inserted.map((style) => style.textContent), ...[...sheet.cssRules].map((rule) => rule.cssText)].join('\n')
}

const UNNEEDED = [
  '.pagedjs_bleed',
  '[class^="pagedjs_margin-"]',
  '.foot [hidden]',
  '.foot[hidden]',
  '.pagedjs_footnote_area:not(:has(.note))'
]

/** Attributes that tell one run from another or serve only while pages are made. */
const PASSING =
  /^data-(ref|id|page-number|break-|previous-break|next-break|item-num|split-original|last-split|align-last|lines|entry-ends)/
/** Attributes of Paged.js whose value is a random id: only their presence counts. */
const PRESENCE = /^data-split-(from|to)$/

function clean(element: Element): void {
  for (const name of element.getAttributeNames()) {
    if (PASSING.test(name)) element.removeAttribute(name)
    else if (PRESENCE.test(name)) element.setAttribute(name, '')
  }
  if (element.classList.contains('pagedjs_page')) element.removeAttribute('id')
}
