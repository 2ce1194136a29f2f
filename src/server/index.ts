export { ServerStartError } from '../errors.ts'
export type { ServeOptions } from './options.ts'
export { type Server, serve } from './server.ts'
