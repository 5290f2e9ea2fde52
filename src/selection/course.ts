// What a course pack may not do silently: copy what may not be copied, ask about paragraphs that it does not have.
import type {Edition, EditionDocument} from '../document/edition.ts'
import {report} from '../document/report.ts'
import {placeInMatter} from '../document/yaml.ts'
import {paragraphsNamed} from './paragraph-references.ts'
import {numbersOf} from './reference.ts'

/** Tells of documents whose rights forbid copies, and of questions about paragraphs that the output leaves out. */
export function tellCourse(selected: Edition, output: string): void {
  const {output: settings, documents} = selected
  if (!settings) return
  for (const document of documents) {
    if (settings.course) tellPermission(document, {output, allowed: settings.allow ?? []})
    if (settings.questions !== 'none') tellQuestions(document, output)
  }
}

function tellPermission(
  {id, file, matter}: EditionDocument,
  {output, allowed}: {output: string; allowed: readonly string[]}
): void {
  const {status, holder} = matter.permission ?? {}
  if (status === undefined || status === 'free' || status === 'granted' || allowed.includes(id)) return
  const whose = holder ? ` of ${holder}` : ''
  const remedy = `expected \`allow: [${id}]\` in the output if it may be copied all the same, or the document left out of it`
  if (status === 'refused')
    report(
      file,
      'copy-forbidden',
      `Unexpected document in the course pack \`${output}\`: the permission${whose} was refused, ${remedy}`,
      placeInMatter(file, ['permission', 'status'])
    )
  else
    report(
      file,
      'permission-open',
      `The permission${whose} to copy the document for the course pack \`${output}\` is asked for and not given yet, ${remedy}`,
      placeInMatter(file, ['permission', 'status'])
    )
}

/** Questions are put to a document once; an excerpt of it may lack the paragraph that one is about. */
function tellQuestions(document: EditionDocument, output: string): void {
  const known = new Set(numbersOf(document))
  for (const [index, {question, answer = ''}] of (document.matter.questions ?? []).entries()) {
    const lacks = paragraphsNamed(`${question} ${answer}`).find((n) => !known.has(n))
    if (lacks === undefined) continue
    const what =
      document.excerpt === undefined
        ? 'which the document does not have'
        : `which the excerpt in output \`${output}\` leaves out`
    const reason = `Unexpected ¶ ${lacks} in question ${index + 1}, ${what}; expected a paragraph that those who are asked can read`
    if (!document.file.messages.some((message) => message.reason === reason))
      report(document.file, 'question-without-paragraph', reason, placeInMatter(document.file, ['questions', index]))
  }
}
