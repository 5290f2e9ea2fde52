// Sets signs in runs. The browser places every sign of a line anew, by an operator of its own: what reads the pages later, here, in the
// proof or in a reader's hand, has ten times as much to read as is needed, and the file is half as large again.
import type {Widths} from './widths.ts'

/** How far a sign may stand from where the browser has put it, in px: half of what a printing plate at 2400 dpi can show. */
const TOLERANCE = 0.02

/** Where text is shown on a line, along it, in px from the place that was set last. */
interface Line {
  widths: Widths | undefined
  size: number
  /** Begin of the line, in the content as it was and as it is written. */
  begin: {was: number; is: number}
  /** Where the next sign goes, in both. */
  next: {was: number; is: number}
  /** Whether the next sign was placed anew, and not after the last. */
  placed: boolean
  /** What has been shown by one operator so far: strings of hexadecimal digits, and shifts between them. */
  run: (string | number)[] | undefined
}

/**
 * The content of a page as the browser writes it, with the signs of a line in runs: `<0024> Tj`, then `7.1 0 Td <0025> Tj`, becomes
 * `<00240025> Tj`, or `[<0024> 12.5 <0025>] TJ` where they do not follow each other by their own widths (ISO 32000-1, 9.4.3). The same
 * signs in the same order. Content with operators that the browser does not write stays as it is.
 */
export function inRuns(content: string, fonts: (name: string) => Widths | undefined): string {
  const line: Line = {widths: undefined, size: 0, begin: zero(), next: zero(), placed: false, run: undefined}
  const out: string[] = []
  for (const text of content.split('\n')) {
    if (text.endsWith('> Tj')) {
      const open = text.indexOf('<')
      if (open > 0) move(text, line, out)
      show(text.slice(open + 1, -4), line, out)
      continue
    }
    const operator = text.slice(text.lastIndexOf(' ') + 1)
    if (STRANGE.has(operator)) return content
    other({text, operator}, {line, out, fonts})
  }
  close(line, out)
  return out.join('\n')
}

const zero = (): {was: number; is: number} => ({was: 0, is: 0})

/** Operators that move text, or change how far it moves, and that the browser never writes so: a move stands before what is shown. */
const STRANGE = new Set(['Td', 'T*', 'TD', 'TL', 'Tc', 'Tw', 'Tz', "'", '"'])

function other(
  {text, operator}: {text: string; operator: string},
  {line, out, fonts}: {line: Line; out: string[]; fonts: (name: string) => Widths | undefined}
): void {
  close(line, out)
  if (operator === 'BT' || operator === 'Tm') Object.assign(line, {begin: zero(), next: zero(), placed: false})
  else if (operator === 'Tf') {
    const [name = '', size] = text.split(' ')
    line.widths = fonts(name.slice(1))
    line.size = Number(size)
  } else if (operator === 'TJ' || operator === 'Tj') place(line, out)
  out.push(text)
}

/** `7.1 0 Td <0025> Tj`: kept in mind until it is seen whether the next sign stands there by itself. */
function move(text: string, line: Line, out: string[]): void {
  const space = text.indexOf(' ')
  const along = Number(text.slice(0, space))
  const down = text.startsWith(ON_LINE, space) ? 0 : Number(text.slice(space + 1, text.indexOf(' ', space + 1)))
  const {begin, next} = line
  begin.was += along
  if (down !== 0) {
    close(line, out)
    out.push(`${written(begin.was - begin.is)} ${down} Td`)
    begin.is = begin.was
    next.is = begin.was
  }
  next.was = begin.was
  line.placed = down === 0
}

const ON_LINE = ' 0 Td '

function show(hex: string, line: Line, out: string[]): void {
  const width = line.widths?.(hex)
  if (width === undefined) {
    close(line, out)
    place(line, out)
    out.push(`<${hex}> Tj`)
    return
  }
  if (line.run) follow(line.run, line, hex)
  else {
    place(line, out)
    line.run = [hex]
  }
  const {next} = line
  const advance = (width * line.size) / 1000
  next.was += advance
  next.is += advance
  line.placed = false
}

/** Adds a sign to a run, shifted where it would stand elsewhere than it did. */
function follow(run: (string | number)[], {next, size}: Line, hex: string): void {
  const off = next.was - next.is
  if (Math.abs(off) > TOLERANCE) {
    const shift = rounded((-1000 * off) / size)
    next.is -= (shift * size) / 1000
    run.push(shift, hex)
  } else run.push(`${String(run.pop())}${hex}`)
}

/** Moves to where the browser has put what is shown next. */
function place(line: Line, out: string[]): void {
  if (!line.placed) return
  const {begin, next} = line
  out.push(`${written(begin.was - begin.is)} 0 Td`)
  begin.is = begin.was
  next.is = begin.was
  line.placed = false
}

function close(line: Line, out: string[]): void {
  const {run} = line
  line.run = undefined
  if (!run) return
  const shown = run.map((one) => (typeof one === 'string' ? `<${one}>` : String(one)))
  out.push(shown.length === 1 ? `${shown[0] ?? ''} Tj` : `[${shown.join(' ')}] TJ`)
}

const rounded = (shift: number): number => Math.round(shift * 100) / 100
const written = (distance: number): string => String(Number(distance.toFixed(5)))
