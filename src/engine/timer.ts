// Taken once, so that a test runner's fake timers do not stop the engine.
const startTimer = globalThis.setTimeout.bind(globalThis)
const stopTimer = globalThis.clearTimeout.bind(globalThis)
const monotonicNow = performance.now.bind(performance)

/** The longest delay a timer takes, in milliseconds. */
const LONGEST = 2 ** 31 - 1

/** A Node timer can let the process end; a browser's is a number. */
interface NodeTimer {
  ref(): unknown
  unref(): unknown
}

/**
 * The one timer of an engine. It keeps the process alive only while a call waits for something that time alone
 * brings, such as the timeout of a BLPOP.
 */
export class EngineTimer {
  private readonly fire: () => void
  private timer: ReturnType<typeof setTimeout> | undefined
  private keepsAlive = false
  /** When it should fire, in milliseconds of `performance.now()`. */
  at = Infinity

  constructor(fire: () => void) {
    this.fire = fire
  }

  /** Fires after `delay` milliseconds, unless it does so sooner anyway. */
  arm(delay: number, keepAlive: boolean): void {
    const wait = Math.min(Math.max(delay, 1), LONGEST)
    // Not sooner than the timer itself: calls that never give way run what is due by this, and have their own time between.
    const at = monotonicNow() + wait
    if (this.timer === undefined || at < this.at) {
      this.stop()
      this.at = at
      this.timer = startTimer(() => {
        this.timer = undefined
        this.fire()
      }, wait)
      this.keepsAlive = true // as timers are when made
    }
    if (keepAlive !== this.keepsAlive) this.hold(keepAlive)
  }

  private hold(keepAlive: boolean): void {
    this.keepsAlive = keepAlive
    const timer = this.timer as unknown as Partial<NodeTimer>
    if (keepAlive) timer.ref?.()
    else timer.unref?.()
  }

  stop(): void {
    if (this.timer !== undefined) stopTimer(this.timer)
    this.timer = undefined
    this.at = Infinity
  }
}
