// Names as each manual sets them: in order, inverted, with initials; how many are named before "et al.".
import type {Contributor} from '../document/settings.ts'

/** Somebody who wrote, edited or translated. Without `family` it is a body, or a person whose surname the edition does not say. */
export interface Person {
  name: string
  family?: string | undefined
  given?: string | undefined
  suffix?: string | undefined
  /** The name as it is written begins with the surname: Zhou Enlai. It is never inverted. */
  familyFirst: boolean
}

/** How many names are given, and how many of them where they are more. */
export interface Limit {
  most: number
  shown: number
}

/** Reads `{name: Gary Goldberg, sort: 'Goldberg, Gary'}`. Which word is the surname is said by `sort` alone, never guessed. */
export function personOf({name, sort}: Contributor): Person {
  const [family = '', given = '', ...suffix] = (sort ?? '').split(/\s*,\s*/)
  if (family === '' || given === '') return {name, familyFirst: false}
  return {
    name,
    family,
    given,
    suffix: suffix.length > 0 ? suffix.join(', ') : undefined,
    familyFirst: name.startsWith(`${family} `)
  }
}

/** `Goldberg, Gary`; `Zhou Enlai` and bodies as they are. */
export function inverted(person: Person): string {
  if (!isInverted(person)) return person.name
  return [person.family, person.given, person.suffix].filter((part) => part !== undefined).join(', ')
}

/** Whether a name has another form at the head of an entry. */
export function isInverted({family, familyFirst}: Person): boolean {
  return family !== undefined && !familyFirst
}

/** The part of the name by which one is cited in passing. */
export function surname({family, name}: Person): string {
  return family ?? name
}

/** `Frank, L. K.` of APA, also for names that begin with the surname. */
export function withInitials({name, family, given, suffix}: Person): string {
  if (family === undefined || given === undefined) return name
  return [family, initials(given), suffix].filter((part) => part !== undefined).join(', ')
}

/** `L. K. Frank` of APA, where names are not at the head of an entry. */
export function initialsFirst({name, family, given, suffix}: Person): string {
  if (family === undefined || given === undefined) return name
  return `${initials(given)} ${family}${suffix === undefined ? '' : `, ${suffix}`}`
}

/** `A`, `A and B`, `A, B, and C`, or `A et al.` beyond the limit. */
export function inOrder(people: readonly Person[], limit: Limit): string {
  return series(
    people.map(({name}) => name),
    limit,
    false
  )
}

/** The same with the first name inverted, as at the head of an entry: `Strother, French, and Edward Lowry`. */
export function firstInverted(people: readonly Person[], limit: Limit): string {
  const [first, ...others] = people
  if (!first) return ''
  return series([inverted(first), ...others.map(({name}) => name)], limit, isInverted(first))
}

/** Names of the same people in the same order, whatever their other forms. */
export function areSame(some: readonly Person[], others: readonly Person[]): boolean {
  return some.length === others.length && some.every(({name}, index) => name === others[index]?.name)
}

function series(names: readonly string[], {most, shown}: Limit, commas: boolean): string {
  if (names.length > most) {
    const first = names.slice(0, shown)
    return `${first.join(', ')}${commas || first.length > 1 ? ',' : ''} et al.`
  }
  if (names.length < 3) return names.join(commas ? ', and ' : ' and ')
  return `${names.slice(0, -1).join(', ')}, and ${names.at(-1)}`
}

/** `Laura Kate` is `L. K.`, `Jean-Paul` is `J.-P.`; an initial and a small word such as `van` stay as they are. */
function initials(given: string): string {
  return given
    .replace(/\.(?=\p{L})/gu, '. ')
    .split(/\s+/)
    .map((word) => (/\.$|^\p{Ll}/u.test(word) ? word : word.split('-').map(initial).join('-')))
    .join(' ')
}

function initial(word: string): string {
  const [first = ''] = word
  return `${first}.`
}
