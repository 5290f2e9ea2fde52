// Whether the browser can shut its pages into Chromium's own sandbox on this machine, and why not.
import {readFileSync} from 'node:fs'

/** Whether there is a sandbox. */
export interface Sandbox {
  sandbox: boolean
  /** Why there is none, as a whole sentence. */
  why?: string | undefined
}

/** What can be known before the browser is started; a start that fails for want of a sandbox tells the rest. */
export function sandboxHere(): Sandbox {
  if (process.platform !== 'linux') return {sandbox: true}
  if (process.getuid?.() === 0) return {sandbox: false, why: AS_ROOT}
  const closed = CLOSED.some(([file, value]) => setting(file) === value)
  return closed ? {sandbox: false, why: NO_NAMESPACES} : {sandbox: true}
}

/** True for the complaint of a Chromium that finds no way to make its sandbox. */
export const isSandboxFailure = (message: string): boolean =>
  /No usable sandbox|setuid sandbox|zygote_host|Failed to move to new namespace|credentials\.cc/.test(message)

const AS_ROOT =
  'The browser runs without its sandbox, because Chromium has none for the user root. Run Recension as an ordinary user to have it.'

/** Said where the system forbids user namespaces. */
export const NO_NAMESPACES =
  'The browser runs without its sandbox, because this system does not let ordinary users make the namespaces that it needs.'

/** Kernel settings that forbid it, with the value that does. */
const CLOSED = [
  ['/proc/sys/kernel/unprivileged_userns_clone', '0'],
  ['/proc/sys/user/max_user_namespaces', '0'],
  ['/proc/sys/kernel/apparmor_restrict_unprivileged_userns', '1']
] as const

function setting(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8').trim()
  } catch {
    return undefined
  }
}
