// A letter and its original beside each other, on facing pages and in columns: what stands on the pages, and faults that are seen.
import {describe, expect, test} from 'vitest'
import {build} from '../../src/build.ts'
import {EditionTest} from '../support/edition.ts'

/** Pages of the letter as printed: which text, and the paragraphs that begin or go on there. */
async function pagesOf(name: 'facing' | 'columns', tamper: (html: string) => string = (html) => html) {
  const edition = EditionTest.from('parallel')
  let html = ''
  const pages = (assembled: string): string => (html = tamper(assembled))
  const result = await build({dir: edition.dir, out: `${edition.cwd}/dist`, outputs: [`${name}.pdf`], tamper: {pages}})
  const found = [...html.matchAll(/data-document="([^"]+)"[^]*?(?= data-document=|<\/html>)/g)].map(
    ([text, document]) => ({
      document,
      paragraphs: [...new Set([...text.matchAll(/ data-p="(\d+)"/g)].map(([, n]) => Number(n)))]
    })
  )
  const reasons = result.messages.flatMap(({messages}) => messages.map(({reason}) => reason))
  return {found, html, ok: result.ok, reasons}
}

/** Pairs of pages that face each other, or of columns on one page. */
const spreads = <T>(pages: T[]): T[][] =>
  pages.flatMap((page, at) => (at % 2 === 0 ? [[page, pages[at + 1] ?? page]] : []))

describe.each(['facing', 'columns'] as const)('%s', (name) => {
  test('both sides have the same paragraphs at a time, the original on the left', async () => {
    const {found, ok, reasons} = await pagesOf(name)
    expect({ok, reasons}).toEqual({ok: true, reasons: []})
    for (const [left, right] of spreads(found)) {
      expect([left?.document, right?.document]).toEqual(['letter.ru', 'letter'])
      // ¶ 8 of the translation belongs to ¶ 7 of the original, whose ¶ 8 is ¶ 9.
      const own = (left?.paragraphs ?? []).flatMap((n) => (n < 7 ? [n] : n === 7 ? [7, 8] : [n + 1]))
      expect(right?.paragraphs).toEqual(own)
    }
    // The long paragraph goes over to the next spread on both sides with the same sentence.
    const long = spreads(found).filter((pages) => pages.every(({paragraphs}) => paragraphs.includes(5)))
    expect(long.length).toBeGreaterThan(1)
  })

  test('a row that is left out is seen', async () => {
    const {ok, reasons} = await pagesOf(name, (html) => html.replace(/<p id="letter\.ru-p3"[^]*?<\/p>/, ''))
    expect(ok).toBe(false)
    expect(reasons[0]).toContain('document letter.ru')
  })

  test('two rows that change places are seen', async () => {
    const {ok, reasons} = await pagesOf(name, (html) =>
      html.replace(/(<p id="letter-p3"[^]*?<\/p>)([^]*?)(<p id="letter-p4"[^]*?<\/p>)/, '$3$2$1')
    )
    expect(ok).toBe(false)
    expect(reasons[0]).toContain('document letter,')
  })
})
