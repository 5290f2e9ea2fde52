// Editions for the benchmarks: documents made of sentences of the seed text, an entry and a note in every longer paragraph.
import {mkdirSync, readFileSync, writeFileSync} from 'node:fs'
import path from 'node:path'

const root = new URL('../../', import.meta.url)
const sentences = readFileSync(new URL('edition/transcripts/1952-09-04-stalin-kim-zhou.txt', root), 'utf8')
  .split('\n')
  .filter((line) => line.length > 80)
  .flatMap((line) => line.match(/[A-Z][^.?!]{20,}[.?!]/g) ?? [])

const SETTINGS = `id: bench
title: Bench
editors: [Nobody]
date: 2026-01-01
front: [title, contents]
back: []
outputs: {reader: {formats: [pdf], line-numbers: 5, entries: line}}
`

/** Writes an edition of so many documents; another salt makes other texts, of which nothing is kept from earlier runs. */
export function writeEdition(dir: string, count: number, salt: number): void {
  mkdirSync(path.join(dir, 'documents'), {recursive: true})
  writeFileSync(path.join(dir, 'edition.yaml'), SETTINGS)
  for (let n = 1; n <= count; n++) writeFileSync(fileOf(dir, n), documentOf(n, salt))
}

/** Changes one word in the middle of the edition, for another of the same length. */
export function changeOneWord(dir: string, count: number): void {
  const file = fileOf(dir, Math.ceil(count / 2))
  writeFileSync(file, readFileSync(file, 'utf8').replace(/ (with|that|have|were|from) /, ' said '))
}

const fileOf = (dir: string, n: number): string => path.join(dir, 'documents', `d${String(n).padStart(4, '0')}.md`)

/** Small and reproducible. */
function random(seed: number): () => number {
  let state = seed
  return () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32
}

function documentOf(n: number, salt: number): string {
  const next = random(n * 7919 + salt)
  const pick = () => sentences[Math.floor(next() * sentences.length)] ?? ''
  const notes: string[] = []
  const paragraphs = Array.from({length: 60}, () => {
    const text = Array.from({length: 1 + Math.floor(next() * 5)}, pick).join(' ')
    if (text.length < 150) return text
    notes.push(`[^en-${notes.length + 1}]: ${pick()}${next() < 0.2 ? ` ${pick()} ${pick()} ${pick()}` : ''}`)
    return `${text.replace(/ (\w{4,}) /, ' :corr[$1]{rec="$1e" by=ed} ')}[^en-${notes.length}]`
  })
  return `---\ntitle: Document ${n}\ndate: 1952-01-01\n---\n\n${[...paragraphs, ...notes].join('\n\n')}\n`
}
