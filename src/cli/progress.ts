// Progress of long work: one line that is rewritten on a terminal, few plain lines elsewhere.
import type {ProgressEvent} from '../build.ts'
import type {Host} from './host.ts'

/** Shows events; `end` clears the line of a terminal, so that messages start on an empty one. */
export interface Progress {
  show: (event: ProgressEvent) => void
  end: () => void
}

/** Progress for this host. */
export function progress(host: Host): Progress {
  return host.terminal ? oneLine(host) : plainLines(host)
}

/** `Laying out d12 (7 of 40, 96 pages)` */
export function describe({stage, detail, done, of, pages}: ProgressEvent): string {
  const share = done === undefined || of === undefined ? '' : `${done} of ${of}`
  const counts = [share, pages === undefined ? '' : `${pages} ${pages === 1 ? 'page' : 'pages'}`].filter(Boolean)
  return [VERBS[stage], detail, counts.length > 0 ? `(${counts.join(', ')})` : ''].filter(Boolean).join(' ')
}

const VERBS: Record<ProgressEvent['stage'], string> = {
  read: 'Reading',
  check: 'Checking',
  layout: 'Laying out',
  print: 'Printing',
  epub: 'Writing the EPUB',
  verify: 'Proving',
  write: 'Writing'
}

function oneLine(host: Host): Progress {
  const clear = '\r\u001b[2K'
  return {
    show: (event) => host.err(clear + describe(event).slice(0, Math.max(20, host.columns - 1))),
    end: () => host.err(clear)
  }
}

/** A line when the stage changes, and about ten lines for a stage that counts. */
function plainLines(host: Host): Progress {
  let last = ''
  return {
    show: (event) => {
      const tenth = event.of ? Math.floor((10 * (event.done ?? 0)) / event.of) : 0
      const step = `${event.stage} ${event.of ? tenth : (event.detail ?? '')}`
      if (step === last) return
      last = step
      host.err(`${describe(event)}\n`)
    },
    end: () => undefined
  }
}
