// The command line inside the test's own process, with stages that the test makes up.
import {run} from '../../src/cli/main.ts'
import type {Host, Pipeline, Status} from '../../src/cli/host.ts'

/** What a command said and how it ended. */
export interface Said {
  status: Status
  stdout: string
  stderr: string
}

/** Runs a command line; a stage that the test does not give must not be called. */
export async function runInside(
  argv: readonly string[],
  stages: Partial<Pipeline> = {},
  given: Partial<Host> = {}
): Promise<Said> {
  const said = {stdout: '', stderr: ''}
  const host: Host = {
    out: (text) => (said.stdout += text),
    err: (text) => (said.stderr += text),
    env: {},
    terminal: false,
    columns: 80,
    colour: false,
    pipeline: async () => ({
      build: notExpected,
      check: notExpected,
      verify: notExpected,
      ...stages
    }),
    ...given
  }
  return {status: await run(argv, host), ...said}
}

function notExpected(): never {
  throw new Error('This stage was not expected to run')
}
