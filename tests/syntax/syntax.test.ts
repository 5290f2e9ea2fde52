// Each case of this folder: Markdown, the tree that it gives, and all that is told of it.
import {describe, expect, test} from 'vitest'
import {VFile} from 'vfile'
import {directives, parse} from '../../src/syntax/index.ts'
import {casesOf, expectFile, expectMessages, fileOf, messagesOf} from './cases.ts'
import {dump} from './dump.ts'

const folder = new URL('./', import.meta.url)
const cases = casesOf(folder)

describe('syntax', () => {
  test.each(cases)('%s', async (name) => {
    expect.hasAssertions()
    const file = new VFile({path: `${name}.md`})
    const tree = parse(file, fileOf(folder, `${name}/input.md`) ?? '', {series: ['tn', 'en', 'an'], reportMarks: true})
    await expectFile(dump(tree), folder, `${name}/expected.txt`)
    await expectMessages(messagesOf(file), folder, name)
  })

  test('every directive has a case', () => {
    const text = cases.map((name) => fileOf(folder, `${name}/input.md`)).join('\n')
    const written = Object.entries(directives).flatMap(([name, {forms}]) =>
      forms.map((form) => `${{text: ':', leaf: '::', container: ':::'}[form]}${name}`)
    )
    const missing = written.filter((form) => !new RegExp(`(^|[^:\\p{L}])${form}(?![\\p{L}])`, 'mu').test(text))
    expect(missing).toEqual([])
  })
})
