// Writes a module's name for itself into it: a hash of everything else, in the custom section "build". Snapshots carry it.
// usage: node scripts/build-identity.mjs MODULE
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'

const [path] = process.argv.slice(2)
const bytes = readFileSync(path)
const name = Buffer.from('build')
const hash = createHash('sha256').update(bytes).digest().subarray(0, 16)
const body = Buffer.concat([Buffer.from([name.length]), name, hash])
writeFileSync(path, Buffer.concat([bytes, Buffer.from([0, body.length]), body]))
