// What the package offers to other programs: these functions and no other.
import {expect, test} from 'vitest'

test('the public functions', async () => {
  const api: Record<string, unknown> = await import('../src/index.ts')
  expect(Object.keys(api).toSorted()).toEqual(['build', 'check', 'freeze', 'outputs', 'verify'])
  expect(Object.values(api).map((value) => typeof value)).toEqual(Array.from({length: 5}, () => 'function'))
})
