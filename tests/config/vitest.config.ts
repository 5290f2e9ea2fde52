// Two projects: `unit` in seconds for every save, `print` with a real browser.
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
          testTimeout: 20_000
        }
      },
      {
        test: {
          name: 'print',
          root,
          include: ['tests/print/**/*.test.ts', 'tests/cli/**/*.test.ts', 'tests/epub/**/*.test.ts'],
          testTimeout: 180_000,
          hookTimeout: 180_000,
          fileParallelism: false
        }
      }
    ]
  }
})
