// A lack of the machine, not of the edition: no browser, full disk, no network. The command ends with status 3.

/** Thrown with `cause`; the message says what is lacking and what to do, in plain English. */
export class EnvironmentError extends Error {
  override name = 'EnvironmentError'
}
