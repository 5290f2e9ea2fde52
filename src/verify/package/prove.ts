// The proof of the package: what the finished e-book is as a file, held from outside against the rules that validators overlook.
import type {Edition} from '../../document/edition.ts'
import type {Finding} from '../finding.ts'
import {MOST_MESSAGES} from '../wording.ts'
import {archiveFaults} from './archive.ts'
import {fontFaults} from './fonts.ts'
import {metadataFaults} from './metadata.ts'
import {navigationFaults} from './navigation.ts'
import {noteFaults} from './notes.ts'
import type {Epub} from './opened.ts'
import {manifestFaults, pictureFaults, propertyFaults, remoteFaults, styleFaults} from './resources.ts'
import {textFaults} from './texts.ts'
import {vocabularyFaults} from './vocabulary.ts'
import {xmlFaults} from './well-formed.ts'

/** What is looked at, each by itself. */
const CHECKS: readonly ((epub: Epub, edition: Edition) => string[])[] = [
  ({entries}) => archiveFaults(entries),
  xmlFaults,
  manifestFaults,
  propertyFaults,
  pictureFaults,
  styleFaults,
  remoteFaults,
  fontFaults,
  textFaults,
  vocabularyFaults,
  noteFaults,
  navigationFaults,
  metadataFaults
]

/** Proves an e-book as a package: archive, manifest, fonts, pictures, headings, links, notes, navigation, metadata. */
export function provePackage(edition: Edition, epub: Epub): Finding[] {
  return CHECKS.flatMap((check) => {
    const faults = check(epub, edition)
    const shown = faults.slice(0, MOST_MESSAGES)
    const more = faults.length - shown.length
    return [...shown, ...(more > 0 ? [`${more} more of these in the e-book, expected none`] : [])].map(
      (reason): Finding => ({
        rule: 'e-book-faulty',
        reason: `${reason}. This is a fault of the program; please report it.`
      })
    )
  })
}
