// What ends a command before its time, in plain English: wrong use, a lack of the machine, a fault of the program.
import {EnvironmentError} from '../document/environment.ts'
import {STATUS, WrongUse, type Host, type Status} from './host.ts'
import {lackOfTheMachine} from './lack.ts'

/** Says on stderr what has happened, and gives the status that it ends with. */
export function explainFailure(error: unknown, host: Host): Status {
  if (error instanceof WrongUse) {
    host.err(`${error.message}\n`)
    return STATUS.use
  }
  const debug = Boolean(host.env.RECENSION_DEBUG)
  const lack = error instanceof EnvironmentError ? error.message : lackOfTheMachine(error)
  host.err(`${lack ?? `This is a fault of Recension, not of your edition: ${firstLine(error)}`}\n`)
  if (debug) host.err(`${stackOf(error)}\n`)
  else if (!lack) host.err('Run it again with RECENSION_DEBUG=1 set to see where, and report that to the makers.\n')
  return STATUS.environment
}

const firstLine = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? ''

function stackOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return error.cause === undefined ? (error.stack ?? '') : `${error.stack ?? ''}\nCaused by: ${stackOf(error.cause)}`
}
