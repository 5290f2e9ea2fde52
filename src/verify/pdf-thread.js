// A thread that reads some pages of a PDF and ends.
import {parentPort, workerData} from 'node:worker_threads'
import {readPieces} from './pdf-pieces.js'

parentPort.postMessage(await readPieces(workerData.bytes, workerData.numbers))
