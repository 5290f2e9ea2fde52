// Hard cases of the layout in the real browser: long notes, calls in odd places, breaks, tables, scripts, pictures.
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import type {FlowPart, LaidOut, Problem} from '../../src/print/contract.ts'
import {startLab, type Lab, type MeasuredPage} from './support/lab.ts'
import {noteFaults, pieces, textGiven, textOfPages} from './support/read-pages.ts'
import {glued, newPart, type PartMaker} from './support/parts.ts'

let lab: Lab
beforeAll(async () => {
  lab = await startLab()
})
afterAll(() => lab.close())

interface Outcome {
  part: FlowPart
  laidOut: LaidOut
  pages: MeasuredPage[]
}

/** Lays a part out and asserts what holds of every layout; problems must be those expected. */
async function sound(maker: PartMaker, problems: Problem[] = []): Promise<Outcome> {
  const part = maker.part()
  const laidOut = await lab.layOut(part)
  expect(laidOut.problems).toEqual(problems)
  expect(textOfPages(laidOut)).toBe(textGiven(part.html))
  expect(noteFaults(part, laidOut)).toEqual([])
  const pages = await lab.measure(laidOut)
  expect(pages.flatMap(({stray}) => stray)).toEqual([])
  expect(pages.filter(({overlap}) => overlap)).toEqual([])
  expect(pages.flatMap(({cut}) => cut).filter(({lines}) => lines < 2)).toEqual([])
  expect(pages.flatMap(({notes}) => notes).filter(({piece, lines}) => piece && lines < 2)).toEqual([])
  expect(pages.slice(0, -1).filter(({heading}) => heading)).toEqual([])
  return {part, laidOut, pages}
}

/** Pages, all but the last, whose feet have more blank lines than these. */
const short = (pages: MeasuredPage[], lines: number): number[] =>
  pages.slice(0, -1).flatMap(({blank}, page) => (blank > lines ? [page] : []))

const LENGTHS = [70, 12, 120, 40, 95, 8, 150, 33]

describe('a part', () => {
  test('without notes fills its pages', async () => {
    const {pages} = await sound(newPart('plain').paragraphs(...LENGTHS, ...LENGTHS, ...LENGTHS))
    expect(pages.length).toBeGreaterThan(3)
    expect(short(pages, 1.6)).toEqual([])
  })

  test('that is empty has one empty page', async () => {
    const {pages} = await sound(newPart('empty'))
    expect(pages.map(({text}) => text)).toEqual([0])
  })

  test('with a call and nothing else has its note', async () => {
    const maker = newPart('notes')
    const {laidOut} = await sound(maker.block(`<p>${maker.call('en', 900)}</p>`))
    expect(laidOut.notes).toEqual({'notes-en-1': {from: 0, to: laidOut.pages.length - 1}})
    expect(laidOut.pages.length).toBeGreaterThan(1)
  })

  test('is the same twice, and after another part as in a tab of its own', async () => {
    const [first, second] = ['one', 'two'].map((id) => {
      const maker = newPart(id).paragraphs(60)
      for (let i = 0; i < 14; i++) maker.block(paragraphWith(maker, i === 5 ? 700 : 30, 60))
      return maker.part()
    })
    if (!first || !second) throw new Error('no part')
    const inOne = [await lab.layOut(first), await lab.layOut(second), await lab.layOut(first)]
    const tab = lab.freshTab()
    const fresh = await tab.layOut(second, lab.css)
    await tab.close()
    expect(inOne[2]?.pages).toEqual(inOne[0]?.pages)
    expect(fresh.pages).toEqual(inOne[1]?.pages)
    expect({...fresh, stats: null}).toEqual({...inOne[1], stats: null})
  })
})

describe('notes', () => {
  test('of three registers stand one register under the other', async () => {
    const maker = newPart('three')
    for (let i = 0; i < 24; i++) {
      const calls = (['entries', 'tn', 'en'] as const).map((register) => maker.call(register, 6 + ((i * 7) % 25)))
      maker.block(`<p>${maker.words(25)} ${glued('word,', ...calls.slice(i % 3))} ${maker.words(40)}.</p>`)
    }
    const {laidOut} = await unCalled(maker)
    const registers = ['entries', 'tn', 'en']
    for (const page of laidOut.pages.keys()) {
      const own = pieces(laidOut).filter((piece) => piece.page === page)
      const ranks = own.map(({register}) => registers.indexOf(register))
      expect(ranks).toEqual(ranks.toSorted((a, b) => a - b))
    }
  })

  test.each([1500, 5000])('of %i words run over pages', async (length) => {
    const maker = newPart('long').paragraphs(100)
    maker.block(paragraphWith(maker, length, 60)).paragraphs(...LENGTHS)
    const {pages, laidOut} = await sound(maker)
    const {from, to} = laidOut.notes['long-en-1'] ?? {from: -1, to: -1}
    expect(from).toBe(0)
    expect(to).toBeGreaterThan(length / 600)
    expect(short(pages.slice(0, to + 1), 1.6)).toEqual([])
  })

  test('thirty of them stand on one page', async () => {
    const maker = newPart('thirty')
    const words = Array.from({length: 30}, () => `${maker.words(3)} ${glued('and', maker.call('en', 4))}`)
    const {laidOut} = await sound(maker.block(`<p>${words.join(' ')}.</p>`))
    expect(Object.values(laidOut.notes)).toEqual(Array.from({length: 30}, () => ({from: 0, to: 0})))
  })

  test('called in a last line begin on its page', async () => {
    for (const lines of [0, 1, 2, 3]) {
      const maker = newPart(`last${lines}`)
      maker.paragraphs(...Array.from({length: 12}, () => 16 + lines))
      for (let i = 0; i < 30; i++) maker.block(`<p>${maker.words(9)} ${glued('end.', maker.call('tn', 18))}</p>`)
      const {pages} = await sound(maker)
      expect(pages.length).toBeGreaterThan(2)
    }
  })

  test('in headings, tables, lists and quotations stand at the foot', async () => {
    const maker = newPart('places')
    const call = (): string => glued('here', maker.call('en', 12))
    maker.block(`<h2>${maker.words(3)} ${call()}</h2>`).paragraphs(60)
    maker.block(`<table><tbody><tr><td>${maker.words(4)}</td><td>${call()}</td></tr></tbody></table>`)
    maker.block(`<ul><li>${maker.words(9)}</li><li><p>${call()} ${maker.words(5)}</p></li></ul>`)
    maker.block(`<blockquote><p>${maker.words(30)} ${call()}</p></blockquote>`)
    const {laidOut} = await sound(maker)
    expect(Object.values(laidOut.notes)).toHaveLength(4)
  })

  test('with paragraphs and a list keep their form when they are cut', async () => {
    const maker = newPart('form').paragraphs(70)
    const items = Array.from({length: 25}, () => `<li>${maker.words(14)}</li>`).join('')
    const note = `<p>${maker.words(90)}</p><ol>${items}</ol><p>${maker.words(80)}</p>`
    maker.block(`<p>${maker.words(6)} ${glued('note', maker.call('en', note))} ${maker.words(50)}</p>`)
    const {laidOut} = await sound(maker.paragraphs(60, 60))
    expect(laidOut.notes['form-en-1']?.to).toBeGreaterThan(0)
  })

  test('called directly behind a hyphenated word stay with it', async () => {
    const maker = newPart('hyphen')
    for (let i = 0; i < 50; i++)
      maker.block(
        `<p>${maker.words(i % 9)} con\u00ADver\u00ADsa\u00ADtion${maker.call('tn', 5)} ${maker.words(11)}</p>`
      )
    const {pages} = await sound(maker)
    expect(pages.length).toBeGreaterThan(2)
  })

  test('long ones are cut rather than leave blank what a paragraph of three lines would have taken', async () => {
    for (const words of [90, 95, 100, 105, 110]) {
      const maker = newPart(`note${words}`)
      for (let i = 0; i < 29; i++) maker.block(`<p>${maker.words(3)}</p>`)
      const call = maker.call('en', words)
      maker.block(`<p>${maker.words(3)}<br>${maker.words(3)}${call}<br>${maker.words(3)}</p>`)
      const {pages} = await sound(maker.paragraphs(300, 300))
      expect({words, short: short(pages.slice(0, 2), 2)}).toEqual({words, short: []})
    }
  })

  test('too many for a page wait, and it is said of each', async () => {
    const maker = newPart('wait')
    const calls = Array.from({length: 4}, () => maker.call('en', 450))
    maker.block(`<p>${maker.words(4)} ${glued('four', ...calls)} ${maker.words(40)}</p>`)
    const waits = (n: number): Problem => ({
      kind: 'layout-note',
      page: 0,
      detail: `Note wait-en-${n} begins on the page after its call: the notes called here before it fill the page.`
    })
    const {laidOut} = await sound(maker, [waits(4), waits(3)])
    expect(laidOut.notes['wait-en-2']?.from).toBe(0)
    expect(laidOut.notes['wait-en-3']?.from).toBe(1)
  })
})

describe('breaks', () => {
  test('a heading moves on with its text', async () => {
    for (const lines of [28, 29, 30, 31, 32, 33, 34]) {
      const maker = newPart(`head${lines}`)
      for (let i = 0; i < lines; i++) maker.block(`<p>${maker.words(3)}</p>`)
      const {pages} = await sound(maker.block(`<h2>${maker.words(3)}</h2>`).paragraphs(60))
      expect(pages.reduce((sum, page) => sum + page.lines, 0)).toBeGreaterThan(lines + 5)
    }
  })

  test('paragraphs of two, three and four lines leave no single line', async () => {
    for (const lines of [30, 31, 32, 33, 34]) {
      const maker = newPart(`few${lines}`)
      for (let i = 0; i < lines; i++) maker.block(`<p>${maker.words(3)}</p>`)
      maker.paragraphs(...[17, 28, 38, 17, 28, 38].map((length) => length + (lines % 3)))
      for (let i = 0; i < 20; i++) maker.paragraphs([17, 27, 37][(i + lines) % 3] ?? 17)
      const {pages} = await sound(maker)
      expect(pages.length).toBeGreaterThan(2)
    }
  })

  test('a part does not end with a page of one or two lines', async () => {
    const lines = (count: number): PartMaker =>
      newPart(`p${count}`, {word: String}).block(...Array.from({length: count}, (_, n) => `<p>${n}</p>`))
    const perPage = async (count: number): Promise<number[]> => {
      const {laidOut} = await sound(lines(count))
      return laidOut.pages.map((page) => page.match(/<p[ >]/g)?.length ?? 0)
    }
    const [full = 0] = await perPage(100)
    expect(full).toBeGreaterThan(20)
    expect(await perPage(full)).toEqual([full])
    expect(await perPage(full + 1)).toEqual([full - 2, 3])
    expect(await perPage(full + 2)).toEqual([full - 1, 3])
    expect(await perPage(full + 3)).toEqual([full, 3])
  })

  test('one paragraph of 5,000 words', async () => {
    const {pages} = await sound(newPart('flood').paragraphs(5000))
    expect(pages.length).toBeGreaterThan(10)
    expect(short(pages, 1.1)).toEqual([])
  })

  test('a table of sixty rows, and a row higher than a page', async () => {
    const maker = newPart('rows').paragraphs(40)
    const row = (count: number): string => `<tr><td>${maker.words(2)}</td><td>${maker.words(count)}</td></tr>`
    const rows = Array.from({length: 60}, (_, i) => row(4 + ((i * 5) % 17)))
    maker.block(`<table><thead><tr><th>Unit</th><th>Remark</th></tr></thead><tbody>${rows.join('')}</tbody></table>`)
    maker.paragraphs(30).block(`<table><tbody>${row(900)}${row(5)}</tbody></table>`)
    const {pages} = await sound(maker.paragraphs(30))
    expect(pages.length).toBeGreaterThan(4)
  })

  test('verse and lines broken by hand', async () => {
    const maker = newPart('verse')
    const lines = Array.from({length: 60}, () => `<p>${maker.words(5)}</p>`)
    maker.block(`<div class="part-verse">${lines.join('')}</div>`)
    maker.block(`<div class="part-address"><p>${Array.from({length: 50}, () => maker.words(4)).join('<br>')}</p></div>`)
    const {pages} = await sound(maker.paragraphs(30))
    expect(pages.length).toBeGreaterThan(2)
  })

  test('a picture that fits, and one higher than a page', async () => {
    const maker = newPart('figure').paragraphs(60)
    const figure = (name: string): string =>
      `<figure><img src="/images/${name}.svg" alt=""><figcaption>${maker.words(6)}</figcaption></figure>`
    maker.block(figure('small')).paragraphs(150).block(figure('tall'))
    const {laidOut} = await sound(maker.paragraphs(90))
    expect(laidOut.pages.join('').match(/<img/g)).toHaveLength(2)
  })
})

describe('scripts', () => {
  test('a word longer than the measure stays on the sheet', async () => {
    const maker = newPart('word')
    const {pages} = await sound(
      maker.block(`<p>${maker.words(8)} ${'Rindfleischetikettierung'.repeat(9)} ${maker.words(8)}</p>`)
    )
    expect(pages[0]?.lines).toBeGreaterThan(4)
  })

  test.each([
    ['Hebrew', 'he', 'בראשית ברא אלהים את השמים ואת הארץ והארץ היתה תהו ובהו '],
    ['Arabic', 'ar', 'في البدء خلق الله السماوات والأرض وكانت الأرض خربة وخالية '],
    ['Chinese', 'zh', '起初神创造天地地是空虚混沌渊面黑暗神的灵运行在水面上']
  ])('%s keeps its text', async (_, lang, text) => {
    const maker = newPart(lang).paragraphs(50)
    const dir = lang === 'zh' ? '' : ' dir="rtl"'
    maker.block(`<p lang="${lang}"${dir}>${text.repeat(60)}</p>`).paragraphs(30)
    const {pages} = await sound(maker)
    expect(pages.length).toBeGreaterThan(0)
  })
})

/** A paragraph with a note of so many words called behind its sixth word. */
function paragraphWith(maker: PartMaker, note: number, length: number): string {
  const before = maker.words(5)
  return `<p>${before} ${glued('note', maker.call('en', note))} ${maker.words(length)}.</p>`
}

/** Notes that were made and are called nowhere are taken out before the part is laid out. */
function unCalled(maker: PartMaker): Promise<Outcome> {
  const {html} = maker.part()
  return sound({
    ...maker,
    part: () => {
      const part = maker.part()
      return {...part, notes: part.notes.filter(({anchor}) => html.includes(`data-note="${anchor}"`))}
    }
  })
}
