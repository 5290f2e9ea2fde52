// Parses the body of a document into mdast with our nodes, every fault reported with its place.
import type {Root} from 'mdast'
import remarkParse from 'remark-parse'
import {unified} from 'unified'
import {VFile} from 'vfile'
import {reportCharacterReferences} from './character-references.ts'
import {limitDepth} from './depth.ts'
import {limitFences} from './fences.ts'
import {reportLinks} from './links.ts'
import {toNodes} from './to-nodes.ts'
import {takePairMarks} from './pair-marks.ts'
import {reportStrays} from './strays.ts'
import {reportMarks} from './marks.ts'
import {placesOf} from './places.ts'
import {safeMarkdown} from './safe-markdown.ts'
import {keepIndents} from './verse.ts'

/** What the parser must know of the edition and the file. */
export interface ParseOptions {
  /** Keys of the edition's series of notes. */
  series: readonly string[]
  /** Lines of the file before the body, so that places are those of the file. */
  bodyLine?: number
  /** Whether Markdown's own marks are to be reported: in texts that no transcript proves. */
  reportMarks?: boolean
  /** Whether `{=12}` at the start of a paragraph is a mark: in texts that pair with another one. */
  pairMarks?: boolean
}

/** Parses `body`; messages go to `file`. */
export function parse(file: VFile, body: string, options: ParseOptions): Root {
  const {series, bodyLine = 0} = options
  // Empty lines in place of the front matter keep every line number true.
  const source = limitFences(file, '\n'.repeat(bodyLine) + body)
  const tree = unified().use(remarkParse).use(safeMarkdown, {series}).parse(new VFile(source))
  limitDepth(file, tree, source)
  const context = {source, pointAt: placesOf(source), series}
  reportLinks(file, tree, source)
  reportCharacterReferences(file, tree, source)
  if (options.reportMarks) reportMarks(file, tree, context)
  reportStrays(file, tree, context)
  toNodes(file, tree, context)
  if (options.pairMarks) takePairMarks(file, tree, source)
  keepIndents(tree, context)
  return tree
}
