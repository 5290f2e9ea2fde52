// The edition as one output shows it: only its documents, only what is meant for its audience.
import {SKIP, visit} from 'unist-util-visit'
import type {VFile} from 'vfile'
import type {Edition, EditionDocument} from './document/edition.ts'
import {nearest, report} from './document/report.ts'

/** Selects; a document that there is not is reported. The edition itself is left as it is, and all numbers stay. */
export function selection(edition: Edition, name: string): Edition {
  const {documents, audience = [], parallel = 'none'} = edition.settings.outputs[name] ?? {}
  const chosen = documents ? named(edition, name, documents) : edition.documents
  const read = (document: EditionDocument): EditionDocument => ({
    ...forAudience(document, audience),
    ...(document.counterparts && {
      counterparts: parallel === 'none' ? [] : document.counterparts.slice(0, 1).map(read)
    })
  })
  return {...edition, documents: chosen.map(read), front: edition.front.map(read), back: edition.back.map(read)}
}

/** Messages that are of no document stand on the settings. */
export const settingsOf = (edition: Edition): VFile => edition.files[0] as VFile

function named(edition: Edition, name: string, wanted: readonly string[]): EditionDocument[] {
  const ids = new Map<string, EditionDocument>()
  for (const document of edition.documents) ids.set(document.file.stem ?? document.id, document)
  for (const document of edition.documents) ids.set(document.id, document)
  return wanted.flatMap((id) => {
    const document = ids.get(id)
    if (document) return [document]
    const near = nearest(id, ids.keys())
    const hint = near ? `did you mean \`${near}\`?` : 'expected the id of a document'
    const reason = `Unexpected document \`${id}\` of output \`${name}\`, ${hint}`
    const file = settingsOf(edition)
    // Every use of the output selects again; once told is enough.
    if (!file.messages.some((message) => message.reason === reason)) report(file, 'missing-file', reason)
    return []
  })
}

/** Without the parts `:::only{for=…}` that are for others. */
function forAudience(document: EditionDocument, audience: readonly string[]): EditionDocument {
  let others = false
  visit(document.tree, 'only', (node) => {
    others ||= !node.audience.some((one) => audience.includes(one))
  })
  if (!others) return document
  const tree = structuredClone(document.tree)
  visit(tree, 'only', (node, index, parent) => {
    if (!parent || index === undefined || node.audience.some((one) => audience.includes(one))) return undefined
    parent.children.splice(index, 1)
    return [SKIP, index]
  })
  return {...document, tree}
}
