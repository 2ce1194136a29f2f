/** Requests of several users against the service, and the table of what became of them. */

import { setTimeout as until } from 'node:timers/promises'

/**
 * @typedef {object} Habit
 * @property {string} user
 * @property {string} key
 * @property {number} atOnce Requests sent together,
 * @property {number} everyMs and again after so many milliseconds.
 */

/** @typedef {{ user: string, second: number, status: number }} Outcome `second` counts from 0 and is when it was sent. */

/**
 * Sends every user's requests for so many seconds. Resolves to what became of each.
 *
 * @param {string} url
 * @param {readonly Habit[]} habits
 * @param {number} seconds
 * @returns {Promise<Outcome[]>}
 */
export async function run(url, habits, seconds) {
  // Opens the connections beforehand, so that the first requests are not late.
  await Promise.all(habits.flatMap(({ atOnce }) => Array.from({ length: atOnce }, () => send(url, 'no key'))))
  const started = performance.now()
  const planned = habits.flatMap(({ user, key, atOnce, everyMs }) => {
    const bursts = Math.ceil((seconds * 1000) / everyMs)
    return Array.from({ length: bursts * atOnce }, async (_, i) => {
      const at = Math.floor(i / atOnce) * everyMs
      await until(at - (performance.now() - started))
      return { user, second: Math.floor(at / 1000), status: await send(url, key) }
    })
  })
  return Promise.all(planned)
}

/** @returns {Promise<number>} The status. */
async function send(/** @type {string} */ url, /** @type {string} */ key) {
  const response = await fetch(url, { headers: { 'x-api-key': key } })
  await response.arrayBuffer() // to its end, or the connection could not be used again
  return response.status
}

/**
 * The outcomes as text: for each user and second how many requests were let through and how many refused.
 *
 * @param {readonly Outcome[]} outcomes
 * @param {readonly Habit[]} habits
 * @param {number} seconds
 * @param {(user: string) => string} describe What to say of a user.
 */
export function table(outcomes, habits, seconds, describe) {
  const count = (/** @type {Outcome[]} */ of) => {
    const allowed = of.filter(({ status }) => status === 200).length
    return `${String(allowed).padStart(3)} + ${String(of.length - allowed).padStart(2)}`
  }
  const rows = habits.map(({ user, atOnce, everyMs }) => {
    const own = outcomes.filter((outcome) => outcome.user === user)
    const bySecond = Array.from({ length: seconds }, (_, second) => own.filter((one) => one.second === second))
    const sends = `${atOnce} every ${everyMs} ms`
    return [user, describe(user), sends, ...bySecond.map(count), count(own)]
  })
  const titles = Array.from({ length: seconds }, (_, second) => `second ${second + 1}`)
  const lines = [['user', 'may', 'sends', ...titles, 'in all'], ...rows]
  const widths = lines[0].map((_, column) => Math.max(...lines.map((line) => line[column].length)))
  const pad = (/** @type {string} */ cell, /** @type {number} */ column) =>
    column < 3 ? cell.padEnd(widths[column]) : cell.padStart(widths[column])
  return lines.map((line) => `  ${line.map(pad).join('   ')}`.trimEnd()).join('\n')
}
