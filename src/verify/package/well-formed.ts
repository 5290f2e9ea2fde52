// What XML forbids and the reader of markup would pass over: signs that cannot stand in a text, names of HTML, an attribute twice.
import type {Epub} from './opened.ts'

/** Everything at which a reading system stops and shows an error in place of the text (XML 1.0, 2.2, 3.1, 4.1). */
export function xmlFaults({entries, items, opfPath}: Epub): string[] {
  const markup = new Set([opfPath, ...items.filter(({mediaType}) => mediaType.endsWith('+xml')).map(({path}) => path)])
  return entries
    .filter(({name}) => markup.has(name))
    .flatMap(({name, bytes}) => {
      const text = new TextDecoder().decode(bytes)
      return [
        ...signs(text).map((sign) => `Unexpected sign ${sign} in \`${name}\`, expected only signs that XML allows`),
        ...references(text).map(
          (one) => `Unexpected \`${one}\` in \`${name}\`, expected the sign itself or its number`
        ),
        ...doubled(text).map(
          (one) => `Unexpected second \`${one}\` of an element in \`${name}\`, expected each attribute once`
        )
      ]
    })
}

/** Control characters, half characters and what Unicode keeps for the use of programs. */
const FORBIDDEN = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu

function signs(text: string): string[] {
  const written = text.match(FORBIDDEN) ?? []
  const numbered = [...text.matchAll(/&#(?:x([\da-f]+)|(\d+));/gi)].flatMap(([, hex, decimal]) => {
    const code = hex ? Number.parseInt(hex, 16) : Number(decimal)
    return code > 0x10ffff || String.fromCodePoint(code).search(FORBIDDEN) >= 0 ? [code] : []
  })
  const codes = [...written.map((sign) => sign.codePointAt(0) ?? 0), ...numbered]
  return [...new Set(codes)].map((code) => `U+${code.toString(16).toUpperCase().padStart(4, '0')}`)
}

/** XML itself knows five names, and without a DTD no others. */
const references = (text: string): string[] => [
  ...new Set(text.match(/&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)[^\s;<]{0,20};?/gi))
]

function doubled(text: string): string[] {
  const found = new Set<string>()
  for (const [, attributes = ''] of text.matchAll(/<[a-z][^\s/>]*((?:\s+[^\s=/>]+\s*=\s*(?:"[^"]*"|'[^']*'))+)/gi)) {
    const names: string[] = attributes.replace(/"[^"]*"|'[^']*'/g, '').match(/[^\s=]+/g) ?? []
    if (new Set(names).size === names.length) continue
    for (const [index, name] of names.entries()) if (names.indexOf(name) !== index) found.add(name)
  }
  return [...found]
}
