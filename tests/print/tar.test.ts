// The tar reader: plain files come out whole, anything else is refused.
import {describe, expect, test} from 'vitest'
import {readTar} from '../../src/print/chromium/tar.ts'

/** One entry as tar writes it: a header of 512 bytes and the content padded to as many. */
function entry(name: string, content: string, kind = '0'): Buffer {
  const header = Buffer.alloc(512)
  header.write(name, 0)
  header.write(content.length.toString(8).padStart(11, '0'), 124)
  header.write(kind, 156)
  header.write('ustar', 257)
  const body = Buffer.alloc(Math.ceil(content.length / 512) * 512)
  body.write(content)
  return Buffer.concat([header, body])
}

const end = Buffer.alloc(1024)

describe('an archive', () => {
  test('gives its files', () => {
    const archive = Buffer.concat([entry('lib/', '', '5'), entry('lib/a.so', 'x'.repeat(600)), entry('./b', 'y'), end])
    const files = readTar(archive).map(({path, bytes}) => [path, Buffer.from(bytes).toString()])
    expect(files).toEqual([
      ['lib/a.so', 'x'.repeat(600)],
      ['b', 'y']
    ])
  })

  test('with a name that leads out of it is refused', () => {
    const message = (name: string) => `Unexpected name ${name} in the archive, expected a path inside it`
    for (const name of ['../evil', '/etc/evil', 'a/../../evil', 'a\\evil'])
      expect(() => readTar(Buffer.concat([entry(name, 'x'), end]))).toThrow(message(name))
  })

  test('with a link is refused', () => {
    expect(() => readTar(Buffer.concat([entry('a', '', '2'), end]))).toThrow(
      'Unexpected entry of kind 2 in the archive, expected files and folders'
    )
  })

  test('that ends too early is refused', () => {
    const cut = Buffer.concat([entry('a', 'x'), entry('b', 'x'.repeat(600)).subarray(0, 700)])
    expect(() => readTar(cut)).toThrow('Unexpected end of the archive after a')
  })
})
