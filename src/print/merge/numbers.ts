// Gives the objects of all pages their numbers in the file; a font or a picture that several gatherings have is one object.
import {createHash} from 'node:crypto'
import type {LoosePages} from './loosen.ts'
import {REFERENCE} from './text.ts'

/** Numbers of objects in the file. */
export interface Numbering {
  /** How many objects there are. */
  count: number
  /** Number in the file of an object of a gathering, both counted as they are there: the gathering from 0, the object from 1. */
  numberOf(at: number, own: number): number
  /** False for an object that stands in an earlier gathering too. */
  isNew(at: number, own: number): boolean
  /** Where the list of tags by page begins for each gathering; at last, its whole length. */
  parents: number[]
}

/** Numbers in the order of gatherings, from 1. */
export function numberObjects(gatherings: readonly LoosePages[]): Numbering {
  const known = new Map<string, number>()
  const numbers: number[][] = []
  let count = 0
  for (const one of gatherings) {
    const keys = keysOf(one)
    const own = one.objects.map((_, index) => {
      const key = keys.get(index + 1)
      const before = key === undefined ? undefined : known.get(key)
      if (before !== undefined) return -before
      count++
      if (key !== undefined) known.set(key, count)
      return count
    })
    numbers.push(own)
  }
  return {
    count,
    numberOf: (at, own) => Math.abs(numbers[at]?.[own - 1] ?? 0),
    isNew: (at, own) => (numbers[at]?.[own - 1] ?? 0) > 0,
    parents: parentsOf(gatherings)
  }
}

/** Streams that name no other object are the same object wherever they are the same. */
function keysOf({objects, streams}: LoosePages): Map<number, string> {
  return new Map(
    streams.flatMap(([number, bytes]): [number, string][] => {
      const text = objects[number - 1] ?? ''
      if (text.includes(REFERENCE)) return []
      return [[number, createHash('sha256').update(text).update(bytes).digest('hex')]]
    })
  )
}

function parentsOf(gatherings: readonly LoosePages[]): number[] {
  let next = 0
  const starts = gatherings.map(({parents}) => {
    const start = next
    next += Math.max(0, ...parents.map(([place]) => place + 1))
    return start
  })
  return [...starts, next]
}
