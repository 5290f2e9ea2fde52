// Reads the credits after a citation: `Obtained and translated for NKIDP by Bernd Schaefer.`
import type {Credit, CreditRole} from './citation-fields.ts'

const ROLES = {
  translated: 'translator',
  translation: 'translator',
  transcribed: 'transcriber',
  contributed: 'contributor',
  obtained: 'obtained',
  edited: 'editor',
  compiled: 'compiler',
  'copy provided': 'copy'
} as const satisfies Record<string, CreditRole>

const ROLE = Object.keys(ROLES).join('|')
const HEAD = new RegExp(
  `(?<![\\p{L}\\p{N}])(?<roles>(?:${ROLE})(?:(?:, and | and |, )(?:${ROLE}))*)` +
    `(?: for (?:the )?(?<for>[^,.;]+?))?(?: from (?:the )?\\p{Lu}\\p{L}+)? by `,
  'giu'
)

/** Where the credits begin: after a stop, a semicolon or a comma; the end of the text where there are none. */
export function creditsStart(text: string): number {
  for (const head of text.matchAll(HEAD)) {
    if (/(?:^|[.;,]\s+)$/.test(text.slice(0, head.index))) return head.index
  }
  return text.length
}

/** Reads credits; names are given as written, without the words that join one credit to the next. */
export function parseCredits(text: string): Credit[] {
  const heads = [...text.matchAll(HEAD)]
  return heads.map((head, index) => {
    const raw = text.slice(head.index, heads[index + 1]?.index ?? text.length).replace(/(?:[\s;,]|\band\b)+$/u, '')
    const names = raw.slice(head[0].length).replace(/(?<=\p{L}{2})\.$/u, '')
    const words = head.groups?.['roles']?.toLowerCase().split(/, and | and |, /) ?? []
    const roles = words.map((word) => ROLES[word as keyof typeof ROLES])
    return {raw, roles, names: roles.includes('copy') ? [names] : splitNames(names), for: head.groups?.['for']}
  })
}

function splitNames(names: string): string[] {
  return names.split(/, and |, (?!Jr\.|Sr\.)| and (?=\p{Lu})/u).filter((name) => name !== '')
}
