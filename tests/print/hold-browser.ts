// Run by a test as a process of its own: starts the browser, says where its profile is, and stays until it is ended.
import {ensureBrowser} from '../../src/print/chromium/choose-browser.ts'
import {launch} from '../../src/print/chromium/launch.ts'

async function hold(): Promise<void> {
  const {browser} = await launch(await ensureBrowser())
  const child = browser.process()
  const profile = child?.spawnargs.find((argument) => argument.startsWith('--user-data-dir='))?.split('=')[1]
  process.stdout.write(`${JSON.stringify({profile, pid: child?.pid})}\n`)
  setInterval(() => {}, 1000)
}

void hold()
