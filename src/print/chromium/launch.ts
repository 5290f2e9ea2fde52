// Starts the chosen browser with a profile of its own and ends it so that nothing is left behind.
import {rm} from 'node:fs/promises'
import {existsSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import puppeteer, {type Browser, type LaunchOptions} from 'puppeteer-core'
import {EnvironmentError} from '../../document/environment.ts'
import {sweep, temporaryFolder, undoAtEnd} from '../../kept/index.ts'
import type {ChosenBrowser} from './choose-browser.ts'
import {isSandboxFailure, NO_NAMESPACES, sandboxHere, type Sandbox} from './sandbox.ts'

/** A browser that runs, with or without its sandbox. */
export interface RunningBrowser extends Sandbox {
  browser: Browser
  /** `HeadlessChrome/147.0.7727.0` */
  version: string
  /** Ends the browser and removes its profile; may be called twice. */
  close(): Promise<void>
}

/** Starts a browser, in its sandbox wherever the system allows one. */
export async function launch(chosen: ChosenBrowser): Promise<RunningBrowser> {
  const outlook = sandboxHere()
  try {
    return await start(chosen, outlook)
  } catch (error) {
    if (outlook.sandbox && isSandboxFailure(String(error)))
      return start(chosen, {sandbox: false, why: NO_NAMESPACES}).catch((cause: unknown) => fail(chosen, cause))
    return fail(chosen, error)
  }
}

async function start(chosen: ChosenBrowser, sandbox: Sandbox): Promise<RunningBrowser> {
  await sweep(tmpdir(), PROFILE, (name) => !isRunning(Number(name.slice(PROFILE.length).split('-')[0])))
  const profile = await temporaryFolder(`${PROFILE}${process.pid}-`)
  let browser: Browser | undefined
  const release = undoAtEnd(() => kill(browser, profile))
  const remove = async (): Promise<void> => {
    await rm(profile, {recursive: true, force: true, maxRetries: 5})
    release()
  }
  try {
    const running = await puppeteer.launch(settings(chosen, profile, sandbox.sandbox))
    browser = running
    const close = async (): Promise<void> => {
      await running.close().catch(() => kill(running, profile))
      await remove()
    }
    return {browser, version: await running.version(), ...sandbox, close}
  } catch (error) {
    kill(browser, profile)
    await remove()
    throw error
  }
}

/** Profiles bear the number of their process, so that those of a killed one are known. */
const PROFILE = 'recension-browser-'

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

function settings(chosen: ChosenBrowser, profile: string, sandbox: boolean): LaunchOptions {
  return {
    executablePath: chosen.path,
    headless: chosen.kind === 'embedded' ? 'shell' : true,
    userDataDir: profile,
    // A browser on a pipe ends with the program, even when that is killed outright.
    pipe: true,
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    protocolTimeout: 0,
    args: [...FLAGS, ...(sandbox ? [] : ['--no-sandbox'])],
    env: environment(chosen, profile)
  }
}

const FLAGS = [
  '--disable-background-networking',
  '--disable-background-timer-throttling',
  '--disable-backgrounding-occluded-windows',
  '--disable-component-update',
  '--disable-dev-shm-usage',
  '--disable-domain-reliability',
  '--disable-gpu',
  '--disable-renderer-backgrounding',
  '--font-render-hinting=none',
  // Nothing is fetched: all requests are answered before a name is looked up, and none could be.
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--lang=en-US',
  '--no-pings'
]

/** The embedded browser gets nothing of the user's environment but the search path; what it writes goes into its profile. */
function environment(chosen: ChosenBrowser, profile: string): Record<string, string | undefined> {
  const fixed = {TZ: 'UTC', ...chosen.env}
  if (chosen.kind !== 'embedded') return {...process.env, ...fixed}
  return {PATH: process.env['PATH'], HOME: profile, XDG_CACHE_HOME: profile, LANG: 'C.UTF-8', ...fixed}
}

/** The last resort, which waits for nothing but the end of the browser's processes: one that still runs would write its profile again. */
function kill(browser: Browser | undefined, profile: string): void {
  const child = browser?.process()
  if (child?.pid !== undefined) killGroup(child.pid)
  for (let turn = 0; turn < TURNS; turn++) {
    rmSync(profile, {recursive: true, force: true, maxRetries: 5})
    pause()
    if (!existsSync(profile)) return
  }
}

const TURNS = 20

/** On Linux and macOS Puppeteer starts a browser as the leader of a group, which all its processes are in. */
function killGroup(pid: number): void {
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL')
  } catch {
    // It has ended by itself.
  }
}

/** Stops the whole program for 10 ms. */
function pause(): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10)
}

function fail(chosen: ChosenBrowser, cause: unknown): never {
  const said = cause instanceof Error ? cause.message.trim() : String(cause)
  throw new EnvironmentError(
    `The browser ${chosen.path} does not start. Try another with \`recension build --browser PATH\`. It said: ${said}`,
    {cause}
  )
}
