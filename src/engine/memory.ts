import { INPUT, INPUT_SIZE, MONO_US, OUTPUT, OUTPUT_SIZE, PROCESS_ID, REAL_US, WALL_US } from './contract.ts'

const UINT32 = 4294967296

/**
 * The only place where views of the module's memory are made. Memory that grows detaches them, and it may grow under
 * any call into the module: whoever holds one asks `refresh` after each.
 */
export class EngineMemory {
  /** All of the memory. Never empty: a detached view has length 0, which is how growth is noticed. */
  bytes: Uint8Array
  /** The same memory by the word, little endian as WebAssembly is and every platform that runs it. */
  words: Uint32Array
  private memory: WebAssembly.Memory | undefined
  /** Where the shared struct begins, in 32-bit words. */
  private block = 0

  constructor(memory: WebAssembly.Memory) {
    this.memory = memory
    this.bytes = new Uint8Array(memory.buffer)
    this.words = new Uint32Array(memory.buffer)
  }

  setBlock(pointer: number): void {
    this.block = pointer >>> 2
  }

  /** Makes the views anew when the memory has grown. */
  refresh(): void {
    if (this.bytes.length === 0) this.remake()
  }

  private remake(): void {
    if (!this.memory) return
    this.bytes = new Uint8Array(this.memory.buffer)
    this.words = new Uint32Array(this.memory.buffer)
  }

  /** Makes it at least `pages` pages of 64 KB. Throws a `RangeError` when there is not so much. */
  growTo(pages: number): void {
    const missing = pages - this.bytes.length / 65536
    if (missing > 0) this.memory?.grow(missing)
    this.refresh()
  }

  /** Both times are microseconds, whole or not, below 2^53. */
  writeClocks(wall: number, monotonic: number): void {
    const { words, block } = this
    words[block + (WALL_US >> 2)] = wall // a store keeps the lower 32 bits
    words[block + (WALL_US >> 2) + 1] = wall / UINT32
    words[block + (MONO_US >> 2)] = monotonic
    words[block + (MONO_US >> 2) + 1] = monotonic / UINT32
  }

  /** `now` is in milliseconds, of a clock that nobody turns. */
  writeReal(now: number): void {
    const { words, block } = this
    words[block + (REAL_US >> 2)] = now * 1000
    words[block + (REAL_US >> 2) + 1] = (now * 1000) / UINT32
  }

  setProcess(id: number): void {
    this.words[this.block + (PROCESS_ID >> 2)] = id
  }

  get inputStart(): number {
    return this.words[this.block + (INPUT >> 2)]
  }

  get inputSize(): number {
    return this.words[this.block + (INPUT_SIZE >> 2)]
  }

  get outputStart(): number {
    return this.words[this.block + (OUTPUT >> 2)]
  }

  get outputSize(): number {
    return this.words[this.block + (OUTPUT_SIZE >> 2)]
  }

  get outputEnd(): number {
    return this.outputStart + this.outputSize
  }

  /** Ends every view of the memory that was given out: reading one is an error from here on. */
  endViews(): void {
    this.memory?.grow(0)
    this.remake()
  }

  /** A copy of what the last entry has put out. */
  copyOutput(): Uint8Array {
    return this.bytes.slice(this.outputStart, this.outputEnd)
  }

  /** A copy of the first `length` bytes. Throws a `RangeError` when there is no memory for it. */
  copy(length: number): Uint8Array<ArrayBuffer> {
    return this.bytes.slice(0, length) as Uint8Array<ArrayBuffer>
  }

  /** Copies the first `length` bytes to `target`. */
  copyTo(target: Uint8Array, length: number): void {
    target.set(this.bytes.subarray(0, length))
  }

  /** A copy of `length` bytes at `pointer`, as text. */
  text(pointer: number, length: number): string {
    return new TextDecoder().decode(this.bytes.slice(pointer, pointer + length))
  }

  /** The memory itself from `begin` to `end`: for as long as nothing enters the module, and no longer. */
  window(begin: number, end: number): Uint8Array {
    return this.bytes.subarray(begin, end)
  }

  /** How much address space the module has taken, in bytes. */
  get size(): number {
    return this.bytes.length
  }

  /** Lets go of the memory, so that it can be collected although someone still holds the engine. */
  release(): void {
    this.memory = undefined
    this.bytes = new Uint8Array(0)
    this.words = new Uint32Array(0)
  }
}
