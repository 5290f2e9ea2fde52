// EPUBCheck on an e-book that a test has just made.
import {writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {epubcheck as ask} from '../support/epubcheck.ts'
import {temporaryFolder} from '../support/temporary.ts'

export {JAVA, NO_JAVA as WHY} from '../support/epubcheck.ts'

/** What EPUBCheck says, `ERROR(RSC-005) d1.xhtml`, and 1 where that is anything, else 0. */
export async function epubcheck(bytes: Uint8Array): Promise<{status: number; messages: string[]}> {
  const path = join(temporaryFolder(), 'book.epub')
  writeFileSync(path, bytes)
  const [remarks = []] = await ask([path])
  return {
    status: remarks.length > 0 ? 1 : 0,
    messages: remarks.map(({severity, id, file}) => `${severity}(${id}) ${file}`)
  }
}
