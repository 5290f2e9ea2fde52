// Makes turns of the paragraphs that open with the label of a declared speaker.
import type {BlockContent, Paragraph, Parents, PhrasingContent, RootContent} from 'mdast'
import type {EditionDocument} from '../document/edition.ts'
import {plainText, type Speaker, type Turn} from '../document/nodes.ts'
import {report} from '../document/report.ts'
import {cut} from './cut.ts'

/**
 * Needs `notes` (a note after a label is no label). A paragraph without a label continues the turn until a heading or a container; each is listed.
 * Forms of a label: `Stalin. Yes`, `Stalin: Yes`, `Stalin — yes`; joint labels are declared, or made of declared ones: `Zhou Enlai and Kim Il Sung. Yes`.
 */
export function turns(document: EditionDocument): void {
  const {speakers} = document.matter
  if (!speakers || Object.keys(speakers).length === 0) return
  gather(document.tree, {document, labels: labelsOf(speakers)})
}

interface Context {
  document: EditionDocument
  labels: {pattern: RegExp; who: (label: string) => string[]}
}

function labelsOf(speakers: Record<string, string>): Context['labels'] {
  const idsOf = (name: string) => (Object.hasOwn(speakers, name) ? speakers[name]?.trim().split(/ +/) : undefined)
  const names = Object.keys(speakers).toSorted((a, b) => b.length - a.length)
  const label = names.map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(' ', '\\s+')).join('|')
  const pattern = new RegExp(
    `^\\s*((?:${label})(?:(?:,\\s+(?:and\\s+)?|\\s+and\\s+)(?:${label}))*)([.:]|\\s*[—–])(?=\\s|$)`,
    'u'
  )
  return {
    pattern,
    who: (found) => {
      const name = found.replace(/\s+/gu, ' ')
      return idsOf(name) ?? name.split(/, and |, | and /).flatMap((one) => idsOf(one) ?? [])
    }
  }
}

/** Blocks that stand between turns and end the one before. */
const ENDS = new Set(['heading', 'part', 'only', 'figure', 'thematicBreak', 'head'])

function gather(parent: Parents, context: Context): void {
  const children: RootContent[] = []
  let turn: Turn | undefined
  for (const child of parent.children as RootContent[]) {
    if (child.type === 'part' && child.kind === 'attachment') gather(child, context)
    const speaker = child.type === 'paragraph' ? takeLabel(child, context) : undefined
    if (speaker) {
      turn = {type: 'turn', who: speaker.who, children: [child as Paragraph], position: child.position}
      children.push(turn)
    } else if (!turn || ENDS.has(child.type)) {
      turn = undefined
      children.push(child)
    } else {
      if (child.type !== 'leafBreak') tell(context.document, child as BlockContent, turn)
      turn.children.push(child as BlockContent)
    }
  }
  parent.children = children as never
}

function tell({file}: EditionDocument, block: BlockContent, turn: Turn): void {
  const opening = plainText(block).split(/\s+/).slice(0, 6).join(' ')
  const label = plainText((turn.children[0] as Paragraph).children.find(({type}) => type === 'speaker') ?? block)
  const what = block.type === 'paragraph' ? block.type : 'block'
  report(
    file,
    'turn-continued',
    `The ${what} “${opening} …” has no label and continues the turn of \`${label}\`, expected \`:::narration\` around it if it does not`,
    block
  )
}

/** What stands behind an anchor, and what is called there, has no words of its own. */
const isPoint = (node: PhrasingContent): boolean =>
  node.type === 'at' ||
  node.type === 'leafBreak' ||
  node.type === 'entry' ||
  (node.type === 'note' && node.span !== undefined)

/** Cuts the label with its stop from the paragraph and puts a speaker node in its place. */
function takeLabel(paragraph: Paragraph, {document, labels: {pattern, who}}: Context): Speaker | undefined {
  // Marks of a point before the label belong to it.
  const at = paragraph.children.findIndex((child) => !isPoint(child))
  const first = paragraph.children[at]
  if (first?.type !== 'text') return undefined
  const [whole, label] = pattern.exec(first.value) ?? []
  if (whole === undefined || label === undefined) return undefined
  const [said, ...rest] = cut(first, [whole.length], document)
  const speaker: Speaker = {type: 'speaker', who: who(label), children: said ? [said] : [], position: said?.position}
  paragraph.children.splice(at, 1, speaker, ...rest)
  return speaker
}
