// The directives of the dialect: names, forms and attributes. Data; the parser, the messages and the docs read it.
import {READING_KINDS} from '../document/apparatus-nodes.ts'
import type {DIRECTIVE_NAMES} from '../document/directive-names.ts'
import {ANN_KINDS, GAP_REASONS} from '../document/nodes.ts'

/** `:x[…]` stands in a line, `::x[…]` alone on a line, `:::x` … `:::` around blocks. */
export type Form = 'text' | 'leaf' | 'container'

/** Check of an attribute's value: a list of words, or what is expected as a sentence part and a test. */
export type AttributeRule = readonly string[] | {expected: string; test: RegExp} | 'text'

/** How a directive may be written. */
export interface DirectiveRule {
  forms: readonly Form[]
  /** Attributes that may be set. */
  attributes: Readonly<Record<string, AttributeRule>>
  /** Attributes that must be set. */
  required?: readonly string[]
  /** Whether `[…]` must be there. */
  label: 'required' | 'optional' | 'none'
}

const id: AttributeRule = {expected: 'an id of letters, digits, - and _', test: /^[\p{L}\p{N}][\p{L}\p{N}_-]*$/u}
const sigla: AttributeRule = {expected: 'one or more sigla separated by spaces', test: /^\S+( +\S+)*$/}
const count: AttributeRule = {expected: 'a whole number from 1 to 99999', test: /^[1-9]\d{0,4}$/}
const lang: AttributeRule = {
  expected: 'a language code such as `ru` or `ru-Latn`',
  test: /^[A-Za-z]{2,3}(-[A-Za-z0-9]+)*$/
}
const flag: AttributeRule = {expected: 'no value', test: /^$/}
const cert = ['high', 'medium', 'low'] as const
/** What is said of a lemma: whose it is, how sure, what else it may be. */
const lemma = {by: 'text', cert, alt: 'text'} as const

const registerName: DirectiveRule = {forms: ['text'], label: 'required', attributes: {id}, required: ['id']}
const plainPart: DirectiveRule = {forms: ['container'], label: 'none', attributes: {}}

/** Inline notes `:tn[…]` are directives too: one for each series of the edition. */
export const noteDirective: DirectiveRule = {forms: ['text'], label: 'required', attributes: {}}

/** Every directive but the inline notes, by name. */
export const directives: Readonly<Record<string, DirectiveRule>> = {
  supplied: {forms: ['text'], label: 'required', attributes: {by: 'text', cert}},
  orig: {forms: ['text'], label: 'required', attributes: {lang, by: 'text'}},
  gap: {
    forms: ['text'],
    label: 'none',
    attributes: {reason: GAP_REASONS, unit: ['character', 'word', 'line', 'page', 'paragraph'], n: count, by: 'text'},
    required: ['reason']
  },
  unclear: {forms: ['text'], label: 'required', attributes: {cert}},
  corr: {
    forms: ['text'],
    label: 'required',
    attributes: {rec: 'text', by: 'text', cert, alt: 'text'},
    required: ['rec']
  },
  sic: {forms: ['text'], label: 'required', attributes: {}},
  app: {
    forms: ['text'],
    label: 'required',
    attributes: {rdg: 'text', wit: sigla, type: READING_KINDS, ...lemma, lem: 'text'},
    required: ['wit']
  },
  lem: {forms: ['text'], label: 'optional', attributes: {wit: sigla, ...lemma}},
  rdg: {forms: ['text'], label: 'optional', attributes: {wit: sigla, type: READING_KINDS, by: 'text', cert}},
  entry: {
    forms: ['leaf'],
    label: 'optional',
    attributes: {
      from: id,
      to: id,
      series: 'text',
      rdg: 'text',
      wit: sigla,
      type: READING_KINDS,
      ...lemma,
      lem: 'text'
    },
    required: ['from', 'to']
  },
  at: {forms: ['text'], label: 'none', attributes: {id}, required: ['id']},
  pb: {forms: ['text', 'leaf'], label: 'required', attributes: {wit: sigla, unit: ['leaf', 'page']}},
  ann: {
    forms: ['text'],
    label: 'required',
    attributes: {hand: 'text', place: 'text', kind: ANN_KINDS}
  },
  del: {forms: ['text'], label: 'required', attributes: {}},
  add: {forms: ['text'], label: 'required', attributes: {place: ['above', 'below', 'margin', 'inline']}},
  person: registerName,
  place: registerName,
  term: registerName,
  ref: {forms: ['text'], label: 'required', attributes: {page: flag, line: flag}},
  narration: plainPart,
  closing: plainPart,
  address: plainPart,
  letterhead: plainPart,
  editorial: plainPart,
  verse: plainPart,
  attachment: {forms: ['container'], label: 'none', attributes: {title: 'text'}},
  only: {forms: ['container'], label: 'none', attributes: {for: sigla}, required: ['for']},
  figure: {
    forms: ['leaf'],
    label: 'optional',
    attributes: {src: 'text', alt: 'text', decorative: flag},
    required: ['src']
  }
} satisfies Record<(typeof DIRECTIVE_NAMES)[number], DirectiveRule>

/** Rule of a directive by name, notes of the given series included. */
export function ruleOf(name: string, series: readonly string[]): DirectiveRule | undefined {
  return Object.hasOwn(directives, name) ? directives[name] : series.includes(name) ? noteDirective : undefined
}

/** Names that may stand in a form, for the parser and for "did you mean". */
export function namesOf(form: Form, series: readonly string[]): Set<string> {
  const names = Object.entries(directives)
    .filter(([, rule]) => rule.forms.includes(form))
    .map(([key]) => key)
  return new Set(form === 'text' ? [...names, ...series] : names)
}
