// Puts static pages before the browser's printer, and takes them away again.
import {loadFaces} from './faces.ts'
import {dropCompositor} from './compositor.ts'
import {shortenHeads} from './shorten-heads.ts'

/** Shows pages and waits until their fonts and images are there. */
export async function show(pages: string, css: string, lang: string): Promise<void> {
  clear()
  document.documentElement.lang = lang
  const {rest} = await loadFaces(css)
  const style = document.createElement('style')
  style.setAttribute(OWN, '')
  style.textContent = rest
  document.head.append(style)
  const host = document.createElement('div')
  host.className = 'pagedjs_pages'
  host.innerHTML = pages
  document.body.append(host)
  // An image that is refused or damaged is told of where it is asked for.
  await Promise.all([document.fonts.ready, ...[...document.images].map((image) => image.decode().catch(() => {}))])
  shortenHeads(host)
}

/** Takes everything away that `show` has put there. */
export function clear(): void {
  dropCompositor()
  document.querySelector(`style[${OWN}]`)?.remove()
  document.body.replaceChildren()
}

const OWN = 'data-recension-pages'
