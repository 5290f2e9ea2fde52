// Parses a text unless its nodes are kept from an earlier build: to parse takes longer than all else that is done with a text before it
// is laid out. The proof compares kept nodes with the text as it does with fresh ones.
import {fileURLToPath} from 'node:url'
import type {Root} from 'mdast'
import type {VFile} from 'vfile'
import type {VFileMessage} from 'vfile-message'
import {report} from '../document/report.ts'
import type {RuleId} from '../document/rules.ts'
import {cacheKey, hashOfSources, openCache, packageVersion} from '../kept/index.ts'
import {parse, type ParseOptions} from '../syntax/index.ts'

/** Parses a body, or gives what is kept of it; messages go to the file. */
export type Parse = (file: VFile, body: string, options: ParseOptions) => Promise<Root>

/** The same function with a memory, and what drops from that memory what was used longest ago. */
export interface KeepingParses {
  parse: Parse
  prune: () => Promise<void>
}

interface KeptParse {
  tree: Root
  messages: Told[]
}

/** A message as it was reported. */
interface Told {
  rule: RuleId
  reason: string
  place: VFileMessage['place']
}

/** Opens the memory of this version of the program. */
export async function keepingParses(): Promise<KeepingParses> {
  const cache = await openCache<KeptParse>('parses')
  const program = [await hashOfSources(FOLDERS), ...PACKAGES.map((name) => packageVersion(name))]
  const keeping: Parse = async (file, body, options) => {
    const key = cacheKey([program, file.path, body, options])
    const kept = await cache.get(key)
    if (kept) {
      for (const {rule, reason, place} of kept.messages) report(file, rule, reason, place)
      return kept.tree
    }
    const before = file.messages.length
    const tree = parse(file, body, options)
    await cache.put(key, {tree, messages: file.messages.slice(before).map(told)})
    return tree
  }
  return {parse: keeping, prune: () => cache.prune()}
}

const told = ({ruleId, reason, place}: VFileMessage): Told => ({rule: ruleId as RuleId, reason, place})

const FOLDERS = ['../syntax/', '../document/'].map((folder) => fileURLToPath(new URL(folder, import.meta.url)))

/** The packages that parse. */
const PACKAGES = [
  'unified',
  'remark-parse',
  'mdast-util-directive',
  'mdast-util-gfm-footnote',
  'mdast-util-gfm-table',
  'micromark-extension-directive',
  'micromark-extension-gfm-footnote',
  'micromark-extension-gfm-table'
]
