// The parts of Paged.js 0.4.3 that are used here, as types: its bundle ships none.
import type {PageScript} from '../contract.ts'

/** Where the next page begins: a node of the source and, in a text, the characters before. */
export interface BreakToken {
  node: Node
  offset: number
  equals(other: BreakToken | undefined): boolean
  toJSON(hash?: boolean): string
}

/** Its class, which the bundle does not give out: taken from a token. */
export interface BreakTokenClass {
  new (node: Node, offset: number): BreakToken
  prototype: BreakToken
}

/** Fills one page. */
export interface Layout {
  findOverflow(rendered: HTMLElement): Range | undefined
  createBreakToken(overflow: Range, rendered: HTMLElement, source: ParentNode): BreakToken | undefined
  hyphenateAtBreak(start: Node): void
}

/** A page as Paged.js has it. */
export interface Page {
  element: HTMLElement
  wrapper?: HTMLElement
  addListeners(): void
  layout(contents: ParentNode, token: BreakToken | false, maxChars?: number): Promise<BreakToken | undefined>
}

/** Makes page after page until the text ends. */
export interface Chunker {
  pages: Page[]
  total: number
  /** Letters of the last pages, and how many it takes a page to hold. */
  charsPerBreak: number[]
  maxChars: number | undefined
  stopped: boolean
  rendered: boolean
  flow(content: DocumentFragment, into: HTMLElement): Promise<unknown>
  clonePage(page: Page): Promise<void>
  removePages(): void
}

/** Rewrites style sheets for pages. */
export interface Polisher {
  styleSheet: CSSStyleSheet
  inserted: HTMLStyleElement[]
  setup(): void
  add(...sheets: Record<string, string>[]): Promise<unknown>
  destroy(): void
}

/** What holds the two together, and the handlers. */
export interface Previewer {
  chunker: Chunker
  polisher: Polisher
  handlers: unknown
  initializeHandlers(): unknown
}

/** A handler of hooks, made by Paged.js for each run. */
export type HandlerClass = new (chunker: Chunker, polisher: Polisher, caller: Previewer) => object

declare global {
  interface Window {
    Paged: {
      Handler: HandlerClass
      Previewer: new () => Previewer
      registeredHandlers: HandlerClass[]
      registerHandlers(handler: HandlerClass): void
    }
    PagedConfig?: {auto: boolean}
    recension: PageScript
  }
}
