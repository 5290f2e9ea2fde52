// Remembers the finished parts of a book, so that only those are made again in which a page number has changed.
import type {BookPart, Locate} from './book.ts'

/** Parts of the book as it was made last, by their ids. One memory serves one output of an edition. */
export type PartsMemory = Map<string, Remembered>

interface Remembered {
  part: BookPart
  asked: Asked
}

/** Pages and lines that a part has asked for, by their anchors, and what it was told. */
interface Asked {
  pages: Map<string, string | undefined>
  lines: Map<string, number | undefined>
}

/** The parts of one making of the book. */
export interface PartsMaking {
  /** The part of this id: as it was made before where all that it asked has the same answer, else made with `make`. */
  part: (id: string, make: (locate: Locate) => BookPart) => BookPart
  /** Whether a part has been made now and must be finished. */
  isNew: (part: BookPart) => boolean
}

/** Begins to make the book again. Without a memory every part is made. */
export function makingParts(locate: Locate, memory: PartsMemory | undefined): PartsMaking {
  const kept = new Set<BookPart>()
  return {
    part: (id, make) => {
      const before = memory?.get(id)
      if (before && isAnsweredSo(before.asked, locate)) {
        kept.add(before.part)
        return before.part
      }
      const asked: Asked = {pages: new Map(), lines: new Map()}
      const part = make(listening(locate, asked))
      memory?.set(id, {part, asked})
      return part
    },
    isNew: (part) => !kept.has(part)
  }
}

function isAnsweredSo({pages, lines}: Asked, locate: Locate): boolean {
  if (locate.by !== 'page') return true
  const {label, line} = locate
  return (
    [...pages].every(([anchor, answer]) => label(anchor) === answer) &&
    [...lines].every(([anchor, answer]) => line?.(anchor) === answer)
  )
}

/** The same answers, noted down. */
function listening(locate: Locate, {pages, lines}: Asked): Locate {
  if (locate.by !== 'page') return locate
  const {label, line} = locate
  const noted = <Answer>(answers: Map<string, Answer>, anchor: string, answer: Answer): Answer => {
    answers.set(anchor, answer)
    return answer
  }
  return {
    by: 'page',
    label: (anchor) => noted(pages, anchor, label(anchor)),
    ...(line && {line: (anchor: string) => noted(lines, anchor, line(anchor))})
  }
}
