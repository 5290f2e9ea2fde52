// Which of several texts an output sets beside a document.
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {check} from '../../src/build.ts'
import {selection} from '../../src/selection/index.ts'
import {EditionTest} from '../support/edition.ts'

/** Ids of the documents of an output, each with what is set beside it. */
async function besides(): Promise<(output: string) => string[]> {
  const edition = EditionTest.from('minimal').with('rules/counterpart-choice')
  const {edition: read} = await check({dir: join(edition.cwd, 'edition')})
  if (!read) throw new Error('The edition cannot be read')
  return (output) =>
    selection(read, output).documents.map(({id, counterparts = []}) =>
      [id, ...counterparts.map((one) => one.id)].join(' | ')
    )
}

test('the one that is asked for, the original, the first by name, or none', async () => {
  const of = await besides()
  expect(of('original')).toEqual(['d1', 'd2', 'd3 | d3.ru', 'd4 | d4.cs'])
  expect(of('chosen')).toEqual(['d1', 'd2', 'd3 | d3.de', 'd4'])
  expect(of('alone')).toEqual(['d1', 'd2', 'd3', 'd4'])
})
