// Dates in EDTF as each manual words them.
import {describe, expect, test} from 'vitest'
import {apaDate, apaDateInText, chicagoDate, mlaDate} from '../../src/cite/when-words.ts'
import {whenOf} from '../../src/cite/when.ts'

const words = (edtf: string): string[] => {
  const when = whenOf(edtf)
  return when ? [chicagoDate(when), mlaDate(when), apaDate(when), apaDateInText(when)] : []
}

describe('each form of EDTF', () => {
  test.each([
    ['1952-09-04', '4 September 1952', '4 Sept. 1952', '1952, September 4', 'September 4, 1952'],
    ['1952-05', 'May 1952', 'May 1952', '1952, May', 'May 1952'],
    ['1952', '1952', '1952', '1952', '1952'],
    ['1952-09-XX', 'September 1952', 'Sept. 1952', '1952, September', 'September 1952'],
    ['1952-XX-XX', '1952', '1952', '1952', '1952'],
    ['1952-09-04T10:30:00', '4 September 1952', '4 Sept. 1952', '1952, September 4', 'September 4, 1952'],
    ['1952-21', 'Spring 1952', 'Spring 1952', '1952, Spring', 'Spring 1952'],
    ['195X', '1950s', '1950s', '1950s', '1950s'],
    ['18XX', '1800s', '1800s', '1800s', '1800s'],
    ['-0043', '44 BCE', '44 BCE', '44 BCE', '44 BCE'],
    ['1952~', '[ca. 1952]', 'circa 1952', 'ca. 1952', 'ca. 1952'],
    ['1952-09?', '[September 1952?]', 'Sept. 1952?', 'ca. 1952, September', 'ca. September 1952'],
    ['1952%', '[ca. 1952?]', 'circa 1952?', 'ca. 1952', 'ca. 1952'],
    ['1952-09~-04', '[ca. 4 September 1952]', 'circa 4 Sept. 1952', 'ca. 1952, September 4', 'ca. September 4, 1952'],
    ['1790/1803', '1790–1803', '1790–1803', '1790–1803', '1790–1803'],
    ['1955/1960', '1955–1960', '1955–60', '1955–1960', '1955–1960'],
    ['1952-09-04/1952-09-04', '4 September 1952', '4 Sept. 1952', '1952, September 4', 'September 4, 1952'],
    ['1921-11-01/1921-11-09', '1–9 November 1921', '1–9 Nov. 1921', '1921, November 1–9', 'November 1–9, 1921'],
    [
      '1916-07-13/1916-11-28',
      '13 July–28 November 1916',
      '13 July–28 Nov. 1916',
      '1916, July 13–November 28',
      'July 13–November 28, 1916'
    ],
    [
      '1916-12-30/1917-01-02',
      '30 December 1916–2 January 1917',
      '30 Dec. 1916–2 Jan. 1917',
      '1916, December 30–1917, January 2',
      'December 30, 1916–January 2, 1917'
    ],
    ['1952/..', '1952–', '1952–', '1952–', '1952–'],
    ['../1952', 'before 1952', 'before 1952', 'before 1952', 'before 1952'],
    ['[1937,1938]', '[1937 or 1938]', '1937 or 1938', '1937 or 1938', '1937 or 1938'],
    [
      '[1937..1939]',
      '[between 1937 and 1939]',
      'between 1937 and 1939',
      'between 1937 and 1939',
      'between 1937 and 1939'
    ],
    ['[..1939]', 'before 1939', 'before 1939', 'before 1939', 'before 1939'],
    [
      '{1937,1938,1940}',
      '1937, 1938, and 1940',
      '1937, 1938, and 1940',
      '1937, 1938, and 1940',
      '1937, 1938, and 1940'
    ],
    ['{1937..1939}', '1937–1939', '1937–39', '1937–1939', '1937–1939']
  ])('%s', (edtf, ...expected) => {
    expect(words(edtf)).toEqual(expected)
  })
})

describe('what is no date', () => {
  test.each(['', ' ', 'XXXX', 'XXXX-XX', '/', '../..'])('%j is unknown', (edtf) => {
    expect(whenOf(edtf)).toBeUndefined()
  })

  test('nothing is unknown', () => {
    expect(whenOf(undefined)).toBeUndefined()
  })

  test.each(['XXXX-09-04', 'Y17000002', '1952-13', '1952-31', 'Autumn of 1952'])(
    '%s stays as it is written',
    (edtf) => {
      expect(words(edtf)).toEqual([edtf, edtf, edtf, edtf])
    }
  )
})
