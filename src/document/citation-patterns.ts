// Shapes of citations that have no labelled units, or other ones than the Russian: one regular expression a family, data only.
import type {CitationPart, Family, FieldName, ParsedCitation} from './citation-fields.ts'

const RANGE = '\\d+[a-zv]?(?:\\s?[–-]\\s?\\d+[a-zv]?)?(?:, \\d+(?:[–-]\\d+)?)*'

const shape = (family: Family, source: string): {family: Family; pattern: RegExp} => ({
  family,
  pattern: new RegExp(`^${source}$`, 'du')
})

const SHAPES = [
  shape('chinese', `(?<archive>(?:PRC )?(?:FMA|CFMA|AMFA)),? (?<file>\\d{3}-\\d{5}-\\d{2})(?:, (?<pages>${RANGE}))?`),
  shape(
    'german',
    `(?<archive>BArch|Bundesarchiv), (?<holding>\\p{Lu}{1,3}(?: \\d+)?)/(?<unit>\\d+\\p{L}?)(?:, (?<folios>${RANGE}))?`
  ),
  shape(
    'german',
    `(?<archive>BStU), (?<section>[^,]+), (?<department>[^,]+), (?<unit>\\d+)(?:, pp?\\. (?<pages>${RANGE}))?`
  ),
  shape(
    'polish',
    `[Ss]ygnatura (?<signature>[^,]+), (?<holding>[^,]+), (?<archive>\\p{Lu}{2,}), (?<place>\\p{Lu}\\p{L}+)`
  ),
  shape(
    'bulgarian',
    '(?<archive>[^,]+), (?<place>\\p{Lu}\\p{L}+), Fond (?<fond>\\S+), Record (?<record>\\S+), File (?<file>\\S+)'
  ),
  shape(
    'albanian',
    '(?<archive>[^,]+), (?<place>Tirana|Tiranë), (?<holding>[^,]+), L\\. (?<list>\\d+), D\\. (?<file>\\d+)'
  ),
  shape(
    'romanian',
    '(?<archive>[^,;]+), Year: (?<year>\\d{4}); Issues?:? (?<issue>[\\d ]+); Country: (?<country>[^;]+)'
  ),
  shape(
    'romanian',
    `(?<archive>[^,]+), (?<place>\\p{Lu}\\p{L}+), F\\. (?<fond>[^,]+), Dosar(?: \\(Do\\.\\))? (?<dosar>\\d+/\\d+), ff?\\. (?<folios>${RANGE})`
  ),
  shape('japanese', "(?<archive>[^,]+), File (?<file>\\p{Lu}[’′']?\\d+)(?: \\((?<medium>[^)]+)\\))?"),
  shape('american', '(?:(?<archive>[^\\d]+), )?(?<decimal>\\d{3}\\.\\d{2,}\\p{Lu}?(?: \\p{L}+)?/[\\d–-]+)'),
  shape(
    'ministry',
    `(?<fond>\\d{3,4}), (?<title>[^,]+), (?<file>[\\d/]+), pp\\. (?<pages>${RANGE}), (?<archive>\\p{Lu}{2,})`
  ),
  shape(
    'collection',
    '(?<archive>[^,]+(?:, [^,]+)??), (?<collection>[^,]*\\b(?:[Pp]apers|[Cc]ollection)(?:, \\d{4}[–-]\\d{4})?)(?:, (?<id>[a-z]*\\d[\\w.-]{3,}))?'
  ),
  shape('archive', '(?<archive>[^,;.]*\\b[Aa]rchi(?:ves?|v|f)\\b[^,;.]*)')
]

/** Reads a copy by the first shape that fits the whole of it. */
export function readShape(raw: string, start: number): ParsedCitation | undefined {
  for (const {family, pattern} of SHAPES) {
    const match = pattern.exec(raw)
    if (!match) continue
    const parts = partsOf(match, start)
    const fields = Object.fromEntries(parts.map(({field, value}) => [field, value]))
    return {raw, start, end: start + raw.length, family, understood: true, fields, parts}
  }
  return undefined
}

/** The label of a field is what stands between it and the comma before: `p. ` in `245, p. 50-51`. */
function partsOf(match: RegExpExecArray, start: number): CitationPart[] {
  const parts: CitationPart[] = []
  let last = 0
  const groups = Object.entries(match.indices?.groups ?? {}).filter(([, span]) => span !== undefined)
  for (const [field, [from, to]] of groups) {
    const label = (/[^,;]*$/u.exec(match[0].slice(last, from))?.[0] ?? '').trimStart()
    parts.push({
      field: field as FieldName,
      label: label.trim(),
      value: match[0].slice(from, to),
      start: start + from - label.length,
      end: start + to
    })
    last = to
  }
  return parts
}
