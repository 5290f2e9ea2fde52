// What is loaded into a page: the style sheets, Paged.js as its package has it, our own page script made into one file.
import {readFile} from 'node:fs/promises'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {build} from 'esbuild'
import {EnvironmentError} from '../../document/environment.ts'
import {served, type Served} from './origin.ts'
import {packageFolder, packageVersion} from '../../kept/index.ts'
import {geometryOf} from '../../document/page-geometry.ts'
import type {Form} from '../../document/print-form.ts'
import type {ScriptFace} from '../../document/script-faces.ts'
import {formSheet} from '../paper.ts'
import {scriptRules} from '../script-rules.ts'

/** The version that our handlers are written for; the next one is slower and stops early. */
export const PAGEDJS = '0.4.3'

/** Scripts of the page, in the order of loading. */
export interface Scripts {
  /** Replaces what Paged.js would otherwise wait for; before it. */
  before: string
  paged: string
  own: string
}

/** The scripts as files of the page's origin, in the order of loading. */
export const scriptFiles = ({before, paged, own}: Scripts): Map<string, Served> =>
  new Map([
    ['/before.js', served(before, 'text/javascript')],
    ['/paged.js', served(paged, 'text/javascript')],
    ['/own.js', served(own, 'text/javascript')]
  ])

/** Reads and bundles everything that a page loads. */
export async function pageScripts(): Promise<Scripts> {
  const [before, paged, own] = await Promise.all([bundle('frames.ts'), pagedjs(), bundle('main.ts')])
  return {before, paged, own}
}

const SHEETS = [
  'fonts.css',
  'tokens.css',
  'text.css',
  'notes.css',
  'apparatus.css',
  'end-notes.css',
  'parts.css',
  'course.css',
  'page.css',
  'parallel.css'
] as const
const SANS = 'fonts-sans.css'
const TURNED = 'right-to-left.css'
const styles = new URL('../../../styles/', import.meta.url)

/** The style sheet of the pages in the form that an output has chosen, its files in a fixed order. */
export async function styleSheet(form?: Form, scripts: readonly ScriptFace[] = []): Promise<string> {
  // Faces are loaded whether they are used or not.
  const names = [...(form?.typeface === 'Noto Sans' ? [SANS] : []), ...SHEETS, ...(scripts.length > 0 ? [TURNED] : [])]
  const sheets = await Promise.all(names.map((name) => readFile(new URL(name, styles), 'utf8')))
  return [...sheets, formSheet(geometryOf(form), form), ...scriptRules(scripts, form)].join('\n')
}

/** The style sheet for the assembled book alone: running heads, folios, and the cures of Paged.js's rules for printing. */
export async function finishSheet(): Promise<string> {
  return readFile(new URL('print-finish.css', styles), 'utf8')
}

async function pagedjs(): Promise<string> {
  const version = packageVersion('pagedjs-cli')
  if (version !== PAGEDJS)
    throw new EnvironmentError(
      `Unexpected version ${version} of the package pagedjs-cli, expected ${PAGEDJS}. Run \`npm ci\` in the program's folder.`
    )
  return readFile(join(packageFolder('pagedjs-cli'), 'dist', 'browser.js'), 'utf8')
}

async function bundle(entry: string): Promise<string> {
  const {outputFiles} = await build({
    entryPoints: [fileURLToPath(new URL(`../browser/${entry}`, import.meta.url))],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'chrome120',
    charset: 'utf8',
    logLevel: 'silent',
    tsconfigRaw: {}
  })
  const [file] = outputFiles
  if (!file) throw new Error(`esbuild made nothing of ${entry}`)
  return file.text
}
