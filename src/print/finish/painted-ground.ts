// Where a page has been painted so far, as far as boxes say: a picture that lets what is below it shine through needs white paper there.
import type {Operation} from './content-operators.ts'

type Matrix = readonly [number, number, number, number, number, number]
type Box = readonly [left: number, bottom: number, right: number, top: number]
type Point = readonly [number, number]

/** What is painted on a page, followed from operation to operation. */
export interface Ground {
  follow(operation: Operation): void
  /** Takes a box of the space that is drawn in now for painted. */
  paint(box: Box): void
  /** Whether something has been painted below such a box. */
  lies(box: Box): boolean
  /** The ground of content that is drawn as a picture, on the same page. */
  inside(matrix?: readonly number[]): Ground
}

/** A page on which nothing is painted. */
export const begin = (): Ground => groundOf([], IDENTITY)

const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0]

/** Two things that touch do not lie upon each other, points. */
const TOUCH = 0.5

/** Where something is drawn now, and with what. */
interface State {
  matrix: Matrix
  fillsWhite: boolean
}

interface Following {
  painted: Box[]
  saved: State[]
  state: State
  /** Corners of the path that is drawn, on the page. */
  path: Point[]
  text: Matrix
}

function groundOf(painted: Box[], start: Matrix): Ground {
  const following: Following = {
    painted,
    saved: [],
    state: {matrix: start, fillsWhite: false},
    path: [],
    text: IDENTITY
  }
  const place = (box: Box): Box => around(cornersOf(box).map((corner) => moved(corner, following.state.matrix)))
  return {
    follow: ({operator, operands}) => STEPS.get(operator)?.(following, operands.map(Number), operator),
    paint: (box) => void painted.push(place(box)),
    lies: (box) => {
      const [left, bottom, right, top] = place(box)
      return painted.some(
        (below) =>
          below[0] < right - TOUCH && below[2] > left + TOUCH && below[1] < top - TOUCH && below[3] > bottom + TOUCH
      )
    },
    inside: (matrix) => {
      const {state} = following
      return groundOf(painted, matrix ? times(matrixOf(matrix), state.matrix) : state.matrix)
    }
  }
}

type Step = (following: Following, numbers: readonly number[], operator: string) => void

const colour: Step = (following, numbers) => {
  following.state = {...following.state, fillsWhite: numbers.every((one) => one === 1)}
}

const corners: Step = ({path, state}, numbers) => {
  for (let at = 0; at + 1 < numbers.length; at += 2)
    path.push(moved([numbers[at] ?? 0, numbers[at + 1] ?? 0], state.matrix))
}

const rectangle: Step = ({path, state}, [x = 0, y = 0, width = 0, height = 0]) =>
  void path.push(...cornersOf([x, y, x + width, y + height]).map((corner) => moved(corner, state.matrix)))

const paint: Step = (following, _, operator) => {
  const {painted, path, state} = following
  const white = state.fillsWhite && /^f/i.test(operator)
  if (path.length > 0 && !white) painted.push(around(path))
  following.path = []
}

/** Words are where they begin: what lies above them covers more than that. */
const words: Step = ({painted, text, state}) => void painted.push(around([moved([0, 0], times(text, state.matrix))]))

const line: Step = (following, numbers) => {
  following.text = times(matrixOf([1, 0, 0, 1, ...numbers]), following.text)
}

const STEPS: ReadonlyMap<string, Step> = new Map<string, Step>([
  ['q', ({saved, state}) => void saved.push(state)],
  ['Q', (following) => void (following.state = following.saved.pop() ?? following.state)],
  [
    'cm',
    (following, numbers) => {
      const {state} = following
      following.state = {...state, matrix: times(matrixOf(numbers), state.matrix)}
    }
  ],
  ['g', colour],
  ['rg', colour],
  ['re', rectangle],
  ...['m', 'l', 'c', 'v', 'y'].map((operator): [string, Step] => [operator, corners]),
  ...['f', 'F', 'f*', 'B', 'B*', 'b', 'b*', 'S', 's'].map((operator): [string, Step] => [operator, paint]),
  ['n', (following) => void (following.path = [])],
  ['BT', (following) => void (following.text = IDENTITY)],
  ['Tm', (following, numbers) => void (following.text = matrixOf(numbers))],
  ['Td', line],
  ['TD', line],
  ...['Tj', 'TJ', "'", '"'].map((operator): [string, Step] => [operator, words])
])

const matrixOf = ([a = 1, b = 0, c = 0, d = 1, e = 0, f = 0]: readonly number[]): Matrix => [a, b, c, d, e, f]

/** First the one, then the other. */
function times([a, b, c, d, e, f]: Matrix, [g, h, i, j, k, l]: Matrix): Matrix {
  return [a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + l]
}

const moved = ([x, y]: Point, [a, b, c, d, e, f]: Matrix): Point => [a * x + c * y + e, b * x + d * y + f]

const cornersOf = ([left, bottom, right, top]: Box): Point[] => [
  [left, bottom],
  [right, bottom],
  [right, top],
  [left, top]
]

function around(points: readonly Point[]): Box {
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)]
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]
}
