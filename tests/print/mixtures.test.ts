// Any mix of note lengths, densities, papers and languages is built, and all proofs find every word of it once and in order.
import {expect, test} from 'vitest'
import {build} from '../../src/build.ts'
import {EditionTest} from '../support/edition.ts'
import {withOwnCache} from '../support/own-cache.ts'
import {errorsIn} from './support/build-result.ts'
import {mixture} from './support/mixtures.ts'

withOwnCache()

const SEEDS = [1, 2, 3, 4, 5, 6, 7, 8]

test.each(SEEDS)('mixture %i', async (seed) => {
  const {files, settings} = mixture(seed)
  const edition = EditionTest.empty().with(files)
  const result = await build({dir: edition.dir, out: `${edition.cwd}/dist`, outputs: ['reader']})
  expect([settings, ...errorsIn(result)]).toEqual([settings])
  expect(result.ok).toBe(true)
})
