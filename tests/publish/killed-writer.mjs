// Publishes a set and kills itself at a given call of the file system: node killed-writer.mjs MODULE OUT SET CALL [deny-parent]
import fs from 'node:fs'
import {syncBuiltinESMExports} from 'node:module'
import {setOf} from './sets.mjs'

const [, , module, out, set, call, denyParent] = process.argv
let calls = 0

const counted = (original) =>
  function (...args) {
    calls += 1
    if (calls === Number(call)) process.kill(process.pid, 'SIGKILL')
    if (denyParent && /dist\.recension-new-\d+$/.test(String(args[0])))
      throw Object.assign(new Error('denied'), {code: 'EACCES'})
    return original.apply(this, args)
  }

for (const name of ['mkdir', 'open', 'rename', 'rm', 'link', 'chmod', 'readdir', 'copyFile'])
  fs.promises[name] = counted(fs.promises[name])
for (const name of ['renameSync', 'rmSync']) fs[name] = counted(fs[name])
syncBuiltinESMExports()

const {publish} = await import(module)
await publish(out, setOf(set))
process.stdout.write(String(calls))
