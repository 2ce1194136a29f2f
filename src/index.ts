export type { CallOptions } from './client/call-options.ts'
export type { BinaryCaller } from './client/caller.ts'
export type { Commands } from './client/commands.generated.ts'
export type { Monitor, MonitorLine } from './client/monitor.ts'
export type { Message, MessageListener, Subscription } from './client/subscriptions.ts'
export type { Transaction } from './client/transaction.ts'
export { type Client, type ClientOptions, createClient, createEngine, type Engine } from './create.ts'
export {
  ClientClosedError,
  ConnectError,
  ConnectionLostError,
  EngineClosedError,
  EngineCrashedError,
  EngineStartError,
  ProtocolError,
  RedisError,
  SnapshotError,
  WouldBlockError,
} from './errors.ts'
export type {
  ConnectOptions,
  EngineOptions,
  EvictionPolicy,
  LocalOptions,
  LogLine,
  ModuleSource,
} from './options.ts'
export type { ClusterOptions, NodeAddress, RemoteOptions, SentinelOptions, TlsOptions } from './remote/options.ts'
export type { Argument } from './resp/encode.ts'
export type { Push, Reply, ReplyMap } from './resp/reply.ts'
export { Snapshot } from './snapshot/snapshot.ts'
