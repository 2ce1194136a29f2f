import { nextTurn } from '../turns.ts'
import { monotonicNow } from './time-source.ts'

/** For how long the event loop may wait for its turn, in milliseconds, before it counts as standing. */
const PATIENCE = 100

/** Whether the event loop gets its turns: a caller who never gives way keeps everything from us that others have done. */
export class LoopWatch {
  /** Since when we wait for a turn; undefined while nobody asks. */
  private since: number | undefined

  /** True when it has had no turn for a while, all of which somebody has been asking. */
  stands(): boolean {
    const now = monotonicNow()
    if (this.since !== undefined) return now - this.since > PATIENCE
    this.since = now
    void nextTurn().then(() => {
      this.since = undefined
    })
    return false
  }
}
