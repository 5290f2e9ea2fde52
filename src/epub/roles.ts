// What a part is for reading systems (epub:type) and for assistive technology (role): data only.
import type {BookPart, PartKind} from '../html/book.ts'

/** epub:type and role, where there is a fitting one. */
export interface Role {
  type?: string
  role?: string
}

const CHAPTER = {type: 'chapter', role: 'doc-chapter'} as const satisfies Role

const KINDS = {
  'half-title': {type: 'halftitlepage'},
  title: {type: 'titlepage'},
  imprint: {type: 'copyright-page'},
  contents: {type: 'toc', role: 'doc-toc'},
  text: {},
  people: {},
  abbreviations: {type: 'glossary', role: 'doc-glossary'},
  witnesses: {},
  signs: {},
  division: {type: 'part', role: 'doc-part'},
  document: CHAPTER,
  notes: {type: 'endnotes', role: 'doc-endnotes'},
  index: {type: 'index', role: 'doc-index'},
  colophon: {type: 'colophon', role: 'doc-colophon'},
  course: {type: 'titlepage'},
  timeline: {},
  speakers: {},
  glossary: {type: 'glossary', role: 'doc-glossary'},
  sources: {},
  citing: {}
} as const satisfies Record<PartKind, Role>

/** Chapters of front and back matter that have a term of their own, by what their file is called. */
const TEXTS = {
  introduction: {type: 'introduction', role: 'doc-introduction'},
  preface: {type: 'preface', role: 'doc-preface'},
  foreword: {type: 'foreword', role: 'doc-foreword'},
  afterword: {type: 'afterword', role: 'doc-afterword'},
  acknowledgments: {type: 'acknowledgments', role: 'doc-acknowledgments'},
  acknowledgements: {type: 'acknowledgments', role: 'doc-acknowledgments'},
  dedication: {type: 'dedication', role: 'doc-dedication'},
  conclusion: {type: 'conclusion', role: 'doc-conclusion'},
  appendix: {type: 'appendix', role: 'doc-appendix'},
  bibliography: {type: 'bibliography', role: 'doc-bibliography'},
  glossary: {type: 'glossary', role: 'doc-glossary'}
} as const satisfies Record<string, Role>

/** `01-introduction` is an introduction; another text of the front or back says nothing, one of the body is a chapter. */
export function roleOf({id, kind, matter}: BookPart): Role {
  if (kind !== 'text') return KINDS[kind]
  const words = id.toLowerCase().split(/[^a-z]+/)
  const named = Object.entries(TEXTS).find(([name]) => words.includes(name))
  return named?.[1] ?? (matter === 'body' ? CHAPTER : {})
}
