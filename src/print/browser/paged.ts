// The parts of Paged.js 0.4.3 that are used here, as types: its bundle ships none.
import type {PageScript} from '../contract.ts'

export interface BreakToken {
  node: Node
  offset: number
  toJSON(hash?: boolean): string
}

export type BreakTokenClass = new (node: Node, offset: number) => BreakToken

export interface Layout {
  findOverflow(rendered: HTMLElement): Range | undefined
  createBreakToken(overflow: Range, rendered: HTMLElement, source: ParentNode): BreakToken | undefined
  hyphenateAtBreak(start: Node): void
}

export interface Page {
  element: HTMLElement
  wrapper?: HTMLElement
  addListeners(): void
  layout(contents: ParentNode, token: BreakToken | false, maxChars?: number): Promise<BreakToken | undefined>
}

export interface Chunker {
  pages: Page[]
  total: number
  clonePage(page: Page): Promise<void>
  destroy(): void
}

export interface Polisher {
  styleSheet: CSSStyleSheet
  inserted: HTMLStyleElement[]
  destroy(): void
}

export interface Previewer {
  chunker: Chunker
  polisher: Polisher
  preview(content: DocumentFragment, sheets: Record<string, string>[], into: HTMLElement): Promise<unknown>
}

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
