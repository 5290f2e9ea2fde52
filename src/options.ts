// What a build is asked for, how it tells of its progress and what it gives back: plain data.
import type {VFile} from 'vfile'

/** What a build is asked for. */
export interface BuildOptions {
  /** Folder of the edition. */
  dir: string
  /** Folder for the results. */
  out: string
  /** Names of outputs; default: all. */
  outputs?: string[]
  /** Whether warnings refuse the build too. */
  strict?: boolean
  /** Gives the build up between two outputs and before anything is written; it throws what the signal says. */
  signal?: AbortSignal
  browser?: string
  progress?: (event: ProgressEvent) => void
  /** For tests that plant faults: changes pages or EPUB before they are proved. */
  tamper?: {
    pages?: (html: string) => string
    epub?: (bytes: Uint8Array) => Uint8Array
    paper?: (pdf: Uint8Array) => Uint8Array
  }
}

/** How far a build has come. */
export interface ProgressEvent {
  stage: 'read' | 'check' | 'layout' | 'print' | 'epub' | 'verify' | 'write'
  detail?: string
  done?: number
  of?: number
  pages?: number
}

/** What a build has made; nothing is written where `ok` is false. */
export interface BuildResult {
  files: {name: string; bytes: number; pages?: number}[]
  /** Files with their messages. */
  messages: VFile[]
  /** What the user should know of his machine: browser, sandbox. */
  notices: string[]
  /** Milliseconds of each stage. */
  timings: Record<string, number>
  ok: boolean
}

/** Milliseconds by stage, for the screen and `--timings` only: no output ever holds a time. */
export interface Stopwatch {
  laps: Record<string, number>
  lap(stage: string): void
}

/** A running stopwatch. */
export function stopwatch(): Stopwatch {
  const laps: Record<string, number> = {}
  let last = performance.now()
  return {
    laps,
    lap(stage) {
      const now = performance.now()
      laps[stage] = (laps[stage] ?? 0) + now - last
      last = now
    }
  }
}
