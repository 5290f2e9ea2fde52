// Reads the pieces of text of PDF pages with pdf.js, a stranger to everything that made the file. Plain JavaScript: threads of their own
// run it too, without the tools that read TypeScript.

/** Opens a PDF, of whose program nothing is run and whose fonts are not shown; whoever opens it destroys its `loadingTask`. */
export async function openPdf(bytes) {
  // Loaded when it is wanted: it takes longer to load than a small edition to build.
  const {getDocument, VerbosityLevel} = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const loading = getDocument({
    // pdf.js takes the bytes over and leaves none to the caller.
    data: new Uint8Array(bytes),
    verbosity: VerbosityLevel.ERRORS,
    useSystemFonts: false,
    disableFontFace: true,
    isEvalSupported: false,
    // Pictures are unpacked by pdf.js itself, alike on every machine.
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false
  })
  return loading.promise
}

/** Pieces of text of the pages with these numbers, counted from 1, in the order of their content. */
export async function readPieces(bytes, numbers) {
  const pdf = await openPdf(bytes)
  try {
    const pages = []
    for (const number of numbers ?? Array.from({length: pdf.numPages}, (_, index) => index + 1)) {
      const page = await pdf.getPage(number)
      pages.push(piecesOf((await page.getTextContent({disableNormalization: true})).items))
      page.cleanup()
    }
    return pages
  } finally {
    await pdf.loadingTask.destroy()
  }
}

function piecesOf(items) {
  return items
    .filter((item) => 'str' in item && 'transform' in item)
    .map(({str, transform, width, hasEOL}) => {
      const [, , , size = 0, left = 0, base = 0] = transform
      return {text: str, size: Math.abs(size), left, right: left + width, base, endsLine: hasEOL}
    })
}
