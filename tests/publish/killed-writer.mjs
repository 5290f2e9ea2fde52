// Publishes a set with a fault in the file system: node killed-writer.mjs MODULE OUT SET CALL [FAULT]
// Kills itself at the given call; 0 is never. FAULT: deny-parent, deny-second-rename, full.
import fs from 'node:fs'
import {syncBuiltinESMExports} from 'node:module'
import {setOf} from './sets.mjs'

const [, , module, out, set, call, fault] = process.argv
let calls = 0
let renames = 0

const failure = (code) => Object.assign(new Error(code), {code})

function faultOf(name, args) {
  if (fault === 'deny-parent' && /dist\.recension-new-\d+$/.test(String(args[0]))) return failure('EACCES')
  if (fault === 'deny-second-rename' && name === 'renameSync' && ++renames === 2) return failure('EBUSY')
  if (fault === 'full' && name === 'open' && String(args[0]).endsWith('reader.epub')) return failure('ENOSPC')
  return undefined
}

const counted = (name, original) =>
  function (...args) {
    calls += 1
    if (calls === Number(call)) process.kill(process.pid, 'SIGKILL')
    const error = faultOf(name, args)
    if (error) throw error
    return original.apply(this, args)
  }

for (const name of ['mkdir', 'open', 'rename', 'rm', 'link', 'chmod', 'readdir', 'copyFile'])
  fs.promises[name] = counted(name, fs.promises[name])
for (const name of ['renameSync', 'rmSync']) fs[name] = counted(name, fs[name])
syncBuiltinESMExports()

const {publish} = await import(module)
await publish(out, setOf(set)).catch((error) => {
  console.error(error.message)
  process.exitCode = 3
})
