import type { Request } from './cluster-unit.ts'

/** What all primaries do, because each has a part of it, or a copy. */
const ofAllPrimaries = /^(FLUSHALL|FLUSHDB|SCRIPT (LOAD|FLUSH)|FUNCTION (LOAD|DELETE|FLUSH|RESTORE))$/

const ofOneNode = /^(MULTI|EXEC|DISCARD|MONITOR)$/

/** Whether the command called `name` (upper case) goes to all primaries. */
export function everywhere(name: string, args: Request): boolean {
  if (ofAllPrimaries.test(name)) return true
  return args.length > 1 && ofAllPrimaries.test(`${name} ${String(args[1]).toUpperCase()}`)
}

/** Throws a `TypeError` for a command that means nothing but to a single node. */
export function refuseForOneNode(name: string): void {
  if (!ofOneNode.test(name)) return
  const instead = name === 'MONITOR' ? 'connect to that node by its url' : 'use client.multi()'
  throw new TypeError(`${name} is for one node, and a cluster has several: ${instead}`)
}
