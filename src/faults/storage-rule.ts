import { isErrorCode } from '../engine/file-errors.ts'
import { byteText, globPattern } from './glob.ts'
import { checkLimits, isText, type Limits, LONGEST, wrong } from './rule.ts'

/** What the engine does with files: `sync` is `fsync`, of a file or of the folder that it lies in. */
export type StorageOperation = 'open' | 'read' | 'write' | 'sync' | 'truncate' | 'rename' | 'remove'

/**
 * What goes wrong with files, one of `error`, `latency`, `torn` and `space`, in which operations, and of which files,
 * which is all of them where nothing is said.
 */
export interface StorageFaultRule extends Limits {
  /** The operation, or several, or `'any'`. */
  storage: StorageOperation | readonly StorageOperation[] | 'any'
  /** It fails, and nothing is done: `'EIO'`, `'ENOSPC'`, `'EROFS'`, … as Node names them. */
  error?: string
  /** It takes so many milliseconds longer, of real time, as on a disk that is busy: the engine waits for it. */
  latency?: number
  /** Of what is written this share, from 0 to 1, reaches the file, and then writing fails with `EIO`. */
  torn?: number
  /**
   * So many bytes fit on the disk from now on; then it is full (`ENOSPC`), and of what does not fit the first part is
   * written. What is cut off, replaced and removed makes room again.
   */
  space?: number
  /** A pattern as KEYS takes it, for names within the storage: `'*.incr.aof'`, `'dump.rdb'`. Its folder is `'.'`. */
  file?: string

  command?: never
  key?: never
  connection?: never
  drop?: never
  refuse?: never
}

const operations = ['open', 'read', 'write', 'sync', 'truncate', 'rename', 'remove']
const actions = ['error', 'latency', 'torn', 'space'] as const
const names = ['storage', ...actions, 'file', 'times', 'probability']

/** Throws a `TypeError` that says what is wrong with a rule. */
export function checkStorageRule(rule: StorageFaultRule): void {
  for (const name of Object.keys(rule)) {
    if (!names.includes(name)) throw new TypeError(`a fault of storage has no ${name}; known are ${names.join(', ')}`)
  }
  const { storage, error, latency, torn, space, file } = rule
  const list = operationsOf(rule)
  if (list.length === 0 || !list.every((name) => operations.includes(name))) {
    throw wrong('storage', storage, `'any', or of ${operations.join(', ')} one or several`)
  }
  const given = actions.filter((name) => rule[name] !== undefined)
  if (given.length !== 1) {
    const has = given.join(' and ') || 'none'
    throw new TypeError(`a fault of storage does one of ${actions.join(', ')}; this one has ${has}`)
  }
  if (error !== undefined && !(isText(error) && isErrorCode(error))) {
    throw wrong('error', error, "an error's code, such as 'ENOSPC' or 'EIO'")
  }
  if (latency !== undefined && !(latency > 0 && latency <= LONGEST)) throw wrong('latency', latency, 'milliseconds')
  if (torn !== undefined && !(torn >= 0 && torn < 1)) throw wrong('torn', torn, 'from 0 to less than 1')
  if (space !== undefined && !(Number.isSafeInteger(space) && space >= 0))
    throw wrong('space', space, 'bytes, 0 or more')
  if ((torn !== undefined || space !== undefined) && (list.length !== 1 || list[0] !== 'write')) {
    throw wrong('storage', storage, `'write' where there is ${given[0]}`)
  }
  if (file !== undefined && typeof file !== 'string') throw wrong('file', file, 'a pattern')
  checkLimits(rule)
}

function operationsOf({ storage }: StorageFaultRule): readonly string[] {
  if (storage === 'any') return operations
  return typeof storage === 'string' ? [storage] : Array.isArray(storage) ? storage : []
}

/** Whether the rule is meant for an operation on files of these names, chance aside. */
export type StorageMatcher = (operation: StorageOperation, files: readonly string[]) => boolean

/** The rule as a function, so that names and patterns are read once. */
export function storageMatcherOf(rule: StorageFaultRule): StorageMatcher {
  const wanted = new Set(operationsOf(rule))
  const pattern = rule.file === undefined ? undefined : globPattern(rule.file)
  return (operation, files) => {
    if (!wanted.has(operation)) return false
    return pattern === undefined || files.some((name) => pattern.test(byteText(new TextEncoder().encode(name))))
  }
}
