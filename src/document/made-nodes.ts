// Nodes that the program makes of front matter and of an output's choice: they are printed, and are no part of the received text.
import type {BlockContent, Node, Parent, PhrasingContent} from 'mdast'

/** The head of a document, made from its front matter by the transform `head`. */
export interface Head extends Parent {
  type: 'head'
  children: HeadPart[]
}

/** One paragraph of a head: `number`, `title`, `dateline`, `participants`, `source`, … */
export interface HeadPart extends Parent {
  type: 'headPart'
  kind: 'number' | 'title' | 'excerpt' | 'dateline' | 'participants' | 'source' | 'summary' | 'reading-time'
  /** Words set before the content, such as `Source` (editorial). */
  label?: string | undefined
  /** Dates that it says: their words, and the same as EDTF. */
  dates?: readonly {words: string; date: string}[] | undefined
  children: PhrasingContent[]
}

/** `[¶¶1–11 omitted]`: paragraphs that an output leaves out. TEI `gap`. */
export interface Omission extends Parent {
  type: 'omission'
  children: PhrasingContent[]
}

/** What a course pack sets before or after a document: questions, the people and terms of the document, pictures of it. TEI `div @type`. */
export interface Study extends Parent {
  type: 'study'
  kind: 'questions' | 'glossary' | 'facsimiles'
  title: string
  children: BlockContent[]
}

/** The answer to a question, in the teacher’s copy. */
export interface Answer extends Parent {
  type: 'answer'
  children: BlockContent[]
}

/** Ruled lines to write an answer on. */
export interface AnswerSpace extends Node {
  type: 'answerSpace'
  /** How many lines. */
  lines: number
}

/** Nodes of this file by their types. */
export interface MadeNodes {
  head: Head
  headPart: HeadPart
  omission: Omission
  study: Study
  answer: Answer
  answerSpace: AnswerSpace
}
