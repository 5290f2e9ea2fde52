// Small readers of BibTeX and RIS, written apart from the writers: what a reference manager makes of our files.

/** An entry of BibTeX: its type, key and fields as TeX would print them. */
export interface BibEntry {
  type: string
  key: string
  fields: Record<string, string>
}

/** Reads entries by counting braces, as BibTeX does; throws where a brace is left over. */
export function readBibTex(file: string): BibEntry[] {
  const entries: BibEntry[] = []
  for (let at = file.indexOf('@'); at >= 0; at = file.indexOf('@', at)) {
    const open = file.indexOf('{', at)
    const close = closingBrace(file, open)
    const [, key = '', body = ''] = /^([^\s,{}]+),(.*)$/s.exec(file.slice(open + 1, close)) ?? []
    entries.push({type: file.slice(at + 1, open), key, fields: fieldsOf(body)})
    at = close
  }
  return entries
}

function fieldsOf(body: string): Record<string, string> {
  const fields: Record<string, string> = {}
  let at = 0
  for (let name = /^\s*([a-z]+) = \{/.exec(body); name; name = /^,\s*([a-z]+) = \{/.exec(body.slice(at))) {
    const open = at + name[0].length - 1
    const close = closingBrace(body, open)
    const value = body.slice(open + 1, close)
    // BibLaTeX reads a date as EDTF before TeX sees it; BibTeX passes it over.
    fields[name[1] ?? ''] = name[1]?.endsWith('date') ? value : printed(value)
    at = close + 1
  }
  if (body.slice(at).trim() !== '') throw new Error(`left over: ${body.slice(at)}`)
  return fields
}

function closingBrace(text: string, open: number): number {
  let depth = 0
  for (let at = open; at < text.length; at++) {
    if (text[at] === '{') depth++
    else if (text[at] === '}' && --depth === 0) return at
  }
  throw new Error(`no closing brace: ${text.slice(open)}`)
}

const COMMANDS: Readonly<Record<string, string>> = {
  backslash: '\\',
  braceleft: '{',
  braceright: '}',
  asciicircum: '^',
  asciitilde: '~'
}

/** What TeX prints: commands as their signs, braces as nothing, `~` as a space; a sign that TeX would stumble over throws. */
function printed(value: string): string {
  return value.replaceAll(/\\text([a-z]+)\{\}|\\([#$%&_])|([#$%&_^\\])|([{}])|~/g, (all, command, escaped, wrong) => {
    if (wrong !== undefined) throw new Error(`TeX takes ${all} for a command: ${value}`)
    if (command !== undefined) return COMMANDS[String(command)] ?? all
    return escaped === undefined ? (all === '~' ? ' ' : '') : String(escaped)
  })
}

/** Records of RIS: tag and value of each line; throws where a line has another form or no CR and LF. */
export function readRis(file: string): [tag: string, value: string][][] {
  const records: [string, string][][] = []
  for (const row of file.split('\r\n')) {
    if (row === '') continue
    const [, tag, value] = /^([A-Z][A-Z0-9]) {2}- ([^\r\n]*)$/.exec(row) ?? []
    if (tag === undefined || value === undefined) throw new Error(`no line of RIS: ${JSON.stringify(row)}`)
    if (tag === 'TY') records.push([])
    if (tag !== 'ER') records.at(-1)?.push([tag, value])
  }
  return records
}
