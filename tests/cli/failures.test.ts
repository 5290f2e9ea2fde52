// How a command ends that cannot go on: plain words, status 3, no stack for users.
import {describe, expect, it} from 'vitest'
import {EnvironmentError} from '../../src/document/environment.ts'
import {runInside} from '../support/host.ts'

describe('a failure', () => {
  const failing = (error: unknown) => ({
    check: async () => {
      throw error
    }
  })

  it('of the machine ends with 3 and its own words', async () => {
    const error = new EnvironmentError('There is no browser at /no/browser. Correct the path.', {
      cause: new Error('ENOENT')
    })
    expect(await runInside(['check'], failing(error))).toEqual({
      status: 3,
      stdout: '',
      stderr: 'There is no browser at /no/browser. Correct the path.\n'
    })
  })

  it.each([
    ['EACCES', 'Permission is denied (mine/edition.yaml). Allow reading and writing there and try again.'],
    ['ENOSPC', 'The disk is full (mine/edition.yaml). Free some space and try again.'],
    ['EROFS', 'The disk is read-only (mine/edition.yaml). Work on one that can be written.'],
    ['EMFILE', 'Too many files are open. Close other programs and try again.'],
    [
      'ERR_MODULE_NOT_FOUND',
      'A package that Recension works with is not installed. Run `npm ci` in its folder and try again.'
    ]
  ])('of the system that nobody put into words is no fault of the program: %s', async (code, message) => {
    const error = Object.assign(new Error(`${code}: failed`), {code, path: 'mine/edition.yaml'})
    expect(await runInside(['check'], failing(error))).toEqual({status: 3, stdout: '', stderr: `${message}\n`})
  })

  it('of the program says so, without a stack', async () => {
    const error = new TypeError('x is not a function\n  in detail')
    expect(await runInside(['check'], failing(error))).toEqual({
      status: 3,
      stdout: '',
      stderr:
        'This is a fault of Recension, not of your edition: x is not a function\nRun it again with RECENSION_DEBUG=1 set to see where, and report that to the makers.\n'
    })
  })

  it('shows the stack and its causes with RECENSION_DEBUG', async () => {
    const error = new Error('outer', {cause: new Error('inner')})
    const {stderr} = await runInside(['check'], failing(error), {env: {RECENSION_DEBUG: '1'}})
    expect(stderr).toMatch(
      /^This is a fault of Recension, not of your edition: outer\nError: outer\n {4}at .*\nCaused by: Error: inner\n {4}at /s
    )
  })
})
