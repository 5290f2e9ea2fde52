// Sets up what is missing before `npm start` and, with --dev, before `npm test`. Silent and without network when nothing is.
import {spawnSync} from 'node:child_process'
import {rmSync} from 'node:fs'
import {basename, join} from 'node:path'
import process from 'node:process'
import {fileURLToPath} from 'node:url'
import {missingPackages} from './packages.js'

const root = fileURLToPath(new URL('../..', import.meta.url))
const dev = process.argv.includes('--dev')
const STATUS_ENVIRONMENT = 3

function setUp() {
  const missing = missingPackages(root, {dev})
  if (missing.length === 0) return
  console.error(
    `Setting up: ${missing.length === 1 ? '1 package is' : `${missing.length} packages are`} missing. npm fetches what it needs; this may take a minute.`
  )
  // Without this list an installation that is interrupted is seen as missing the next time.
  rmSync(join(root, 'node_modules', '.package-lock.json'), {force: true})
  const {status, error, stderr} = npm([
    'ci',
    dev ? '--include=dev' : '--omit=dev',
    '--no-audit',
    '--no-fund',
    '--loglevel=error'
  ])
  const still = status === 0 ? missingPackages(root, {dev}) : []
  if (status === 0 && still.length === 0) return
  const said = (stderr || error?.message || '').trim()
  const missed =
    still.length > 0 ? `npm ended well, but these packages are still missing: ${still.join(', ')}.` : undefined
  console.error([missed ?? explain(said), ...opening(said)].join('\n'))
  process.exitCode = STATUS_ENVIRONMENT
}

/** npm as it was started, or as it is found. */
function npm(args) {
  const options = {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'ignore', 'pipe'],
    maxBuffer: 64 * 1024 * 1024,
    // The browser is a package of its own; nothing is fetched from anywhere but the registry.
    env: {...process.env, PUPPETEER_SKIP_DOWNLOAD: '1'}
  }
  const script = process.env.npm_execpath
  if (script && /^npm(-cli)?\.c?js$/.test(basename(script)))
    return spawnSync(process.execPath, [script, ...args], options)
  return spawnSync('npm', args, {...options, shell: process.platform === 'win32'})
}

/** What happened and what to do, from what npm said. */
function explain(said) {
  const reason = REASONS.find(([signs]) => signs.test(said))
  return `The packages could not be set up: ${reason ? reason[1] : 'npm failed. Read what it says below and try again with `npm ci`.'}`
}

const REASONS = [
  [/\bENOSPC\b|no space left/i, 'the disk is full. Free about 1 GB and try again.'],
  [
    /\b(EACCES|EPERM|EROFS)\b/,
    `the folder ${root} cannot be written. Allow writing there, or put Recension into a folder of your own.`
  ],
  [
    /\bE?407\b|proxy authentication/i,
    'the proxy refuses the connection. Give npm its address and name: `npm config set proxy` and `npm config set https-proxy`.'
  ],
  [
    /CERT|self.signed|ERR_TLS|\bssl\b/i,
    'the connection to the package registry is not trusted. A proxy may stand between; name its certificate with `npm config set cafile`.'
  ],
  [
    /\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT|EIDLETIMEOUT)\b|network/i,
    'the package registry cannot be reached. Connect to the network and try again; the network is needed this once only.'
  ],
  [
    /\bE(401|403)\b/,
    'the package registry refuses access. Look at the registry and the login that npm is set to: `npm config list`.'
  ],
  [
    /\bE404\b|\bETARGET\b/,
    'the package registry does not have one of the packages. Look at the registry that npm is set to: `npm config get registry`.'
  ],
  [/\bE(429|5\d\d)\b/, 'the package registry has a fault of its own. Try again later.'],
  [/\bEINTEGRITY\b/, 'a package arrived damaged. Run `npm cache verify` and try again.'],
  [/\bEUSAGE\b/, 'package.json and package-lock.json do not agree. Take both from the same version of Recension.'],
  [
    /\bENOENT\b.*\bnpm\b|spawn(Sync)? npm/i,
    'npm is not found. Install Node 20.19 or later from nodejs.org, npm comes with it.'
  ]
]

/** The first lines that npm said: the later ones are its stack and advice that is given above. */
function opening(said) {
  const lines = said.split(/\r?\n/).filter((line) => line.trim() !== '' && !/complete log of this run|_logs/.test(line))
  return lines.slice(0, 6)
}

setUp()
