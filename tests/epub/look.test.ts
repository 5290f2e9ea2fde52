// The look of the e-book where readers choose type and colour themselves: nothing fixed, and nothing off a phone with large type.
import {mkdirSync, readFileSync, writeFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {pathToFileURL} from 'node:url'
import type {Page} from 'puppeteer-core'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {check} from '../../src/build.ts'
import type {Edition} from '../../src/document/edition.ts'
import {writeEpub} from '../../src/epub/index.ts'
import {makeBook} from '../../src/html/index.ts'
import {ensureBrowser} from '../../src/print/chromium/choose-browser.ts'
import {launch, type RunningBrowser} from '../../src/print/chromium/launch.ts'
import {selection} from '../../src/selection/index.ts'
import {EditionTest} from '../support/edition.ts'
import {temporaryFolder} from '../support/temporary.ts'
import {entriesOf} from './opened.ts'

const css = readFileSync(new URL('../../styles/epub.css', import.meta.url), 'utf8').replace(/\/\*[^]*?\*\//g, '')
const declarations = (name: string): string[] =>
  [...css.matchAll(new RegExp(`(?<![\\w-])${name}:\\s*([^;]+);`, 'g'))].map(([, value = '']) => value)

describe('the style sheet', () => {
  test('sets no colours of its own', () => {
    expect(new Set(declarations('color'))).toEqual(new Set(['inherit']))
    expect(css).not.toMatch(/background|#[0-9a-f]{3,8}\b|rgb|hsl/i)
  })

  test('has no measure that does not grow with the type', () => {
    expect(css).not.toMatch(/\d(?:px|pt|pc|mm|cm|in|rem)\b/)
    expect(/(?:^|\n)body \{([^}]*)\}/.exec(css)?.[1]).not.toContain('font-size')
  })

  test('stays dark enough for electronic ink', () => {
    for (const opacity of declarations('opacity')) expect(Number(opacity)).toBeGreaterThanOrEqual(0.6)
  })
})

/** Files of an e-book laid into a folder, and those of its texts. */
async function unpacked(name: string, outputs: string): Promise<string[]> {
  const made = EditionTest.from(name)
  made.with({'edition.yaml': made.read('edition.yaml').replace(/^outputs:[^]*/m, outputs)})
  const {edition: read} = await check({dir: join(made.cwd, 'edition')})
  const edition = selection(read as Edition, 'reader')
  const book = makeBook(edition, {locate: {by: 'paragraph'}, paragraphNumbers: true})
  const epub = await writeEpub(book, {metadata: edition.settings, images: edition.images, paragraphNumbers: true})
  const folder = temporaryFolder()
  for (const {name: file, bytes} of entriesOf(epub)) {
    mkdirSync(dirname(join(folder, file)), {recursive: true})
    writeFileSync(join(folder, file), bytes)
  }
  const texts = entriesOf(epub).filter(({name: file}) => file.endsWith('.xhtml') && !file.endsWith('cover.xhtml'))
  return texts.map(({name: file}) => join(folder, file))
}

/** Elements that reach over the right edge of the screen, and texts that have another colour than the page's. */
const SEEN = `(() => {
  const all = [...document.querySelectorAll('body *')].filter((one) => one.getClientRects().length > 0)
  const name = (one) => one.tagName + '.' + one.className + ' ' + one.textContent.trim().slice(0, 30)
  const own = getComputedStyle(document.body).color
  return {
    over: all.filter((one) => one.getBoundingClientRect().right > innerWidth + 1).map(name),
    coloured: all.filter((one) => getComputedStyle(one).color !== own).map(name),
    hanging: all.filter((one) => one.getBoundingClientRect().left < 0).map(name)
  }
})()`

/** Where headings begin, how emphasised words stand, and on which side a list is set in. */
const TURNED = `(() => {
  const edge = document.querySelector('article').getBoundingClientRect().right
  const begins = (one) => {
    const range = document.createRange()
    range.selectNodeContents(one)
    return Math.abs(range.getBoundingClientRect().right - edge) < 2 ? 'right' : one.outerHTML
  }
  const list = getComputedStyle(document.querySelector('ul'))
  return {
    headings: [...document.querySelectorAll('h1, h2')].map(begins),
    emphasis: getComputedStyle(document.querySelector('.emphatic')).fontStyle,
    list: [list.paddingLeft, parseFloat(list.paddingRight) > 0]
  }
})()`

describe('a phone with type of twice the size', () => {
  let running: RunningBrowser
  let page: Page

  beforeAll(async () => {
    running = await launch(await ensureBrowser())
    page = await running.browser.newPage()
    await page.setViewport({width: 360, height: 640})
  })
  afterAll(() => running.close())

  test.each([
    ['everything', 'outputs: {reader: {formats: [epub]}}\n'],
    ['parallel', 'outputs: {reader: {formats: [epub], parallel: columns}}\n']
  ])('has all of %s on the screen, by day and by night', async (name, outputs) => {
    const texts = await unpacked(name, outputs)
    expect(texts.length).toBeGreaterThan(5)
    for (const text of texts)
      for (const scheme of ['light', 'dark']) {
        await page.emulateMediaFeatures([{name: 'prefers-color-scheme', value: scheme}])
        await page.goto(pathToFileURL(text).href)
        await page.addStyleTag({content: ':root {color-scheme: light dark; font-size: 200%} body {padding: 12px}'})
        expect({text, ...((await page.evaluate(SEEN)) as object)}).toEqual({text, over: [], coloured: [], hanging: []})
      }
  })

  test('has headings, cells and numbers of a text from right to left on the right, and nothing slanted for emphasis', async () => {
    const made = await unpacked('right-to-left', 'outputs: {reader: {formats: [epub]}}\n')
    await page.goto(pathToFileURL(made.find((file) => file.endsWith('bereshit.xhtml')) ?? '').href)
    await page.evaluate(`document.querySelector('article').append(document.createElement('ul'))`)
    expect(await page.evaluate(TURNED)).toEqual({
      headings: ['right', 'right', 'right', 'right', 'right'],
      emphasis: 'normal',
      list: ['0px', true]
    })
  })

  test('is really looked at', async () => {
    await page.goto('about:blank')
    await page.setContent('<body><p style="width: 400px; color: red; margin-left: -20px">Wide</p>')
    expect(await page.evaluate(SEEN)).toEqual({over: ['P. Wide'], coloured: ['P. Wide'], hanging: ['P. Wide']})
  })
})
