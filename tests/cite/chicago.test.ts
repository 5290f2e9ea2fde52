// Chicago's own printed examples come out as it prints them. Each test says which rule its example shows.
import {describe, expect, test} from 'vitest'
import {chicagoDocument, chicagoEdition, chicagoOriginal} from '../../src/cite/chicago.ts'
import type {KeptIn} from '../../src/cite/holdings.ts'
import {shown} from './shown.ts'
import {book, inBook, item, type Given} from './works.ts'

describe('Chicago 17, manuscript collections (14.221–14.231): notes', () => {
  test.each<[rule: string, given: Given, kept: KeptIn, expected: string]>([
    [
      'a letter is named by its writer and recipient, day before month; collection, number, depository',
      {description: 'James Oglethorpe to the Trustees', date: '1733-01-13'},
      {
        collection: 'Phillipps Collection of Egmont Manuscripts',
        locator: '14200:13',
        archive: 'University of Georgia Library'
      },
      'James Oglethorpe to the Trustees, 13 January 1733, Phillipps Collection of Egmont Manuscripts, 14200:13, University of Georgia Library.'
    ],
    [
      'the word letter is left out',
      {description: 'George Creel to Colonel House', kind: 'letter', date: '1918-09-25'},
      {collection: 'Edward M. House Papers', archive: 'Yale University Library'},
      'George Creel to Colonel House, 25 September 1918, Edward M. House Papers, Yale University Library.'
    ],
    [
      'another kind of message is named',
      {description: 'Burton to Merriam', kind: 'telegram', date: '1923-01-26'},
      {collection: 'Charles E. Merriam Papers', archive: 'University of Chicago Library'},
      'Burton to Merriam, telegram, 26 January 1923, Charles E. Merriam Papers, University of Chicago Library.'
    ],
    [
      'a specific title is quoted after its kind; no date is n.d.',
      {title: 'Concerning a Court of Arbitration', kind: 'memorandum'},
      {collection: 'Philander C. Knox Papers', archive: 'Manuscripts Division, Library of Congress'},
      'Memorandum, “Concerning a Court of Arbitration,” n.d., Philander C. Knox Papers, Manuscripts Division, Library of Congress.'
    ],
    [
      // The manual has `MS 228, Ayer Collection`: it sets call numbers before or after the collection; here always after.
      'a date that is not on the item stands in brackets without a comma; the place of the depository comes last',
      {by: ['Purcell, Joseph'], title: 'A Map of the Southern Indian District of North America', date: '1772~'},
      {collection: 'Ayer Collection', locator: 'MS 228', archive: 'Newberry Library', place: 'Chicago'},
      'Joseph Purcell, “A Map of the Southern Indian District of North America” [ca. 1772], Ayer Collection, MS 228, Newberry Library, Chicago.'
    ]
  ])('%s', (_rule, given, kept, expected) => {
    expect(shown(chicagoOriginal(item(given), kept, 17).note)).toBe(expected)
  })
})

describe('Chicago 17, manuscript collections (14.221–14.231): bibliography', () => {
  test.each<[rule: string, given: Given, kept: KeptIn, expected: string]>([
    [
      'parts are sentences',
      {description: 'Egmont Manuscripts'},
      {collection: 'Phillipps Collection', archive: 'University of Georgia Library'},
      'Egmont Manuscripts. Phillipps Collection. University of Georgia Library.'
    ],
    [
      'the writer is inverted',
      {by: ['Kallen, Horace'], description: 'Papers'},
      {archive: 'YIVO Institute for Jewish Research', place: 'New York'},
      'Kallen, Horace. Papers. YIVO Institute for Jewish Research, New York.'
    ],
    [
      'a body is not',
      {by: ['Pennsylvania Society for the Abolition of Slavery'], description: 'Papers'},
      {archive: 'Historical Society of Pennsylvania', place: 'Philadelphia'},
      'Pennsylvania Society for the Abolition of Slavery. Papers. Historical Society of Pennsylvania, Philadelphia.'
    ],
    [
      'of two writers the first only',
      {by: ['Strother, French', 'Lowry, Edward'], description: 'undated correspondence'},
      {archive: 'Herbert Hoover Presidential Library', place: 'West Branch, Iowa'},
      'Strother, French, and Edward Lowry. Undated correspondence. Herbert Hoover Presidential Library, West Branch, Iowa.'
    ],
    [
      'one item of a collection may be named',
      {
        by: ['Dinkel, Joseph'],
        description: 'Description of Louis Agassiz written at the request of Elizabeth Cary Agassiz'
      },
      {collection: 'Agassiz Papers', archive: 'Houghton Library, Harvard University'},
      'Dinkel, Joseph. Description of Louis Agassiz written at the request of Elizabeth Cary Agassiz. Agassiz Papers. Houghton Library, Harvard University.'
    ]
  ])('%s', (_rule, given, kept, expected) => {
    expect(shown(chicagoOriginal(item(given), kept, 17).bibliography)).toBe(expected)
  })
})

describe('Chicago 17, a document in a published collection', () => {
  const adams = {
    title: 'Letters of Henry Adams, 1858–1891',
    editors: ['Ford, Worthington Chauncey'],
    place: 'Boston',
    publisher: 'Houghton Mifflin',
    year: '1930'
  }

  test('14.111: a letter with place and date, in the collection (its page left out here)', () => {
    const work = inBook(
      {description: 'Adams to Charles Milnes Gaskell', place: 'Baden', date: '1867-09-22', kind: 'letter'},
      adams
    )
    expect(shown(chicagoDocument(work, 17).note)).toBe(
      'Adams to Charles Milnes Gaskell, Baden, 22 September 1867, in *Letters of Henry Adams, 1858–1891*, ed. Worthington Chauncey Ford (Boston: Houghton Mifflin, 1930).'
    )
  })

  test('14.111: the kind of what is no letter', () => {
    const work = inBook(
      {description: 'White to Harold Ross', kind: 'memorandum', date: '1946-05-02'},
      {
        title: 'Letters of E. B. White',
        editors: ['Guth, Dorothy Lobrano'],
        place: 'New York',
        publisher: 'Harper & Row',
        year: '1976'
      }
    )
    expect(shown(chicagoDocument(work, 17).note)).toBe(
      'White to Harold Ross, memorandum, 2 May 1946, in *Letters of E. B. White*, ed. Dorothy Lobrano Guth (New York: Harper & Row, 1976).'
    )
  })

  test('the manual’s answer on a documentary edition: the number of the document is the place (volume left out here)', () => {
    const work = inBook(
      {
        description: 'Henry Kissinger to Richard Nixon',
        kind: 'memorandum',
        place: 'Washington',
        date: '1970-12-18',
        label: 'doc.~190'
      },
      {
        title: 'Foreign Relations of the United States, 1969–1976',
        editors: ['Howard, Adam'],
        place: 'Washington, DC',
        publisher: 'Government Printing Office',
        year: '2014'
      }
    )
    expect(shown(chicagoDocument(work, 17, '12-13').note)).toBe(
      'Henry Kissinger to Richard Nixon, memorandum, Washington, 18 December 1970, in *Foreign Relations of the United States, 1969–1976*, ed. Adam Howard (Washington, DC: Government Printing Office, 2014), doc.~190, ¶¶~12–13.'
    )
  })

  test('14.111 and 14.104: the collection in the bibliography, its editor after the author', () => {
    const work = book({...adams, by: ['Adams, Henry']})
    expect(shown(chicagoEdition(work, 17).bibliography)).toBe(
      'Adams, Henry. *Letters of Henry Adams, 1858–1891*. Edited by Worthington Chauncey Ford. Boston: Houghton Mifflin, 1930.'
    )
  })
})
