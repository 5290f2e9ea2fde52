// Which browser prints: the one that was named, the embedded one, or one that is installed.
import {embeddedBrowser, embeddedRunsHere, embeddedState} from './embedded-browser.ts'
import {EnvironmentError} from '../../document/environment.ts'
import {installedBrowser, runs} from './installed-browser.ts'
import {sandboxHere, type Sandbox} from './sandbox.ts'

/** A browser and how it is to be started. */
export interface ChosenBrowser {
  path: string
  /** What is added to the environment of the browser process. */
  env: Record<string, string>
  kind: 'given' | 'embedded' | 'installed'
  /** Version of the embedded browser; the others say it themselves once they run. */
  version?: string | undefined
  /** Something about the choice that the user should know. */
  note?: string | undefined
}

/** The browser to use; throws `EnvironmentError` where there is none. `path` is what the user named, if anything. */
export async function ensureBrowser(path?: string): Promise<ChosenBrowser> {
  const named = givenPath(path)
  if (named) {
    if (!(await runs(named.path))) throw new EnvironmentError(notThere(named))
    return {path: named.path, env: {}, kind: 'given'}
  }
  if (embeddedRunsHere()) {
    const {temporary, ...embedded} = await embeddedBrowser()
    return {...embedded, kind: 'embedded', note: temporary}
  }
  const installed = await installedBrowser()
  if (!installed) throw new EnvironmentError(NONE)
  return {path: installed, env: {}, kind: 'installed'}
}

/** What is known of the browser before it runs. */
export interface BrowserDescription {
  kind: ChosenBrowser['kind'] | 'none'
  /** One sentence about what would be used. */
  text: string
  sandbox: Sandbox
}

/** What `ensureBrowser` would use, for `recension doctor`; nothing is unpacked or started. */
export async function describeBrowser(path?: string): Promise<BrowserDescription> {
  const sandbox = sandboxHere()
  const named = givenPath(path)
  if (named) {
    if (await runs(named.path))
      return {kind: 'given', text: `The browser ${named.path}, named by ${named.by}.`, sandbox}
    return {kind: 'none', text: notThere(named), sandbox}
  }
  if (embeddedRunsHere()) {
    const {folder, version, unpacked} = await embeddedState()
    const where = unpacked ? `unpacked in ${folder}` : `will be unpacked into ${folder} the first time`
    return {kind: 'embedded', text: `The embedded Chromium ${version}, ${where}.`, sandbox}
  }
  const installed = await installedBrowser()
  if (installed) return {kind: 'installed', text: `The installed browser ${installed}.`, sandbox}
  return {kind: 'none', text: NONE, sandbox}
}

interface Named {
  path: string
  by: string
}

function givenPath(path: string | undefined): Named | undefined {
  if (path) return {path, by: '--browser'}
  const variable = process.env['RECENSION_BROWSER']
  return variable ? {path: variable, by: 'the environment variable RECENSION_BROWSER'} : undefined
}

const notThere = ({path, by}: Named): string =>
  `There is no browser at ${path}, the path given by ${by}. Expected the program file of Chrome, Chromium or Edge. Correct the path, or leave it out to let Recension look for a browser itself.`

const NONE = [
  'No browser was found, and a browser is needed to make the PDF.',
  'Windows: install Google Chrome, or use the Microsoft Edge that comes with Windows.',
  'macOS: install Google Chrome, Chromium or Microsoft Edge into Applications.',
  'Linux on a PC (x64): nothing to install, a browser comes with Recension (on Alpine, install the package chromium); on other processors, install chromium or Google Chrome.',
  'If a browser is installed in another place, name it: `recension build --browser PATH`, or set the environment variable RECENSION_BROWSER.',
  'Without a browser the e-book can still be made.'
].join('\n')
