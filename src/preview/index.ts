// The door of preview: what has changed in the folder of an edition.
export {watchFolder, type Watching} from './watch.ts'
