// The only world that a page sees: every request is answered here, from the program's and the edition's own files, or refused.
import {readFile} from 'node:fs/promises'
import {join} from 'node:path'
import type {HTTPRequest, Page} from 'puppeteer-core'
import type {Image} from '../../document/edition.ts'
import {packageFolder} from '../../kept/index.ts'

/** A fictitious host: the name `.invalid` never resolves, so nothing could be fetched even by mistake. */
export const ORIGIN = 'https://recension.invalid'

/** An answer to a request. */
export interface Served {
  bytes: Uint8Array
  mediaType: string
}

/** Something that a page asked for or complained of and should not have. */
export interface Fault {
  kind: 'blocked' | 'page-error' | 'console'
  text: string
}

/** What the pages may have, and who is told when they ask for more. */
export interface Origin {
  /** Pages, scripts: path → content. */
  files: ReadonlyMap<string, Served>
  /** Images of the edition by their path as written in the document. */
  images: ReadonlyMap<string, Image>
  /** Told of every fault, once each. */
  onFault: (fault: Fault) => void
}

/** Text as a file of the origin. */
export const served = (content: string, mediaType: string): Served => ({
  bytes: new TextEncoder().encode(content),
  mediaType: `${mediaType}; charset=utf-8`
})

/** Nothing but the origin's own scripts, fonts and images; style sheets may stand in the page. */
export const POLICY = `default-src 'none'; script-src 'self'; style-src 'unsafe-inline'; font-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'`

/** Makes a page live at the origin alone. Must be called before the page goes anywhere. */
export async function settle(page: Page, origin: Origin): Promise<void> {
  page.on('request', (request) => void respond(request, origin))
  page.on('pageerror', (error) => origin.onFault({kind: 'page-error', text: messageOf(error)}))
  page.on('console', (message) => {
    if (message.type() === 'error') complain(message.text(), origin)
  })
  await page.setRequestInterception(true)
}

/** A request that failed was told of when it was made. */
function complain(text: string, {onFault}: Origin): void {
  if (text.startsWith('Failed to load resource')) return
  if (!text.includes('Content Security Policy')) return onFault({kind: 'console', text})
  onFault({kind: 'blocked', text: /'(https?:[^']+)' violates/.exec(text)?.[1] ?? 'a script'})
}

async function respond(request: HTTPRequest, origin: Origin): Promise<void> {
  const url = request.url()
  const answer = await find(url, origin)
  try {
    if (answer) {
      const headers = {'content-security-policy': POLICY, 'x-content-type-options': 'nosniff'}
      await request.respond({status: 200, contentType: answer.mediaType, headers, body: answer.bytes})
    } else {
      origin.onFault({kind: 'blocked', text: url.startsWith(`${ORIGIN}/`) ? url.slice(ORIGIN.length) : url})
      await request.abort('blockedbyclient')
    }
  } catch {
    // The page was closed before it had its answer.
  }
}

async function find(url: string, {files, images}: Origin): Promise<Served | undefined> {
  if (!url.startsWith(`${ORIGIN}/`)) return undefined
  const path = decoded(new URL(url).pathname)
  if (path === undefined) return undefined
  if (path === '/favicon.ico') return {bytes: new Uint8Array(), mediaType: 'image/x-icon'}
  return files.get(path) ?? imageAt(path, images) ?? fontFile(path)
}

const IMAGES = '/images/'

/** By the path as written, in one encoded step, or by a path that begins with `images/`. */
const imageAt = (path: string, images: Origin['images']): Served | undefined =>
  path.startsWith(IMAGES) ? (images.get(path.slice(IMAGES.length)) ?? images.get(path.slice(1))) : undefined

const FONT =
  /^\/fonts\/(?<family>eb-garamond|noto-serif|noto-sans|noto-serif-hebrew|scheherazade-new)\/(?:\w+\/)?(?<file>[A-Za-z]+_(?<face>\w+)\.ttf)$/

/** `/fonts/eb-garamond/EBGaramond_400Regular.ttf` from the package of that family. */
async function fontFile(path: string): Promise<Served | undefined> {
  const {family, face, file} = FONT.exec(path)?.groups ?? {}
  if (!family || !face || !file) return undefined
  const bytes = await readFile(join(packageFolder(`@expo-google-fonts/${family}`), face, file)).catch(() => undefined)
  return bytes && {bytes, mediaType: 'font/ttf'}
}

function decoded(path: string): string | undefined {
  try {
    return decodeURIComponent(path)
  } catch {
    return undefined
  }
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))
