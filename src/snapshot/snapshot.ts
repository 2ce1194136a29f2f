import { Image } from '../engine/image.ts'
import { SnapshotError } from '../errors.ts'
import { Reader, Writer } from './bytes.ts'
import { crc32 } from './crc32.ts'

/** The first bytes of every snapshot, and the version of what follows them. */
const MAGIC = 'WASM-REDIS SNAPSHOT'
const VERSION = 1

/**
 * All of an engine at one moment: data, scripts and functions, users, settings. Connections are no part of it.
 *
 * It is the engine's memory as it was, so only the build of the engine that made it can go on with it. To keep data from
 * one version to the next take `engine.dump()`.
 */
export class Snapshot {
  /** @internal */
  readonly image: Image
  /** Which build of the engine made it, in hexadecimal. */
  readonly build: string

  /** @internal Snapshots are taken by `engine.snapshot()`. */
  constructor(image: Image, build: string) {
    this.image = image
    this.build = build
  }

  /** How much memory it holds, in bytes: pages of the engine's that are all zero are left out. */
  get size(): number {
    return this.image.size
  }

  /** The snapshot as bytes, to be kept or sent elsewhere; some hundred bytes more than `size`. */
  toBytes(): Uint8Array<ArrayBuffer> {
    const { begin, end, monotonic, wall, runs } = this.image
    const writer = new Writer()
    writer
      .text(MAGIC)
      .number(VERSION)
      .text(this.build)
      .number(begin)
      .number(end)
      .number(monotonic)
      .number(wall)
      .number(runs.length)
    for (const { at, bytes } of runs) writer.number(at).bytes(bytes)
    const bytes = writer.join(4)
    new DataView(bytes.buffer).setUint32(bytes.length - 4, crc32(bytes, bytes.length - 4), true)
    return bytes
  }

  /** The snapshot that the option `snapshot` gives. Throws a `TypeError`, or a `SnapshotError` for bad bytes. */
  static from(given: unknown): Snapshot {
    if (given instanceof Snapshot) return given
    if (given instanceof Uint8Array) return Snapshot.fromBytes(given)
    throw new TypeError('option snapshot must be what engine.snapshot() gave, or the bytes of its toBytes()')
  }

  /** Throws a `SnapshotError` unless `build` made it. */
  checkBuild(build: string): void {
    if (build === this.build) return
    throw new SnapshotError(
      `the snapshot is of another build of the engine (${this.build.slice(0, 8)}, this is ${build.slice(0, 8)}): ` +
        'a snapshot is memory as it was; give the option build that it was taken with, and keep data from version to ' +
        'version with engine.dump()',
    )
  }

  /** A snapshot out of its bytes. Throws a `SnapshotError` when they are none, are cut off or damaged. */
  static fromBytes(bytes: Uint8Array): Snapshot {
    if (!(bytes instanceof Uint8Array)) throw new TypeError('a snapshot is read from a Uint8Array')
    const reader = new Reader(bytes)
    if (reader.text(MAGIC.length) !== MAGIC) throw new SnapshotError('these bytes are not a snapshot of wasm-redis')
    const version = reader.number()
    if (version !== VERSION) {
      throw new SnapshotError(`the snapshot has the form ${version}, this version of wasm-redis knows ${VERSION}`)
    }
    const whole = bytes.length - 4
    const sum = new DataView(bytes.buffer, bytes.byteOffset).getUint32(whole, true)
    if (crc32(bytes, whole) !== sum)
      throw new SnapshotError('the snapshot is cut off or damaged: its checksum is wrong')
    const build = reader.text(1024)
    const [begin, end] = [reader.number(), reader.number()]
    const time = { monotonic: reader.number(), wall: reader.number() }
    const count = reader.number()
    const runs = Array.from({ length: count }, () => ({ at: reader.number(), bytes: reader.bytes() }))
    return new Snapshot(new Image(begin, end, time, runs), build)
  }
}
