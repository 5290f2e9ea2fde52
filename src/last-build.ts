// What the last build has written, by its own report.
import {readFile} from 'node:fs/promises'
import path from 'node:path'

/** Name of the report among the results. */
export const REPORT = 'report.json'

/** Files that the report in a folder lists; undefined where there is no report of ours. */
export async function filesOfLastBuild(out: string): Promise<string[] | undefined> {
  const text = await readFile(path.join(out, REPORT), 'utf8').catch(() => '')
  try {
    const report: unknown = JSON.parse(text)
    if (typeof report !== 'object' || report === null || !('files' in report)) return undefined
    return Array.isArray(report.files) ? report.files.filter((name) => typeof name === 'string') : undefined
  } catch {
    return undefined
  }
}
