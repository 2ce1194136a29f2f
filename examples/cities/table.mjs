/** What each step took, and the table that shows it. */

import { bold, change, dim, megabytes, seconds, wrap } from './text.mjs'

/**
 * @typedef {object} Row
 * @property {string} question
 * @property {string} answer
 * @property {number} ms
 * @property {number} engine Change of what the engine holds, in bytes: `used_memory` of INFO.
 * @property {number} process Change of what the whole process holds, in bytes: its resident set.
 */

/**
 * What the engine and the process hold now, in bytes.
 *
 * @param {import('wasm-redis').Client} client
 */
export async function footprint(client) {
  const [, used] = /^used_memory:(\d+)/m.exec(await client.info('memory')) ?? []
  return { engine: Number(used), process: process.memoryUsage.rss() }
}

/** Widths of the columns with numbers, and of the spaces between columns. */
const timeWidth = 6
const memoryWidth = 9
const gap = 2

/**
 * The rows as text. Answers that are too long for `columns` go on in the next line.
 *
 * @param {readonly Row[]} rows
 * @param {number} columns Characters in a line.
 */
export function table(rows, columns) {
  const questionWidth = Math.max(...rows.map((row) => row.question.length))
  const answerWidth = Math.max(20, columns - questionWidth - timeWidth - 2 * memoryWidth - 4 * gap)
  const line = (/** @type {string[]} */ [question, answer, time, engine, process]) =>
    [
      question.padEnd(questionWidth),
      answer.padEnd(answerWidth),
      time.padStart(timeWidth),
      engine.padStart(memoryWidth),
      process.padStart(memoryWidth),
    ]
      .join(' '.repeat(gap))
      .trimEnd()

  const lines = [dim(line(['', '', 'time', 'engine', 'process']))]
  for (const row of rows) {
    const [answer, ...more] = wrap(row.answer, answerWidth)
    lines.push(line([row.question, answer, seconds(row.ms), change(row.engine), change(row.process)]))
    for (const rest of more) lines.push(line(['', rest, '', '', '']))
  }
  return lines.join('\n')
}

/**
 * What all of it took.
 *
 * @param {number} before Resident memory before the engine was there, in bytes.
 * @param {{ engine: number, process: number }} after
 * @param {number} ms
 * @param {number} columns Characters in a line.
 */
export function summary(before, after, ms, columns) {
  const held =
    `The engine holds ${megabytes(after.engine)}. The process grew by ${megabytes(after.process - before)}, from ` +
    `${megabytes(before)} with Node and the list of places to ${megabytes(after.process)}.`
  const meaning =
    "The column engine is the change of INFO's used_memory; process is that of the resident memory, which garbage " +
    'collection moves as well.'
  return [
    bold(`All of it took ${seconds(ms)}.`),
    ...wrap(held, columns),
    ...wrap(meaning, columns).map((line) => dim(line)),
  ].join('\n')
}
