// A thread that reads some pages of a PDF and ends.
import {parentPort, workerData} from 'node:worker_threads'
import {readPieces} from './pdf-pieces.js'

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread of Node, not a window
parentPort.postMessage(await readPieces(workerData.bytes, workerData.numbers))
