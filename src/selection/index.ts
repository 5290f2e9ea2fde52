// The edition as one output shows it: only its documents, only what is meant for its audience, only the notes that it prints.
import type {Node, Parent} from 'unist'
import {SKIP, visit} from 'unist-util-visit'
import type {VFile} from 'vfile'
import type {Edition, EditionDocument} from '../document/edition.ts'
import type {Only} from '../document/nodes.ts'
import {isPrinted} from '../document/placement.ts'
import {bound} from '../document/print-form.ts'
import type {Settings} from '../document/settings.ts'
import {choose, matterOf} from './choose.ts'
import {excerptOf} from './excerpts.ts'
import {withCounterparts} from './counterpart.ts'
import {tellCourse} from './course.ts'
import {isCritical, tellReferences} from './left-out.ts'
import {pairedWith, type Range} from './reference.ts'
import {withStudy} from './study.ts'
import {withUsedNames} from './used-names.ts'

export {leftOut, type LeftOut} from './left-out.ts'
export {tellNeverUsed} from './never-used.ts'
export {tellUnexplainedSigns} from './unexplained-signs.ts'

/** Selects; what is asked for in vain is reported. The edition itself is left as it is, and all numbers stay. */
export function selection(edition: Edition, name: string): Edition {
  const said = edition.settings.outputs[name]
  const output = said && bound(said, edition.settings.language)
  const {chosen, divisions} = choose(edition, name)
  const selected: Edition = {
    ...edition,
    settings: settingsFor(edition, name),
    output,
    divisions,
    wholeSettings: edition.settings
  }
  const read = (document: EditionDocument): EditionDocument => without(document, (node) => !isShown(node, selected))
  const paired = withCounterparts(
    chosen.map(({document}) => document),
    edition,
    name
  )
  const documents = paired.map((document, index) => withExcerpt(document, chosen[index]?.ranges))
  const whole: Edition = {
    ...selected,
    documents: documents.map((document) => ({
      ...read(document),
      ...(document.counterparts && {counterparts: document.counterparts.map(read)})
    })),
    front: matterOf(edition, name, 'front').map(read),
    back: matterOf(edition, name, 'back').map(read)
  }
  tellReferences(whole, edition, name)
  tellCourse(whole, name)
  const shown = output?.course || isPart(whole, edition) ? withUsedNames(whole) : whole
  return {...shown, documents: shown.documents.map((document) => withStudy(document, shown))}
}

/** An output with all that the edition has keeps its registers whole. */
const isPart = ({documents}: Edition, whole: Edition): boolean =>
  documents.length < whole.documents.length || documents.some(({excerpt}) => excerpt !== undefined)

/** An output may bear a title of its own and have other parts before and after the text; a course pack has those of one. */
function settingsFor({settings}: Edition, name: string): Settings {
  const {course, title = course?.name, subtitle, front, back} = settings.outputs[name] ?? {}
  // A book of another title is another publication: it has neither the identifier nor the ISBN of the edition.
  const named =
    title === undefined
      ? {}
      : {title, shortTitle: title, subtitle: undefined, id: `${settings.id}/${name}`, isbn: undefined, cover: undefined}
  const usual = course ? {front: undefined, back: undefined} : {}
  return {
    ...settings,
    ...named,
    ...usual,
    ...(subtitle !== undefined && {subtitle}),
    ...(front && {front}),
    ...(back && {back})
  }
}

function withExcerpt(document: EditionDocument, ranges: readonly Range[] | undefined): EditionDocument {
  if (!ranges) return document
  const {counterparts} = document
  return {
    ...excerptOf(document, ranges),
    ...(counterparts && {counterparts: counterparts.map((one) => excerptOf(one, pairedWith(one, ranges)))})
  }
}

/** Messages that are of no document stand on the settings. */
export const settingsOf = (edition: Edition): VFile => edition.files[0] as VFile

function isShown(node: Node, edition: Edition): boolean {
  const audience = edition.output?.audience ?? []
  if (node.type === 'only') return (node as Only).audience.some((one) => audience.includes(one))
  return !isCritical(node) || isPrinted(edition, node)
}

/** A document without some nodes. An entry that is left out leaves its lemma, which is the text. */
function without(document: EditionDocument, isOut: (node: Node) => boolean): EditionDocument {
  let any = false
  visit(document.tree, (node) => void (any ||= isOut(node)))
  if (!any) return document
  const tree = structuredClone(document.tree)
  visit(tree, (node, index, parent) => {
    if (!parent || index === undefined || !isOut(node)) return undefined
    const kept = node.type === 'corr' || node.type === 'app' ? node.children : []
    ;(parent as Parent).children.splice(index, 1, ...kept)
    return [SKIP, index]
  })
  return {...document, tree}
}
