// Reads pages of PDFs in threads of their own.
import {availableParallelism} from 'node:os'
import {Worker} from 'node:worker_threads'
import {readPieces, type Piece} from './pdf-pieces.js'

/** A thread that reads. */
export interface Reader {
  /** Pieces of text of the pages with these numbers, in that order; files are read one after the other. */
  read: (bytes: Uint8Array, numbers: readonly number[]) => Promise<Piece[][]>
  close: () => void
}

/** Pages that are worth a thread of their own, which must first load its reader. */
const WORTH = 60

/** Pieces of text of the pages with these numbers, in that order, read on all cores. */
export async function readOnAllCores(bytes: Uint8Array, numbers: readonly number[]): Promise<Piece[][]> {
  const count = Math.min(availableParallelism(), Math.floor(numbers.length / WORTH))
  if (count < 2) return readPieces(bytes, numbers)
  const size = Math.ceil(numbers.length / count)
  const readers = Array.from({length: count}, openReader)
  try {
    const shares = readers.map((reader, at) => reader.read(bytes, numbers.slice(at * size, (at + 1) * size)))
    return (await Promise.all(shares)).flat()
  } finally {
    for (const reader of readers) reader.close()
  }
}

/** Reading makes much that is soon waste: more room for it means less clearing up. */
const ROOM = {maxYoungGenerationSizeMb: 64}

interface Waiting {
  resolve: (pages: Piece[][]) => void
  reject: (error: Error) => void
}

/** Starts a thread, which must be closed. */
export function openReader(): Reader {
  // The thread reads no TypeScript.
  const thread = new Worker(new URL('pdf-thread.js', import.meta.url), {resourceLimits: ROOM, execArgv: []})
  const waiting: Waiting[] = []
  let ended: Error | undefined
  const fail = (error: Error): void => {
    ended ??= error
    for (const {reject} of waiting.splice(0)) reject(error)
  }
  thread.on('message', (pages: Piece[][]) => waiting.shift()?.resolve(pages))
  thread.once('error', fail)
  thread.once('exit', () => fail(new Error('A thread ended before it had read its pages')))
  return {
    read: (bytes, numbers) =>
      new Promise((resolve, reject) => {
        if (ended) return reject(ended)
        waiting.push({resolve, reject})
        // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread of Node, not a window
        thread.postMessage({bytes, numbers})
      }),
    close: () => void thread.terminate()
  }
}
