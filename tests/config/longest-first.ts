// Test files that take longest begin first: one that began last would keep one core at work alone.
import {BaseSequencer, type TestSpecification} from 'vitest/node'

/** By how long they take, longest first; all others follow in the usual order. */
const LONG = [
  'epub/editions',
  'epub/mutations',
  'cli/edition',
  'cli/watch',
  'cli/choices',
  'print/everything',
  'print/repeated-heads',
  'print/bar',
  'print/verapdf',
  'print/placed',
  'print/everything-faults',
  'print/browser-property',
  'print/entries',
  'print/beside',
  'print/tables-property',
  'print/notes-in-end-notes',
  'print/choose-browser',
  'print/parallel-property',
  'property/scan',
  'property/parse',
  'publish/publish',
  'html/memory'
]

/** The order in which test files begin. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    // oxlint-disable-next-line unicorn/no-array-sort -- this one is vitest's
    const usual = await super.sort(files)
    return usual.toSorted((one, two) => placeOf(one) - placeOf(two))
  }
}

function placeOf({moduleId}: TestSpecification): number {
  const place = LONG.findIndex((name) => moduleId.endsWith(`/tests/${name}.test.ts`))
  return place < 0 ? LONG.length : place
}
