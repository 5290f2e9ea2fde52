// Broken e-books that validators mostly pass: what they do not look for, or cannot know without the edition.
import {subset} from '../../../src/epub/faces.ts'
import {cut} from '../opened.ts'
import {put} from '../proved.ts'
import {all, byName, moved, swapped, type Mutation} from './changes.ts'

/** A font with few letters. */
const ALPHABET = await subset('regular', 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789.,')

/** Of the package, its navigation, its notes, its links. */
export const BEYOND: Readonly<Record<string, Mutation>> = {
  'a font cut too far': {
    change: cut('fonts/regular.ttf', () => ALPHABET),
    own: [
      'e-book-faulty: Missing letters `:;=?[]¶аилпрч’⟨⟩` in the font `OEBPS/fonts/regular.ttf`, expected all of the book that its face has'
    ],
    epubcheck: []
  },
  'another picture than that of the edition': {
    change: swapped('images/1-ship.png', 'images/cover.png'),
    own: ['e-book-faulty: Unexpected picture `OEBPS/images/1-ship.png`, expected one of the edition, unchanged'],
    epubcheck: []
  },
  'fonts without their licence': {
    change: all(moved('OEBPS/fonts/OFL-EB-Garamond.txt', 'nowhere'), put('content.opf', /<item id="licence.*?\/>/, '')),
    own: ['e-book-faulty: Missing licence beside the fonts, expected a text file of it'],
    epubcheck: []
  },
  'a mark between the items of a list': {
    change: put('introduction.xhtml', /<\/li>(?=\s*<\/ol>)/, '</li><span id="between"></span>'),
    own: [
      'e-book-faulty: Unexpected `<span>` in `<ol>` in `OEBPS/introduction.xhtml`, expected its rows or items only'
    ],
    epubcheck: ['ERROR RSC-005 introduction.xhtml']
  },
  'a text outside the spine': {
    change: put('content.opf', '<itemref idref="part-8"/>', ''),
    own: [
      'e-book-faulty: Unexpected file `OEBPS/colophon.xhtml` outside the spine, expected every text in the order of reading'
    ],
    epubcheck: ['ERROR RSC-011 nav.xhtml']
  },
  'rights that nobody gave': {
    change: put('content.opf', 'Free for any use.', 'All rights reserved'),
    own: [
      'e-book-faulty: Unexpected rights in the package, `All rights reserved`, expected `Free for any use.` as edition.yaml has it'
    ],
    epubcheck: []
  },
  'two people as one': {
    change: put('content.opf', '>Mary Ward<', '>Mary Ward, Ida Ferrand<'),
    own: [
      'e-book-faulty: Unexpected people in the package, `Harbour Office`, `Mary Ward, Ida Ferrand`, `Ida Ferrand`, expected `Harbour Office`, `Mary Ward`, `Ida Ferrand` as edition.yaml has it'
    ],
    epubcheck: []
  },
  'a date from the clock': {
    change: put('content.opf', /(dcterms:modified">)2026-01-31/, '$12026-11-27'),
    own: [
      'e-book-faulty: Unexpected date 2026-01-31 00:00:00 of `mimetype` in the archive, expected 2026-11-27 as in the package'
    ],
    epubcheck: []
  },
  'an identifier by chance': {
    change: put('content.opf', /urn:uuid:/, ''),
    own: [
      'e-book-faulty: Unexpected identifier `urn:uuid:8ab39317-7bb7-5565-b58e-71da36d11731` of the NCX, expected `8ab39317-7bb7-5565-b58e-71da36d11731` as in the package',
      'e-book-faulty: Unexpected identifier `8ab39317-7bb7-5565-b58e-71da36d11731` of the package, expected one ISBN or UUID as a URN'
    ],
    epubcheck: ['ERROR NCX-001 toc.ncx']
  },
  'other contents for old readers': {
    change: put('toc.ncx', 'A Talk about', 'A Word about'),
    own: [
      'e-book-faulty: Unexpected contents of the NCX, `A Word about the Crane, 5 March 1921` to `d2.xhtml`, expected `A Talk about the Crane, 5 March 1921` to `d2.xhtml` as in the navigation'
    ],
    epubcheck: []
  },
  'a page that old readers miss': {
    change: put('toc.ncx', /<pageTarget id="page-target-18".*?<\/pageTarget>\s*/s, ''),
    own: [
      'e-book-faulty: Unexpected page list of the NCX, its end, expected `11` to `d2.xhtml#page-11` as in the navigation'
    ],
    epubcheck: []
  },
  'contents in another order': {
    change: put(
      'nav.xhtml',
      /(<li><a href="introduction\.xhtml">.*?<\/li>\s*)(<li><a href="people\.xhtml">.*?<\/li>\s*)/s,
      '$2$1'
    ),
    own: [
      'e-book-faulty: Unexpected entry `Introduction` of the contents in this place, expected the order of reading',
      'e-book-faulty: Unexpected contents of the NCX, `Introduction` to `introduction.xhtml`, expected `People` to `people.xhtml` as in the navigation'
    ],
    epubcheck: ['WARNING NAV-011 nav.xhtml']
  },
  'a document that the contents lack': {
    change: put('nav.xhtml', /<li><a href="d2\.xhtml">.*?<\/li>\s*/s, ''),
    own: [
      'e-book-faulty: Missing document d2 in the contents, expected every document',
      'e-book-faulty: Unexpected contents of the NCX, `A Talk about the Crane, 5 March 1921` to `d2.xhtml`, expected `Index of Persons` to `index.xhtml` as in the navigation'
    ],
    epubcheck: []
  },
  'a text that begins with the index': {
    change: put('nav.xhtml', 'epub:type="bodymatter" href="d1.xhtml"', 'epub:type="bodymatter" href="index.xhtml"'),
    own: [
      'e-book-faulty: Unexpected landmark of the text `OEBPS/index.xhtml`, expected one to the first document or the part before it, `OEBPS/d1.xhtml`'
    ],
    epubcheck: []
  },
  'a note that nothing calls': {
    change: put(
      'd1.xhtml',
      '<aside',
      '<aside class="note note-en" id="d1-en-7" data-note="d1-en-7" epub:type="footnote" role="doc-footnote"><p>More.</p></aside><aside'
    ),
    own: [
      'output-differs: Unexpected note `d1-en-7` (document d1), expected only notes that the document has',
      'e-book-faulty: Unexpected note `d1-en-7` in `OEBPS/d1.xhtml` that nothing calls, expected a call'
    ],
    epubcheck: []
  },
  'a note that leads back elsewhere': {
    change: put('d1.xhtml', 'href="#d1-en-1-call"', 'href="#d1-p1"'),
    own: [
      'e-book-faulty: Unexpected way back from the note `d1-en-1` in `OEBPS/d1.xhtml`, expected a link to `d1-en-1-call`'
    ],
    epubcheck: []
  },
  'a note in a file of its own': {
    change: (entries) => {
      const note =
        /<aside.*?<\/aside>/s.exec(Buffer.from(entries.find(byName('d1.xhtml'))?.bytes ?? '').toString())?.[0] ?? ''
      return all(
        put('d1.xhtml', note, ''),
        put('d1.xhtml', 'href="#d1-en-1"', 'href="people.xhtml#d1-en-1"'),
        put('people.xhtml', '</body>', `${note.replace('href="#', 'href="d1.xhtml#')}</body>`)
      )(entries)
    },
    own: [
      'output-differs: Missing note en-1 (document d1, ¶2), expected it once: words `The second crane of the harbour; the first …` (12 words)',
      'e-book-faulty: Unexpected place of the note `d1-en-1` in `OEBPS/people.xhtml`, expected it in the file of its call, or no reading system shows it there'
    ],
    epubcheck: []
  },
  'a link that runs something': {
    change: put('introduction.xhtml', 'href="d2.xhtml#d2"', 'href="javascript:alert(1)"'),
    own: [
      'e-book-faulty: Unexpected link `javascript:alert(1)` in `OEBPS/introduction.xhtml`, expected a place in the book or a web address'
    ],
    epubcheck: []
  },
  'a style sheet from the network': {
    change: put('style.css', /^/, '@import "https://example.org/a.css";\n'),
    own: ['e-book-faulty: Unexpected `https://example.org/a.css` in `OEBPS/style.css`, expected a file of the e-book'],
    epubcheck: ['ERROR RSC-006 style.css']
  },
  'a font from the network': {
    change: put('style.css', /url\(fonts\/italic\.ttf\)/, 'url(https://example.org/i.ttf)'),
    own: ['e-book-faulty: Unexpected `https://example.org/i.ttf` in `OEBPS/style.css`, expected a file of the e-book'],
    epubcheck: ['ERROR OPF-014 style.css', 'ERROR RSC-008 style.css']
  },
  'a name of HTML in XML': {
    change: put('d1.xhtml', 'Send word', 'Send&nbsp;word'),
    own: ['e-book-faulty: Unexpected `&nbsp;` in `OEBPS/d1.xhtml`, expected the sign itself or its number'],
    epubcheck: ['FATAL RSC-016 d1.xhtml', 'ERROR RSC-012 nav.xhtml', 'ERROR RSC-012 toc.ncx', 'ERROR RSC-012 d1.xhtml']
  },
  'a control character': {
    change: put('d1.xhtml', '>Send', '>&#7;Send'),
    own: [
      'output-differs: Unexpected word `\u0007Send` after `is to stand.` (document d1, ¶3), expected `Send`',
      'page-list-differs: Unexpected beginning of page 6 at `Friday. | [signed: A.`, expected it before the word with letter 151, at “[signed: A. Weber]” (document d1)',
      'e-book-faulty: Unexpected sign U+0007 in `OEBPS/d1.xhtml`, expected only signs that XML allows'
    ],
    epubcheck: ['FATAL RSC-016 d1.xhtml', 'ERROR RSC-012 nav.xhtml', 'ERROR RSC-012 toc.ncx', 'ERROR RSC-012 d1.xhtml']
  },
  'an attribute twice': {
    change: put('d1.xhtml', '<p id="d1-p3"', '<p id="d1-p3" data-p="3"'),
    own: ['e-book-faulty: Unexpected second `data-p` of an element in `OEBPS/d1.xhtml`, expected each attribute once'],
    epubcheck: ['FATAL RSC-016 d1.xhtml', 'ERROR RSC-012 nav.xhtml', 'ERROR RSC-012 toc.ncx', 'ERROR RSC-012 d1.xhtml']
  },
  'a page list without a word on its source': {
    change: put('content.opf', /<meta property="pageBreakSource">.*?<\/meta>/, ''),
    own: ['e-book-faulty: Missing `pageBreakSource` in the package, expected it because the book has it'],
    epubcheck: []
  },
  'a file cut short': {
    change: put('d2.xhtml', /<\/body>\s*<\/html>\s*$/, ''),
    own: ['output-differs: The e-book cannot be read: `OEBPS/d2.xhtml`: `<body>` is never closed'],
    epubcheck: ['FATAL RSC-016 d2.xhtml']
  }
}
