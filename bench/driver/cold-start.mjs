/** A start in a process of its own, which says when it is done with each step. */
import { start } from '../contestants/wasm-redis.mjs'

await start((step) => console.log(`done: ${step}`))
