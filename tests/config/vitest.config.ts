// Three projects: `unit` for every save, `books` with the command line and e-books, `print` with pages in a real browser.
import {defineConfig} from 'vitest/config'

const root = new URL('../..', import.meta.url).pathname

export default defineConfig({
  root,
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          root,
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/print/**', 'tests/cli/**', 'tests/epub/**'],
          testTimeout: 20_000,
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
          // They wait for one program at a time, so that two files keep two cores busy.
          maxWorkers: 2,
          sequence: {groupOrder: 1}
        }
      },
      {
        test: {
          name: 'print',
          root,
          include: ['tests/print/**/*.test.ts'],
          testTimeout: 180_000,
          hookTimeout: 180_000,
          fileParallelism: false,
          sequence: {groupOrder: 2}
        }
      }
    ]
  }
})
