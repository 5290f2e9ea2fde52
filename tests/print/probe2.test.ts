// A probe that is not kept: pages of an edition as pictures.
import {writeFileSync} from 'node:fs'
import {test} from 'vitest'
import {check} from '../../src/build.ts'
import {makeBook} from '../../src/html/index.ts'
import {toFlow} from '../../src/print/layout/flow.ts'
import {selection} from '../../src/selection/index.ts'
import {startLab} from './support/lab.ts'
test('pictures', {timeout: 600000}, async () => {
  const lab = await startLab()
  const {edition} = await check({dir: process.env.EDITION!})
  for (const name of process.env.OUTPUTS!.split(' ')) {
    const book = makeBook(selection(edition!, name), {locate: {by: 'page', label: () => '1'}, paragraphNumbers: true})
    for (const part of book.parts.filter(({parallel}) => parallel)) {
      const laidOut = await lab.layOut(toFlow(part, book))
      console.log(name, laidOut.pages.length, laidOut.problems)
      const page = await lab.running.browser.newPage()
      await page.setViewport({width: 1250, height: 900 * Math.ceil(laidOut.pages.length / 2) })
      let n = 0
      const pages = laidOut.pages.map(html => part.parallel!.layout === 'facing' ? html.replace('pagedjs_page ', `pagedjs_page ${n++ % 2 ? 'pagedjs_right_page' : 'pagedjs_left_page'} `) : html)
      await page.setContent(`<!doctype html><html lang="en"><meta charset=utf-8><style>${laidOut.css} .pagedjs_pages{display:flex;flex-wrap:wrap;width:1220px;height:auto!important} .pagedjs_pages > .pagedjs_page{border:1px solid #ccc}</style><div class=pagedjs_pages>${pages.join('')}</div>`)
      await new Promise(r => setTimeout(r, 500))
      writeFileSync(`/tmp/par/probe/pic-${name}.png`, await page.screenshot())
      await page.close()
    }
  }
  await lab.close()
})
