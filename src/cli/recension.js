#!/usr/bin/env -S node --max-semi-space-size=32
// The command: looks at the version of Node and starts main.ts, from the bundle that is kept of it. Plain JavaScript that any Node can read.
// A build makes much that is soon waste: more room for it means a tenth less time spent on clearing up.
import process from 'node:process'
import {fileURLToPath} from 'node:url'
import {setFlagsFromString} from 'node:v8'
import {bundledProgram} from './bundle.js'

const [major, minor] = process.versions.node.split('.').map(Number)

if (major < 20 || (major === 20 && minor < 19)) {
  stop(
    `Recension needs Node 20.19 or later, and this is Node ${process.versions.node}.`,
    'Install a newer one from nodejs.org (the version marked LTS) and try again.'
  )
} else {
  // Memory is cleared up when 1.8 times as much is in use as was after the last time, not up to four times: a long book needs a fifth less.
  setFlagsFromString('--heap-growing-percent=80')
  await start()
}

async function start() {
  const {main} = await load()
  await main()
}

async function load() {
  const debug = Boolean(process.env.RECENSION_DEBUG)
  if (debug) process.setSourceMapsEnabled(true)
  try {
    return await import(await bundledProgram({debug}))
  } catch (error) {
    if (debug) console.error(error)
    // Where nothing can be kept, each file is read as it is asked for.
    const {register} = await import('tsx/esm/api').catch(packagesMissing)
    register()
    return import('./main.ts')
  }
}

function packagesMissing(error) {
  if (process.env.RECENSION_DEBUG) console.error(error)
  const folder = fileURLToPath(new URL('../..', import.meta.url))
  stop(
    'The packages that Recension works with are not installed.',
    `Run \`npm ci\` in the folder ${folder} and try again.`
  )
}

function stop(...lines) {
  console.error(lines.join('\n'))
  process.exit(3)
}
