// Layouts as the page would give them, made by hand.
import type {FlowPart, LaidOut} from '../../src/print/contract.ts'

/** A layout with one page for each text; what else it holds can be given. */
export function laidOut(texts: string[], more: Partial<LaidOut> = {}): LaidOut {
  return {
    pages: texts.map(pageHtml),
    css: '.paged { color: black }',
    starts: texts.map(() => ({paragraph: null, offset: 0})),
    anchors: {},
    paragraphs: {},
    notes: {},
    lines: {},
    pageLines: texts.map(() => null),
    problems: [],
    stats: {
      ms: 1,
      fits: 0,
      splits: 0,
      shortPages: [],
      blanks: texts.map(() => null),
      feet: texts.map(() => null),
      shortLines: [],
      looseLines: []
    },
    ...more
  }
}

/** A page as Paged.js writes it, always a right one. */
export const pageHtml = (text: string): string =>
  `<div class="pagedjs_page pagedjs_right_page" data-page-number="1" style="color: black"><div class="pagedjs_page_content">${text}</div></div>`

/** A part as the page would get it. */
export const flowPart = (id: string, html: string): FlowPart => ({id, lang: 'en', html, notes: [], registers: []})
