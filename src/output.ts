// Makes one output of an edition: prints it, writes its EPUB, proves both.
import path from 'node:path'
import {visit} from 'unist-util-visit'
import type {VFile} from 'vfile'
import {allDocuments, type Edition} from './document/edition.ts'
import {narrowInner} from './document/inner-margin.ts'
import type {Ref} from './document/nodes.ts'
import {geometryOf} from './document/page-geometry.ts'
import {report} from './document/report.ts'
import type {Output} from './document/settings.ts'
import {packHandouts, proveHandouts} from './handouts.ts'
import {makeBook} from './html/index.ts'
import {cacheKey, openCache} from './kept/index.ts'
import type {BuildOptions, Stopwatch} from './options.ts'
import {hasPages, namesOf} from './document/formats.ts'
import {citationsOf, json} from './output-files.ts'
import type {LayoutReport, PageMap, Place, Printer, PrintMessage, PrintOptions, PrintResult} from './print/index.ts'
import {makePaperFile, OF_FINISHED, provePaperFile, type OfFinished} from './paper-files.ts'
import {sourcesOf} from './attached-sources.ts'
import {reportFinding} from './report-finding.ts'
import {leftOut, selection, settingsOf, type LeftOut} from './selection/index.ts'
import {
  readAhead,
  readerHash,
  verifyEpub,
  verifyPagesInTurns,
  verifyPdf,
  verifyTags,
  type Finding,
  type PdfProof,
  type Readings
} from './verify/index.ts'

/** The files of an output and what was proved of them. */
export interface OutputFiles {
  name: string
  /** Name in the folder of results → bytes. */
  files: Map<string, Uint8Array>
  /** Pages of the PDF by its name. */
  pages: Map<string, number>
  notices: string[]
  /** False where a proof failed: then nothing is published. */
  sound: boolean
  map?: PageMap | undefined
  layout?: LayoutReport | undefined
  shares?: PdfProof['shares'] | undefined
  /** What the output does not print of its documents. */
  leftOut: LeftOut[]
}

/** An output, or some formats of it. */
export interface Target {
  name: string
  formats: Output['formats']
}

/** What a build was asked for, and what all of its outputs share. */
export interface Making extends BuildOptions {
  progress: NonNullable<BuildOptions['progress']>
  /** The browser that prints; it is started when it is first asked for. */
  printer: () => Promise<Printer>
  clock: Stopwatch
}

/** Makes the formats of an output; faults that proofs find are reported on the documents. */
export async function makeOutput(whole: Edition, {name, formats}: Target, making: Making): Promise<OutputFiles> {
  const edition = selection(whole, name)
  const out = leftOut(edition, whole)
  const made: OutputFiles = {name, files: new Map(), pages: new Map(), notices: [], sound: true, leftOut: out}
  if (hasPages(formats)) await makePdf(edition, {made, formats}, making)
  if (formats.includes('epub')) await makeEpub(edition, made, making)
  if (formats.includes('citations')) for (const [file, bytes] of citationsOf(edition, name)) made.files.set(file, bytes)
  return made
}

async function makePdf(
  edition: Edition,
  {made, formats}: {made: OutputFiles; formats: Output['formats']},
  making: Making
): Promise<void> {
  const {clock} = making
  const {printed, proofs} = await printAndProve(edition, {name: made.name, formats}, making)
  clock.lap('verify-pdf')
  if (edition.output?.['line-numbers']) tellUnnumbered(edition, printed.places)
  for (const message of printed.messages) reportPrint(edition, message)
  if (formats.some((one) => one === 'pdf' || one === 'print')) tellNarrow(edition, made.name, printed.map.pages.length)
  settle(edition, made, [...proofs.pages, ...proofs.pdf.findings])
  if (printed.messages.some(({rule}) => REFUSING.has(rule))) made.sound = false
  // What is wrong on the pages is wrong along the tags too, and need not be told twice.
  if (made.sound) settle(edition, made, proofs.tags)
  const {map} = printed
  if (formats.includes('pdf')) {
    made.files.set(`${made.name}.pdf`, printed.pdf)
    made.pages.set(`${made.name}.pdf`, map.pages.length)
  }
  if (formats.includes('handouts')) {
    settle(edition, made, await proveHandouts(edition, printed.handouts))
    for (const file of namesOf(made.name, 'handouts')) made.files.set(file, packHandouts(printed.handouts))
    clock.lap('handouts')
  }
  for (const format of OF_FINISHED.filter((one) => formats.includes(one)))
    await makeOfFinished(edition, {made, format}, {finished: printed.pdf, map, making})
  made.files.set(`${made.name}.pages.json`, json(map))
  Object.assign(made, {map, layout: printed.layout, shares: proofs.pdf.shares})
  made.notices.push(...printed.notices)
}

/** A file for paper, proved against the finished PDF. */
async function makeOfFinished(
  edition: Edition,
  {made, format}: {made: OutputFiles; format: OfFinished},
  {finished, map, making}: {finished: Uint8Array; map: PageMap; making: Making}
): Promise<void> {
  const [file = ''] = namesOf(made.name, format)
  const sheets = await makePaperFile(edition, format, {finished, map})
  making.progress({stage: 'verify', detail: file})
  const bytes = making.tamper?.paper?.(sheets.pdf) ?? sheets.pdf
  settle(edition, made, sheets.findings)
  // What the standard cannot have is told once.
  if (sheets.findings.length === 0)
    settle(edition, made, await provePaperFile(edition, format, {finished, bytes, pages: map.pages.length}))
  made.files.set(file, bytes)
  made.pages.set(file, sheets.pages)
  making.clock.lap('paper')
}

/** What three readers find in a printed book. */
interface Proofs {
  pages: Finding[]
  pdf: PdfProof
  tags: Finding[]
}

/** The printed book and its proofs. Two of the readers read while pages are still printed. */
async function printAndProve(
  edition: Edition,
  target: Target,
  making: Making
): Promise<{printed: PrintResult; proofs: Proofs}> {
  const {clock, progress} = making
  const printer = await making.printer()
  const {name: output} = target
  const kept = await openCache<Readings>('readings')
  const key = await readingsKey(edition, output)
  const ahead = readAhead(await kept.get(key))
  let proving: Promise<Finding[]> | undefined
  const onBook = (html: string): void => {
    proving = verifyPagesInTurns(edition, html)
    // What it throws is thrown when the pages are printed.
    proving.catch(() => {})
  }
  try {
    const printed = await printer.print({...toPrint(edition, target, making), onBook, onPages: ahead.read})
    clock.lap('glyphs')
    progress({stage: 'verify', detail: `${output}.pdf`})
    const pages = (await proving) ?? []
    const tags = verifyTags(edition, printed.pdf)
    clock.lap('verify')
    const pdf = await verifyPdf(edition, printed.pdf, {prints: printed.prints, readings: await ahead.readings()})
    await kept.put(key, pdf.readings)
    await kept.prune()
    return {printed, proofs: {pages, pdf, tags}}
  } finally {
    ahead.close()
  }
}

/** What the printing needs of an edition and of its output. */
function toPrint(edition: Edition, {name: output, formats}: Target, {progress, clock, tamper}: Making): PrintOptions {
  const {settings} = edition
  const paragraphNumbers = edition.output?.['paragraph-numbers'] ?? true
  return {
    book: (locate, memory) => makeBook(edition, {locate, paragraphNumbers, memory}),
    output,
    form: edition.output,
    handouts: formats.includes('handouts'),
    attachments: edition.output?.['attach-sources'] ? sourcesOf(edition) : [],
    date: settings.date,
    authors: [...settings.authors, ...settings.editors].map(({name}) => name),
    publisher: settings.publisher,
    rights: settings.rights,
    description: settings.description,
    images: edition.images,
    progress: ({part, ...event}) => progress({...event, detail: part}),
    lap: (stage) => clock.lap(stage),
    tamper: tamper?.pages
  }
}

/** The texts of the last build's pages are kept, by the reader that has read them. */
async function readingsKey(edition: Edition, output: string): Promise<string> {
  return cacheKey([edition.settings.id, path.resolve(settingsOf(edition).path), output, await readerHash()])
}

/** References to lines that turn out to have no number, such as a heading's. */
function tellUnnumbered(edition: Edition, places: ReadonlyMap<string, Place>): void {
  for (const {file, tree} of allDocuments(edition))
    visit(tree, 'ref', (node) => {
      const place = node.line && node.anchor !== undefined ? places.get(node.anchor) : undefined
      if (!place || place.line !== undefined || isTold(file, node)) return
      const reason = `Unexpected \`line\` of \`:ref[${node.target}]\`: its target stands on page ${place.page} in no numbered line, so the page alone is printed; expected \`{page}\`, or a target in the text itself`
      report(file, 'line-unnumbered', reason, node)
    })
}

/** Beside the fold there must be room for as many pages as the book has come out with; a pad has no fold at its side. */
function tellNarrow(edition: Edition, name: string, pages: number): void {
  const {inner, binding} = geometryOf(edition.output)
  const reason = binding === 'top' ? undefined : narrowInner({output: name, pages, inner})
  if (reason !== undefined) report(settingsOf(edition), 'narrow-margin', reason)
}

const isTold = ({messages}: VFile, {position}: Ref): boolean =>
  messages.some(
    ({ruleId, line, column}) =>
      ruleId === 'line-unnumbered' && line === position?.start.line && column === position?.start.column
  )

const REFUSING = new Set<PrintMessage['rule']>([
  'off-sheet',
  'output-differs',
  'note-misplaced',
  'missing-glyph',
  'image-outside'
])

async function makeEpub(edition: Edition, made: OutputFiles, {progress, clock, tamper}: Making): Promise<void> {
  progress({stage: 'epub', detail: `${made.name}.epub`})
  const {writeEpub} = await import('./epub/index.ts')
  const {settings} = edition
  const paragraphNumbers = edition.output?.['paragraph-numbers'] ?? true
  const book = makeBook(edition, {locate: {by: 'paragraph'}, paragraphNumbers})
  const written = await writeEpub(book, {
    metadata: settings,
    images: edition.images,
    paragraphNumbers,
    binding: edition.output?.binding,
    pages: made.map?.pages
  })
  const bytes = tamper?.epub?.(written) ?? written
  clock.lap('epub')
  progress({stage: 'verify', detail: `${made.name}.epub`})
  settle(edition, made, verifyEpub(edition, bytes, {pages: made.map?.pages}))
  clock.lap('verify')
  made.files.set(`${made.name}.epub`, bytes)
  if (!made.map) made.notices.push(withoutPages(edition, made.name))
}

/** The pages of a PDF are known when it is made, and hold for the e-book that is made with it. */
function withoutPages({output}: Edition, name: string): string {
  const {formats = []} = output ?? {}
  const epub = `${name}.epub`
  return hasPages(formats)
    ? `${epub} has no page list, because it was built without the pages of ${name}.pdf; \`--output ${name}\` builds both.`
    : `${epub} has no page list, because the output \`${name}\` has no printed pages; \`formats: [pdf, epub]\` gives it some.`
}

function settle(edition: Edition, made: OutputFiles, findings: Finding[]): void {
  for (const finding of findings) reportFinding(edition, finding)
  if (findings.length > 0) made.sound = false
}

function reportPrint(edition: Edition, {rule, part, page, reason}: PrintMessage): void {
  const document = allDocuments(edition).find(({id}) => id === part)
  const where = document || !part ? '' : `${part}: `
  report(
    document?.file ?? settingsOf(edition),
    rule,
    `${where}${reason}${page && !reason.includes(`page ${page}`) ? ` (page ${page})` : ''}`
  )
}
