// `recension explain RULE`: severity and text of a rule.
import {nearest} from '../../document/report.ts'
import {rules, type Rule} from '../../document/rules.ts'
import {STATUS, WrongUse, type Host, type Status} from '../host.ts'

/** Explains one rule, or lists all. */
export function explainCommand(name: string | undefined, host: Host): Status {
  const known: Record<string, Rule> = rules
  if (name === undefined) {
    host.out(
      Object.entries(known)
        .map(([id, rule]) => explained(id, rule))
        .join('\n')
    )
    return STATUS.fine
  }
  const rule = Object.hasOwn(known, name) ? known[name] : undefined
  if (!rule) {
    const near = nearest(name, Object.keys(known))
    throw new WrongUse(
      `Unknown rule \`${name}\`, ${near ? `did you mean \`${near}\`?` : '`recension explain` lists all rules'}`
    )
  }
  host.out(explained(name, rule))
  return STATUS.fine
}

const explained = (id: string, {severity, text}: Rule): string => `${id}  ${severity}\n  ${text}\n`
