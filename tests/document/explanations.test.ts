// The examples of `recension explain` are true: what is called wrong sets the rule off, what is called right does not.
import {createHash} from 'node:crypto'
import {parse, stringify} from 'yaml'
import {expect, test} from 'vitest'
import {explanations, type Example} from '../../src/document/explanations/index.ts'
import {rules, type RuleId} from '../../src/document/rules.ts'
import {EditionTest} from '../support/edition.ts'

const TRANSCRIPT = 'Nobody knows where it is to stand.\n'
const SHA = createHash('sha256').update(TRANSCRIPT).digest('hex')

/** What an example leaves out because everybody sees it: other files, and the front matter of the document. */
const AROUND: Partial<Record<RuleId, {files?: Record<string, string>; matter?: string}>> = {
  'paragraphs-unpaired': {files: {'documents/letter.md': letter('First.\n\nSecond.\n\nThird.')}},
  'reference-left-out': {files: {'documents/letter.md': letter('See :ref[d2].')}},
  'marks-clash': {files: {'documents/letter.md': letter('One[^tn-1] two.[^en-1]\n\n[^tn-1]: A.\n\n[^en-1]: B.')}},
  'unknown-place': {files: {'documents/letter.md': letter('At :place[the quay]{id=quay}.')}},
  'unknown-term': {files: {'documents/letter.md': letter('The :term[crane]{id=crane}.')}},
  'undeclared-archive': {files: {'documents/letter.md': letter('A.[^en-1]\n\n[^en-1]: HAO, f. 5, op. 30, d. 2.')}},
  'line-unnumbered': {files: {'documents/letter.md': letter('The crane:at{#crane} stands; see :ref[crane]{line}.')}},
  'copy-forbidden': {files: {'documents/letter.md': letter('A.', 'title: A\npermission: {status: refused}')}},
  'permission-open': {files: {'documents/letter.md': letter('A.', 'title: A\npermission: {status: asked}')}},
  'question-without-paragraph': {files: {'edition.yaml': withKeys('outputs: {seminar: {course: {name: Harbours}}}')}},
  'witness-unaccounted': {files: {'edition.yaml': withKeys('entries: {form: positive}')}},
  'image-missing': {files: {'images/quay.svg': quay()}},
  'image-outside': {files: {'images/quay.svg': quay()}},
  'alt-missing': {files: {'images/quay.svg': quay()}},
  'image-active': {files: {'documents/letter.md': letter('The quay.\n\n::figure{src=images/quay.svg alt="The quay"}')}},
  'received-differs': {
    files: {'transcripts/letter.txt': TRANSCRIPT},
    matter: `title: A Letter\nreceived: {file: letter.txt, sha256: ${SHA}}`
  }
}

function letter(text: string, matter = 'title: A Letter'): string {
  return `---\n${matter}\n---\n\n${text}\n`
}

function quay(): string {
  return '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 4"><rect width="4" height="4"/></svg>'
}

/** The settings of the minimal edition with other keys; what cannot be read is put at their end. */
function withKeys(yaml: string): string {
  const minimal = EditionTest.from('minimal').read('edition.yaml')
  try {
    return stringify({...(parse(minimal) as object), ...(parse(yaml) as object)})
  } catch {
    return `${minimal}${yaml}\n`
  }
}

function textOf({file}: Example, text: string, matter?: string): string {
  if (file === 'edition.yaml') return withKeys(text)
  return file.endsWith('.md') && !text.startsWith('---') ? letter(text, matter) : text
}

async function messages(rule: RuleId, example: Example, text: string): Promise<string[]> {
  const {files = {}, matter} = AROUND[rule] ?? {}
  return EditionTest.from('minimal')
    .with({...files, [example.file]: textOf(example, text, matter)})
    .messages()
}

const EXAMPLES = (Object.keys(rules) as RuleId[]).flatMap((rule) => {
  const explanation = explanations[rule]
  return 'example' in explanation ? [[rule, explanation.example] as const] : []
})

test('most rules have an example', () => {
  expect(EXAMPLES.length).toBeGreaterThan(Object.keys(rules).length / 2)
})

test.each(EXAMPLES)('%s', async (rule, example) => {
  const wrong = await messages(rule, example, example.wrong)
  expect(wrong.map((line) => line.split('  ').at(-1))).toContain(rule)
  const right = await messages(rule, example, example.right)
  expect(right.filter((line) => line.endsWith(`  ${rule}`) || line.includes('  error  '))).toEqual([])
})
