// What a drawing would do in the hands of a reader: run something, or fetch something.

/** What an SVG would run or fetch, as it is written there; undefined where it does neither. */
export function activeContent(bytes: Uint8Array): string | undefined {
  const text = Buffer.from(bytes).toString('utf8')
  return (RUNS.exec(text) ?? fetched(text))?.[0].trim()
}

/** Scripts, foreign markup, entities, handlers, addresses that run, and animations that would set such an address. */
const RUNS =
  /<(?:[\w-]+:)?(?:script|foreignObject|iframe|handler)\b|<!ENTITY|\son[a-z]+\s*=|javascript:|attributeName\s*=\s*["']\s*(?:xlink:)?href/i

/** Every way in which a drawing names something that is not in it. */
const REFERENCE =
  /\s(?:xlink:)?(?:href|src)\s*=\s*(?:"\s*([^"]*)"|'\s*([^']*)')|url\(\s*["']?\s*([^)"']*)|@import\s+["']([^"']*)|<\?xml-stylesheet[^?]*/gi

/** A place in the drawing itself, or a picture written out in it. */
const INSIDE = /^(?:#|data:image\/(?:png|jpeg|gif|webp)[;,]|$)/i

function fetched(text: string): RegExpExecArray | undefined {
  return [...text.matchAll(REFERENCE)].find(([whole, ...targets]) => {
    const target = targets.find((one) => one !== undefined)
    return target === undefined ? whole.startsWith('<?') : !INSIDE.test(target)
  })
}
