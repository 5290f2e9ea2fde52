// Writes numbering.yaml: the numbers of all paragraphs, so that what is cited today can be found in every later version.
import {randomUUID} from 'node:crypto'
import {rename, rm, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import type {Paragraph} from 'mdast'
import {visit} from 'unist-util-visit'
import {stringify} from 'yaml'
import type {VFile} from 'vfile'
import {check} from './build.ts'
import type {Edition, EditionDocument} from './document/edition.ts'
import {EnvironmentError} from './document/environment.ts'
import {knownParagraph, type FrozenParagraph, type Numbering} from './document/numbering.ts'
import {severityOf} from './document/report.ts'

/** What was frozen. */
export interface FreezeResult {
  files: VFile[]
  /** Absent where errors of the edition forbid it. */
  written?: {path: string; documents: number; paragraphs: number} | undefined
}

/** Freezes the numbers as a build would print them now. Numbers that were frozen before stay as they are. */
export async function freeze({dir}: {dir: string}): Promise<FreezeResult> {
  const {files, edition} = await check({dir})
  const wrong = files.some(({messages}) => messages.some((message) => severityOf(message) === 'error'))
  if (!edition || wrong) return {files}
  const numbering = numberingOf(edition)
  const path = join(dir, 'numbering.yaml')
  await replace(
    path,
    LEAD + stringify(numbering, {lineWidth: 0, defaultStringType: 'QUOTE_DOUBLE', defaultKeyType: 'PLAIN'})
  )
  const paragraphs = Object.values(numbering).reduce((sum, one) => sum + one.filter(({gone}) => !gone).length, 0)
  return {files, written: {path, documents: edition.documents.length, paragraphs}}
}

const LEAD = `# Numbers of the paragraphs, written by \`recension freeze\`. Keep this file with the edition and do not edit it:
# by it a paragraph keeps its number when others come in (45a) or go.
`

function numberingOf({documents, numbering}: Edition): Numbering {
  return Object.fromEntries(
    documents.map((document) => [document.id, frozen(document, numbering?.frozen[document.id])])
  )
}

/** Paragraphs in their order; one that is gone keeps its place behind the one that it stood behind. */
function frozen({tree}: EditionDocument, before: readonly FrozenParagraph[] = []): FrozenParagraph[] {
  const now: FrozenParagraph[] = []
  visit(tree, 'paragraph', (node: Paragraph) => {
    if (node.data?.n !== undefined) now.push({n: node.data.n, ...knownParagraph(node)})
  })
  for (const [index, one] of before.entries()) {
    if (now.some(({n}) => n === one.n)) continue
    const behind = before[index - 1]?.n
    now.splice(now.findIndex(({n}) => n === behind) + 1, 0, {...one, gone: true})
  }
  return now
}

/** Under another name first: the file is whole at any moment. */
async function replace(path: string, text: string): Promise<void> {
  const half = `${path}.${randomUUID()}.partial`
  try {
    await writeFile(half, text, {flag: 'wx'})
    await rename(half, path)
  } catch (cause) {
    await rm(half, {force: true})
    throw new EnvironmentError(`${path} could not be written. Look whether the folder may be written to.`, {cause})
  }
}
