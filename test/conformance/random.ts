/**
 * The generator's only source of chance. The same seed and sequence number give the same sequence on every machine
 * and Node version, so one failing sequence can be run again alone.
 */
export class Random {
  // The four words of an sfc32 state.
  private a: number
  private b: number
  private c: number
  private counter = 1

  constructor(seed: number, stream: number) {
    this.a = seed >>> 0
    this.b = stream >>> 0
    this.c = (Math.floor(seed / 2 ** 32) ^ 0x9e3779b9) >>> 0
    for (let i = 0; i < 16; i++) this.word()
  }

  /** 32 random bits. */
  word(): number {
    const sum = (((this.a + this.b) | 0) + this.counter) | 0
    this.counter = (this.counter + 1) | 0
    this.a = this.b ^ (this.b >>> 9)
    this.b = (this.c + (this.c << 3)) | 0
    this.c = (this.c << 21) | (this.c >>> 11)
    this.c = (this.c + sum) | 0
    return sum >>> 0
  }

  /** An integer from `min` to `max`, both included. */
  int(min: number, max: number): number {
    return min + Math.floor((this.word() / 2 ** 32) * (max - min + 1))
  }

  chance(probability: number): boolean {
    return this.word() / 2 ** 32 < probability
  }

  pick<T>(choices: readonly T[]): T {
    return choices[this.int(0, choices.length - 1)]
  }

  /** One of `choices`, each as often as its weight says. */
  weighted<T extends { weight: number }>(choices: readonly T[]): T {
    let left = (this.word() / 2 ** 32) * choices.reduce((sum, choice) => sum + choice.weight, 0)
    for (const choice of choices) {
      left -= choice.weight
      if (left < 0) return choice
    }
    return choices[choices.length - 1]
  }

  /** `min` to `max` values, each made anew. */
  many<T>(min: number, max: number, make: () => T): T[] {
    return Array.from({ length: this.int(min, max) }, make)
  }

  /** `words` with the given probability, else nothing: an optional part of a command. */
  maybe<T>(probability: number, words: () => readonly T[]): readonly T[] {
    return this.chance(probability) ? words() : []
  }

  bytes(length: number): Uint8Array {
    return Uint8Array.from({ length }, () => this.int(0, 255))
  }

  shuffled<T>(values: readonly T[]): T[] {
    const result = [...values]
    for (let i = result.length - 1; i > 0; i--) {
      const other = this.int(0, i)
      const value = result[i]
      result[i] = result[other]
      result[other] = value
    }
    return result
  }
}
