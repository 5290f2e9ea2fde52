// Font faces of the style sheet: loaded once per tab, since Paged.js would load them anew for every part.

/** Takes the font faces out of a style sheet and waits until they can be used. */
export async function loadFaces(css: string): Promise<{faces: string; rest: string}> {
  const faces = (css.match(FACE) ?? []).join('\n')
  const rest = css.replace(FACE, '')
  if (faces !== loaded) {
    document.querySelector(`style[${OWN}]`)?.remove()
    const style = document.createElement('style')
    style.setAttribute(OWN, '')
    style.setAttribute('data-pagedjs-ignore', '')
    style.textContent = faces
    document.head.append(style)
    loaded = faces
  }
  const results = await Promise.allSettled([...document.fonts].map((face) => face.load()))
  const missing = [...document.fonts].filter((_, i) => results[i]?.status === 'rejected').map((face) => face.family)
  if (missing.length > 0) throw new Error(`A font file of ${[...new Set(missing)].join(', ')} could not be loaded.`)
  return {faces, rest}
}

const FACE = /@font-face\s*\{[^}]*\}/g
const OWN = 'data-recension-faces'
let loaded: string | undefined
