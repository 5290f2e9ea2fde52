// Compiles the patterns of the bracket table, and runs them so that none can take for ever.
import {createContext, Script} from 'node:vm'

/** Matches a bracket's text; null where it does not fit, undefined where the pattern found no end in time. */
export type Pattern = (text: string) => RegExpExecArray | null | undefined

/** Milliseconds that one match may take: a thousand times what a good pattern needs. */
const LIMIT = 1000

/** Compiles a pattern, anchored at both ends; throws the reason where it does not parse. */
export function patternOf(source: string): Pattern {
  const pattern = new RegExp(`^(?:${source})$`, 'su')
  const grows = REPEATED_GROUP.test(source)
  return (text) => (grows || text.length > SHORT ? guarded(pattern, text) : pattern.exec(text))
}

/** Only repetitions of what may be long itself need so many steps that somebody must watch: `(a+)+`, or several on a long text. */
const REPEATED_GROUP = /\)(?:[*+]|\{)/
const SHORT = 200

const context = createContext({})
const exec = new Script('pattern.exec(text)')

function guarded(pattern: RegExp, text: string): RegExpExecArray | null | undefined {
  Object.assign(context, {pattern, text})
  try {
    return exec.runInContext(context, {timeout: LIMIT}) as RegExpExecArray | null
  } catch (cause) {
    // The error is made in the other context, so that it is no `Error` of this one.
    if ((cause as {code?: unknown} | null)?.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT') return undefined
    throw cause
  }
}
