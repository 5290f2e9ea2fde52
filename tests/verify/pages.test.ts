// The laid-out pages are proved; every planted fault is found and named.
import {describe, expect, test} from 'vitest'
import {verifyPages} from '../../src/verify/pages.ts'
import {pages, talk} from './fixture/talk.ts'

/** Plants a fault: the passage must be there, or the test would prove nothing. */
function planted(...faults: [from: string, to: string][]): string[] {
  let html = pages()
  for (const [from, to] of faults) {
    expect(html).toContain(from)
    html = html.replace(from, to)
  }
  return verifyPages(talk(), html).map(({rule, reason}) => `${rule}: ${reason}`)
}

test('faultless pages give no finding', () => {
  expect(verifyPages(talk(), pages())).toEqual([])
})

