// epub-gen-memory with our own templates; its sanitiser, downloads, clock and random ids never touch the book.
import {EPub, type Options} from 'epub-gen-memory'
import type {Asset, DatedList, Landmark, NavPoint, NcxPoint, SpineFile} from './model.ts'
import type {BookSeries, Certified} from '../document/library-fields.ts'
import type {PackagePerson} from './metadata.ts'
import type {NcxPage, PagePoint} from './page-list.ts'
import {templates} from './templates.ts'

/** Everything that the templates say. */
export interface PackageModel {
  identifier: string
  title: string
  subtitle: string | undefined
  lang: string
  /** `rtl` where the language is written from right to left. */
  dir: 'rtl' | undefined
  /** `rtl` where pages of the book turn from left to right. */
  progression: 'ltr' | 'rtl' | undefined
  /** Languages of the parts, that of the book first. */
  languages: string[]
  people: PackagePerson[]
  publisher: string | undefined
  description: string | undefined
  rights: string | undefined
  version: string
  bookSeries: BookSeries | undefined
  sources: readonly string[]
  certified: (Certified & {conformsTo: string}) | undefined
  date: string
  modified: string
  accessibility: [property: string, value: string][]
  assets: Asset[]
  /** Files before and after the navigation, which stands where print has its contents. */
  before: SpineFile[]
  after: SpineFile[]
  contentsTitle: string
  contents: NavPoint[]
  /** Documents by date, where the contents have them in another order. */
  dated: DatedList | undefined
  ncx: NcxPoint[]
  depth: number
  landmarks: Landmark[]
  /** Pages of the printed book, and what that book is. */
  pages: PagePoint[]
  ncxPages: NcxPage[]
  pageSource: string | undefined
  css: string
}

/** Zips a package; the same model gives the same bytes. */
export async function archive(model: PackageModel): Promise<Uint8Array> {
  return new Uint8Array(await new EditionEPub(model).genEpub())
}

interface Entry {
  dir: boolean
}

/** A class because epub-gen-memory is changed by overriding its steps. */
class EditionEPub extends EPub {
  readonly #model: PackageModel

  constructor(model: PackageModel) {
    super(optionsOf(model), chaptersOf(model))
    this.#model = model
    this.images = []
  }

  protected override async generateTemplateFiles(): Promise<void> {
    await super.generateTemplateFiles()
    const navigation = this.zip.file('OEBPS/toc.xhtml')
    if (!navigation) throw new Error('epub-gen-memory wrote no navigation')
    this.zip.file('OEBPS/nav.xhtml', await navigation.async('string'))
    this.zip.remove('OEBPS/toc.xhtml')
  }

  protected override async downloadAllFonts(): Promise<void> {}

  protected override async downloadAllImages(): Promise<void> {
    for (const {href, bytes} of this.#model.assets) this.zip.file(`OEBPS/${href}`, bytes)
  }

  /** The library's last step before zipping: entries in a fixed order and of a fixed date, folders not listed. */
  protected override async makeCover(): Promise<void> {
    const files: Record<string, Entry> = this.zip.files
    const date = new Date(this.#model.modified)
    const entries = Object.entries(files).filter(([, entry]) => !entry.dir)
    for (const [, entry] of entries) Object.assign(entry, {date, unixPermissions: null, dosPermissions: null})
    const sorted = entries.toSorted(([a], [b]) => rank(a) - rank(b) || (a < b ? -1 : 1))
    Object.assign(this.zip, {files: Object.fromEntries(sorted)})
  }
}

const FIRST = ['mimetype', 'META-INF/container.xml', 'OEBPS/content.opf']
const rank = (name: string): number => (FIRST.includes(name) ? FIRST.indexOf(name) : FIRST.length)

// Keys that the library does not know reach the templates untouched; what it does know is only its own checks' due.
function optionsOf(model: PackageModel): Options {
  const known: Options = {
    title: model.title,
    lang: model.lang,
    date: model.modified,
    css: model.css,
    version: 3,
    verbose: false,
    fonts: [],
    chapterXHTML: templates.chapter,
    contentOPF: templates.package,
    tocXHTML: templates.navigation,
    tocNCX: templates.ncx
  }
  return Object.assign(known, {model})
}

function chaptersOf({before, after}: PackageModel) {
  return [...before, ...after].map((page) => ({title: page.title, content: '', filename: page.file, page}))
}
