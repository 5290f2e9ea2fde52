// The package's files as EJS templates, and the style sheet: read once from the program's own folders.
import {readFileSync} from 'node:fs'

const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')

/** One template a file of the package. */
export const templates = {
  package: read('templates/epub/package.opf.ejs'),
  navigation: read('templates/epub/nav.xhtml.ejs'),
  ncx: read('templates/epub/toc.ncx.ejs'),
  chapter: read('templates/epub/chapter.xhtml.ejs')
}

/** The style sheet without its fonts, which differ from book to book. */
export const stylesheet = read('styles/epub.css')
