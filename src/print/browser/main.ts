// The script in the page: `window.recension`, bundled by esbuild and loaded after Paged.js.
import {editionHandler} from './handler.ts'
import {inspect} from './inspect.ts'
import {layOut} from './layout.ts'
import {layOutParallel} from './parallel/index.ts'
import {keepNeededHandlers} from './repairs.ts'
import {clear, show} from './show.ts'
import {tagPages} from './tags.ts'

keepNeededHandlers(window.Paged.registeredHandlers)
window.Paged.registerHandlers(editionHandler())
window.recension = {
  layOut: (part, css) => (part.parallel ? layOutParallel(part, css, layOut) : layOut(part, css)),
  show,
  inspect,
  tagPages,
  clear
}
