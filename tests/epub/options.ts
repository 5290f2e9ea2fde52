// What goes with the hand-made book: metadata and images.
import type {Image} from '../../src/document/edition.ts'
import type {EpubOptions} from '../../src/epub/index.ts'

/** A PNG of one pixel, by hand. */
const PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

const image = (src: string): Image => ({src, bytes: Buffer.from(PIXEL, 'base64'), mediaType: 'image/png'})

/** What goes with the book. */
export const makeOptions = (): EpubOptions => ({
  metadata: {
    id: 'https://example.org/editions/armistice',
    title: 'Conversations on Armistice “& <Peace>”',
    subtitle: 'Moscow, August–September 1952',
    authors: [],
    editors: [
      {name: 'Ann Editor', sort: 'Editor, Ann'},
      {name: 'Bo Twice', sort: undefined}
    ],
    translators: [
      {name: 'Bo Twice', sort: undefined},
      {name: 'Kim Il', sort: 'Kim Il'}
    ],
    publisher: 'Recension Press',
    rights: 'CC BY 4.0',
    description: 'Two records, edited.',
    language: 'en',
    date: '2026-11-24',
    version: '2.1',
    isbn: undefined
  },
  images: new Map([
    ['images/leaf 72v.png', image('images/leaf 72v.png')],
    ['images/ornament.png', image('images/ornament.png')],
    ['images/unused.png', image('images/unused.png')]
  ]),
  paragraphNumbers: true
})
