// The real command: wrong use, help, version, rules. Whole messages and exit statuses.
import {mkdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {spawnSync} from 'node:child_process'
import {describe, expect, it} from 'vitest'
import {rules} from '../../src/document/rules.ts'
import {EditionTest} from '../support/edition.ts'
import {runInside} from '../support/host.ts'

const SEE_HELP = 'Run `recension --help` to see what there is.\n'
const nothing = {status: 2, stdout: ''}

describe('the real command', () => {
  const edition = EditionTest.empty()

  it('says its version', async () => {
    const {version} = JSON.parse(readFileSync('package.json', 'utf8')) as {version: string}
    expect(await edition.run('--version')).toEqual({status: 0, stdout: `${version}\n`, stderr: ''})
  })

  it('refuses an unknown command with the nearest one, without a stack', async () => {
    const stderr = `Unknown command \`biuld\`, did you mean \`build\`?\n${SEE_HELP}`
    expect(await edition.run('biuld')).toEqual({...nothing, stderr})
  })

  it('does not fail when nobody reads to the end', () => {
    const command = join(process.cwd(), 'src/cli/recension.js')
    const {stdout, stderr} = spawnSync('bash', ['-c', `node ${command} explain | head -n 1`], {encoding: 'utf8'})
    expect({stdout, stderr}).toEqual({stdout: 'missing-folder  error\n', stderr: ''})
  })

  it('runs by a symbolic link from any folder', () => {
    const command = join(process.cwd(), 'src/cli/recension.js')
    spawnSync('ln', ['-s', command, join(edition.cwd, 'recension')])
    const {status, stdout} = spawnSync(process.execPath, [join(edition.cwd, 'recension'), '--version'], {
      cwd: '/',
      encoding: 'utf8'
    })
    expect({status, stdout}).toEqual({status: 0, stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) as string})
  })

  it('names an unknown rule’s nearest', async () => {
    const stderr = 'Unknown rule `bracket-unknwn`, did you mean `bracket-unknown`?\n'
    expect(await edition.run('explain', 'bracket-unknwn')).toEqual({...nothing, stderr})
  })
})

describe('wrong use', () => {
  it.each([
    [
      'an unknown word',
      ['frobnicate'],
      'Unknown command `frobnicate`, expected one of `build`, `check`, `verify`, `outputs`, `freeze`, `explain`, `init`, `schema`, `clean`, `doctor`'
    ],
    [
      'a command of a later version',
      ['preview'],
      'Unknown command `preview`, expected one of `build`, `check`, `verify`, `outputs`, `freeze`, `explain`, `init`, `schema`, `clean`, `doctor`'
    ],
    ['an option', ['build', '--stric'], 'Unknown option `--stric`, did you mean `--strict`?'],
    [
      'an option of a later version',
      ['build', '--quick'],
      'Unknown option `--quick`, expected one of `--output`, `--out`, `--strict`, `--format`, `--watch`, `--browser`, `--timings`, `--version`, `--help`'
    ],
    [
      'an option of another command',
      ['verify', '--strict'],
      'Unknown option `--strict`, expected one of `--out`, `--browser`, `--timings`, `--version`, `--help`'
    ],
    [
      'two folders',
      ['build', 'a', 'b'],
      'Too many arguments for `recension build`. A folder whose name has spaces needs quotation marks around it.'
    ],
    ['no folder', ['init'], 'Missing DIR after `recension init`'],
    ['no value', ['build', '--out'], 'Missing value after `--out`, expected `--out <folder>`'],
    [
      'an unknown format',
      ['check', '--format', 'jsn'],
      'Unexpected value of `--format`, expected one of `text`, `json`, `github`'
    ]
  ])('%s', async (_what, argv, message) => {
    expect(await runInside(argv)).toEqual({...nothing, stderr: `${message}\n${SEE_HELP}`})
  })

  it('a folder in the place of the command', async () => {
    expect(await runInside(['tests/editions/minimal'])).toEqual({
      ...nothing,
      stderr: `Missing command, did you mean \`recension build tests/editions/minimal\`?\n${SEE_HELP}`
    })
  })

  it('--write alone', async () => {
    const stderr = 'Unexpected `--write` alone, expected it with `--brackets`: it adds entries to the bracket table\n'
    expect(await runInside(['check', '--write'])).toEqual({...nothing, stderr})
  })

  it.each([
    ['.', `that folder holds ${process.cwd()}`],
    ['/', `that folder holds ${process.cwd()}`],
    ['tests/editions', 'that folder holds the edition']
  ])('results in %s', async (out, why) => {
    const stderr = `Unexpected \`--out ${out}\`: ${why}, expected a folder for the results alone, such as \`dist\`\n`
    expect(await runInside(['build', 'tests/editions/minimal', '--out', out])).toEqual({...nothing, stderr})
  })

  it('no command at all shows the help', async () => {
    const {status, stdout, stderr} = await runInside([])
    expect({status, stdout}).toEqual(nothing)
    expect(stderr).toMatch(/^Usage: recension \[options\] \[command\]\n/)
  })
})

describe('help', () => {
  it('names every command and exit status, and none of a later version', async () => {
    const {status, stdout, stderr} = await runInside(['--help'])
    expect({status, stderr}).toEqual({status: 0, stderr: ''})
    const commands = [...stdout.matchAll(/^ {2}([a-z]+)(?: |$)/gm)].map(([, name]) => name)
    expect(commands).toEqual([
      'build',
      'check',
      'verify',
      'outputs',
      'freeze',
      'explain',
      'init',
      'schema',
      'clean',
      'doctor',
      'help'
    ])
    expect(stdout).toContain(
      'Exit status: 0 nothing wrong, 1 errors in the edition, 2 wrong use of the\ncommand, 3 something is lacking on the machine (see recension doctor).'
    )
    expect(stdout).not.toMatch(/import|collate|preview/)
  })

  it('of a command names its options', async () => {
    const {status, stdout} = await runInside(['help', 'check'])
    expect(status).toBe(0)
    expect(stdout).toMatch(/^Usage: recension check \[options\] \[dir\]\n/)
    for (const option of ['--brackets', '--write', '--format', '--strict']) expect(stdout).toContain(option)
  })
})

describe('explain', () => {
  it('gives severity and text of a rule, an example and its mended form', async () => {
    expect(await runInside(['explain', 'alt-missing'])).toEqual({
      status: 0,
      stdout: `alt-missing  error
  A picture needs alt="…" for readers who cannot see it, or the word decorative.

Wrong, in documents/letter.md:
    ::figure{src=images/quay.svg}

Right:
    ::figure{src=images/quay.svg alt="The third quay, seen from the sea"}
`,
      stderr: ''
    })
  })

  it('says what to do where nothing that the editor writes sets it off', async () => {
    expect(await runInside(['explain', 'missing-output'])).toEqual({
      status: 0,
      stdout: `missing-output  error
  The output must exist before it can be verified. Build the edition first.

What to do:
  Run \`recension build\`, then verify again.
`,
      stderr: ''
    })
  })

  it('lists all rules', async () => {
    const {stdout} = await runInside(['explain'])
    const names = [...stdout.matchAll(/^([a-z0-9-]+) {2}(?:error|warning|info)$/gm)].map(([, name]) => name)
    expect(names).toEqual(Object.keys(rules))
  })

  it('does not take a property of objects for a rule', async () => {
    const stderr = 'Unknown rule `constructor`, `recension explain` lists all rules\n'
    expect(await runInside(['explain', 'constructor'])).toEqual({...nothing, stderr})
  })
})

describe('init', () => {
  it('writes a small edition and says what to do with it', async () => {
    const edition = EditionTest.empty()
    const {status, stdout, stderr} = await edition.run('init', 'mine')
    expect({status, stderr}).toEqual({
      status: 0,
      stderr: 'A small edition is ready. `recension build mine` makes the book and the e-book of it.\n'
    })
    const files = [
      '.recension/archives.schema.json',
      '.recension/document.schema.json',
      '.recension/edition.schema.json',
      '.recension/numbering.schema.json',
      '.recension/register.schema.json',
      'documents/a-first-document.md',
      'edition.yaml',
      'people.yaml',
      'transcripts/a-first-document.txt'
    ]
    expect(edition.files('mine')).toEqual(files)
    expect(stdout.split('\n').filter(Boolean).toSorted()).toEqual(files.map((file) => `mine/${file}`))
  })

  it('overwrites nothing', async () => {
    const edition = EditionTest.from('minimal')
    const before = edition.files()
    expect(await edition.runInside('init', 'edition')).toEqual({
      ...nothing,
      stderr: 'The folder edition is not empty, expected a new or empty one: nothing that exists is overwritten\n'
    })
    expect(await edition.runInside('init', 'edition/edition.yaml')).toEqual({
      ...nothing,
      stderr: 'edition/edition.yaml is a file, expected a new or empty folder\n'
    })
    expect(edition.files()).toEqual(before)
  })

  it('takes an empty folder', async () => {
    const edition = EditionTest.empty()
    mkdirSync(join(edition.cwd, 'my books'))
    const {status, stderr} = await edition.runInside('init', 'my books')
    expect({status, stderr}).toEqual({
      status: 0,
      stderr: 'A small edition is ready. `recension build "my books"` makes the book and the e-book of it.\n'
    })
  })
})
