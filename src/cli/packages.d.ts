// Types of packages.js.

export function missingPackages(root: string, options: {dev: boolean}): string[]
