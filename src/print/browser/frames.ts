// Run in the page before Paged.js: animation frames that come at once, also in tabs in the background.

// New headless Chromium gives no frames to a background tab, and Paged.js then waits for ever; 60 Hz costs 16 ms a page.
const channel = new MessageChannel()
const waiting: FrameRequestCallback[] = []
channel.port1.addEventListener('message', () => waiting.shift()?.(performance.now()))
channel.port1.start()

window.requestAnimationFrame = (callback) => {
  waiting.push(callback)
  channel.port2.postMessage(0)
  return waiting.length
}

// Paged.js would otherwise paginate the empty shell as soon as it is loaded.
window.PagedConfig = {auto: false}
