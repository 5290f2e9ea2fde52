// The most memory that the program and its browser took together while something ran.
import {readdirSync, readFileSync} from 'node:fs'

/** Looks four times a second; `end` gives megabytes. Where the system tells nothing of other processes, the program's own. */
export function watchMemory(): {end: () => number} {
  let most = 0
  const look = (): void => void (most = Math.max(most, ofAll()))
  const timer = setInterval(look, 250)
  timer.unref()
  return {
    end: () => {
      clearInterval(timer)
      look()
      return Math.round(most / 1e6)
    }
  }
}

/** Memory that several processes share counts for each by its part. */
function ofAll(): number {
  const below = new Map<number, number[]>()
  for (const name of list('/proc')) {
    const parent = Number(/^\d+$/.test(name) ? read(`/proc/${name}/stat`).split(') ')[1]?.split(' ')[1] : Number.NaN)
    if (parent > 0) below.set(parent, [...(below.get(parent) ?? []), Number(name)])
  }
  let sum = process.memoryUsage.rss()
  const waiting = [...(below.get(process.pid) ?? [])]
  for (const id of waiting) {
    waiting.push(...(below.get(id) ?? []))
    const proportional = /^Pss:\s+(\d+) kB/m.exec(read(`/proc/${id}/smaps_rollup`))?.[1]
    sum += Number(proportional ?? 0) * 1024
  }
  return sum
}

function list(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}
