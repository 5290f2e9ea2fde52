// Run by a test as a process of another user: several command lines, one after the other; says how each ended.
import {register} from 'tsx/esm/api'

register()
const {run} = await import('../../src/cli/main.ts')
const ends = []
for (const line of JSON.parse(process.argv[2])) {
  let stderr = ''
  const status = await run(line, {
    out: () => {},
    err: (text) => (stderr += text),
    env: process.env,
    terminal: false,
    columns: 80,
    colour: false,
    pipeline: () => import('../../src/build.ts')
  })
  ends.push({status, stderr})
}
process.stdout.write(JSON.stringify(ends))
