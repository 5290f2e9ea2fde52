// A thread that reads pages of PDFs, one file after the other.
import {parentPort} from 'node:worker_threads'
import {readPieces} from './pdf-pieces.js'

let last = Promise.resolve()
parentPort.on('message', (asked) => {
  last = answer(asked, last)
})

async function answer({bytes, numbers}, before) {
  await before
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread of Node, not a window
  parentPort.postMessage(await readPieces(bytes, numbers))
}
