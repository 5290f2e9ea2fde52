// What the signs of joined letters say of themselves to who copies or searches.
import {expect, test} from 'vitest'
import {withLetters} from '../../src/print/finish/ligatures.ts'

test('joined letters say their letters, one by one and in ranges; others say what they said', () => {
  const map = `2 beginbfchar
<0390> <0066>
<0392> <FB01>
<0394> <FB03>
endbfchar
2 beginbfrange
<0041> <0043> <0061>
<0100> <0102> <FB00>
endbfrange`
  expect(withLetters(map)).toBe(`2 beginbfchar
<0390> <0066>
<0392> <00660069>
<0394> <006600660069>
endbfchar
2 beginbfrange
<0041> <0043> <0061>
<0100> <0102> [<00660066> <00660069> <0066006C>]
endbfrange`)
})
