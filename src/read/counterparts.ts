// Puts a text beside its counterparts in other languages: `x.ru.md` is no document of its own but the `x` of another language.
import type {EditionDocument} from '../document/edition.ts'
import {report} from '../document/report.ts'

/** What the name of a file says of it: `x.ru` is the text of `x` in Russian. */
export interface Named {
  partner: string
  language: string
}

/** Reads the name of a counterpart, without `.md`; undefined for the name of a document of its own. */
export function namedCounterpart(name: string): Named | undefined {
  const [, partner, language] = /^(.+)\.([a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)$/.exec(name) ?? []
  return partner && language ? {partner, language} : undefined
}

/** Takes the counterparts out of the documents of a folder and gives them to their partners; one without partner stays. */
export function pairCounterparts(all: readonly EditionDocument[]): EditionDocument[] {
  const stems = new Map(all.map((document) => [document.file.stem ?? '', document]))
  return all.filter((document) => {
    const named = namedCounterpart(document.file.stem ?? '')
    if (!named) return true
    const partner = stems.get(named.partner)
    if (!partner || partner === document) {
      alone(document, named)
      return true
    }
    pair(partner, document, named)
    return false
  })
}

const START = {line: 1, column: 1}

function alone({file}: EditionDocument, {partner}: Named): void {
  const reason = `Unexpected counterpart of \`${partner}.md\`, which there is not, expected it in the same folder; add it, or rename this file if it is a document of its own`
  report(file, 'counterpart-alone', reason, START)
}

function pair(partner: EditionDocument, document: EditionDocument, {language}: Named): void {
  const {matter, file} = document
  if (matter.language && primary(matter.language) !== primary(language)) {
    const reason = `Unexpected language \`${matter.language}\` of a file whose name says \`${language}\`, expected the same; rename the file, or correct \`language\``
    report(file, 'counterpart-alone', reason, START)
  }
  document.matter = {language, ...matter}
  document.id = matter.id ?? `${partner.id}.${language}`
  document.pairsWith = partner.id
  const same = [partner, ...(partner.counterparts ?? [])].find(
    (other) => other.matter.language === document.matter.language
  )
  if (same) {
    const reason = `Unexpected second text of \`${partner.id}\` in the language \`${document.matter.language}\`, which ${same.file.path} has already, expected one text for each language`
    report(file, 'counterpart-alone', reason, START)
  }
  partner.counterparts = [...(partner.counterparts ?? []), document]
}

const primary = (language: string): string => language.toLowerCase().split('-')[0] ?? ''
