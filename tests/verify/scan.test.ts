// The raw scan by hand: what each sign of the dialect gives to the received text and to print.
import {describe, expect, test} from 'vitest'
import {scan} from '../../src/verify/scan.ts'

const joined = (words: readonly {text: string}[]): string => words.map(({text}) => text).join(' ')

/** Words of a body: as received, as printed. */
function scanned(body: string): [received: string, reading: string] {
  const {text} = scan(body, ['tn', 'en'])
  return [joined(text.received), joined(text.reading)]
}

/** Marks that mean the same in both layers. */
const plain: [body: string, words: string][] = [
  ['[training] and [[nested] ones]', '[training] and [[nested] ones]'],
  ['*one* __two__ _three_ **fo**ur', 'one two three four'],
  ['a*b 2 * 3 snake_case_word __init', 'a*b 2 * 3 snake_case_word __init'],
  ['***both*** **mixed*', 'both *mixed'],
  ['1\\. \\*star\\* \\[x\\] back\\slash', '1. *star* [x] back\\slash'],
  ['`code *x*` and `` a ` b `` and ` open', 'code *x* and a ` b and ` open'],
  ['[text](http://x.org "t") [not](two words)', 'text [not](two words)'],
  ['[a [b](c) d](e) ![picture](p.png) ![none]', '[a b d](e) ![none]'],
  ['[x](<a b>) [y](a(b)c) [z](', 'x y [z]('],
  ['# Heading #\n\n###### Six\n\n####### Seven', 'Heading Six ####### Seven'],
  ['#hashtag', '#hashtag'],
  ['- one\n- two\n\n  still two\n\n3) three', 'one two still two three'],
  ['In the year\n1952. It was', 'In the year 1952. It was'],
  ['> quoted\nlazy\n> > deeper\n\nout', 'quoted lazy deeper out'],
  ['one\n***\ntwo\n\n- - -\n\nthree', 'one two three'],
  ['one\n===\n\ntwo\n---', 'one === two'],
  ['    not code', 'not code'],
  ['```js\nlet *x*\n```\n\n~~~\n``` in\n~~~\nafter', 'let *x* ``` in after'],
  ['```\nnever closed', 'never closed'],
  ['| a | b |\n|---|:-:|\n| c \\| d | *e* |\n\nout', 'a b c | d e out'],
  ['a | b\nc | d', 'a | b c | d'],
  ['one\\\ntwo  \nthree', 'one two three'],
  ['<Molotov> &copy; http://x.org [Stalin]: Yes.', '<Molotov> &copy; http://x.org [Stalin]: Yes.'],
  ['17:10 d. 12:3 45:sic[1] :nonsense[x] ::pb :', '17:10 d. 12:3 45:sic[1] :nonsense[x] ::pb :'],
  ['(:pb[72v]{wit=A}position', '(position'],
  ['one\n\n::pb[72v]{wit=A}\n\ntwo', 'one two'],
  [':at{#s1}one, :at{#e1}:ref[d12]{page} two', 'one, two'],
  [':person[Cde. *Stalin*]{id=stalin} in :place[Moscow]{id=moscow}', 'Cde. Stalin in Moscow'],
  [':del[struck] :app[once]{rdg="twice" wit=A}', 'struck once'],
  [':sic[open :del[closed]', ':sic[open closed'],
  ['::::closing\nOne.\n:::verse\ntwo\n:::\n::::\nthree', 'One. two three'],
  ['- :::closing\n  in\n  :::\n- out', 'in out'],
  ['::figure[x', '::figure[x'],
  ['one\r\ntwo\rthree', 'one two three'],
  ['[^none] a[^] [^two words]', '[^none] a[^] [^two words]'],
  ['cafe\u0301', 'caf\u00E9'],
  ['', '']
]

test.each(plain)('%j', (body, words) => {
  expect(scanned(body)).toEqual([words, words])
})

describe('marks that mean different things', () => {
  const marks: [body: string, received: string, reading: string][] = [
    [':supplied[are]', '[are]', '[are]'],
    [':supplied[are]{by=ed}', '', '⟨are⟩'],
    [':supplied[are]{by=pt}', '[are]', '[are]'],
    [':orig[mir]{lang=ru-Latn}', '[mir]', '[mir]'],
    [':gap{reason=illegible unit=word n=2}', '', '[2 words illegible]'],
    [':gap{reason=omitted}', '', '[…]'],
    [':unclear[Varnov]{cert=low}', 'Varnov', '[Varnov?]'],
    [':corr[position]{rec="postion" by=ed}', 'postion', 'position'],
    [':corr[a]{rec="&quot;b&quot; &amp; c"}', '"b" & c', 'a'],
    [":corr[a]{rec='b' .class key}", 'b', 'a'],
    [':sic[postion]', 'postion', 'postion [sic]'],
    [':app[once]{rdg="two times" wit="A R" by=ed}', 'two times', 'once'],
    [':app[:lem[once]{by=ed} :rdg[*twice*]{wit=A} :rdg[]{wit=R}]', 'twice', 'once'],
    [':app[:lem[once] :rdg[twice]{wit=A}]', 'once', 'once'],
    [':app[:lem[once]{by=ed}]', '', 'once'],
    [':ann[5.IX]{kind=signature}', '5.IX', '[handwritten: signature and 5.IX]'],
    [':ann[5.IX]', '5.IX', '[handwritten: 5.IX]'],
    [':add[above]{place=above}', 'above', '\\above/'],
    [':::editorial\nWords.\n:::', '', 'Words.'],
    [':::only{for=teacher}\n- Words.\n:::', '', 'Words.'],
    [':::attachment{title="The plan"}\nWords.\n:::', 'Words.', 'The plan Words.'],
    ['::figure[A *map*]{src=a.png decorative}', '', 'A map'],
    ['::figure{src=a.png decorative}', '', '']
  ]
  test.each(marks)('%j', (body, received, reading) => {
    expect(scanned(body)).toEqual([received, reading])
  })
})

test('words know their place in the file', () => {
  expect(scan('> one *two*\n> th\\*ree\n\n- four', []).text.received).toEqual([
    {text: 'one', offset: 2},
    {text: 'two', offset: 7},
    {text: 'th*ree', offset: 14},
    {text: 'four', offset: 25}
  ])
})

test('notes are read apart, in the order of their calls, with all their lines', () => {
  const body = [
    'One[^b] two[^A] :tn[inline *note*] three :en[again :corr[x]{rec=y}]',
    '',
    '[^a]: First line',
    'goes on.',
    '',
    '    A second paragraph[^c].',
    '',
    '[^B]: Of b.',
    '[^c]: Of c.',
    '',
    'Text again.'
  ].join('\n')
  const {text, notes} = scan(body, ['tn', 'en'])
  expect(joined(text.received)).toBe('One two three Text again.')
  expect(notes.map(({received}) => joined(received))).toEqual([
    'Of b.',
    'First line goes on. A second paragraph.',
    'Of c.',
    'inline note',
    'again y'
  ])
  expect(joined(notes[4]?.reading ?? [])).toBe('again x')
})

test('a mark of exclamation before a call is no picture', () => {
  const {text, notes} = scan('So![^a] ![^a](p.png)\n\n[^a]: Note.', [])
  expect(joined(text.received)).toBe('So!')
  expect(notes.map(({received}) => joined(received))).toEqual(['Note.'])
})
