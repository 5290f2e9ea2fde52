// What must not outlive the program: browsers and temporary folders are done away with at the end, at Ctrl-C and at SIGTERM.
import {constants} from 'node:os'

type Undo = () => void

const pending = new Set<Undo>()
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/**
 * Registers something to be undone, at once and without waiting, should the process end before the returned function is called.
 * That function takes it off the list again without undoing it.
 */
export function undoAtEnd(undo: Undo): () => void {
  if (pending.size === 0) listen()
  pending.add(undo)
  return () => {
    pending.delete(undo)
    if (pending.size === 0) stopListening()
  }
}

function listen(): void {
  process.on('exit', undoAll)
  for (const signal of SIGNALS) process.on(signal, end)
}

function stopListening(): void {
  process.off('exit', undoAll)
  for (const signal of SIGNALS) process.off(signal, end)
}

function undoAll(): void {
  for (const undo of pending) {
    try {
      undo()
    } catch {
      // The process ends: one thing that cannot be undone must not keep the others.
    }
  }
  pending.clear()
}

/** Ends the process as the signal would have, unless somebody else listens too and decides. */
function end(signal: NodeJS.Signals): void {
  undoAll()
  stopListening()
  if (process.listenerCount(signal) > 0) return
  if (process.platform === 'win32') process.exit(128 + constants.signals[signal])
  process.kill(process.pid, signal)
}
