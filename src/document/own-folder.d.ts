// Types of own-folder.js.

export function cachePath(): string
export function mine(path: string): Promise<boolean>
