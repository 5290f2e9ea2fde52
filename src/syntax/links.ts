// Refuses links that would run something or open a file of the reader's own machine.
import type {Link, Root} from 'mdast'
import {visit} from 'unist-util-visit'
import type {VFile} from 'vfile'
import {report} from '../document/report.ts'

/** Reports every link whose address does not begin as addresses of the network do. */
export function reportLinks(file: VFile, tree: Root, source: string): void {
  visit(tree, 'link', (link: Link) => {
    if (!runs(link.url)) return
    const {start, end} = link.position ?? {}
    const written = source.slice(start?.offset ?? 0, end?.offset ?? 0)
    const reason = `Unexpected link \`${written}\`, expected an address that begins with https:, http: or mailto:; put a backslash before \`[\` if it is text`
    report(file, 'link-unsafe', reason, link)
  })
}

/** Whether an address has a scheme that is not one of the network. Programs skip control characters and spaces in it. */
export function runs(url: string): boolean {
  // oxlint-disable-next-line no-control-regex -- what browsers skip in an address
  const scheme = /^[a-z][a-z0-9+.-]*(?=:)/i.exec(url.replace(/[\u0000-\u0020]/g, ''))?.[0].toLowerCase()
  return scheme !== undefined && !['https', 'http', 'mailto'].includes(scheme)
}
