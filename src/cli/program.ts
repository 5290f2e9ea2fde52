// The command line: commands, options and help, and what is said to a slip of the keyboard.
import {existsSync, readFileSync} from 'node:fs'
import {Command, CommanderError, Option} from 'commander'
import {nearest} from '../document/report.ts'
import type {BuildCommandOptions} from './commands/build.ts'
import type {CheckCommandOptions} from './commands/check.ts'
import type {OutputsCommandOptions} from './commands/outputs.ts'
import type {VerifyCommandOptions} from './commands/verify.ts'
import {TEMPLATES, type Template} from './templates.ts'
import {FORMATS} from './formats.ts'
import {STATUS, WrongUse, type Host, type Status} from './host.ts'
import {timed} from './timings.ts'

/** Parses a command line, runs the command and gives its exit status. */
export async function runProgram(argv: readonly string[], host: Host): Promise<Status> {
  let status: Status = STATUS.fine
  const program = describeProgram(host, (ended) => {
    status = ended
  })
  try {
    if (argv.length === 0) program.help({error: true})
    await program.parseAsync(argv, {from: 'user'})
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    if (error.exitCode === 0) return STATUS.fine
    if (error.code === 'commander.help') return STATUS.use
    throw new WrongUse(`${plainly(error, program, argv)}\nRun \`recension --help\` to see what there is.`)
  }
  return status
}

const EDITION = 'folder of the edition'
const OUT = ['--out <folder>', 'folder of the results'] as const
const STRICT = ['--strict', 'take warnings for errors'] as const

const messageFormat = (): Option =>
  new Option('--format <format>', 'form of the messages').choices(FORMATS).default('text')

const STATUSES = `
Exit status: 0 nothing wrong, 1 errors in the edition, 2 wrong use of the
command, 3 something is lacking on the machine (see recension doctor).`

type Done = (status: Status) => void

function describeProgram(host: Host, done: Done): Command {
  const program = new Command('recension')
    .description('Makes a critical edition: a book as PDF, an e-book as EPUB, and the proof that no word was lost.')
    .option('--browser <path>', 'program file of the browser that makes the PDF')
    .option('--timings <file>', 'write how long each stage took')
    .version(version(), '--version', 'print the version')
    .helpOption('--help', 'print this help')
    .helpCommand('help [command]', 'print the help of a command')
    .addHelpText('after', STATUSES)
    .configureOutput({writeOut: host.out, writeErr: host.err, outputError: () => undefined})
    .exitOverride()
  addEditionCommands(program, host, done)
  addFreeze(program, host, done)
  addOtherCommands(program, host, done)
  return program
}

function addEditionCommands(program: Command, host: Host, done: Done): void {
  const finish = timed(done)
  program
    .command('build')
    .description('check the edition and make its outputs')
    .argument('[dir]', EDITION, 'edition')
    .option('--output <name...>', 'make only these outputs (default: all that edition.yaml lists)')
    .option(OUT[0], OUT[1], 'dist')
    .option(...STRICT)
    .addOption(messageFormat())
    .option('--watch', 'build again whenever a file of the edition changes, until Ctrl-C')
    .action(async (dir: string, _: object, command: Command) => {
      await finish(command, async (options: BuildCommandOptions) => {
        const {buildCommand} = await import('./commands/build.ts')
        if (!options.watch) return buildCommand(dir, options, host)
        const {watchCommand} = await import('./commands/watch.ts')
        return watchCommand(dir, options, host)
      })
    })
  program
    .command('check')
    .description('check the edition and list all messages, without making anything')
    .argument('[dir]', EDITION, 'edition')
    .option('--brackets', 'list the square brackets with what the bracket table says of each')
    .option('--write', 'with --brackets: add the suggested entries to edition.yaml')
    .addOption(messageFormat())
    .option(...STRICT)
    .action(async (dir: string, _: object, command: Command) => {
      const {checkCommand} = await import('./commands/check.ts')
      await finish(command, (options: CheckCommandOptions) => checkCommand(dir, options, host))
    })
  program
    .command('verify')
    .description('compare what lies in the results with the texts of the edition, word by word')
    .argument('[dir]', EDITION, 'edition')
    .option(OUT[0], OUT[1], 'dist')
    .action(async (dir: string, _: object, command: Command) => {
      const {verifyCommand} = await import('./commands/verify.ts')
      await finish(command, (options: VerifyCommandOptions) => verifyCommand(dir, options, host))
    })
  program
    .command('outputs')
    .description('show each output: its files, its documents, and every setting with where it comes from')
    .argument('[dir]', EDITION, 'edition')
    .option('--output <name...>', 'show only these outputs')
    .addOption(new Option('--format <format>', 'form of the list').choices(['text', 'json']).default('text'))
    .action(async (dir: string, options: OutputsCommandOptions) => {
      const {outputsCommand} = await import('./commands/outputs.ts')
      done(await outputsCommand(dir, options, host))
    })
}

function addFreeze(program: Command, host: Host, done: Done): void {
  program
    .command('freeze')
    .description('write the numbers of all paragraphs down, so that they last when paragraphs come in or go')
    .argument('[dir]', EDITION, 'edition')
    .action(async (dir: string) => {
      const {freezeCommand} = await import('./commands/freeze.ts')
      done(await freezeCommand(dir, host))
    })
}

function addOtherCommands(program: Command, host: Host, done: Done): void {
  program
    .command('explain')
    .description('say what a rule demands and why; without a rule, list them all')
    .argument('[rule]', 'name of a rule, as it stands at the end of a message')
    .action(async (rule: string | undefined) => {
      const {explainCommand} = await import('./commands/explain.ts')
      done(explainCommand(rule, host))
    })
  program
    .command('init')
    .description('make a small edition to start from, in a new folder')
    .argument('<dir>', 'the new folder')
    .addOption(new Option('--template <name>', 'what to begin with').choices(TEMPLATES).default('edition'))
    .action(async (dir: string, {template}: {template: Template}) => {
      const {initCommand} = await import('./commands/init.ts')
      done(await initCommand(dir, template, host))
    })
  program
    .command('schema')
    .description('write the JSON Schemas by which editors complete and explain the keys of the YAML files')
    .argument('[dir]', EDITION, 'edition')
    .action(async (dir: string) => {
      const {schemaCommand} = await import('./commands/schema.ts')
      done(await schemaCommand(dir, host))
    })
  program
    .command('clean')
    .description('remove the results of a build, and nothing else')
    .option(OUT[0], OUT[1], 'dist')
    .action(async ({out}: {out: string}) => {
      const {cleanCommand} = await import('./commands/clean.ts')
      done(await cleanCommand(out, host))
    })
  program
    .command('doctor')
    .description('look at the machine: what a build needs and whether it is there')
    .action(async (_: object, command: Command) => {
      const {doctorCommand} = await import('./commands/doctor.ts')
      done(await doctorCommand(command.optsWithGlobals(), host))
    })
}

/** The version of the program, as in its package. */
export function version(): string {
  const text = readFileSync(new URL('../../package.json', import.meta.url), 'utf8')
  return (JSON.parse(text) as {version: string}).version
}

/** Commander's error in words that say what was expected. */
function plainly(error: CommanderError, program: Command, argv: readonly string[]): string {
  const quoted = /'([^']*)'/.exec(error.message)?.[1] ?? ''
  const command = program.commands.find((one) => argv.includes(one.name()))
  const word = quoted.split(/[ =]/)[0] ?? ''
  switch (error.code) {
    case 'commander.unknownCommand':
      if (existsSync(quoted)) return `Missing command, did you mean \`recension build ${quoted}\`?`
      return `Unknown command \`${quoted}\`, ${expectation(quoted, commandNames(program))}`
    case 'commander.unknownOption':
      return `Unknown option \`${word}\`, ${expectation(word, optionNames(program, command))}`
    case 'commander.excessArguments':
      return `Too many arguments for \`recension ${command?.name() ?? ''}\`. A folder whose name has spaces needs quotation marks around it.`
    case 'commander.missingArgument':
      return `Missing ${quoted.toUpperCase()} after \`recension ${command?.name() ?? ''}\``
    case 'commander.optionMissingArgument':
      return `Missing value after \`${word}\`, expected \`${quoted}\``
    case 'commander.invalidArgument':
      return `Unexpected value of \`${word}\`, expected one of ${choicesIn(error.message)}`
    default:
      return error.message.replace(/^error: /, '')
  }
}

/** Commander names the choices of an option only in its message. */
const choicesIn = (message: string): string =>
  (/Allowed choices are (.*)\.$/.exec(message)?.[1] ?? '').replace(/[^, ]+/g, '`$&`')

const commandNames = (program: Command): string[] => program.commands.map((command) => command.name())

const optionNames = (program: Command, command: Command | undefined): string[] =>
  [...(command?.options ?? []), ...program.options].flatMap(({long}) => long ?? []).concat('--help')

function expectation(word: string, known: readonly string[]): string {
  const near = nearest(word, known)
  return near ? `did you mean \`${near}\`?` : `expected one of ${known.map((name) => `\`${name}\``).join(', ')}`
}
