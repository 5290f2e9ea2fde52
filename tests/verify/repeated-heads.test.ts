// Heads of tables that are shown again on later pages are held against those of their own table.
import {fromHtml} from 'hast-util-from-html'
import {expect, test} from 'vitest'
import {nothingSeen, readPage} from '../../src/verify/seen.ts'

const table = (head: string, words: string): string =>
  `<table><thead><tr><th>${words}</th></tr></thead><tbody><tr><td>${head}</td></tr></tbody></table>`
const again = (words: string): string =>
  `<table data-split-from=""><thead class="repeated-head"><tr><th>${words}</th></tr></thead><tbody><tr><td>x</td></tr></tbody></table>`
const page = (flow: string, note = ''): string =>
  `<div class="pagedjs_page"><div class="pagedjs_page_content">${flow}</div><div class="note" data-note="d1-en-1">${note}</div></div>`

/** Heads shown again on these pages, and what they should be. */
function repeated(...pages: readonly string[]): {found: string; wanted: string}[] {
  const seen = nothingSeen()
  for (const [sheet, html] of pages.entries())
    readPage(fromHtml(html, {fragment: true}), seen, {sheet, label: String(sheet + 1)})
  return seen.repeated.map(({found, wanted}) => ({found: found.join(' '), wanted: wanted.join(' ')}))
}

test('a table of the text, though a note between has one with a head of its own', () => {
  expect(repeated(page(table('a', 'Vessel Tons'), table('b', 'Sum')), page(again('Vessel Tons')))).toEqual([
    {found: 'Vessel Tons', wanted: 'Vessel Tons'}
  ])
})

test('a table of a note', () => {
  expect(repeated(page(table('a', 'Vessel Tons'), table('b', 'Sum')), page('', again('Sum')))).toEqual([
    {found: 'Sum', wanted: 'Sum'}
  ])
})

test('the last of two tables', () => {
  expect(repeated(page(table('a', 'Vessel') + table('b', 'Tons')), page(again('Vessel')))).toEqual([
    {found: 'Vessel', wanted: 'Tons'}
  ])
})
