// Types of the part of pdf.js that unpacks JPEG files, as far as they are needed; it brings none along.

declare module 'pdfjs-dist/legacy/image_decoders/pdf.image_decoders.mjs' {
  export class JpegError extends Error {}
  export class JpegImage {
    readonly width: number
    readonly height: number
    readonly numComponents: number
    parse(bytes: Uint8Array): void
    getData(options: {width: number; height: number; forceRGB?: boolean; isSourcePDF?: boolean}): Uint8ClampedArray
  }
}
