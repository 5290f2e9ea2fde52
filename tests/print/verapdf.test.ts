// Finished PDFs keep to PDF/UA-1 and PDF/A-3a, as they say: veraPDF, which shares nothing with the program, has nothing to say. Here are
// the course pack and every script of the faces; others are asked about where they are built: everything, bar, beside, placed
// and right-to-left.
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {beforeAll, describe} from 'vitest'
import {build} from '../../src/build.ts'
import {withOwnCache} from '../support/own-cache.ts'
import {temporaryFolder} from '../support/temporary.ts'
import {testsOfPagedEpub, testsOfPages} from './support/standards.ts'

withOwnCache()

describe.each([
  {folder: '../../edition', output: 'coursepack', epub: true},
  {folder: '../editions/scripts', output: 'reader', epub: false}
])('$folder', ({folder, output, epub}) => {
  const out = join(temporaryFolder(), 'dist')
  beforeAll(async () => {
    const dir = fileURLToPath(new URL(folder, import.meta.url))
    const {ok} = await build({dir, out, outputs: [epub ? output : `${output}.pdf`]})
    if (!ok) throw new Error(`${folder} was refused`)
  })
  testsOfPages(() => out, output)
  if (epub) testsOfPagedEpub(() => out, output)
})
