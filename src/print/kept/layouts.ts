// Lays out a part unless a layout of just the same is kept from an earlier build.
import type {Image} from '../../document/edition.ts'
import {SCRIPT_FACES} from '../../document/script-faces.ts'
import {cacheKey, packageVersion, sha256, textCache, type Cache} from '../../kept/index.ts'
import type {FlowPart, LaidOut} from '../contract.ts'
import type {Scripts} from '../chromium/script.ts'

/** All that a layout depends on beside its part. */
export interface Dependencies {
  scripts: Scripts
  css: string
  /** Name and version of the browser. */
  browser: string
  images: ReadonlyMap<string, Image>
}

/** A cache of layouts in the folder `layouts` of the given folder. */
export const layoutCache = (folder: string, limit?: number): Cache<LaidOut> =>
  textCache<LaidOut>(folder, 'layouts', limit)

type LayOut = (part: FlowPart) => Promise<LaidOut>

/** The same function with a memory. A layout that stopped is not kept. */
export function keepingLayouts(layOut: LayOut, cache: Cache<LaidOut>, dependencies: Dependencies): LayOut {
  const {scripts, css, browser, images} = dependencies
  const common = [sha256(JSON.stringify([scripts, css])), browser, ...FONTS.map((name) => packageVersion(name))]
  return async (part) => {
    const key = cacheKey([...common, part, digestsOf(htmlOf(part), images)])
    const kept = await cache.get(key)
    if (kept) return kept
    const laidOut = await layOut(part)
    if (!laidOut.problems.some(({kind}) => kind === 'stopped')) await cache.put(key, laidOut)
    return laidOut
  }
}

const FONTS = ['eb-garamond', 'noto-sans', 'noto-serif', ...SCRIPT_FACES.map(({folder}) => folder)].map(
  (name) => `@expo-google-fonts/${name}`
)

const htmlOf = ({html, notes}: FlowPart): string => [html, ...notes.map((note) => note.html)].join('')

/** Hashes of the images that HTML shows: they give pages their breaks too. */
export const digestsOf = (html: string, images: ReadonlyMap<string, Image>): string[] =>
  [...images].filter(([src]) => html.includes(imagePath(src))).map(([, {bytes}]) => sha256(bytes))

/** `images/a map.png` → `/images/images%2Fa%20map.png`: one step, whatever the path as written looks like. */
export const imagePath = (src: string): string => `/images/${encodeURIComponent(src)}`
