// A scanline rasteriser: outlines become grey values by the exact area that they cover of each pixel.

/** Signed area of each pixel, one more in each row for what lies beyond its end; the sum from the left is the coverage. */
export interface Canvas {
  width: number
  height: number
  area: Float64Array
}

/** A place on the canvas in pixels, y downwards. */
export interface Point {
  x: number
  y: number
}

/** An empty canvas. */
export function canvas(width: number, height: number): Canvas {
  return {width, height, area: new Float64Array((width + 1) * height + 1)}
}

/** Adds a closed contour. Overlapping contours of one direction cover each other, opposite ones cut a hole. */
export function addContour(target: Canvas, points: readonly Point[]): void {
  points.forEach((point, index) => {
    const next = points[(index + 1) % points.length]
    if (next) addEdge(target, point, next)
  })
}

/** Adds a filled rectangle. */
export function addRectangle(target: Canvas, from: Point, to: Point): void {
  addContour(target, [from, {x: to.x, y: from.y}, to, {x: from.x, y: to.y}])
}

/** Grey of every pixel, 0 paper to 255 ink. */
export function greys({width, height, area}: Canvas): Uint8Array {
  const pixels = new Uint8Array(width * height)
  for (let row = 0; row < height; row++) {
    let sum = 0
    for (let x = 0; x < width; x++) {
      sum += area[row * (width + 1) + x] ?? 0
      pixels[row * width + x] = Math.round(Math.min(Math.abs(sum), 1) * 255)
    }
  }
  return pixels
}

/** Splits an edge at the rows that it crosses. */
function addEdge(target: Canvas, from: Point, to: Point): void {
  if (from.y === to.y) return
  const direction = from.y < to.y ? 1 : -1
  const [top, bottom] = direction === 1 ? [from, to] : [to, from]
  const slope = (bottom.x - top.x) / (bottom.y - top.y)
  const xAt = (y: number): number => top.x + (y - top.y) * slope
  const last = Math.min(target.height, bottom.y)
  for (let row = Math.max(0, Math.floor(top.y)); row < last; row++) {
    const [y0, y1] = [Math.max(row, top.y), Math.min(row + 1, last)]
    if (y1 > y0) addInRow(target, row, {from: xAt(y0), to: xAt(y1), weight: direction * (y1 - y0)})
  }
}

interface Stretch {
  from: number
  to: number
  /** Height within the row, negative when the edge runs upwards. */
  weight: number
}

/** Each pixel that the edge passes gets its share of the weight, and the part right of the edge within that pixel. */
function addInRow({width, area}: Canvas, row: number, {from, to, weight}: Stretch): void {
  const clamp = (x: number): number => Math.min(Math.max(x, 0), width)
  const [left, right] = [clamp(Math.min(from, to)), clamp(Math.max(from, to))]
  const length = right - left
  for (let pixel = Math.floor(left); pixel <= Math.floor(right); pixel++) {
    const [x0, x1] = [Math.max(pixel, left), Math.min(pixel + 1, right)]
    const share = length === 0 ? weight : (weight * (x1 - x0)) / length
    const inside = share * (pixel + 1 - (x0 + x1) / 2)
    const index = row * (width + 1) + pixel
    area[index] = (area[index] ?? 0) + inside
    area[index + 1] = (area[index + 1] ?? 0) + share - inside
  }
}
