// What a course pack sets beside a document: how long it takes to read, questions with answers or room for them, its people and terms.
import type {BlockContent, List, ListItem, PhrasingContent} from 'mdast'
import type {Question} from '../document/course-fields.ts'
import type {Edition, EditionDocument} from '../document/edition.ts'
import {words} from '../document/layers.ts'
import type {HeadPart, Study} from '../document/nodes.ts'
import {readingTime} from '../document/reading-time.ts'
import type {Output, RegisterEntry} from '../document/settings.ts'
import {paragraphReferences} from './paragraph-references.ts'
import {usedIn} from './used-names.ts'

/** The document with what the output sets beside it; the tree that is given stays as it is. */
export function withStudy(document: EditionDocument, edition: Edition): EditionDocument {
  const {output} = edition
  if (!output || document.role !== 'document') return document
  const {questions, glossary} = output
  const asked = questions === 'none' ? [] : questionsOf(document, output)
  const explained = glossary === 'document' ? glossaryOf(document, edition) : []
  const pictures = output.facsimiles ? facsimilesOf(document) : []
  const time = output['reading-time'] ? [timeOf(document)] : []
  if (asked.length + explained.length + pictures.length + time.length === 0) return document
  const [head, ...text] = document.tree.children
  const opening = head?.type === 'head' ? [{...head, children: [...head.children, ...time]}] : head ? [head] : []
  const [before, after] = questions === 'before' ? [asked, []] : [[], asked]
  const children = [...opening, ...before, ...text, ...explained, ...after, ...pictures]
  return {...document, tree: {...document.tree, children}}
}

const text = (value: string): PhrasingContent => ({type: 'text', value})
const paragraph = (...children: PhrasingContent[]): BlockContent => ({type: 'paragraph', children})

/** Counted are the words that are read: of an excerpt its own, without the head. */
function timeOf({tree}: EditionDocument): HeadPart {
  const body = tree.children.filter((child) => child.type !== 'head')
  const minutes = readingTime(words({type: 'root', children: body}, 'reading').length)
  const value = `about ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}`
  return {type: 'headPart', kind: 'reading-time', label: 'Reading time:', children: [text(value)]}
}

function questionsOf(document: EditionDocument, output: Output): Study[] {
  const {questions = []} = document.matter
  if (questions.length === 0) return []
  const list: List = {
    type: 'list',
    ordered: true,
    start: 1,
    spread: true,
    children: questions.map((question) => itemOf(question, document, output))
  }
  return [{type: 'study', kind: 'questions', title: 'Questions', children: [list]}]
}

/** The teacher’s copy has the answer where the students’ has room for it. */
function itemOf({question, answer, space}: Question, document: EditionDocument, output: Output): ListItem {
  const lines = space ?? output['answer-space'] ?? 0
  const said: BlockContent[] = answer
    ? [
        {
          type: 'answer',
          children: [
            paragraph(
              {type: 'emphasis', children: [text('Answer:')]},
              text(' '),
              ...paragraphReferences(answer, document)
            )
          ]
        }
      ]
    : []
  const room: BlockContent[] = lines > 0 ? [{type: 'answerSpace', lines}] : []
  return {
    type: 'listItem',
    spread: true,
    children: [paragraph(...paragraphReferences(question, document)), ...(output.answers ? said : room)]
  }
}

/** Pictures of the original, or a map. */
function facsimilesOf({matter}: EditionDocument): Study[] {
  const figures = (matter.facsimiles ?? []).map(({src, alt, caption}): BlockContent => ({
    type: 'figure',
    src,
    alt,
    decorative: false,
    children: caption ? [text(caption)] : []
  }))
  return figures.length === 0 ? [] : [{type: 'study', kind: 'facsimiles', title: 'Facsimile', children: figures}]
}

/** People and terms that the document names and the registers explain. */
function glossaryOf(document: EditionDocument, {people, terms}: Edition): Study[] {
  const used = usedIn([document])
  const entries = [...rowsOf(people, used.person), ...rowsOf(terms, used.term)]
  if (entries.length === 0) return []
  const children = entries.map(([{name, pronunciation}, meaning]) =>
    paragraph(
      {type: 'strong', children: [text(name)]},
      text(`${pronunciation ? ` [${pronunciation}]` : ''}: ${meaning}`)
    )
  )
  return [{type: 'study', kind: 'glossary', title: 'People and Terms', children}]
}

function rowsOf(register: Edition['people'], used: ReadonlySet<string>): [RegisterEntry, string][] {
  return Object.entries(register).flatMap(([id, entry]): [RegisterEntry, string][] => {
    const meaning = entry.definition ?? entry.role
    return used.has(id) && meaning !== undefined ? [[entry, meaning]] : []
  })
}
