/** How much room there is while nothing larger has come, in bytes. */
const ROOM = 16 * 1024

/** Answers one behind the other, until they are read: `bytes[at … end)`. */
export class AnswerBuffer {
  bytes = new Uint8Array(ROOM)
  at = 0
  end = 0

  /** Adds a copy of `answer`. */
  append(answer: Uint8Array): void {
    if (this.end + answer.length > this.bytes.length) {
      const used = this.end - this.at
      const bytes = new Uint8Array(Math.max(ROOM, (used + answer.length) * 2))
      bytes.set(this.bytes.subarray(this.at, this.end))
      this.bytes = bytes
      this.at = 0
      this.end = used
    }
    this.bytes.set(answer, this.end)
    this.end += answer.length
  }

  /** Everything before `at` was read. */
  consume(at: number): void {
    this.at = at
    if (at < this.end) return
    this.at = this.end = 0
    if (this.bytes.length > ROOM) this.bytes = new Uint8Array(ROOM)
  }
}
