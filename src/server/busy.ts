import { readSync } from 'node:fs'
import type { Socket } from 'node:net'

/** How much is read of one socket at a time, in bytes. */
const CHUNK = 16 * 1024

/** How long sockets are left alone after they were read, at least, in milliseconds. */
const PAUSE = 5

/** And how many times as long as reading them took: who is busy goes on at most of its speed, however many there are. */
const SHARE = 9

const arrived = Buffer.allocUnsafeSlow(CHUNK)

/** A peer that may be heard while the event loop stands still. */
export interface Listener {
  readonly socket: Socket
  /** Takes what the peer has sent, if it can be taken now. */
  hear(): void
}

/**
 * Reads sockets while one command keeps the only thread busy, so that a peer can say SCRIPT KILL and everyone else is told
 * -BUSY. The event loop stands still then: nobody can be accepted, and what a socket cannot take at once waits.
 */
export class BusyEars {
  private readonly peers: { values(): Iterable<Listener> }
  /** When sockets may be read again, by `performance.now()`. */
  private next = 0

  constructor(peers: { values(): Iterable<Listener> }) {
    this.peers = peers
  }

  /** Called every now and then while the engine is busy; most calls do nothing. */
  listen(): void {
    const began = performance.now()
    if (began < this.next) return
    for (const peer of this.peers.values()) peer.hear()
    const now = performance.now()
    this.next = now + Math.max(PAUSE, SHARE * (now - began))
  }
}

function fdOf(socket: Socket): number | undefined {
  const fd = (socket as { _handle?: { fd?: unknown } | null })._handle?.fd
  return typeof fd === 'number' && fd >= 0 && socket.readableLength === 0 ? fd : undefined
}

/**
 * What has arrived at a socket and Node has not read yet; undefined when there is nothing, or
 * when it cannot be asked: its file descriptor is not a public part of Node, and on Windows there is none. What Node has
 * read itself, and the end of the stream, are left to Node.
 */
export function readNow(socket: Socket): Buffer | undefined {
  const fd = fdOf(socket)
  if (fd === undefined) return undefined
  try {
    const length = readSync(fd, arrived, 0, CHUNK, null)
    return length > 0 ? Buffer.copyBytesFrom(arrived, 0, length) : undefined
  } catch {
    return undefined // EAGAIN: nothing has arrived. Whatever else it is, Node will meet it, and tell.
  }
}

/** How long a socket is left alone while somebody waits for what arrives there, in milliseconds. */
const STEP = 2

const never = new Int32Array(new SharedArrayBuffer(4))

/** Waits until something arrives at a socket, and puts it into `into`; returns its length, 0 at the end. */
export function readNext(socket: Socket, into: Uint8Array): number {
  const fd = fdOf(socket)
  if (fd === undefined) return 0
  for (;;) {
    try {
      return readSync(fd, into, 0, into.length, null)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') return 0 // it is lost, which Node will tell
    }
    Atomics.wait(never, 0, 0, STEP)
  }
}
