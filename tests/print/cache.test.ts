// Kept layouts: found again, dropped when old, ignored when damaged.
import {mkdtemp, readdir, readFile, rm, stat, utimes, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {gunzipSync, gzipSync} from 'node:zlib'
import {afterEach, beforeEach, describe, expect, test} from 'vitest'
import {cacheKey} from '../../src/kept/index.ts'
import {keepingLayouts, layoutCache} from '../../src/print/kept/layouts.ts'
import {flowPart, laidOut} from './hand-made.ts'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'recension-test-'))
})
afterEach(() => rm(folder, {recursive: true, force: true}))

const fileOf = (key: string): string => join(folder, 'layouts', `${key}.gz`)

describe('the cache', () => {
  test('gives back what was put in', async () => {
    const cache = layoutCache(folder)
    await cache.put('k', laidOut(['one', 'two']))
    expect(await cache.get('k')).toEqual(laidOut(['one', 'two']))
    expect(await cache.get('other')).toBeUndefined()
    expect(await readdir(join(folder, 'layouts'))).toEqual(['k.gz'])
  })

  test('ignores an entry that was cut short', async () => {
    const cache = layoutCache(folder)
    await cache.put('k', laidOut(['one']))
    const whole = await readFile(fileOf('k'))
    await writeFile(fileOf('k'), whole.subarray(0, whole.length - 20))
    expect(await cache.get('k')).toBeUndefined()
  })

  test('ignores an entry with one letter changed, though it still unpacks and parses', async () => {
    const cache = layoutCache(folder)
    await cache.put('k', laidOut(['one']))
    const text = gunzipSync(await readFile(fileOf('k'))).toString()
    await writeFile(fileOf('k'), gzipSync(text.replace('one', 'two')))
    expect(text).toContain('one')
    expect(await cache.get('k')).toBeUndefined()
  })

  test('drops what was used longest ago, after every sixteenth key or so', async () => {
    const names = async (): Promise<string[]> => (await readdir(join(folder, 'layouts'))).toSorted()
    const roomy = layoutCache(folder)
    for (const [age, key] of ['old', 'middle', 'new'].toReversed().entries()) {
      await roomy.put(key, laidOut([key]))
      const time = new Date(Date.UTC(2026, 0, 10 - age))
      await utimes(fileOf(key), time, time)
    }
    await roomy.get('old')
    const {size} = await stat(fileOf('middle'))
    const cache = layoutCache(folder, 3 * size + 10)
    await cache.put('1a', laidOut(['1a']))
    await cache.prune()
    expect(await names()).toEqual(['1a.gz', 'middle.gz', 'new.gz', 'old.gz'])
    await cache.put('0a', laidOut(['0a']))
    await cache.prune()
    expect(await names()).toEqual(['0a.gz', '1a.gz', 'old.gz'])
    const full = layoutCache(folder, 1)
    await full.put('0b', laidOut(['0b']))
    await full.prune()
    expect(await names()).toEqual([])
  })

  test('that cannot be written is no fault', async () => {
    await writeFile(join(folder, 'layouts'), 'a file where the folder should be')
    const cache = layoutCache(folder)
    await cache.put('0k', laidOut(['one']))
    await cache.prune()
    expect(await cache.get('0k')).toBeUndefined()
  })

  test('has another key for whatever differs', () => {
    expect(cacheKey(['a', {b: 1}])).not.toBe(cacheKey(['a', {b: 2}]))
    expect(cacheKey(['a', {b: 1}])).toBe(cacheKey(['a', {b: 1}]))
  })
})

describe('a layout', () => {
  const dependencies = {scripts: {before: '', paged: '', own: ''}, css: 'p {}', browser: 'B/1', images: new Map()}
  const image = (content: string) => ({src: 'a.png', bytes: new TextEncoder().encode(content), mediaType: 'image/png'})

  /** How often the page was asked when the part is laid out first as it is, then under other circumstances. */
  async function times(
    change: Partial<typeof dependencies>,
    html = '<p>one</p>',
    before: Partial<typeof dependencies> = {}
  ) {
    let count = 0
    const layOut = async () => {
      count++
      return laidOut(['one'])
    }
    const cache = layoutCache(folder)
    await keepingLayouts(layOut, cache, {...dependencies, ...before})(flowPart('d1', '<p>one</p>'))
    await keepingLayouts(layOut, cache, {...dependencies, ...before, ...change})(flowPart('d1', html))
    return count
  }

  test('is made once for the same', async () => expect(await times({})).toBe(1))
  test('is made anew for other text', async () => expect(await times({}, '<p>two</p>')).toBe(2))
  test('is made anew for another style', async () => expect(await times({css: 'p {color: red}'})).toBe(2))
  test('is made anew for another browser', async () => expect(await times({browser: 'B/2'})).toBe(2))
  test('is made anew for another script', async () =>
    expect(await times({scripts: {before: '', paged: '', own: ' '}})).toBe(2))
  test('does not depend on an image that it does not show', async () =>
    expect(await times({images: new Map([['a.png', image('1')]])})).toBe(1))

  test('is made anew for another image of the same name', async () => {
    const images = (content: string) => new Map([['a.png', image(content)]])
    let count = 0
    const layOut = async () => {
      count++
      return laidOut(['one'])
    }
    for (const content of ['1', '1', '2'])
      await keepingLayouts(layOut, layoutCache(folder), {...dependencies, images: images(content)})(
        flowPart('d1', '<img src="/images/a.png">')
      )
    expect(count).toBe(2)
  })

  test('that stopped is not kept', async () => {
    let count = 0
    const layOut = async () => {
      count++
      return {...laidOut([]), problems: [{kind: 'stopped' as const, detail: 'The layout stopped: fault'}]}
    }
    const keeping = keepingLayouts(layOut, layoutCache(folder), dependencies)
    await keeping(flowPart('d1', ''))
    await keeping(flowPart('d1', ''))
    expect(count).toBe(2)
  })
})
