// APA's own printed examples come out as it prints them. Each test says which rule its example shows.
import {describe, expect, test} from 'vitest'
import {apaDocument, apaEdition, apaOriginal} from '../../src/cite/apa.ts'
import type {KeptIn} from '../../src/cite/holdings.ts'
import {shown} from './shown.ts'
import {book, inBook, item, type Given} from './works.ts'

describe('APA 7, page on archival documents and collections', () => {
  test.each<[rule: string, given: Given, kept: KeptIn, expected: string]>([
    [
      'a letter without title is described in brackets; without a collection the numbers follow the archive',
      {by: ['Frank, L. K.'], description: 'Letter to Robert M. Ogden', date: '1935-02-04'},
      {
        archive: 'Rockefeller Archive Center',
        locator: 'GEB Series 1.3, Box 371, Folder 3877',
        place: 'Tarrytown, NY, United States'
      },
      'Frank, L. K. (1935, February 4). [Letter to Robert M. Ogden]. Rockefeller Archive Center (GEB Series 1.3, Box 371, Folder 3877), Tarrytown, NY, United States.'
    ],
    [
      'a span of years; the numbers follow the collection',
      {by: ['Allport, Gordon W.'], title: 'Correspondence', date: '1930/1967'},
      {
        collection: 'Gordon W. Allport Papers',
        locator: 'HUG 4118.10',
        archive: 'Harvard University Archives',
        place: 'Cambridge, MA, United States'
      },
      'Allport, G. W. (1930–1967). *Correspondence*. Gordon W. Allport Papers (HUG 4118.10), Harvard University Archives, Cambridge, MA, United States.'
    ],
    [
      'an approximate date; the kind in brackets after the title (the example’s word presumed left out here)',
      {
        by: ['Allport, A.'],
        title: 'Marion Taylor today—by the biographer',
        kind: 'unpublished manuscript',
        date: '1937~'
      },
      {
        collection: 'Marion Taylor Papers',
        archive: 'Schlesinger Library, Radcliffe College',
        place: 'Cambridge, MA, United States'
      },
      'Allport, A. (ca. 1937). *Marion Taylor today—by the biographer* [Unpublished manuscript]. Marion Taylor Papers, Schlesinger Library, Radcliffe College, Cambridge, MA, United States.'
    ],
    [
      'a body as author; days of one month',
      {
        by: ['Subcommittee on Mental Hygiene Personnel in School Programs'],
        title: 'Meeting of Subcommittee on Mental Hygiene Personnel in School Programs',
        date: '1949-11-05/1949-11-06'
      },
      {
        collection: 'David Shakow Papers',
        locator: 'M1360',
        archive: 'Archives of the History of American Psychology, University of Akron',
        place: 'Akron, OH, United States'
      },
      'Subcommittee on Mental Hygiene Personnel in School Programs. (1949, November 5–6). *Meeting of Subcommittee on Mental Hygiene Personnel in School Programs*. David Shakow Papers (M1360), Archives of the History of American Psychology, University of Akron, Akron, OH, United States.'
    ]
  ])('%s', (_rule, given, kept, expected) => {
    expect(shown(apaOriginal(item(given), kept).reference)).toBe(expected)
  })

  test('a translated letter has its translator within the brackets (of an edition, the date is there too)', () => {
    const work = inBook(
      {
        by: ['Zacharius, G. P.'],
        description: 'Letter to William Rickel',
        translators: ['Rickel, William'],
        date: '1953-08-15',
        label: 'd3'
      },
      {title: 'Letters', editors: ['Roe, Ann B.', 'Poe, Jean-Paul'], publisher: 'A Press', year: '2020'}
    )
    expect(shown(apaDocument(work, '4').reference)).toBe(
      'Zacharius, G. P. (2020). [Letter to William Rickel, August 15, 1953 (W. Rickel, Trans.)]. In A. B. Roe & J.-P. Poe (Eds.), *Letters* (d3). A Press.'
    )
    expect(shown(apaDocument(work, '4').inText)).toBe('(Zacharius, 2020, d3, para.~4)')
  })

  test('9.8: of twenty-one authors nineteen and the last, of twenty all', () => {
    const many = (count: number) => Array.from({length: count}, (_, index) => `Aa${index + 1}, B.`)
    const of = (count: number) => shown(apaEdition(book({title: 'T', by: many(count), year: '2020'})).reference)
    expect(of(20)).toBe(`${many(19).join(', ')}, & Aa20, B. (2020). *T*.`)
    expect(of(21)).toBe(`${many(19).join(', ')}, . . . Aa21, B. (2020). *T*.`)
  })
})
