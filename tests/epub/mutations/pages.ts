// E-books with a wrong list of the printed pages, or a wrong mark.
import {put} from '../proved.ts'
import {all, type Mutation} from './changes.ts'

/** Page list and marks. */
export const PAGES: Readonly<Record<string, Mutation>> = {
  'the mark of a page a word too late': {
    change: put('d1.xhtml', /(<span id="page-5".*?<\/span>)is /, 'is $1'),
    own: [
      'page-list-differs: Unexpected beginning of page 5 at `is | to stand.`, expected it before the word with letter 121, at “s to stand.” (document d1)'
    ],
    epubcheck: []
  },
  'the mark of a page a word too early': {
    change: put('d1.xhtml', /it (<span id="page-5".*?<\/span>)/, '$1it '),
    own: [
      'page-list-differs: Unexpected beginning of page 5 at `where | it is`, expected it before the word with letter 121, at “s to stand.” (document d1)'
    ],
    epubcheck: []
  },
  'a page without mark': {
    change: put('d1.xhtml', /<span id="page-5".*?<\/span>/, ''),
    own: [
      'page-list-differs: Unexpected target of page 5 in the page list (document d1, page 5): none, expected one mark of this page',
      'e-book-faulty: Unexpected link `d1.xhtml#page-5` in `OEBPS/nav.xhtml`, expected an id that stands in `OEBPS/d1.xhtml`'
    ],
    epubcheck: ['ERROR RSC-012 nav.xhtml', 'ERROR RSC-012 toc.ncx']
  },
  'a wrong folio': {
    change: put('nav.xhtml', '>10<', '>12<'),
    own: [
      'page-list-differs: Unexpected page list of the e-book: page 12 after page 9, expected page 10 as in print',
      'e-book-faulty: Unexpected page list of the NCX, `10` to `d2.xhtml#page-10`, expected `12` to `d2.xhtml#page-10` as in the navigation'
    ],
    epubcheck: []
  },
  'a wrong folio in list and mark': {
    change: all(
      put('nav.xhtml', '>10<', '>12<'),
      put('toc.ncx', '<text>10<', '<text>12<'),
      put('d2.xhtml', 'aria-label="10"', 'aria-label="12"')
    ),
    own: ['page-list-differs: Unexpected page list of the e-book: page 12 after page 9, expected page 10 as in print'],
    epubcheck: []
  },
  'a page out of order': {
    change: put(
      'nav.xhtml',
      /(<li><a href="d2\.xhtml#page-8">8<\/a><\/li>\s*)(<li><a href="d2\.xhtml#page-9">9<\/a><\/li>\s*)/,
      '$2$1'
    ),
    own: [
      'page-list-differs: Unexpected page list of the e-book: page 9 after page 7, expected page 8 as in print',
      'e-book-faulty: Unexpected page list of the NCX, `8` to `d2.xhtml#page-8`, expected `9` to `d2.xhtml#page-9` as in the navigation'
    ],
    epubcheck: []
  },
  'two pages that lead to one place': {
    change: put('nav.xhtml', '#page-9"', '#page-8"'),
    own: [
      'page-list-differs: Unexpected mark of page 9 (document d2), expected none that the page list lacks',
      'page-list-differs: Unexpected mark of page 8 in `d2` as target of page 9, expected its own in `d2`',
      'e-book-faulty: Unexpected page list of the NCX, `9` to `d2.xhtml#page-9`, expected `9` to `d2.xhtml#page-8` as in the navigation'
    ],
    epubcheck: []
  }
}
