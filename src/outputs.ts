// The outputs of an edition as they come out: what each has taken over from others, what it chooses, which files it makes.
import {visit} from 'unist-util-visit'
import type {VFile} from 'vfile'
import {check} from './build.ts'
import type {Edition, EditionDocument} from './document/edition.ts'
import {isChoice, originsOf, OUTPUT_KEYS} from './document/profiles.ts'
import type {Output} from './document/settings.ts'
import {writtenIn} from './document/yaml.ts'
import {filesOf} from './document/formats.ts'
import {usualOrder} from './html/index.ts'
import {selection, settingsOf} from './selection/index.ts'

/** An output with everything that holds for it. */
export interface DescribedOutput {
  name: string
  /** The outputs that it takes over from, the nearest first. */
  like: string[]
  /** Names of the files that it makes. */
  files: string[]
  documents: ChosenDocument[]
  settings: DescribedSetting[]
}

/** A document that an output has. */
export interface ChosenDocument {
  id: string
  title: string
  /** Paragraphs of an excerpt as they are numbered, `12–34`; absent where the whole document is chosen. */
  excerpt?: string
  /** Numbered paragraphs that the output has, and those of the whole document. */
  paragraphs: number
  of: number
  /** Title of the part or unit that it stands under. */
  under?: string
}

/** A setting with its value and where that comes from. */
export interface DescribedSetting {
  key: string
  /** `null` where nothing is said and the program decides by the edition. */
  value: unknown
  /** Name of the output that says it, `edition` for what edition.yaml says of the whole edition, or `default`. */
  from: {output: string} | 'edition' | 'default'
}

/** Describes all outputs of edition.yaml. */
export async function outputs(dir: string): Promise<{files: VFile[]; outputs: DescribedOutput[]}> {
  const {files, edition} = await check({dir})
  if (!edition) return {files, outputs: []}
  const written = (writtenIn(settingsOf(edition)) as Written | undefined)?.outputs ?? {}
  const list = Object.entries(edition.settings.outputs)
  return {files, outputs: list.map(([name, output]) => describe(edition, {name, output, written}))}
}

/** What edition.yaml says; it has been checked. */
interface Written {
  outputs?: Record<string, {like?: string}>
}

interface Asked {
  name: string
  output: Output
  written: NonNullable<Written['outputs']>
}

function describe(edition: Edition, asked: Asked): DescribedOutput {
  const {name, output, written} = asked
  const selected = selection(edition, name)
  return {
    name,
    like: baseOutputs(written, name),
    files: filesOf(name, output.formats),
    documents: documentsOf(edition, selected),
    settings: settingsFor(edition, selected, asked)
  }
}

/** The outputs that one takes over from; circles are refused before. */
function baseOutputs(written: Asked['written'], name: string): string[] {
  const like = written[name]?.like
  return like === undefined ? [] : [like, ...baseOutputs(written, like)]
}

function documentsOf(edition: Edition, {documents, divisions = []}: Edition): ChosenDocument[] {
  return documents.map((document) => {
    const {id, matter, excerpt} = document
    const whole = edition.documents.find((one) => one.id === id)
    const under = divisions.find((division) => division.documents.includes(id))?.title
    return {
      id,
      title: matter.title?.text ?? id,
      ...(excerpt !== undefined && {excerpt}),
      paragraphs: paragraphsOf(document),
      of: paragraphsOf(whole ?? document),
      ...(under !== undefined && {under})
    }
  })
}

function paragraphsOf({tree}: EditionDocument): number {
  let count = 0
  visit(tree, 'paragraph', ({data}) => {
    if (data?.n !== undefined) count++
  })
  return count
}

/** All settings; of the four ways to choose documents those that are used, or that all documents are. */
function settingsFor({settings}: Edition, selected: Edition, {name, output, written}: Asked): DescribedSetting[] {
  const origins = originsOf(written, name)
  // What is not said may follow from the edition.
  const values = (selected.output ?? output) as Record<string, unknown>
  const choices = OUTPUT_KEYS.filter((key) => isChoice(key) && key in origins)
  const shown = choices.length > 0 ? choices : ['documents']
  return OUTPUT_KEYS.filter((key) => !isChoice(key) || shown.includes(key)).map((key) => {
    const from = origins[key]
    if (from !== undefined) return {key, value: values[key], from: {output: from}}
    if (key === 'title' && output.course && origins.course !== undefined)
      return {key, value: output.course.name, from: {output: origins.course}}
    const ofEdition = isOfEdition(key) && !output.course ? settings[key] : undefined
    // A title of its own takes the place of both.
    const replaced = key === 'subtitle' && 'title' in origins
    if (ofEdition !== undefined && !replaced) return {key, value: ofEdition, from: 'edition'}
    if (key === 'front' || key === 'back') return {key, value: usualOrder(selected, key), from: 'default'}
    return {key, value: values[key] ?? unsaid(key, output), from: 'default'}
  })
}

/** Keys that the edition has too, which hold where no output says another thing. */
const OF_EDITION = ['title', 'subtitle', 'front', 'back'] as const
const isOfEdition = (key: string): key is (typeof OF_EDITION)[number] => (OF_EDITION as readonly string[]).includes(key)

/** What holds where neither outputs nor edition nor the schema's defaults say anything. */
function unsaid(key: string, output: Output): unknown {
  if (key === 'documents') return 'all'
  if (key === 'line-numbers') return false
  if (key === 'entries') return output['line-numbers'] ? 'line' : 'mark'
  return key === 'audience' ? [] : null
}
