// Stands for npm in the tests of the set-up: notes how it was called, then does what FAKE_NPM says.
import {appendFileSync, copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'

const {FAKE_NPM = 'install', PUPPETEER_SKIP_DOWNLOAD} = process.env
const listThere = existsSync('node_modules/.package-lock.json')
appendFileSync(
  'npm-calls.txt',
  `${process.argv.slice(2).join(' ')} skip=${PUPPETEER_SKIP_DOWNLOAD} list=${listThere}\n`
)

if (FAKE_NPM === 'install') install()
else if (FAKE_NPM === 'killed') process.kill(process.pid, 'SIGKILL')
else if (FAKE_NPM !== 'nothing') {
  console.error(FAKE_NPM)
  console.error('npm error A complete log of this run can be found in: /home/x/.npm/_logs/debug-0.log')
  process.exit(1)
}

function install() {
  for (const path of Object.keys(JSON.parse(readFileSync('package-lock.json', 'utf8')).packages)) {
    if (path === '') continue
    mkdirSync(path, {recursive: true})
    writeFileSync(join(path, 'package.json'), '{}')
  }
  copyFileSync('package-lock.json', 'node_modules/.package-lock.json')
}
