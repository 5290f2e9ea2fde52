// The door of syntax: Markdown in, nodes out.
export {splitMatter, type Parts} from './matter.ts'
export {parse, type ParseOptions} from './parse.ts'
export {directives, type DirectiveRule, type Form} from './directives.ts'
