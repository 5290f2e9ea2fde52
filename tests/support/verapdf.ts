// veraPDF, the validator of PDF/UA and PDF/A, in one run of Java for all tests. Java without its compiler cannot run it.
import {judged, runs} from './ask-validators.ts'

/** Whether there is a Java that runs a source file. */
export const VERAPDF = await runs('javac')
export const WHY_NOT = 'veraPDF needs a JDK (Debian: default-jdk-headless), and there is none here'

/** The standards that a finished PDF claims, by the names of their profiles. */
export const STANDARDS = ['PDFUA-1', 'PDFA-3A'] as const

/** What veraPDF says of a file: rules broken, by standard: `7.1-3`; and how much it looked at. */
export interface Verdict {
  broken: Record<(typeof STANDARDS)[number], string[]>
  checks: number
  /** The same for a person: rule, how often, an example and its place. */
  details: string[]
}

/** A verdict for each file. Throws where a file has not been looked at by both standards. */
export async function validate(files: readonly string[]): Promise<Verdict[]> {
  const verdicts: Verdict[] = []
  for (const file of files) verdicts.push(verdictOf(file, await judged('verapdf', file)))
  return verdicts
}

function verdictOf(file: string, lines: string[][]): Verdict {
  const verdict = newVerdict()
  const seen = lines.filter(([, rule]) => rule === 'checks').map(([standard]) => standard)
  if (seen.join() !== STANDARDS.join()) throw new Error(`veraPDF has not read ${file} by ${STANDARDS.join(' and ')}`)
  for (const [standard = '', rule = '', count = '', ...example] of lines) {
    if (rule === 'checks') {
      verdict.checks += Number(count)
    } else {
      verdict.broken[standard as (typeof STANDARDS)[number]].push(rule)
      verdict.details.push(`${standard} ${rule} ×${count}: ${example.join(' ')}`)
    }
  }
  return sorted(verdict)
}

const newVerdict = (): Verdict => ({broken: {'PDFUA-1': [], 'PDFA-3A': []}, checks: 0, details: []})

function sorted(verdict: Verdict): Verdict {
  for (const rules of Object.values(verdict.broken)) rules.sort()
  return verdict
}
