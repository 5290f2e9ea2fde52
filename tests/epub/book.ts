// A book made by hand with every construct that the EPUB must carry.
import {h} from 'hastscript'
import type {Element, ElementContent} from 'hast'
import type {Book, BookNote, BookPart} from '../../src/html/book.ts'

type Content = ElementContent | string

const p = (...children: Content[]): Element => h('p', children)

/** A numbered paragraph. */
export const numbered = (document: string, n: number | string, ...children: Content[]): Element =>
  h('p', {id: `${document}-p${n}`, dataP: String(n)}, children)

/** A call of a note, glued to the word before it. */
export const call = (anchor: string, register: string, mark: string, word: string): Element =>
  h('span', {className: ['glue']}, [
    word,
    h(
      'a',
      {
        className: ['call', `call-${register}`, 'generated'],
        id: `${anchor}-call`,
        href: `#${anchor}`,
        dataNote: anchor
      },
      mark
    )
  ])

const generated = (...children: Content[]): Element => h('span', {className: ['generated']}, children)

/** A part with what most parts have. */
export function part(
  given: Partial<BookPart> & Pick<BookPart, 'id' | 'kind' | 'matter'>,
  ...body: Element[]
): BookPart {
  const tag = given.kind === 'document' ? 'article' : 'section'
  const anchor = given.anchor ?? given.id
  return {
    anchor,
    lang: 'en',
    title: given.id,
    shortTitle: given.id,
    body: {type: 'root', children: [h(tag, {id: anchor, className: [given.kind]}, body)]},
    notes: [],
    inContents: true,
    starts: 'next',
    bare: false,
    ...given
  }
}

const document1Notes: BookNote[] = [
  {
    anchor: 'd1-tn-1',
    register: 'tn',
    n: 1,
    mark: 'a',
    body: [
      p('Romanised in the received text; the Russian is ', h('em', {className: ['orig'], lang: 'ru'}, 'перемирие'), '.')
    ]
  },
  {
    anchor: 'd1-en-1',
    register: 'en',
    n: 1,
    mark: '1',
    body: [
      p('Two copies are known:'),
      h('ul', [h('li', [p('the typescript,')]), h('li', [p('the carbon.')])]),
      p('See ', h('a', {href: '#письмо-p1'}, 'document 2, ¶ 1'), ' & the summary.')
    ]
  },
  {
    anchor: 'd1-en-2',
    register: 'en',
    n: 2,
    mark: '2',
    body: [
      h('ol', {start: 3}, [h('li', ['third point,']), h('li', ['fourth point.'])]),
      p('A note may open with a list.')
    ]
  },
  {
    anchor: 'd1-entries-1',
    register: 'entries',
    n: 1,
    mark: 'i',
    body: [
      p(
        h('span', {className: ['lemma']}, 'position'),
        generated('] '),
        generated(h('i', 'ed.'), '; '),
        h('span', {className: ['reading']}, 'postion'),
        generated(' ', h('i', 'W'))
      )
    ]
  }
]

const title = part(
  {id: 'title', kind: 'title', matter: 'front', title: 'Title page', inContents: false, bare: true},
  h('h1', 'Conversations on Armistice “& <Peace>”'),
  h('p', {className: ['subtitle']}, 'Moscow, August–September 1952'),
  h('p', {className: ['credits']}, 'Edited by Ann Editor and Bo Twice'),
  h('p', {className: ['publisher']}, 'Recension Press')
)

const imprint = part(
  {id: 'imprint', kind: 'imprint', matter: 'front', title: 'Imprint', inContents: false, bare: true},
  p('Set in EB Garamond. ', h('a', {href: 'https://example.org/a?b=1&c=2'}, 'example.org')),
  p('A ', h('a', {href: 'files/letter.doc'}, 'path'), ' leads nowhere in a package.')
)

const introduction = part(
  {id: 'introduction', kind: 'text', matter: 'front', title: 'Introduction'},
  h('h1', 'Introduction'),
  p(
    'Transliterated words such as ',
    h('i', {lang: 'ru-Latn'}, 'mirnyĭ dogovor'),
    ', a ‹guillemet›, ⟨supplied⟩ and ⟦deleted⟧ words.'
  ),
  h('h2', 'The ', h('strong', 'copies')),
  h('blockquote', [p('A quotation ]]> with signs of markup < & >, and a line', h('br'), 'that breaks.')]),
  h('table', [
    h('caption', 'Prisoners of war'),
    h('thead', [h('tr', [h('th', {scope: 'col'}, 'Side'), h('th', {scope: 'col'}, 'Number')])]),
    h('tbody', [h('tr', [h('th', {scope: 'row'}, 'North'), h('td', {colSpan: 1, align: 'right'}, '1,234')])])
  ]),
  h('figure', [
    h('img', {src: 'images/leaf 72v.png', alt: 'First leaf of the typescript', width: 4, height: 4}),
    h('figcaption', ['The first leaf, see ', h('a', {href: '#d1-p2'}, 'd1 ¶ 2'), '.'])
  ]),
  h('figure', [h('img', {src: 'images/ornament.png', alt: ''})]),
  h('hr')
)

const people = part(
  {id: 'people', kind: 'people', matter: 'front', title: 'People'},
  h('h1', 'People'),
  h('dl', [
    h('div', {className: ['register-entry'], id: 'people-stalin'}, [
      h('dt', 'Stalin, Iosif Vissarionovich'),
      h('dd', ['Chairman of the Council of Ministers. ', h('span', {lang: 'ru'}, 'Сталин, Иосиф')])
    ]),
    h('div', {className: ['register-entry'], id: 'people-zhou'}, [
      h('dt', 'Zhou Enlai'),
      h('dd', 'Premier of the State Council.')
    ])
  ])
)

const document1 = part(
  {
    id: 'd1',
    kind: 'document',
    matter: 'body',
    title: 'Conversation between Stalin and Zhou Enlai',
    date: '4 September 1952',
    notes: document1Notes
  },
  h('header', {className: ['head']}, [
    h('p', {className: ['head-number', 'generated']}, 'Document 1'),
    h('h1', {className: ['head-title']}, 'Conversation between Stalin and Zhou Enlai'),
    h('p', {className: ['head-dateline']}, 'Moscow, 4 September 1952'),
    h('p', {className: ['head-participants']}, [generated('Present: '), 'Stalin, Zhou Enlai']),
    h('p', {className: ['head-summary']}, 'On the armistice and the exchange of prisoners.')
  ]),
  h('div', {className: ['part-letterhead']}, [numbered('d1', 1, 'Top Secret')]),
  h('div', {className: ['part-narration']}, [
    numbered('d1', 2, 'Comrade ', h('span', {id: 'd1-x1', dataName: 'stalin'}, 'Stalin'), ' receives the guests.')
  ]),
  h('div', {className: ['turn']}, [
    numbered(
      'd1',
      3,
      h('span', {className: ['speaker']}, 'Stalin.'),
      ' What is the ',
      call('d1-entries-1', 'entries', 'i', 'position'),
      ' of the [',
      h('em', {className: ['orig'], lang: 'ru-Latn'}, 'peremirie'),
      call('d1-tn-1', 'tn', 'a', ']'),
      ' talks?'
    ),
    numbered(
      'd1',
      4,
      h('span', {className: ['supplied']}, '[He repeats the question.]'),
      ' A turn may go on ',
      h('span', {className: ['leaf-break', 'generated'], id: 'd1-leaf-W-72v', dataLeaf: '72v', dataWit: 'W'}, '|'),
      'over leaves, with ',
      h('span', {className: ['gap']}, '[2 words illegible]'),
      ' and ',
      h('span', {className: ['supplied-own']}, '⟨words⟩'),
      ' put in.'
    )
  ]),
  h('div', {className: ['turn']}, [
    numbered(
      'd1',
      '4a',
      h('span', {className: ['speaker']}, 'Сталин.'),
      ' Ещё раз. ',
      call('d1-en-1', 'en', '1', 'Да.')
    )
  ]),
  h('div', {className: ['part-editorial']}, [p('The record breaks off', call('d1-en-2', 'en', '2', ' here.'))]),
  h('div', {className: ['part-closing']}, [
    numbered('d1', 5, h('span', {className: ['ann']}, '[handwritten: signature and 5.IX]'))
  ])
)

const document2 = part(
  {id: 'письмо', anchor: 'письмо', kind: 'document', matter: 'body', title: 'A letter', date: '5 September 1952'},
  h('header', {className: ['head']}, [h('h1', {className: ['head-title']}, 'A letter')]),
  numbered(
    'письмо',
    1,
    'See ',
    h('a', {href: '#d1-p3'}, 'document 1, ¶ 3'),
    ', and ',
    h('a', {href: '#people-stalin'}, 'Stalin'),
    '.'
  ),
  numbered('письмо', 2, 'z͟h is a digraph with a joining mark that EB Garamond lacks.')
)

const index = part(
  {id: 'index', kind: 'index', matter: 'back', title: 'Index'},
  h('h1', 'Index'),
  h('p', {className: ['index-entry']}, [
    'Stalin, ',
    h('a', {className: ['locator', 'generated'], href: '#d1-x1'}, '1, ¶ 2')
  ]),
  h('p', {className: ['index-entry']}, [
    'Zhou Enlai, ',
    h('a', {className: ['locator', 'generated'], href: '#d1'}, '1')
  ])
)

const colophon = part(
  {id: 'colophon', kind: 'colophon', matter: 'back', title: 'Colophon'},
  h('h1', 'Colophon'),
  p('Made with Recension.')
)

/** The book; each call makes a new one, to be changed at will. */
export const makeBook = (): Book =>
  structuredClone({
    id: 'reader',
    title: 'Conversations on Armistice “& <Peace>”',
    shortTitle: 'Conversations',
    subtitle: 'Moscow, August–September 1952',
    lang: 'en',
    parts: [
      part({id: 'half-title', kind: 'half-title', matter: 'front', inContents: false}, p('Conversations')),
      title,
      imprint,
      part({id: 'contents', kind: 'contents', matter: 'front', title: 'Contents'}, h('h1', 'Contents')),
      introduction,
      people,
      document1,
      document2,
      index,
      colophon
    ],
    registers: [
      {key: 'entries', title: 'Emendations', marks: 'lower-roman'},
      {key: 'tn', title: 'Translator’s notes', marks: 'lower-alpha'},
      {key: 'en', title: 'Editor’s notes', marks: 'decimal'}
    ]
  })
