// Reads pages of a PDF on all cores.
import {availableParallelism} from 'node:os'
import {Worker} from 'node:worker_threads'
import {readPieces, type Piece} from './pdf-pieces.js'

/** Pages that are worth a thread of their own, which must first load its reader. */
const WORTH = 60

/** Pieces of text of the pages with these numbers, in that order. */
export async function readOnAllCores(bytes: Uint8Array, numbers: readonly number[]): Promise<Piece[][]> {
  const count = Math.min(availableParallelism(), Math.floor(numbers.length / WORTH))
  if (count < 2) return readPieces(bytes, numbers)
  const size = Math.ceil(numbers.length / count)
  const shares = Array.from({length: count}, (_, at) => numbers.slice(at * size, (at + 1) * size))
  return (await Promise.all(shares.map((share) => inThread(bytes, share)))).flat()
}

/** Reading makes much that is soon waste: more room for it means less clearing up. */
const ROOM = {maxYoungGenerationSizeMb: 64}

function inThread(bytes: Uint8Array, numbers: readonly number[]): Promise<Piece[][]> {
  const thread = new Worker(new URL('pdf-thread.js', import.meta.url), {
    workerData: {bytes, numbers},
    resourceLimits: ROOM,
    // The thread reads no TypeScript.
    execArgv: []
  })
  return new Promise((resolve, reject) => {
    thread.once('message', resolve)
    thread.once('error', reject)
    thread.once('exit', () => reject(new Error('A thread ended before it had read its pages')))
  })
}
