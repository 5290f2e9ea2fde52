// A book whose pages are too many for its inner margin, built.
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {build} from '../../src/build.ts'
import {EditionTest} from '../support/edition.ts'
import {withOwnCache} from '../support/own-cache.ts'

withOwnCache()

test('a margin that is too narrow for the pages is told of, with the value that would do', async () => {
  const edition = EditionTest.from('minimal')
  edition.with({
    'edition.yaml': `${edition.read('edition.yaml')}outputs:\n  reader: {formats: [pdf], margins: {inner: 9}}\n`
  })
  const {ok, messages} = await build({dir: edition.dir, out: join(edition.cwd, 'dist')})
  expect(ok).toBe(true)
  const told = messages.flatMap((file) => file.messages).filter(({ruleId}) => ruleId === 'narrow-margin')
  expect(told.map(({reason, fatal}) => [reason.replace(/\d+ pages/, 'n pages'), fatal])).toEqual([
    [
      'Unexpected inner margin of 9 mm for the n pages of `reader`, expected at least 9.5 mm, or words sink into the fold; write `margins: {inner: 10}`',
      false
    ]
  ])
})
