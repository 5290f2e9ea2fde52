// What a proof has found, as a message of the file that it is in.
import {allDocuments, type Edition} from './document/edition.ts'
import {report} from './document/report.ts'
import {placeIn} from './document/yaml.ts'
import {settingsOf} from './selection/index.ts'
import type {Finding} from './verify/index.ts'

/** The output's faults become messages of the document that they are in. */
export function reportFinding(edition: Edition, {rule, document, setting, reason}: Finding): void {
  const file = allDocuments(edition).find(({id}) => id === document)?.file ?? settingsOf(edition)
  report(file, rule, reason, setting && placeIn(file, setting))
}
