// Registers of the foot as the page gets them, for tests that need none but their keys.
import type {FlowRegister} from '../../src/print/contract.ts'

/** Lists of notes keyed by marks. */
export const registersOf = (keys: readonly string[]): FlowRegister[] =>
  keys.map((key) => ({key, keyed: 'mark', layout: 'list', rule: 'none', size: 'small'}))
