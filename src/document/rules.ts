// Every rule of the program with its severity and one sentence for `recension explain`: data only.

/** An error refuses the build, a warning does with `--strict`, an info asks the editor to look. */
export type Severity = 'error' | 'warning' | 'info'

/** A rule of the program. */
export interface Rule {
  severity: Severity
  /** What the rule demands and why, in plain English. */
  text: string
}

const error = (text: string): Rule => ({severity: 'error', text})
const warning = (text: string): Rule => ({severity: 'warning', text})
const info = (text: string): Rule => ({severity: 'info', text})

/** The rules by their ids. */
export const rules = {
  // Reading the folder
  'missing-folder': error('The edition folder must exist and hold an edition.yaml.'),
  'missing-file': error('Every file that the edition names must exist inside the edition folder.'),
  'unreadable-yaml': error('YAML must parse. Mostly an indent, a missing quote or a tab is wrong at the place named.'),
  'unknown-key': error(
    'Settings and front matter may hold known keys only, so that a typing slip is not silently ignored.'
  ),
  'wrong-value': error('A setting must have the form that the program expects there.'),
  'duplicate-id': error(
    'Ids of documents, people, places and terms must be unique, because notes, references and indexes point to them.'
  ),
  'not-utf8': error('Files must be UTF-8 text without control characters. Save the file again as UTF-8.'),
  'unlisted-file': warning(
    'Where edition.yaml lists the documents, or the parts of front or back, a file that the list does not name is left out of every book. List it, or move it elsewhere.'
  ),
  'counterpart-alone': error(
    'A file such as x.ru.md is the text of x.md in another language: there must be an x.md, and one file for each language.'
  ),
  'counterpart-choice': warning(
    'An output sets a document beside one text in another language. Where it has several, `counterpart` of the output says which; where it has none in that language, the document stands alone.'
  ),
  'paragraphs-unpaired': error(
    'The paragraphs of x.ru.md pair with those of x.md in their order. Where the numbers differ, {=12} at the start of a paragraph says that it pairs with paragraph 12 of x.md; a paragraph of x.md that is passed over goes with the one before it.'
  ),
  'document-twice': error(
    'An output has each document once. Several excerpts of one are written in one line, `d1 ¶3, 7-9`.'
  ),
  'unknown-paragraph': error(
    'An excerpt names paragraphs by the numbers that are printed beside them, `d1 ¶12-34`, in their order.'
  ),
  'reference-left-out': info(
    'A reference to a document, paragraph or note that an output leaves out cannot lead there: the output names the edition in which it can be read.'
  ),
  'nothing-chosen': error(
    'What an output selects by date, keyword, person or part must choose at least one document, and name only people and parts that there are.'
  ),
  'empty-edition': error('An edition needs at least one document in documents/.'),
  // Markdown and directives
  'unknown-directive': error(
    'A word with a colon before it and a bracket or brace after it is a directive; its name must be on the list. Put a backslash before the colon if it is text.'
  ),
  'broken-directive': error(
    'The label in brackets and the attributes in braces of a directive must close on the same paragraph and parse.'
  ),
  'unknown-attribute': error('A directive takes only the attributes that the dialect gives it.'),
  'wrong-attribute': error('An attribute must have a value of the form that the dialect gives it.'),
  'stray-fence': error('A line of three or more colons must open a known container or close an open one.'),
  'unclosed-fence': error('A container opened with ::: must be closed by a line of as many colons.'),
  'misplaced-directive': error(
    'A directive must stand where it can be understood: inline in a paragraph, or alone on its line.'
  ),
  'nested-too-deep': error(
    'Marks and brackets may stand inside each other, but not by the hundred: nobody could read them.'
  ),
  'directive-in-word': warning(
    'A directive directly after a letter or digit stays text, because scholars write 17:10 and d. 12:3. Put a space before it if it is a mark; only :pb and :at may stand inside a word.'
  ),
  'document-without-text': warning(
    'A document should have text after its front matter, or its page shows a title and nothing else.'
  ),
  'markdown-risk': warning(
    'Markdown would take these characters as a mark and the reader would not see them as typed. Put a backslash before them if they are text.'
  ),
  'odd-letters': info(
    'A letter that looks right and is another (a Cyrillic а in a Latin word, a joined ﬁ that was typed as one sign, an accent typed apart from its letter) hides the word from who searches for it. Received text is printed as it is; correct it if it is yours.'
  ),
  'markdown-mark': info(
    'Markdown took these characters as a mark (emphasis, heading, list). That is right if you set them; put a backslash before them if they belong to the text.'
  ),
  // Brackets
  'bracket-unbalanced': warning(
    'A square bracket opens or closes without its fellow in the same paragraph. It prints as typed.'
  ),
  'bracket-unknown': warning('No rule of the bracket table fits this bracket. It prints as typed.'),
  'bracket-pattern': error('The pattern of a bracket rule must be a regular expression that parses.'),
  // Notes
  'call-without-note': error('A note call like [^en-1] needs a note [^en-1]: … in the same file.'),
  'note-without-call': error('A note that nothing calls would not be printed, and its words would be lost.'),
  'note-without-text': error('A note must have text.'),
  'note-twice': error('Two notes of one file must not have the same label (capitals count as small letters).'),
  'note-called-twice': error('Each note is called once, so that its number has one place.'),
  'note-leans': info(
    'A note that begins with “Ibid.” leans on the one before it, which nobody sees beside a note that opens alone in an e-book. Name the source again.'
  ),
  'unknown-series': error('The prefix of a note label names its series, which must be declared in edition.yaml.'),
  'marks-clash': error('Two series of notes on one page need different kinds of marks.'),
  // Registers, references, witnesses
  'unknown-person': error('A person must have an entry in people.yaml.'),
  'unknown-place': error('A place must have an entry in places.yaml.'),
  'unknown-term': error('A term must have an entry in terms.yaml.'),
  'unknown-siglum': error('A siglum must be declared: under sigla in edition.yaml or under source in the document.'),
  'witness-twice': error('A copy reads one thing in one place: each siglum stands once in an entry.'),
  'witness-unaccounted': warning(
    'In a positive apparatus an entry that names the copies of its lemma must name every collated copy, beside the lemma or beside a reading.'
  ),
  'unknown-anchor': error(
    'An `::entry` lies between two anchors that are set with `:at{#id}` in the text of the same document.'
  ),
  'entry-span': error(
    'Between the anchors of `::entry` there must be words of the text, the first anchor before the second.'
  ),
  'entry-crossed': error(
    'A copy that replaces or omits a passage can have no other reading inside it or across its end. Give one of the entries fewer sigla, or make one of both.'
  ),
  'lemma-changed': error(
    'Where an entry says its lemma, with `lem="first … last"` or in `:lem[…]`, the text must have these words there.'
  ),
  'unknown-reference': error('A reference must point to something that exists: a document, a note, an anchor.'),
  'never-used': info(
    'What the registers, `sigla` and `series` declare should be named somewhere in the texts: what nothing names may be a slip in an id, or of no use to readers.'
  ),
  'sign-unexplained': info(
    'A critical sign that is typed as it is, such as ⟦ ⟧ or †, is printed so, and the key to the signs knows nothing of it. Set a mark of the dialect in its place, or explain the sign in a file of front or back, such as the editorial method.'
  ),
  'paragraph-new': info(
    'A paragraph that came in after the numbers were frozen is numbered with a letter, such as 45a, so that all others keep theirs.'
  ),
  'paragraph-gone': warning(
    'A paragraph whose number was frozen is not there any more, and what is cited by its number cannot be found.'
  ),
  'line-unnumbered': warning(
    'A reference to a line needs lines that are numbered: line-numbers of an output, and a target in the text of a document, not in a heading. Without them the page alone is printed.'
  ),
  'turn-continued': info(
    'A paragraph without a label is taken to continue the turn before it. Close the turn with :::narration if it does not.'
  ),
  'citation-unparsed': info('An archival citation was recognised but not understood; it prints as given.'),
  'undeclared-archive': warning(
    'A citation names an archive that archives.yaml does not list, so its long form cannot be given.'
  ),
  // Course packs
  'copy-forbidden': error(
    'A document whose permission was refused may not stand in a course pack, unless the output allows it by name.'
  ),
  'permission-open': warning(
    'A document whose permission is only asked for stands in a course pack. Wait for the answer before copies are made, or allow the document by name.'
  ),
  'question-without-paragraph': warning(
    'A question is about a paragraph that the document, or the excerpt of it, does not have.'
  ),
  // Images
  'image-missing': error('An image must lie in the edition folder.'),
  'image-outside': error(
    'An image must lie inside the edition folder: nothing else is read, nothing is fetched from the network.'
  ),
  'image-active': error(
    'An SVG may hold no script and may fetch nothing: a reader of the e-book would run it. Save it again as a plain drawing.'
  ),
  'image-large': error(
    'A picture may have up to 50 MB: more is never seen on a page, and reading systems do not open the book.'
  ),
  'image-broken': error('A picture must be whole, or readers would see half of it or none.'),
  'link-unsafe': error(
    'A link may lead to an address that begins with https:, http: or mailto:, or to a place in the book. What would run something or open a file of the reader’s own machine is refused.'
  ),
  'alt-missing': error('A picture needs alt="…" for readers who cannot see it, or the word decorative.'),
  // Fidelity
  'received-changed': error(
    'The transcript must be the file that was received, byte for byte: its SHA-256 must be the one in the front matter.'
  ),
  'received-differs': error(
    'The words of the document must be the words of the transcript, in order, apart from the lines that the front matter lists.'
  ),
  'received-lines': error('Lines listed as furniture or metadata must exist in the transcript and be listed once.'),
  'parse-differs': error(
    'The words of the file and the words of the parsed text must be the same. This is a fault of the program, or a mark that it does not know.'
  ),
  'output-differs': error('Every word must stand in the output once and in order. The build is refused.'),
  'off-sheet': error('Nothing may be printed outside the sheet or its text area. The build is refused.'),
  'note-misplaced': error('A note must begin on the page of its call. The build is refused.'),
  'page-list-differs': error(
    'The page list of the e-book must name the printed pages as they are numbered, in their order, and each must lead to the very word with which the page begins.'
  ),
  'e-book-faulty': error(
    'The e-book must be one that stores, screen readers and validators accept. What is wrong with it is a fault of the program, not of your text: the build is refused, so that nobody gets it. Please report it with the message.'
  ),
  'not-in-standard': error(
    'A printer’s file by PDF/X-1a has greys of one ink and nothing transparent: gradients, patterns and half-transparent parts of a drawing cannot be had there. The build is refused, so that no printer gets a picture that is another.'
  ),
  'not-settled': warning(
    'Page numbers in references changed the lines so much that the pages broke elsewhere, again and again; the last state was kept, and a reference may name the page beside the right one.'
  ),
  'narrow-margin': warning(
    'The more pages a bound book has, the more room it needs beside its fold; the message says how much.'
  ),
  'missing-glyph': error(
    'The book face must have every character of the edition, or an empty box, or a sign of some other typeface, would be printed in its place.'
  ),
  'layout-note': info('A page could not be laid out as well as it should be; what it is the message says.'),
  'missing-output': error('The output must exist before it can be verified. Build the edition first.'),
  // Environment
  'unknown-output': error('An output named on the command line must be one of the outputs of edition.yaml.')
} as const satisfies Record<string, Rule>

/** Id of a rule, as messages and `recension explain` name it. */
export type RuleId = keyof typeof rules
