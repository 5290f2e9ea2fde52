// How a test asks the validators that run for all tests; see validators.ts.
import {inject} from 'vitest'

/** Whether `java` or `javac` is there and runs. */
export const runs = async (program: 'java' | 'javac'): Promise<boolean> => (await ask({tool: program})) === true

/** What a validator says of a file, line by line, each in fields parted by tabs. Throws where it has not read it. */
export async function judged(tool: 'epubcheck' | 'verapdf', file: string): Promise<string[][]> {
  const lines = (await ask({tool, file})) as string[]
  return lines.map((line) => line.split('\t'))
}

async function ask(question: {tool: string; file?: string}): Promise<unknown> {
  const response = await fetch(inject('validators'), {method: 'POST', body: JSON.stringify(question)})
  const {said, error} = (await response.json()) as {said?: unknown; error?: string}
  if (error !== undefined) throw new Error(`${question.tool} has not read ${question.file}: ${error}`)
  return said
}
