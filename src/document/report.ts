// Puts a message on a file: the place, what is unexpected, what was expected, and the rule with its severity.
import type {Node, Point, Position} from 'unist'
import type {VFile} from 'vfile'
import type {VFileMessage} from 'vfile-message'
import {rules, type RuleId, type Severity} from './rules.ts'

/**
 * Reports against a rule; severity comes from the registry, never from the caller.
 * `reason` says what is unexpected and what was expected: "Unexpected leaf `12r` after `12v`, expected `13r`".
 */
export function report(file: VFile, ruleId: RuleId, reason: string, place?: Node | Position | Point): VFileMessage {
  const message = file.message(reason, {
    place: place && 'type' in place ? place.position : place,
    ruleId,
    source: 'recension'
  })
  message.fatal = fatal[rules[ruleId].severity]
  return message
}

const fatal = {error: true, warning: false, info: undefined} as const satisfies Record<Severity, boolean | undefined>

/** Severity of a message, from its rule. */
export function severityOf(message: VFileMessage): Severity {
  return message.fatal ? 'error' : message.fatal === false ? 'warning' : 'info'
}

/** The nearest of some words to a wrong one, for "did you mean"; undefined when none is near. */
export function nearest(word: string, known: Iterable<string>): string | undefined {
  let best: string | undefined
  let least = Math.min(Math.max(2, Math.floor(word.length / 2)) + 1, word.length)
  for (const candidate of known) {
    const distance = editDistance(word.toLowerCase(), candidate.toLowerCase())
    if (distance < least) {
      least = distance
      best = candidate
    }
  }
  return best
}

function editDistance(a: string, b: string): number {
  let row = Array.from({length: b.length + 1}, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[b.length] ?? 0
}
