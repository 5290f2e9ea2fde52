// What the package proof finds in the e-book of the hand-made book, which is no edition: its documents are those that the book has.
import type {Edition} from '../../src/document/edition.ts'
import {openEpub} from '../../src/verify/package/opened.ts'
import {provePackage} from '../../src/verify/package/prove.ts'
import {makeOptions} from './options.ts'

/** Everything that is wrong with a package whose files are of the day that it names; `metadata`: where they are others than usual. */
export function faultsOf(epub: Uint8Array, metadata = makeOptions().metadata): string[] {
  const edition = {settings: metadata, images: makeOptions().images, documents: [], front: [], back: []}
  const findings = provePackage(edition as unknown as Edition, openEpub(epub))
  return findings.map(({reason}) => reason.replace('. This is a fault of the program; please report it.', ''))
}
