// Evens registers that are set in one paragraph: which entries stand in it, and so where its lines break, is known only with the page.
import type {Foot} from './index.ts'
import {FITS, look, setFit} from '../lines/even.ts'
import {gapsOf, LOOSE} from '../lines/gaps.ts'

/** Gives such a register slightly other spaces where that makes no line more. */
export function evenRegisters({registers}: Foot): void {
  for (const register of registers.values()) {
    if (register.hidden || register.dataset['layout'] !== 'run-in' || !isLoose(register)) continue
    const fit = bestFit(register)
    if (fit !== undefined) setFit(register, fit)
  }
}

const isLoose = (register: HTMLElement): boolean => gapsOf(register).some(({width}) => width > LOOSE)

function bestFit(register: HTMLElement): string | undefined {
  const before = {height: register.getBoundingClientRect().height, ...look(register)}
  const tried = FITS.map((fit) => {
    const undo = setFit(register, fit)
    const now = {fit, height: register.getBoundingClientRect().height, ...look(register)}
    undo()
    return now
  })
  const better = tried.filter(({height, cost}) => height === before.height && cost < before.cost)
  return better.toSorted((a, b) => a.cost - b.cost)[0]?.fit
}
