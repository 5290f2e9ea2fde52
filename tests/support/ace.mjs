// Asks Ace by DAISY about many e-books with one browser: `node ace.mjs answers.json browser one.epub two.epub`.
//
// Ace's own command takes one book, starts a browser for it that nobody ends when the command is killed, and says `fine` by its exit
// status whatever it has found; its parts are put together here instead.
import {writeFileSync} from 'node:fs'
import {createRequire} from 'node:module'

const [answers, executablePath, ...books] = process.argv.slice(2)
const require = createRequire(import.meta.url)
const command = createRequire(require.resolve('@daisy/ace-cli'))
const ace = createRequire(command.resolve('@daisy/ace-cli-shared'))('@daisy/ace-core')
const runner = command('@daisy/ace-axe-runner-puppeteer')
const puppeteer = createRequire(command.resolve('@daisy/ace-axe-runner-puppeteer'))('puppeteer')

const {launch} = puppeteer
// A browser on a pipe ends with this process.
puppeteer.launch = (options) => launch({...options, executablePath, headless: 'shell', pipe: true})
await runner.launch()
const kept = {...runner, launch: async () => {}, close: async () => {}}
const told = []
try {
  for (const book of books) {
    const [, report] = await ace(book, {cwd: '/', silent: true, doNotReportMedia: true, lang: 'en'}, kept)
    told.push(violationsOf(report))
  }
} finally {
  await runner.close()
}
writeFileSync(answers, JSON.stringify(told))
process.exit(0)

function violationsOf(report) {
  return {
    outcome: report['earl:result']['earl:outcome'],
    violations: report.assertions.flatMap(({assertions, ...whole}) =>
      assertions.map((one) => ({
        file: whole['earl:testSubject'].url.split('/').at(-1),
        rule: one['earl:test']['dct:title'],
        impact: one['earl:test']['earl:impact'],
        text: one['earl:result']['dct:description']
      }))
    )
  }
}
