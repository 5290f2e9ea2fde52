// Reads a tar archive: plain files only, which is all that the browser's package holds.

/** A file of an archive: `lib/libnss3.so` and its bytes. */
export interface TarFile {
  path: string
  bytes: Uint8Array
}

const BLOCK = 512

/** Every plain file of a tar archive; folders are left out, links and names that lead out of the archive are refused. */
export function readTar(archive: Uint8Array): TarFile[] {
  const files: TarFile[] = []
  for (let at = 0; at + BLOCK <= archive.length;) {
    const header = archive.subarray(at, at + BLOCK)
    if (header.every((byte) => byte === 0)) break
    const size = Number.parseInt(text(header, 124, 12).trim(), 8)
    if (!Number.isSafeInteger(size) || at + BLOCK + size > archive.length)
      throw new Error(`Unexpected end of the archive after ${files.at(-1)?.path ?? 'its beginning'}`)
    const kind = text(header, 156, 1)
    if (kind === '0' || kind === '')
      files.push({path: nameOf(header), bytes: archive.slice(at + BLOCK, at + BLOCK + size)})
    else if (kind !== '5')
      throw new Error(`Unexpected entry of kind ${kind} in the archive, expected files and folders`)
    at += BLOCK + Math.ceil(size / BLOCK) * BLOCK
  }
  return files
}

function nameOf(header: Uint8Array): string {
  const prefix = text(header, 257, 5) === 'ustar' ? text(header, 345, 155) : ''
  const name = (prefix ? `${prefix}/` : '') + text(header, 0, 100)
  const steps = name.split('/')
  if (name.startsWith('/') || name.includes('\\') || steps.includes('..'))
    throw new Error(`Unexpected name ${name} in the archive, expected a path inside it`)
  return steps.filter((step) => step !== '' && step !== '.').join('/')
}

function text(header: Uint8Array, at: number, length: number): string {
  const field = header.subarray(at, at + length)
  const end = field.indexOf(0)
  return new TextDecoder().decode(end < 0 ? field : field.subarray(0, end))
}
