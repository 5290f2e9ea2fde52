// What a command gets from outside and the ways in which it can end.

/** The exit statuses: the same for every command. */
export const STATUS = {fine: 0, edition: 1, use: 2, environment: 3} as const
export type Status = (typeof STATUS)[keyof typeof STATUS]

/** The stages, loaded when a command needs them. */
export type Pipeline = Pick<typeof import('../build.ts'), 'build' | 'check' | 'verify'>

/** A bracket with what the bracket table says of it. */
export type BracketRow = Awaited<ReturnType<Pipeline['check']>>['brackets'][number]

/** The world outside as commands see it; tests put their own in its place. */
export interface Host {
  out: (text: string) => void
  err: (text: string) => void
  env: Readonly<Record<string, string | undefined>>
  /** True where stderr is a terminal: progress in one line. */
  terminal: boolean
  columns: number
  colour: boolean
  pipeline: () => Promise<Pipeline>
}

/** Options that every command takes. */
export interface GlobalOptions {
  browser?: string
  timings?: string
}

/** The command line asks for something that there is not. Ends with status 2; the message is all that is shown. */
export class WrongUse extends Error {
  override name = 'WrongUse'
}
