// The public API, nothing else.
export {build, check, verify, type BuildOptions, type BuildResult, type ProgressEvent} from './build.ts'
export {freeze, type FreezeResult} from './freeze.ts'
export {outputs, type DescribedOutput} from './outputs.ts'
