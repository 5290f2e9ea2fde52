// Loaded before a program (`node --import`): ends it with status 99 where it turns to the network, by whatever way.
import dns from 'node:dns'
import {Socket} from 'node:net'
import {syncBuiltinESMExports} from 'node:module'

const refuse = (what) => {
  process.stderr.write(`NETWORK: ${what}\n`)
  process.exit(99)
}

const connect = Reflect.get(Socket.prototype, 'connect')
Socket.prototype.connect = function (...given) {
  const [first] = given.flat()
  // A path is a pipe of this machine.
  if (typeof first === 'object' ? first?.path : typeof first === 'string' && Number.isNaN(Number(first)))
    return Reflect.apply(connect, this, given)
  return refuse(JSON.stringify(first))
}
dns.lookup = refuse
dns.promises.lookup = refuse
globalThis.fetch = refuse
syncBuiltinESMExports()
