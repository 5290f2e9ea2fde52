// A copier prints in black: no style sheet has a colour, so nothing is told by colour alone.
import {readdirSync, readFileSync} from 'node:fs'
import {expect, test} from 'vitest'
import {geometryOf} from '../../src/document/page-geometry.ts'
import {VARIANTS, withPreset} from '../../src/document/print-form.ts'
import {formSheet} from '../../src/print/paper.ts'

const styles = new URL('../../styles/', import.meta.url)
const COLOUR =
  /#[0-9a-f]{3,8}\b|\b(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch|color(?:-mix)?)\([^)]*\)|\b(?:background|fill|stroke)[a-z-]*:[^;]+/gi
const coloursOf = (css: string): string[] =>
  (css.replace(/\/\*[\s\S]*?\*\//g, '').match(COLOUR) ?? []).filter((one) => one !== '#000')

test.each(readdirSync(styles).filter((name) => name.endsWith('.css')))('%s', (name) => {
  expect(coloursOf(readFileSync(new URL(name, styles), 'utf8'))).toEqual([])
})

test.each(VARIANTS)('the rules of %s', (variant) => {
  const form = withPreset({variant})
  expect(coloursOf(formSheet(geometryOf(form), form))).toEqual([])
})

test('a colour would be seen', () => {
  expect(coloursOf('a { color: #c00; background: rgb(1 2 3) }')).toEqual(['#c00', 'background: rgb(1 2 3) }'])
})
