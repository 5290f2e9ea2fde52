// The source texts that a PDF carries along.
import path from 'node:path'
import type {VFile} from 'vfile'
import {allDocuments, type Edition} from './document/edition.ts'
import {settingsOf} from './selection/index.ts'

/** The documents that an output prints, and the transcripts that they were made from. */
export function sourcesOf(
  edition: Edition
): {name: string; bytes: Uint8Array; mediaType: string; description: string}[] {
  const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)
  // Paths within the edition, wherever it lies.
  const folder = path.dirname(settingsOf(edition).path)
  const nameOf = (file: VFile): string => path.relative(folder, file.path).split(path.sep).join('/')
  return allDocuments(edition).flatMap(({id, file, transcript}) => [
    {
      name: nameOf(file),
      bytes: bytesOf(String(file)),
      mediaType: 'text/markdown',
      description: `Text of ${id} with its marks`
    },
    ...(transcript
      ? [
          {
            name: nameOf(transcript.file),
            bytes: bytesOf(transcript.text),
            mediaType: 'text/plain',
            description: `Text of ${id} as received`
          }
        ]
      : [])
  ])
}
