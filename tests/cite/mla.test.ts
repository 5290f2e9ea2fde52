// MLA's own printed examples come out as it prints them. Each test says which rule its example shows.
import {describe, expect, test} from 'vitest'
import type {KeptIn} from '../../src/cite/holdings.ts'
import {mlaDocument, mlaEdition, mlaOriginal} from '../../src/cite/mla.ts'
import {shown} from './shown.ts'
import {book, inBook, item, type Given, type GivenBook} from './works.ts'

describe('MLA 9', () => {
  test.each<[rule: string, given: Given, kept: KeptIn, expected: string]>([
    [
      'guide to physical archives: a letter is described, its date abbreviated; collection, holder, place, numbers',
      {by: ['Moore, Marianne'], description: 'Letter to Bryher', date: '1954-09-28'},
      {
        collection: 'Bryher Papers',
        archive: 'Yale U',
        place: 'New Haven',
        locator: 'Beinecke Rare Book and Manuscript Library, GEN MSS 97, box 38, folder 1373'
      },
      'Moore, Marianne. Letter to Bryher. 28 Sept. 1954. Bryher Papers, Yale U, New Haven, Beinecke Rare Book and Manuscript Library, GEN MSS 97, box 38, folder 1373.'
    ],
    [
      'June is not abbreviated (the example’s last word, Manuscript, left out here)',
      {by: ['Benton, Thomas Hart'], description: 'Letter to Charles Fremont', date: '1847-06-22'},
      {collection: 'John Charles Fremont Papers', archive: 'Southwest Museum Library', place: 'Los Angeles'},
      'Benton, Thomas Hart. Letter to Charles Fremont. 22 June 1847. John Charles Fremont Papers, Southwest Museum Library, Los Angeles.'
    ],
    [
      'an unknown date is left out; of two writers the first is inverted',
      {by: ['Auden, W. H.', 'Mann, Klaus'], description: 'Prospectus'},
      {
        collection: 'Decision Magazine Papers',
        archive: 'Yale U Library',
        place: 'New Haven',
        locator: 'Manuscripts and Archives, MS 176, box 1, folder 20'
      },
      'Auden, W. H., and Klaus Mann. Prospectus. Decision Magazine Papers, Yale U Library, New Haven, Manuscripts and Archives, MS 176, box 1, folder 20.'
    ],
    [
      'an uncertain date has a question mark and no stop; a title is quoted',
      {by: ['Borges, Jorge Luis'], title: 'Thorkelin y el Beowulf', date: '1955/1960?'},
      {
        collection: 'Jorge Luis Borges Papers',
        archive: 'U of Texas',
        place: 'Austin',
        locator: 'Harry Ransom Center, section 2, container 1.14, ff. 1r–11v'
      },
      'Borges, Jorge Luis. “Thorkelin y el Beowulf.” 1955–60? Jorge Luis Borges Papers, U of Texas, Austin, Harry Ransom Center, section 2, container 1.14, ff. 1r–11v.'
    ]
  ])('%s', (_rule, given, kept, expected) => {
    expect(shown(mlaOriginal(item(given), kept).worksCited)).toBe(expected)
  })

  test('a letter in a published collection (volume and pages left out here)', () => {
    const work = inBook(
      {by: ['Woolf, Virginia'], title: 'To T. S. Eliot', date: '1920-07-28'},
      {
        title: 'The Letters of Virginia Woolf',
        editors: ['Nicolson, Nigel', 'Trautmann, Joanne'],
        publisher: 'Harcourt Brace Jovanovich',
        year: '1976'
      }
    )
    expect(shown(mlaDocument(work).worksCited)).toBe(
      'Woolf, Virginia. “To T. S. Eliot.” 28 July 1920. *The Letters of Virginia Woolf*, edited by Nigel Nicolson and Joanne Trautmann, Harcourt Brace Jovanovich, 1976.'
    )
  })

  test('the translator of one work in an anthology stands in the middle', () => {
    const work = inBook(
      {
        by: ['Fagih, Ahmed Ibrahim al-'],
        title: 'The Singing of the Stars',
        translators: ['El Khalidi, Leila', 'Tingley, Christopher'],
        label: 'pp. 140–57'
      },
      {
        title: 'Short Arabic Plays: An Anthology',
        editors: ['Jayyusi, Salma Khadra'],
        publisher: 'Interlink Books',
        year: '2003'
      }
    )
    expect(shown(mlaDocument(work).worksCited)).toBe(
      'Fagih, Ahmed Ibrahim al-. “The Singing of the Stars.” Translated by Leila El Khalidi and Christopher Tingley. *Short Arabic Plays: An Anthology*, edited by Salma Khadra Jayyusi, Interlink Books, 2003, pp. 140–57.'
    )
  })

  test.each<[GivenBook, string]>([
    [
      {
        title: 'Mexican Literature in Theory',
        editors: ['Sánchez Prado, Ignacio M.'],
        publisher: 'Bloomsbury Academic',
        year: '2018'
      },
      'Sánchez Prado, Ignacio M., editor. *Mexican Literature in Theory*. Bloomsbury Academic, 2018.'
    ],
    [
      {
        title: 'The Complete Letters of Oscar Wilde',
        editors: ['Holland, Merlin', 'Hart-Davis, Rupert'],
        publisher: 'Henry Holt',
        year: '2000'
      },
      'Holland, Merlin, and Rupert Hart-Davis, editors. *The Complete Letters of Oscar Wilde*. Henry Holt, 2000.'
    ],
    [
      {
        title: 'Agent of Change: Print Culture Studies after Elizabeth L. Eisenstein',
        editors: ['Baron, Sabrina Alcorn', 'Lindquist, Eric N.', 'Shevlin, Eleanor F.'],
        publisher: 'University of Massachusetts Press',
        year: '2007'
      },
      'Baron, Sabrina Alcorn, et al., editors. *Agent of Change: Print Culture Studies after Elizabeth L. Eisenstein*. U of Massachusetts P, 2007.'
    ]
  ])('editors instead of an author: one, two, three', (given, expected) => {
    expect(shown(mlaEdition(book(given)).worksCited)).toBe(expected)
  })
})
