// What a picture file really is: told by its first bytes, and for SVG by what it would run or fetch.

/** First bytes of the kinds of pictures that books may hold. */
const SIGNATURES: Readonly<Record<string, RegExp>> = {
  // oxlint-disable-next-line no-control-regex -- the first bytes of files
  'image/png': /^\u0089PNG\r\n\u001A\n/,
  'image/jpeg': /^\u00FF\u00D8\u00FF/,
  'image/gif': /^GIF8[79]a/,
  'image/webp': /^RIFF[^]{4}WEBP/,
  'image/svg+xml': /<svg[\s>]/
}

/** Whether the bytes are a picture of this media type. */
export function isPicture(bytes: Uint8Array, mediaType: string): boolean {
  const head = mediaType === 'image/svg+xml' ? bytes.subarray(0, 4096) : bytes.subarray(0, 16)
  return SIGNATURES[mediaType]?.test(Buffer.from(head).toString('latin1')) ?? false
}

/** What an SVG would run or fetch, as it is written there; undefined where it does neither. */
export function activeContent(bytes: Uint8Array): string | undefined {
  const text = Buffer.from(bytes).toString('utf8')
  const script = /<script\b|<foreignObject\b|<!ENTITY|\son[a-z]+\s*=|javascript:/i.exec(text)
  const remote =
    /(?:href|src)\s*=\s*["']\s*(?:[a-z][a-z0-9+.-]*:)?\/\/[^"']*|url\(\s*["']?\s*(?:[a-z][a-z0-9+.-]*:)?\/\/[^)]*/i.exec(
      text
    )
  return (script ?? remote)?.[0].trim()
}
