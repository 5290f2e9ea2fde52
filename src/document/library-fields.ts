// What libraries and shops want to know of an edition: parts of the schema of edition.yaml.
import {z} from 'zod'
import {scalar, strings, text} from './fields.ts'

const bookSeries = z.union([
  text.transform((title) => ({title, number: undefined})),
  z.strictObject({
    title: text.describe('Title of the series.'),
    number: scalar.optional().describe('Number of the book in the series.')
  })
])
export type BookSeries = z.infer<typeof bookSeries>

const accessibility = z.strictObject({
  certifiedBy: text.describe('Who has examined the e-book and stands for it.'),
  credential: text.optional().describe('What entitles him to: a name or an address.'),
  report: z
    .url({protocol: /^https?$/})
    .optional()
    .describe('Address of his report.')
})
export type Certified = z.infer<typeof accessibility>

const cover = z.union([
  text.transform((src) => ({src, alt: undefined})),
  z.strictObject({
    src: text.describe('The picture, as a path in the edition: a PNG or JPEG, upright, at least 1,600 pixels high.'),
    alt: text.optional().describe('What is seen on it; default: the words of the title page.')
  })
])

/** Keys of edition.yaml. */
export const libraryFields = {
  bookSeries: bookSeries.optional().describe('Series in which the book appears: its title, or title and number.'),
  sources: strings.optional().describe('What the edition is made from, for the package of the e-book.'),
  accessibility: accessibility
    .optional()
    .describe(
      'Who certifies that the e-book conforms to EPUB Accessibility 1.1 and WCAG 2.2 AA. Without it nothing is claimed.'
    ),
  cover: cover.optional().describe('Picture for the cover of the e-book; default: one is made of the title page.')
}
