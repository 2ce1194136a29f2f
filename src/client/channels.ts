import type { Reply } from '../resp/reply.ts'

const subscribeKinds = new Set<Reply>(['subscribe', 'psubscribe', 'ssubscribe'])
const unsubscribeKinds = new Set<Reply>(['unsubscribe', 'punsubscribe', 'sunsubscribe'])

/** Whether a push begins with the kind of a message. There are many of them, so no set is asked. */
export function isMessage(kind: Reply): boolean {
  return kind === 'message' || kind === 'pmessage' || kind === 'smessage'
}

/** Whether a push begins with the kind that acknowledges a SUBSCRIBE or its like. */
export function subscribes(kind: Reply): boolean {
  return subscribeKinds.has(kind)
}

/** Whether a push begins with the kind that acknowledges an UNSUBSCRIBE or its like. */
export function unsubscribes(kind: Reply): boolean {
  return unsubscribeKinds.has(kind)
}

/** Whether it acknowledges either. */
export function acknowledges(kind: Reply): boolean {
  return subscribes(kind) || unsubscribes(kind)
}

/** Channels, patterns and shard channels that a connection is subscribed to, as its acknowledgements say. */
export class Channels {
  private readonly byKind = {
    subscribe: new Set<string>(),
    psubscribe: new Set<string>(),
    ssubscribe: new Set<string>(),
  }

  /** Whether there are any. */
  get any(): boolean {
    const { subscribe, psubscribe, ssubscribe } = this.byKind
    return subscribe.size + psubscribe.size + ssubscribe.size > 0
  }

  /** Takes an acknowledgement; gives how many of its sort (channels, patterns, shard channels) there are now. */
  acknowledged(kind: Reply, channel: Reply): number {
    const channels = this.byKind[String(kind).replace('un', '') as keyof typeof this.byKind]
    if (subscribes(kind)) channels.add(String(channel))
    else channels.delete(String(channel))
    return channels.size
  }

  /** RESET has ended all of them. */
  clear(): void {
    for (const channels of Object.values(this.byKind)) channels.clear()
  }
}
