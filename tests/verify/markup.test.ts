// The reader of markup agrees with the parser of browsers on what is well-formed, and refuses the rest.
import fc from 'fast-check'
import type {ElementContent, Nodes, Root} from 'hast'
import {fromHtml} from 'hast-util-from-html'
import {h} from 'hastscript'
import rehypeStringify from 'rehype-stringify'
import {unified} from 'unified'
import {expect, test} from 'vitest'
import {MarkupError, readMarkup} from '../../src/verify/markup.ts'

test('elements, attributes, text and references', () => {
  expect(
    readMarkup(
      `<p class="a  b" data-split-from='x' hidden epub:type="footnote" id=d1>1 &lt; 2 &amp;&#x41;&#66;&nbsp;&shy;&unknown;</p>`
    )
  ).toEqual({
    type: 'root',
    children: [
      {
        type: 'element',
        tagName: 'p',
        properties: {className: ['a', 'b'], dataSplitFrom: 'x', hidden: '', epubType: 'footnote', id: 'd1'},
        children: [{type: 'text', value: '1 < 2 &AB\u00A0\u00AD&unknown;'}]
      }
    ]
  })
})

test('comments, declarations and instructions are no text; CDATA is', () => {
  const root = readMarkup('<?xml version="1.0"?><!DOCTYPE html><b><!-- <i> --><![CDATA[a < b]]></b>')
  expect(root.children).toEqual([
    {type: 'element', tagName: 'b', properties: {}, children: [{type: 'text', value: 'a < b'}]}
  ])
})

test('void elements of HTML and closed ones of XHTML hold nothing; style and script hold no markup', () => {
  const root = readMarkup('<br>a<hr/>b<span class="x"/>c<style>p > b {} "<i>"</style>d<script/>e')
  expect(
    root.children.map((child) => (child.type === 'text' ? child.value : child.type === 'element' ? child.tagName : ''))
  ).toEqual(['br', 'a', 'hr', 'b', 'span', 'c', 'style', 'd', 'script', 'e'])
})

test('in XML an element without an end is open, whatever HTML says of it', () => {
  const root = readMarkup('<?xml version="1.0"?><package><meta property="x">a</meta><link/></package>')
  const [meta, link] = root.children[0]?.type === 'element' ? root.children[0].children : []
  expect(meta).toMatchObject({tagName: 'meta', children: [{type: 'text', value: 'a'}]})
  expect(link).toMatchObject({tagName: 'link', children: []})
  expect(() => readMarkup('<?xml version="1.0"?><p><br></p>')).toThrow('Unexpected `</p>`, expected `</br>`')
})

test.each([
  ['<p>a</div>', 'Unexpected `</div>`, expected `</p>`'],
  ['a</p>', 'Unexpected `</p>`, expected no end tag'],
  ['<p><b>a</b>', '`<p>` is never closed'],
  ['<style>a', '`<style>` is never closed'],
  ['a < b', 'Unexpected `<` in `a < b`, expected a tag'],
  ['<p class="x>a</p>', 'Unexpected `<` in `<p class="x>a`, expected a tag']
])('%s is refused', (markup, reason) => {
  expect(() => readMarkup(markup)).toThrow(new MarkupError(reason))
})

/** Text in order with the names and classes of what holds it. */
function outline(node: Nodes): string {
  if (node.type === 'text') return JSON.stringify(node.value)
  if (node.type === 'root') return node.children.map(outline).join('')
  if (node.type !== 'element') return ''
  const {className, dataNote} = node.properties
  return `<${node.tagName} ${String(className ?? '')} ${String(dataNote ?? '')}>${node.children.map(outline).join('')}</>`
}

const {tree} = fc.letrec<{tree: ElementContent}>((tie) => ({
  tree: fc.oneof(
    {depthSize: 'small'},
    fc
      .constantFrom('a', ' b ', '<&>"\'', '\u00A0', 'школа', ']]>', '\u00AD', '<!--', '\n')
      .map((value): ElementContent => ({type: 'text', value})),
    fc.constantFrom('br', 'hr', 'img').map((name): ElementContent => h(name)),
    fc
      .tuple(
        fc.constantFrom('div', 'span', 'em', 'section'),
        fc.constantFrom('note', 'a b', 'generated', '"&<'),
        fc.array(tie('tree'), {maxLength: 4})
      )
      .map(([name, kind, children]): ElementContent => h(name, {className: kind.split(' '), dataNote: kind}, children))
  )
}))

test('it reads what serialisers write as browsers do', () => {
  const html = unified().use(rehypeStringify)
  const xhtml = unified().use(rehypeStringify, {closeSelfClosing: true, allowDangerousCharacters: true})
  fc.assert(
    fc.property(fc.array(tree, {maxLength: 4}), (children) => {
      const root: Root = {type: 'root', children}
      const written = html.stringify(root)
      const expected = outline(fromHtml(written, {fragment: true}))
      expect(outline(readMarkup(written))).toBe(expected)
      expect(outline(readMarkup(xhtml.stringify(root)))).toBe(expected)
    }),
    {seed: 9, numRuns: 300}
  )
})
