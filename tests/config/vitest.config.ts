// Three projects: `unit` for every save, `books` with the command line and e-books, `print` with pages in a real browser.
import {defineConfig} from 'vitest/config'
import {LongestFirst} from './longest-first.ts'

const root = new URL('../..', import.meta.url).pathname

/** Files wait for one program at a time, a browser or a validator, so that two of them keep two cores busy. */
const maxWorkers = 2

export default defineConfig({
  root,
  test: {
    sequence: {sequencer: LongestFirst},
    globalSetup: 'tests/support/validators.ts',
    projects: [
      {
        test: {
          name: 'unit',
          root,
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/print/**', 'tests/cli/**', 'tests/epub/**'],
          testTimeout: 60_000,
          maxWorkers,
          sequence: {groupOrder: 0}
        }
      },
      {
        test: {
          name: 'books',
          root,
          include: ['tests/cli/**/*.test.ts', 'tests/epub/**/*.test.ts'],
          testTimeout: 180_000,
          hookTimeout: 600_000,
          maxWorkers,
          sequence: {groupOrder: 1}
        }
      },
      {
        test: {
          name: 'print',
          root,
          include: ['tests/print/**/*.test.ts'],
          testTimeout: 180_000,
          hookTimeout: 600_000,
          maxWorkers,
          sequence: {groupOrder: 2}
        }
      }
    ]
  }
})
