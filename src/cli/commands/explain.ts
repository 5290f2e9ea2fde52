// `recension explain RULE`: what a rule demands and why, what sets it off, and the same mended.
import {explanations, type Explanation} from '../../document/explanations/index.ts'
import {nearest} from '../../document/report.ts'
import {rules, type Rule, type RuleId} from '../../document/rules.ts'
import {STATUS, WrongUse, type Host, type Status} from '../host.ts'

/** Explains one rule, or lists all. */
export function explainCommand(name: string | undefined, host: Host): Status {
  if (name === undefined) {
    const all = Object.entries<Rule>(rules).map(([id, rule]) => said(id, rule))
    host.out(all.join('\n'))
    return STATUS.fine
  }
  if (!isRule(name)) throw new WrongUse(unknown(name))
  host.out([said(name, rules[name]), shown(explanations[name])].join('\n'))
  return STATUS.fine
}

const isRule = (name: string): name is RuleId => Object.hasOwn(rules, name)

function unknown(name: string): string {
  const near = nearest(name, Object.keys(rules))
  return `Unknown rule \`${name}\`, ${near ? `did you mean \`${near}\`?` : '`recension explain` lists all rules'}`
}

const said = (id: string, {severity, text}: Rule): string => `${id}  ${severity}\n  ${text}\n`

function shown(explanation: Explanation): string {
  if ('remedy' in explanation) return `What to do:\n  ${explanation.remedy}\n`
  const {file, wrong, right} = explanation.example
  return `Wrong, in ${file}:\n${indented(wrong)}\n\nRight:\n${indented(right)}\n`
}

const indented = (text: string): string => text.replace(/^(?=.)/gmu, '    ')
