// Which packages of package-lock.json are not installed as it says. Plain JavaScript: this runs before any package is there.
import {existsSync, readFileSync} from 'node:fs'
import {join} from 'node:path'

/**
 * Names of packages that are missing in node_modules or have another version than package-lock.json says.
 * `dev`: the tools for tests too.
 */
export function missingPackages(root, {dev}) {
  const wanted = packagesOf(join(root, 'package-lock.json'))
  // npm writes this list last, when an installation is complete.
  const installed = packagesOf(join(root, 'node_modules', '.package-lock.json'))
  return Object.entries(wanted)
    .filter(([path, entry]) => path !== '' && !entry.link && (dev || !entry.dev))
    .filter(([path, entry]) => !isInstalled(entry, installed[path], join(root, path)))
    .map(([path]) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length))
}

function isInstalled(wanted, installed, folder) {
  if (!installed) return mayBeAbsent(wanted)
  return (
    installed.version === wanted.version && installed.name === wanted.name && existsSync(join(folder, 'package.json'))
  )
}

/** npm leaves out optional packages that are for another system, and those that only such packages need. */
function mayBeAbsent({optional, devOptional, os, cpu, libc}) {
  if (!optional && !devOptional) return false
  if (!os && !cpu && !libc) return true
  return (
    !allows(os, process.platform) || !allows(cpu, process.arch) || (libc !== undefined && !allows(libc, libcHere()))
  )
}

/** `["linux"]` or `["!win32"]` */
function allows(list, value) {
  if (!list) return true
  if (list.includes(`!${value}`)) return false
  const wanted = list.filter((one) => !one.startsWith('!'))
  return wanted.length === 0 || wanted.includes(value) || wanted.includes('any')
}

let libc
function libcHere() {
  if (libc === undefined) {
    // Asking for the machine's addresses would look up names on the network.
    if (process.report) process.report.excludeNetwork = true
    libc = process.report?.getReport().header.glibcVersionRuntime ? 'glibc' : 'musl'
  }
  return libc
}

function packagesOf(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages ?? {}
  } catch {
    return {}
  }
}
