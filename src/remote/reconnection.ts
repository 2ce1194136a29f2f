/** The first wait before a lost connection is opened again, and the longest, in milliseconds. */
const FIRST_DELAY = 50
const LONGEST_DELAY = 2000

/** When a lost connection is opened again, and how long that may take. */
export class Reconnection {
  private readonly open: () => void
  private readonly giveUp: () => void
  private readonly patience: number
  private attempts = 0
  private timer: ReturnType<typeof setTimeout> | undefined
  private limit: ReturnType<typeof setTimeout> | undefined

  /** Calls `open` for each attempt, and `giveUp` once, when there has been no connection for `patience` milliseconds. */
  constructor(open: () => void, giveUp: () => void, patience: number) {
    this.open = open
    this.giveUp = giveUp
    this.patience = patience
  }

  /** There is no connection: tries again in a while. */
  again(): void {
    this.limit ??= setTimeout(this.giveUp, this.patience)
    this.timer = setTimeout(this.open, this.delay())
  }

  /** There is one. */
  done(): void {
    this.attempts = 0
    clearTimeout(this.limit)
    this.limit = undefined
  }

  /** There will be none. */
  stop(): void {
    clearTimeout(this.timer)
    clearTimeout(this.limit)
  }

  /** Twice as long each time; a part of it by chance, so that the clients of a server do not all come at once. */
  private delay(): number {
    const longest = Math.min(LONGEST_DELAY, FIRST_DELAY * 2 ** this.attempts++)
    return longest * (0.75 + Math.random() / 4)
  }
}
