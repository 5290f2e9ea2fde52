// Markdown in which scholars' brackets are safe: CommonMark less what would eat received text, plus notes, tables and known directives.
import type {Code, Construct, Effects, Extension, State, TokenizeContext} from 'micromark-util-types'
import {directiveFromMarkdown} from 'mdast-util-directive'
import {gfmFootnoteFromMarkdown} from 'mdast-util-gfm-footnote'
import {gfmTableFromMarkdown} from 'mdast-util-gfm-table'
import {directive} from 'micromark-extension-directive'
import {gfmFootnote} from 'micromark-extension-gfm-footnote'
import {gfmTable} from 'micromark-extension-gfm-table'
import type {Data, Processor} from 'unified'
import {namesOf, type Form} from './directives.ts'

/** Constructs of CommonMark that would silently take characters of a received text. */
const OFF = ['definition', 'codeIndented', 'setextUnderline', 'htmlFlow', 'htmlText', 'autolink', 'characterReference']

/** unified plugin for remark-parse: the syntax of the dialect, for an edition with these series of notes. */
export function safeMarkdown(this: Processor, {series}: {series: readonly string[]}): undefined {
  // oxlint-disable-next-line oxc/no-this-in-exported-function -- unified hands the processor to its plugins as `this`
  const data = this.data() as Data & {micromarkExtensions?: unknown[]; fromMarkdownExtensions?: unknown[]}
  data.micromarkExtensions = [{disable: {null: OFF}}, gfmFootnote(), gfmTable(), knownDirectives(series)]
  data.fromMarkdownExtensions = [gfmFootnoteFromMarkdown(), gfmTableFromMarkdown(), directiveFromMarkdown()]
}

/** The directive syntax, entered only where a known name stands; everything else stays text, to the letter. */
function knownDirectives(series: readonly string[]): Extension {
  const {text = {}, flow = {}} = directive()
  const textConstruct = text[COLON] as Construct
  const [container, leaf] = flow[COLON] as Construct[]
  return {
    text: {[COLON]: guard(textConstruct, 'text', namesOf('text', series))},
    flow: {
      [COLON]: [
        guard(container as Construct, 'container', namesOf('container', series)),
        guard(leaf as Construct, 'leaf', namesOf('leaf', series))
      ]
    }
  }
}

/** Marks of a point, which may fall inside a word: `post:pb[72]ion`. */
const POINTS = new Set(['pb', 'at'])

const COLON = 58
const BRACKET = 91
const BRACE = 123

const colons = {
  text: (n: number) => n === 1,
  leaf: (n: number) => n === 2,
  container: (n: number) => n > 2
} as const satisfies Record<Form, (n: number) => boolean>

/** Lets a construct begin only at `:name[`, `:name{` (text), `::name[` (leaf), `:::name` (container) with a known name. */
function guard(construct: Construct, form: Form, names: Set<string>): Construct {
  return {
    ...construct,
    tokenize(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
      const inWord = form === 'text' && isWord(before(this))
      const go = construct.tokenize.call(this, effects, ok, nok)
      return effects.check({partial: true, tokenize: lookAhead(form, inWord ? POINTS : names)}, go, nok)
    }
  }
}

const lookAhead = (form: Form, names: Set<string>) =>
  function (effects: Effects, ok: State, nok: State): State {
    let count = 0
    let name = ''
    return begin

    function begin(code: Code): State | undefined {
      effects.enter('data')
      return fence(code)
    }
    function fence(code: Code): State | undefined {
      if (code !== COLON) return colons[form](count) ? word(code) : nok(code)
      count++
      effects.consume(code)
      return fence
    }
    function word(code: Code): State | undefined {
      if (code !== null && code > 0 && /[a-z-]/.test(String.fromCharCode(code))) {
        name += String.fromCharCode(code)
        effects.consume(code)
        return word
      }
      const opened = code === BRACKET || code === BRACE || (form === 'container' && !isWord(code))
      effects.exit('data')
      return opened && names.has(name) ? ok(code) : nok(code)
    }
  }

/** The character before; of a letter beyond the first plane, such as 𐌰, the parser tells its second half only. */
function before(context: TokenizeContext): Code {
  const {previous} = context
  const end = context.now()
  // oxlint-disable-next-line no-underscore-dangle -- the parser's own name
  const at = end._bufferIndex
  if (previous === null || previous < 0xdc00 || previous > 0xdfff || at < 2) return previous
  const start = {...end, _bufferIndex: at - 2}
  return context.sliceSerialize({start, end}).codePointAt(0) ?? previous
}

/** A letter or digit of any script, with its accent perhaps, directly before the colon makes it text: `17:10`, `d. 12:3`. */
function isWord(code: Code): boolean {
  return code !== null && code > 0 && /[\p{L}\p{N}\p{M}]/u.test(String.fromCodePoint(code))
}
