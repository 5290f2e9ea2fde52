// Looks for a Chrome, Chromium or Edge that is installed on the machine, in the usual places.
import {access} from 'node:fs/promises'
import {constants} from 'node:fs'
import {delimiter, join} from 'node:path'

/** Path of the first installed browser that can be driven, undefined where there is none. */
export async function installedBrowser(): Promise<string | undefined> {
  for (const path of usualPlaces()) if (await runs(path)) return path
  return undefined
}

/** True for a file that may be executed. */
export async function runs(path: string): Promise<boolean> {
  return access(path, constants.X_OK).then(
    () => true,
    () => false
  )
}

function usualPlaces(): string[] {
  if (process.platform === 'win32') return windowsPlaces()
  if (process.platform === 'darwin') return macPlaces()
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '')
  return LINUX_NAMES.flatMap((name) => folders.map((folder) => join(folder, name)))
}

const LINUX_NAMES = ['google-chrome-stable', 'google-chrome', 'chromium', 'chromium-browser', 'microsoft-edge-stable']

function macPlaces(): string[] {
  const names = ['Google Chrome', 'Chromium', 'Microsoft Edge']
  const folders = ['/Applications', join(process.env['HOME'] ?? '', 'Applications')]
  return names.flatMap((name) => folders.map((folder) => `${folder}/${name}.app/Contents/MacOS/${name}`))
}

function windowsPlaces(): string[] {
  const {PROGRAMFILES, LOCALAPPDATA} = process.env
  const roots = [PROGRAMFILES, process.env['PROGRAMFILES(X86)'], LOCALAPPDATA].filter((root) => root !== undefined)
  const files = ['Google/Chrome/Application/chrome.exe', 'Chromium/Application/chrome.exe']
  return [...files, 'Microsoft/Edge/Application/msedge.exe'].flatMap((file) => roots.map((root) => join(root, file)))
}
