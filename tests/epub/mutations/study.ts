// The broken e-books of the study of validators (W3C's and others), one thing wrong in each.
import {cut} from '../opened.ts'
import {put} from '../proved.ts'
import {added, moved, type Mutation} from './changes.ts'

/** In the order of the study. */
export const STUDY: Readonly<Record<string, Mutation>> = {
  'an id twice in a document': {
    change: put('d1.xhtml', 'id="d1-p3"', 'id="d1-p2"'),
    own: ['e-book-faulty: Unexpected second element with the id `d1-p2` in `OEBPS/d1.xhtml`, expected each id once'],
    epubcheck: ['ERROR RSC-005 d1.xhtml']
  },
  'a call of a note that is not there': {
    change: put('d1.xhtml', 'href="#d1-en-1"', 'href="#d1-en-9"'),
    own: [
      'e-book-faulty: Unexpected link `#d1-en-9` in `OEBPS/d1.xhtml`, expected an id that stands in `OEBPS/d1.xhtml`',
      'e-book-faulty: Unexpected target `#d1-en-9` of the call `d1-en-1-call` in `OEBPS/d1.xhtml`, expected a note',
      'e-book-faulty: Unexpected note `d1-en-1` in `OEBPS/d1.xhtml` that nothing calls, expected a call'
    ],
    epubcheck: ['ERROR RSC-012 d1.xhtml']
  },
  'a link to a file that is not there': {
    change: put('introduction.xhtml', 'href="d2.xhtml#d2"', 'href="d9.xhtml#d2"'),
    own: ['e-book-faulty: Unexpected link `d9.xhtml#d2` in `OEBPS/introduction.xhtml`, expected a file of the e-book'],
    epubcheck: ['ERROR RSC-007 introduction.xhtml']
  },
  'no date of change': {
    change: put('content.opf', /<meta property="dcterms:modified">.*?<\/meta>/, ''),
    own: ['e-book-faulty: Unexpected date of change `` in the package, expected one such as `2026-01-31T00:00:00Z`'],
    epubcheck: ['ERROR RSC-005 content.opf']
  },
  'no language': {
    change: put('content.opf', '<dc:language>en</dc:language>', ''),
    own: ['e-book-faulty: Unexpected language in the package, none, expected `en` as edition.yaml has it'],
    epubcheck: ['ERROR RSC-005 content.opf']
  },
  'a block in a paragraph': {
    change: put('d1.xhtml', 'Send word', '<div>Send</div> word'),
    own: ['e-book-faulty: Unexpected `<div>` inside `<p>` in `OEBPS/d1.xhtml`, expected words there'],
    epubcheck: ['ERROR RSC-005 d1.xhtml']
  },
  'an unknown attribute': {
    change: put('d1.xhtml', '<p id="d1-p3"', '<p foo="1" id="d1-p3"'),
    own: ['e-book-faulty: Unexpected attribute `foo` of `<p>` in `OEBPS/d1.xhtml`, expected one that there is'],
    epubcheck: ['ERROR RSC-005 d1.xhtml']
  },
  'an element that is not closed': {
    change: put('d1.xhtml', 'Send word', '<b>Send word'),
    own: ['output-differs: The e-book cannot be read: `OEBPS/d1.xhtml`: Unexpected `</p>`, expected `</b>`'],
    epubcheck: ['FATAL RSC-016 d1.xhtml', 'ERROR RSC-012 nav.xhtml', 'ERROR RSC-012 toc.ncx', 'ERROR RSC-012 d1.xhtml']
  },
  'a font that the manifest does not name': {
    change: put('content.opf', /<item id="font-italic".*?\/>/, ''),
    own: [
      'e-book-faulty: Unexpected file `OEBPS/fonts/italic.ttf`, expected only files that the manifest names',
      'e-book-faulty: Unexpected `fonts/italic.ttf` in `OEBPS/style.css`, expected a file of the e-book'
    ],
    epubcheck: ['ERROR RSC-008 style.css']
  },
  'a file that is in the manifest only': {
    change: put('content.opf', '</manifest>', '<item id="x" href="x.css" media-type="text/css"/></manifest>'),
    own: ['e-book-faulty: Missing file `OEBPS/x.css`, expected it because the manifest names it (`x`)'],
    epubcheck: ['ERROR RSC-001 x.css']
  },
  'a picture of another kind than declared': {
    change: put(
      'content.opf',
      'href="images/1-ship.png" media-type="image/png"',
      'href="images/1-ship.png" media-type="image/jpeg"'
    ),
    own: [
      'e-book-faulty: Unexpected picture `OEBPS/images/1-ship.png`: it is no such file, expected a whole image/jpeg'
    ],
    epubcheck: ['ERROR OPF-029 1-ship.png']
  },
  'an invented role': {
    change: put('d1.xhtml', 'role="doc-footnote"', 'role="doc-footnote2"'),
    own: [
      'e-book-faulty: Missing role `doc-footnote` of `<aside epub:type="footnote">` in `OEBPS/d1.xhtml`, expected both'
    ],
    epubcheck: ['ERROR RSC-005 d1.xhtml']
  },
  'a page list without its list': {
    change: put('nav.xhtml', /(epub:type="page-list".*?<\/h2>\s*)<ol>.*?<\/ol>/s, '$1'),
    own: [
      'page-list-differs: Unexpected page list of the e-book: its end, expected page i as in print',
      'e-book-faulty: Missing entries of the list `page-list` in `OEBPS/nav.xhtml`, expected some',
      'e-book-faulty: Unexpected page list of the NCX, `i` to `title.xhtml#page-i`, expected its end as in the navigation'
    ],
    epubcheck: ['ERROR RSC-005 nav.xhtml', 'WARNING RSC-017 nav.xhtml']
  },
  'a place of playing twice': {
    change: put('toc.ncx', 'playOrder="1"', 'playOrder="2"'),
    own: ['e-book-faulty: Unexpected place 2 of `introduction.xhtml` in the order of playing of the NCX, expected 1'],
    epubcheck: ['ERROR RSC-005 toc.ncx']
  },
  'a drawing that is not declared': {
    change: put(
      'introduction.xhtml',
      /<h2/,
      '<p><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><path d="M0 0h1"/></svg></p><h2'
    ),
    own: ['e-book-faulty: Missing property `svg` of `OEBPS/introduction.xhtml` in the manifest, expected it'],
    epubcheck: ['ERROR OPF-014 introduction.xhtml']
  },
  'a stray brace in the style sheet': {
    change: put('style.css', '}', '}}'),
    own: ['e-book-faulty: Unexpected brace in `OEBPS/style.css`, expected rules that are closed'],
    epubcheck: ['ERROR CSS-008 style.css']
  },
  'a picture from the network': {
    change: put('introduction.xhtml', 'src="images/1-ship.png"', 'src="https://example.org/ship.png"'),
    own: [
      'e-book-faulty: Unexpected `https://example.org/ship.png` of `<img>` in `OEBPS/introduction.xhtml`, expected a file of the e-book'
    ],
    epubcheck: ['ERROR OPF-014 introduction.xhtml', 'ERROR RSC-006 introduction.xhtml']
  },
  'a date of change that is none': {
    change: put('content.opf', /(dcterms:modified">).*?</, '$1yesterday<'),
    own: [
      'e-book-faulty: Unexpected date of change `yesterday` in the package, expected one such as `2026-01-31T00:00:00Z`'
    ],
    epubcheck: ['ERROR RSC-005 content.opf']
  },
  'an undefined property': {
    change: put('content.opf', '"pageBreakSource"', '"pageBreakSrc"'),
    own: ['e-book-faulty: Missing `pageBreakSource` in the package, expected it because the book has it'],
    epubcheck: ['ERROR OPF-027 content.opf']
  },
  'a file twice in the spine': {
    change: put('content.opf', '<itemref idref="part-3"/>', '<itemref idref="part-3"/><itemref idref="part-3"/>'),
    own: [
      'output-differs: Unexpected words `Introduction The papers lay in a chest with …` (39 words) after `March. The chest.` (document introduction), expected the end of the text',
      'output-differs: Unexpected second copy of note en-1 (document introduction), expected it once',
      'note-misplaced: Unexpected second call of note en-1 (document introduction), expected one',
      'page-list-differs: Unexpected target of page ii in the page list (document introduction, page ii): several, expected one mark of this page',
      'page-list-differs: Unexpected target of page iii in the page list (document introduction, page iii): several, expected one mark of this page',
      'page-list-differs: Unexpected target of page iv in the page list (document introduction, page iv): several, expected one mark of this page',
      'page-list-differs: Unexpected target of page v in the page list (document introduction, page v): several, expected one mark of this page',
      'page-list-differs: Unexpected target of page vi in the page list (document introduction, page vi): several, expected one mark of this page',
      'page-list-differs: Unexpected target of page vii in the page list (document introduction, page vii): several, expected one mark of this page',
      'e-book-faulty: Unexpected second `part-3` in the spine, expected each file once'
    ],
    epubcheck: ['ERROR RSC-005 content.opf']
  },
  'a picture without description': {
    change: put('introduction.xhtml', ' alt="A chest with a ship on its lid"', ''),
    own: [
      'e-book-faulty: Missing description of the picture `images/1-ship.png` in `OEBPS/introduction.xhtml`, expected `alt`, empty where it decorates'
    ],
    epubcheck: [],
    ace: ['image-alt introduction.xhtml']
  },
  'two languages of one word': {
    change: put('introduction.xhtml', 'lang="ru" xml:lang="ru"', 'lang="en" xml:lang="ru"'),
    own: [
      'e-book-faulty: Unexpected languages of `<em>` in `OEBPS/introduction.xhtml`, lang `en` and xml:lang `ru`, expected the same in both'
    ],
    epubcheck: ['ERROR RSC-005 introduction.xhtml']
  },
  'a landmark without type': {
    change: put('nav.xhtml', '<a epub:type="bodymatter"', '<a'),
    own: [
      'e-book-faulty: Missing type of the landmark `Start of the documents`, expected `epub:type`',
      'e-book-faulty: Unexpected landmark of the text `none`, expected one to the first document or the part before it, `OEBPS/d1.xhtml`'
    ],
    epubcheck: ['ERROR RSC-005 nav.xhtml']
  },
  'no word on accessibility': {
    change: put('content.opf', /<meta property="schema:access.*<\/meta>\s*(?=<meta property="ibooks)/s, ''),
    own: [
      'e-book-faulty: Missing `schema:accessMode` in the package, expected it',
      'e-book-faulty: Missing `schema:accessModeSufficient` in the package, expected it',
      'e-book-faulty: Missing `schema:accessibilityFeature` in the package, expected it',
      'e-book-faulty: Missing `schema:accessibilityHazard` in the package, expected it',
      'e-book-faulty: Missing `schema:accessibilitySummary` in the package, expected it',
      'e-book-faulty: 4 more of these in the e-book, expected none'
    ],
    epubcheck: [],
    ace: [
      'metadata-accessibilityfeature content.opf',
      'metadata-accessibilityhazard content.opf',
      'metadata-accessibilitysummary content.opf',
      'metadata-accessmode content.opf',
      'metadata-accessmodesufficient content.opf'
    ]
  },
  'a page missing from the list': {
    change: put('nav.xhtml', /<li><a href="d1\.xhtml#page-4">4<\/a><\/li>\s*/, ''),
    own: [
      'page-list-differs: Unexpected page list of the e-book: page 5 after page 3, expected page 4 as in print',
      'e-book-faulty: Unexpected page list of the NCX, `4` to `d1.xhtml#page-4`, expected `5` to `d1.xhtml#page-5` as in the navigation'
    ],
    epubcheck: [],
    ace: ['epub-pagelist-missing-pagebreak nav.xhtml']
  },
  'a call without its role': {
    change: put('d1.xhtml', ' role="doc-noteref"', ''),
    own: [
      'e-book-faulty: Missing role `doc-noteref` of `<a epub:type="noteref">` in `OEBPS/d1.xhtml`, expected both',
      'e-book-faulty: Unexpected mark of the call `d1-en-1-call` in `OEBPS/d1.xhtml`, expected `epub:type="noteref"` and `role="doc-noteref"`'
    ],
    epubcheck: [],
    ace: ['epub-type-has-matching-role d1.xhtml']
  },
  'an undefined scope of a heading cell': {
    change: put('introduction.xhtml', 'scope="col"', 'scope="colx"'),
    own: [
      'e-book-faulty: Unexpected value `colx` of `scope` of `<th>` in `OEBPS/introduction.xhtml`, expected another form'
    ],
    epubcheck: ['ERROR RSC-005 introduction.xhtml']
  },
  'a title of level 4': {
    change: put('d1.xhtml', /<h1(.*?)<\/h1>/, '<h4$1</h4>'),
    own: ['e-book-faulty: Unexpected heading of level 4 as the first in `OEBPS/d1.xhtml`, expected at most level 1'],
    epubcheck: [],
    ace: []
  },
  'text in pale grey': {
    change: put('style.css', /$/, '\np {color: #bbb}\n'),
    own: [],
    epubcheck: [],
    ace: [
      'color-contrast title.xhtml',
      'color-contrast imprint.xhtml',
      'color-contrast introduction.xhtml',
      'color-contrast d1.xhtml',
      'color-contrast d2.xhtml',
      'color-contrast index.xhtml',
      'color-contrast colophon.xhtml'
    ]
  },
  'a list that starts at x': {
    change: put('introduction.xhtml', '<ol start="3">', '<ol start="x">'),
    own: [
      'e-book-faulty: Unexpected value `x` of `start` of `<ol>` in `OEBPS/introduction.xhtml`, expected another form'
    ],
    epubcheck: ['ERROR RSC-005 introduction.xhtml']
  },
  'an invented attribute of ARIA': {
    change: put('d1.xhtml', 'aria-labelledby="d1-title"', 'aria-labelledbyx="d1-title"'),
    own: [
      'e-book-faulty: Unexpected attribute `aria-labelledbyx` of `<section>` in `OEBPS/d1.xhtml`, expected one that there is'
    ],
    epubcheck: ['ERROR RSC-005 d1.xhtml']
  },
  'a claim in other words than those of the standard': {
    change: put(
      'content.opf',
      '<meta property="ibooks',
      '<meta property="dcterms:conformsTo">EPUB Accessibility 1.1 - WCAG 2.2 level AA</meta><meta property="ibooks'
    ),
    own: [
      'e-book-faulty: Unexpected claim `EPUB Accessibility 1.1 - WCAG 2.2 level AA` in the package, expected the words of the standard and who certifies it'
    ],
    epubcheck: [],
    ace: ['metadata-conformsto-invalid content.opf']
  },
  'mimetype compressed': {
    change: (entries) => entries.map((entry) => (entry.name === 'mimetype' ? {...entry, compression: 8} : entry)),
    own: [
      'e-book-faulty: Unexpected compression of `mimetype`, expected it as it is, at the very beginning of the archive'
    ],
    epubcheck: []
  },
  'mimetype last': {
    change: moved('mimetype', 'end'),
    own: ['e-book-faulty: Unexpected first file `META-INF/container.xml` of the archive, expected `mimetype`'],
    epubcheck: ['ERROR PKG-006 book.epub']
  },
  'a file that the manifest does not name': {
    change: added('OEBPS/notes.txt', Buffer.from('x')),
    own: ['e-book-faulty: Unexpected file `OEBPS/notes.txt`, expected only files that the manifest names'],
    epubcheck: []
  },
  'a font that is none': {
    change: cut('fonts/regular.ttf', () => Buffer.from('notafont')),
    own: ['e-book-faulty: Unexpected font `OEBPS/fonts/regular.ttf`, expected a file that can be opened as a font'],
    epubcheck: []
  },
  'a picture cut off': {
    change: cut('images/1-ship.png', (png) => png.slice(0, 100)),
    own: ['e-book-faulty: Unexpected picture `OEBPS/images/1-ship.png`: it is cut off, expected a whole image/png'],
    epubcheck: []
  }
}
