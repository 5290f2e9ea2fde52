// The program in few plain files, made once and kept: to read hundreds of files of TypeScript takes longer than to check an edition.
// Plain JavaScript: this runs before anything reads TypeScript.
import {createHash, randomUUID} from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync
} from 'node:fs'
import {createRequire} from 'node:module'
import {join} from 'node:path'
import {fileURLToPath, pathToFileURL} from 'node:url'
import {cachePath, mine} from '../document/own-folder.js'

const root = fileURLToPath(new URL('../..', import.meta.url))
const require = createRequire(import.meta.url)

/**
 * Address of main.ts, bundled with all that it needs but the packages. It is made where there is none of just these sources and
 * packages, and throws where it cannot be kept. `debug`: with what stacks need to name the sources.
 */
export async function bundledProgram({debug}) {
  const cache = cachePath()
  mkdirSync(cache, {recursive: true, mode: 0o700})
  if (!(await mine(cache))) throw new Error(`Other users can write to ${cache}`)
  const sources = readSources()
  const folder = join(cache, 'program', keyOf(sources, debug))
  if (isWhole(folder)) touch(folder)
  else {
    keep(await bundle(sources, debug), folder)
    prune(join(cache, 'program'))
  }
  return pathToFileURL(join(folder, 'main.mjs')).href
}

function readSources() {
  const entries = readdirSync(join(root, 'src'), {recursive: true, withFileTypes: true})
  const files = entries.filter(({name}) => /\.(ts|js)$/.test(name)).map(({parentPath, name}) => join(parentPath, name))
  return new Map(files.toSorted().map((file) => [file, readFileSync(file)]))
}

/** A hash of all that goes in: what is not the same in one letter is bundled anew. */
function keyOf(sources, debug) {
  const own = join(root, 'package.json')
  const text = readFileSync(own)
  const files = new Map([[own, text], ...packageFiles(Object.keys(JSON.parse(text).dependencies)), ...sources])
  const hash = createHash('sha256').update(String(debug))
  for (const [path, content] of files) hash.update(`\n${path}\n${content.length}\n`).update(content)
  return hash.digest('hex')
}

/** Where packages lie and what they say of themselves: the bundle names the very files of packages. */
function packageFiles(names) {
  const folders = require.resolve.paths(names[0]).filter((folder) => existsSync(folder))
  return names.map((name) => {
    const file = folders.map((folder) => join(folder, name, 'package.json')).find((one) => existsSync(one))
    if (!file) throw new Error(`The package ${name} is not installed`)
    return [realpathSync(file), readFileSync(file)]
  })
}

const sha256 = (content) => createHash('sha256').update(content).digest('hex')

/** Files by name. Each module still finds what lies beside its source, and the packages lie where they lay. */
async function bundle(sources, debug) {
  const {build, stop} = await import('esbuild')
  const {outputFiles} = await build({
    entryPoints: {main: join(root, 'src', 'cli', 'main.ts')},
    bundle: true,
    splitting: true,
    write: false,
    outdir: join(root, 'src'),
    outExtension: {'.js': '.mjs'},
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    charset: 'utf8',
    sourcemap: debug ? 'inline' : false,
    sourceRoot: pathToFileURL(join(root, 'src/')).href,
    logLevel: 'silent',
    tsconfigRaw: {},
    define: {'import.meta.url': 'addressOfSource'},
    plugins: [asTheyWereRead(sources), packagesInPlace]
  })
  await stop()
  return new Map(outputFiles.map(({path, contents}) => [path.slice(join(root, 'src').length + 1), contents]))
}

/** Bundles what was read and no later text, and gives each source its own address, not that of the bundle. */
const asTheyWereRead = (sources) => ({
  name: 'sources as they were read',
  setup({onLoad}) {
    onLoad({filter: /\.(ts|js)$/}, ({path}) => {
      const text = sources.get(path)?.toString()
      if (text === undefined) throw new Error(`${path} was not there when the sources were read`)
      const address = JSON.stringify(pathToFileURL(path).href)
      const named = text.includes('import.meta.url') ? `const addressOfSource = ${address};${text}` : text
      return {contents: named, loader: path.endsWith('.ts') ? 'ts' : 'js'}
    })
  }
})

/** The bundle lies far from the packages: it imports them by their full addresses. */
const packagesInPlace = {
  name: 'packages in place',
  setup({onResolve}) {
    onResolve({filter: /^[^.]/}, ({path, kind}) => {
      if (kind === 'entry-point' || path.startsWith('node:')) return undefined
      return {path: import.meta.resolve(path), external: true}
    })
  }
}

const SUMS = 'sums.json'

/** Whether all files are there as they were written. */
function isWhole(folder) {
  try {
    const sums = JSON.parse(readFileSync(join(folder, SUMS), 'utf8'))
    return Object.entries(sums).every(([name, sum]) => sha256(readFileSync(join(folder, name))) === sum)
  } catch {
    // Absent, cut short, changed: made again.
    return false
  }
}

/** Written under another name first, so that two first runs at once do not disturb each other. */
function keep(files, folder) {
  const half = `${folder}.${randomUUID()}.partial`
  mkdirSync(half, {recursive: true, mode: 0o700})
  try {
    for (const [name, content] of files) writeFileSync(join(half, name), content, {mode: 0o600})
    const sums = Object.fromEntries([...files].map(([name, content]) => [name, sha256(content)]))
    writeFileSync(join(half, SUMS), JSON.stringify(sums), {mode: 0o600})
    if (!isWhole(folder)) rmSync(folder, {recursive: true, force: true})
    renameSync(half, folder)
  } catch (error) {
    rmSync(half, {recursive: true, force: true})
    // Another run may have been quicker.
    if (!isWhole(folder)) throw error
  }
}

const DAY = 86_400_000
const KEPT = 20

/** Drops what nobody has started for a day, but for the newest: who runs one still may ask it for more. */
function prune(folder) {
  const dated = readdirSync(folder).map((name) => ({path: join(folder, name), used: usedAt(join(folder, name))}))
  for (const {path, used} of dated.toSorted((one, other) => other.used - one.used).slice(KEPT))
    if (used < Date.now() - DAY) rmSync(path, {recursive: true, force: true})
}

function usedAt(path) {
  // Another run may have dropped it.
  return statSync(path, {throwIfNoEntry: false})?.mtimeMs ?? 0
}

function touch(folder) {
  const now = new Date()
  try {
    utimesSync(folder, now, now)
  } catch {
    // A cache that cannot be written can still be read.
  }
}
