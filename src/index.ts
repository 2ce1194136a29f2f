export type { CallOptions } from './client/call-options.ts'
export type { BinaryCaller } from './client/caller.ts'
export type { Commands } from './client/commands.generated.ts'
export type { Monitor, MonitorLine } from './client/monitor.ts'
export type { Message, MessageListener, Subscription } from './client/subscriptions.ts'
export type { Transaction } from './client/transaction.ts'
export { type Client, type ClientOptions, createClient, createEngine, type Engine } from './create.ts'
export type { Clock } from './engine/clock.ts'
export type { MemoryUsage } from './engine/usage.ts'
export {
  ClientClosedError,
  ConnectError,
  ConnectionLostError,
  EngineClosedError,
  EngineCrashedError,
  EngineSaveError,
  EngineStartError,
  ProtocolError,
  RedisError,
  SnapshotError,
  WouldBlockError,
} from './errors.ts'
export type { Fault, Faults } from './faults/faults.ts'
export type { InterceptedCommand, InterceptFunction, Interception, Interceptor } from './faults/intercept.ts'
export type { ReplyValue } from './faults/reply.ts'
export type { FaultRule } from './faults/rule.ts'
export type { StorageFaultRule, StorageOperation } from './faults/storage-rule.ts'
export type {
  Build,
  ConnectOptions,
  EngineOptions,
  EvictionPolicy,
  LocalOptions,
  LogLine,
  ModuleSource,
  SnapshotLike,
} from './options.ts'
export type { ClusterOptions, NodeAddress, RemoteOptions, SentinelOptions, TlsOptions } from './remote/options.ts'
export type { Argument } from './resp/encode.ts'
export type { Push, Reply, ReplyMap } from './resp/reply.ts'
export { Snapshot } from './snapshot/snapshot.ts'
export type { OpenMode, Storage, StorageFile } from './storage/storage.ts'
