// The door of verify: proofs that nothing was lost between transcript, file, tree and outputs. Imports no writer.
export type {Finding} from './finding.ts'
export {verifyReceived} from './received.ts'
export {verifyTypography} from './typography.ts'
export {verifyParse} from './parse.ts'
export {verifyPages} from './pages.ts'
export {verifyEpub} from './epub.ts'
export {verifyPdf, type PdfProof} from './pdf.ts'
export {readerHash, type Readings} from './pdf-text.ts'
