// Plants faults in the laid-out pages of a part before the proof in the page looks at them.

/**
 * Script for `startLab`: `faults` is the source of an object of functions, by name; the one that a part has as its id is given
 * the elements of its pages.
 */
export const plantFaults = (faults: string): string => `
const FAULTS = ${faults}
window.Paged.registerHandlers(class extends window.Paged.Handler {
  afterRendered(pages) {
    const plant = FAULTS[pages[0].element.querySelector('section').id]
    if (plant) plant(pages.map((page) => page.element))
  }
})`
