/** A progress bar where a person looks, plain lines where a program reads. */

import { bold, dim, number, seconds } from './text.mjs'

const barWidth = 24

/**
 * Begins to show the progress of one task.
 *
 * @param {string} label
 * @param {number} total
 * @param {import('node:tty').WriteStream} [out]
 */
export function startProgress(label, total, out = process.stdout) {
  const started = performance.now()
  let drawn = Number.NEGATIVE_INFINITY

  const draw = (/** @type {number} */ done, /** @type {string} */ note) => {
    const filled = Math.round((done / total) * barWidth)
    const bar = '█'.repeat(filled) + dim('░'.repeat(barWidth - filled))
    const percent = `${Math.floor((done / total) * 100)} %`.padStart(5)
    const counted = `  ${label.padEnd(12)} ${bar} ${percent}`
    const room = Math.max(0, (out.columns || 80) - 12 - barWidth - 12)
    out.write(`\r${counted}  ${dim(note.slice(0, room))}\x1b[K`)
  }

  return {
    /**
     * @param {number} done
     * @param {string} [note] Shown behind the bar.
     */
    update(done, note = number(done)) {
      if (!out.isTTY || performance.now() - drawn < 30) return
      drawn = performance.now()
      draw(done, note)
    },
    /** Leaves one line that says what was done and how long it took. */
    finish() {
      const took = seconds(performance.now() - started)
      const line = `  ${label.padEnd(12)} ${bold(number(total).padStart(8))} places in ${took}`
      out.write(out.isTTY ? `\r${line}\x1b[K\n` : `${line}\n`)
    },
  }
}
