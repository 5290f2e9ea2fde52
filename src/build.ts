// The pipeline in one screen: read → transform → prove the text → write outputs → prove them → publish.
import path from 'node:path'
import type {VFile} from 'vfile'
import {allDocuments, seriesOf, textsOf, type Edition} from './document/edition.ts'
import type {PrintedPage} from './document/printed-pages.ts'
import {hasPages, namesOf, type Format} from './document/formats.ts'
import {nearest, report, severityOf} from './document/report.ts'
import type {Settings} from './document/settings.ts'
import {filesOfLastBuild, REPORT} from './last-build.ts'
import {stopwatch, type BuildOptions, type BuildResult} from './options.ts'
import {citationsOf, readOutput, readPages} from './output-files.ts'
import type {Making, OutputFiles, Target} from './output.ts'
import {provePaperFile} from './paper-files.ts'
import type {Printer} from './print/index.ts'
import {selection, settingsOf, tellNeverUsed, tellUnexplainedSigns} from './selection/index.ts'
import {readEdition, readImages} from './read/index.ts'
import {reportFile, type Proofs} from './report-file.ts'
import {reportFinding} from './report-finding.ts'
import {transform, type BracketRow} from './transforms/index.ts'
import {
  verifyEpub,
  verifyParse,
  verifyPdf,
  verifyReceived,
  verifyStandard,
  verifyTags,
  verifyTypography,
  type Finding
} from './verify/index.ts'

export type {BuildOptions, BuildResult, ProgressEvent} from './options.ts'
export type {BracketRow} from './transforms/index.ts'

/** Builds the outputs of an edition. Refuses on errors, leaving the results of the last build as they were. */
export async function build(options: BuildOptions): Promise<BuildResult> {
  let opened: Promise<Printer> | undefined
  const printer = (): Promise<Printer> =>
    (opened ??= import('./print/index.ts').then(({openPrinter}) => openPrinter(options.browser)))
  try {
    return await buildWith(options, printer)
  } finally {
    await opened?.then((one) => one.close()).catch(() => {})
  }
}

async function buildWith(options: BuildOptions, printer: () => Promise<Printer>): Promise<BuildResult> {
  const {dir, out, strict = false, progress = () => {}, signal} = options
  const clock = stopwatch()
  progress({stage: 'read'})
  // The browser starts while the texts are read.
  const onSettings = (settings: Settings): void => {
    const wanted = Object.entries(settings.outputs).filter(([name]) => options.outputs?.includes(name) ?? true)
    if (!wanted.some(([, {formats}]) => hasPages(formats))) return
    // What is wrong is told where something is to be printed.
    printer().catch(() => {})
  }
  const {files: messages, edition, brackets} = await check({dir, onSettings})
  clock.lap('check')
  const refused = (made?: OutputFiles[]): BuildResult => ({
    files: [],
    messages,
    notices: noticesOf(made),
    timings: clock.laps,
    ok: false
  })
  if (!edition) return refused()
  const targets = targetsOf(edition, options.outputs)
  if (refuses(messages, strict)) return refused()

  const made = await makeAll(edition, targets, {...options, progress, clock, printer})
  if (refuses(messages, strict) || made.some(({sound}) => !sound)) return refused(made)

  signal?.throwIfAborted()
  progress({stage: 'write', detail: out})
  const {publish} = await import('./publish.ts')
  const files = new Map(made.flatMap(({files: own}) => [...own]))
  const proofs: Proofs = {edition, brackets, outputs: made}
  // Where only some outputs are asked for, the others stay where they lie, and stay ours.
  const before = (await filesOfLastBuild(out)) ?? []
  const kept = options.outputs ? before : []
  files.set(REPORT, reportFile(proofs, messages, [...new Set([...kept, ...files.keys(), REPORT])]))
  await publish(
    out,
    files,
    before.filter((name) => !kept.includes(name) && !files.has(name))
  )
  clock.lap('write')
  const pages = new Map(made.flatMap((one) => [...one.pages]))
  return {
    files: [...files].map(([name, bytes]) => ({
      name,
      bytes: bytes.length,
      ...(pages.has(name) && {pages: pages.get(name) ?? 0})
    })),
    messages,
    notices: noticesOf(made),
    timings: clock.laps,
    ok: true
  }
}

async function makeAll(edition: Edition, targets: readonly Target[], making: Making): Promise<OutputFiles[]> {
  // What makes outputs is loaded when there is something to make: `check` is quicker without.
  const {makeOutput} = await import('./output.ts')
  const made: OutputFiles[] = []
  for (const target of targets) {
    making.signal?.throwIfAborted()
    made.push(await makeOutput(edition, target, making))
  }
  return made
}

const noticesOf = (made: OutputFiles[] = []): string[] => [...new Set(made.flatMap(({notices}) => notices))]

/** Reads, transforms and proves the text: all that can be known without making an output. */
export async function check({
  dir,
  onSettings
}: {
  dir: string
  onSettings?: (settings: Settings) => void
}): Promise<{files: VFile[]; edition?: Edition; brackets: BracketRow[]}> {
  const {files, edition} = await readEdition(dir, onSettings)
  const [settingsFile] = files
  if (!edition || !settingsFile) return {files, brackets: []}
  const brackets = transform(edition, settingsFile)
  await readImages(edition)
  const series = seriesOf(edition.settings).map(({key}) => key)
  for (const document of allDocuments(edition)) {
    verifyReceived(document)
    verifyTypography(document, edition.settings.typography)
    // A text with unread marks cannot agree with itself; its errors are told already.
    if (!document.file.messages.some((message) => severityOf(message) === 'error')) verifyParse(document, series)
  }
  for (const name of Object.keys(edition.settings.outputs)) selection(edition, name)
  // A name that is written wrongly is told already; the right one then is named nowhere.
  if (!refuses(edition.files, false)) {
    tellNeverUsed(edition)
    tellUnexplainedSigns(edition)
  }
  return {files, edition, brackets}
}

/** Proves what lies in the results of the last build against the texts. */
export async function verify({
  dir,
  out
}: {
  dir: string
  out: string
}): Promise<{files: VFile[]; lines: string[]; ok: boolean}> {
  const {files, edition} = await check({dir})
  const lines: string[] = []
  if (!edition) return {files, lines, ok: false}
  let ok = !refuses(files, false)
  for (const document of textsOf(edition)) {
    const proved = document.transcript
      ? `compared with ${document.transcript.file.path}`
      : 'no transcript to compare with'
    lines.push(`${document.file.path}: ${proved}`)
  }
  for (const name of Object.keys(edition.settings.outputs)) {
    const chosen = selection(edition, name)
    const pages = await readPages(name, out)
    const lying = await readOutput(edition, name, out)
    const finished = lying.find(({format}) => format === 'pdf')?.bytes
    for (const {file, format, bytes} of lying) {
      if (!bytes) {
        report(
          settingsOf(edition),
          'missing-output',
          `No output \`${file}\`, expected it there; \`recension build ${dir}\` makes it`
        )
        ok = false
        continue
      }
      const found = await proveOutput(chosen, {file, format, name}, {bytes, pages, finished})
      for (const finding of found.findings) reportFinding(edition, finding)
      ok &&= found.findings.length === 0
      lines.push(`${file}: ${found.findings.length === 0 ? found.line : 'differs'}`)
    }
  }
  return {files: edition.files, lines, ok}
}

interface Lying {
  bytes: Uint8Array
  pages: readonly PrintedPage[] | undefined
  /** The finished PDF of the same output. */
  finished: Uint8Array | undefined
}

async function proveOutput(
  edition: Edition,
  {file, format, name}: {file: string; format: Format; name: string},
  {bytes, pages, finished}: Lying
): Promise<{findings: Finding[]; line: string}> {
  const citations = citationsOf(edition, name).get(path.basename(file))
  if (citations) return provedCitations(file, citations, bytes)
  if (format === 'epub')
    return {findings: verifyEpub(edition, bytes, {pages, unlisted: true}), line: 'every word once and in order'}
  if ((format === 'print' || format === 'booklet') && finished) {
    const findings = await provePaperFile(edition, format, {finished, bytes, pages: pages?.length ?? 0})
    return {findings, line: 'every page of the PDF at its place, with its words'}
  }
  if (format === 'handouts') {
    const {proveArchive} = await import('./handouts.ts')
    return {findings: await proveArchive(edition, bytes), line: 'every document found in its handout'}
  }
  if (format === 'booklet')
    return {findings: [], line: 'not compared; `formats: [pdf, booklet]` gives a PDF to compare it with'}
  const {findings, shares} = await verifyPdf(edition, bytes)
  const [words, found] = [
    shares.reduce((sum, one) => sum + one.words, 0),
    shares.reduce((sum, one) => sum + one.found, 0)
  ]
  // The printer's file has no tags.
  const tags = findings.length > 0 || format === 'print' ? [] : verifyTags(edition, bytes)
  const standard = format === 'print' ? verifyStandard(bytes, edition.output?.standard) : []
  return {findings: [...findings, ...tags, ...standard], line: `${found} of ${words} words found in order`}
}

/** Files for reference managers hold nothing but what the edition says, so they are what it makes now. */
function provedCitations(file: string, wanted: Uint8Array, bytes: Uint8Array): {findings: Finding[]; line: string} {
  const same = Buffer.compare(wanted, bytes) === 0
  const reason = `\`${file}\` is not what the edition says now, expected the same; build it again`
  return {findings: same ? [] : [{rule: 'output-differs', reason}], line: 'as the edition says'}
}

/** What to make: outputs by name, or one format of an output by its file name, `reader.epub`. */
function targetsOf(edition: Edition, wanted: string[] | undefined): Target[] {
  const all = Object.entries(edition.settings.outputs).map(([name, {formats}]): Target => ({name, formats}))
  if (!wanted) return all
  const targets = new Map<string, Target>()
  for (const {name, formats} of all) {
    targets.set(name, {name, formats})
    for (const format of formats) for (const file of namesOf(name, format)) targets.set(file, {name, formats: [format]})
  }
  return wanted.flatMap((name) => {
    const target = targets.get(name)
    if (target) return [target]
    const near = nearest(name, targets.keys())
    const known = all.map((one) => `\`${one.name}\``).join(', ')
    const hint = near ? `did you mean \`${near}\`?` : `expected one of ${known}`
    report(settingsOf(edition), 'unknown-output', `Unexpected output \`${name}\`, ${hint}`)
    return []
  })
}

function refuses(files: VFile[], strict: boolean): boolean {
  return files.some(({messages}) =>
    messages.some((message) => severityOf(message) === 'error' || (strict && severityOf(message) === 'warning'))
  )
}
