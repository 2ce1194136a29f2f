/**
 * BullMQ in process and on a native server's unix socket: jobs per second through one worker, and what a delay becomes.
 *
 *   node bench/bullmq.mjs [--sessions=3] [--rounds=3] [--jobs=10000] [--delayed=20]
 *
 * Needs `make build native`. BENCH_QUICK=1 only shows that it works. Exits with 1 when in process is slower, or when the
 * middle of the delayed jobs begins later than 310 ms after it was added.
 */
import { parseArgs } from 'node:util'
import { Contestant } from './driver/contestant.mjs'
import { machine } from './driver/machine.mjs'
import { median, quantile, ratio } from './driver/statistics.mjs'

const quick = Boolean(process.env.BENCH_QUICK)
const { values } = parseArgs({
  options: {
    sessions: { type: 'string', default: quick ? '1' : '3' },
    rounds: { type: 'string', default: quick ? '1' : '3' },
    jobs: { type: 'string', default: quick ? '500' : '10000' },
    delayed: { type: 'string', default: quick ? '2' : '20' },
  },
})
const [sessions, rounds] = [Number(values.sessions), Number(values.rounds)]
const ways = ['memory', 'socket']
const env = { BULLMQ_JOBS: values.jobs, BULLMQ_DELAYED: values.delayed }
const LATEST = 310

const rows = [
  { title: 'one job at a time', question: 'oneByOne', field: 'done' },
  { title: 'fifty jobs at a time', question: 'fifty', field: 'done' },
  { title: 'jobs added, a thousand at a time', question: 'fifty', field: 'added' },
]

/** By question, then by way: a list of sessions, each a list of what was answered. */
const answers = { oneByOne: {}, fifty: {}, delays: {} }

for (let session = 1; session <= sessions; session++) {
  const contestants = ways.map((way) => new Contestant({ id: way, file: 'bullmq', way, env }))
  for (const contestant of contestants) await contestant.ask('open')
  for (const [question, byWay] of Object.entries(answers)) {
    const times = question === 'delays' ? 1 : rounds
    for (const { id } of contestants) byWay[id] = [...(byWay[id] ?? []), []]
    for (let round = 1; round <= times; round++) {
      console.error(`  session ${session} of ${sessions}, ${question}, round ${round} of ${times}`)
      for (const contestant of contestants) {
        byWay[contestant.id].at(-1).push((await contestant.ask('ask', { question })).value)
      }
    }
  }
  for (const contestant of contestants) await contestant.end()
}

const about = machine()
console.log(
  `${about.date}, commit ${about.commit}, Node ${about.node}, ${about.processor}, load ${about.load.toFixed(1)}`,
)
console.log(`${values.jobs} jobs, ${sessions} sessions of ${rounds} rounds, medians; jobs per second\n`)
console.log(`${' '.repeat(34)}${'in process'.padStart(12)}${'unix socket'.padStart(13)}${'ratio'.padStart(8)}`)
let short = false
for (const { title, question, field } of rows) {
  const [memory, socket] = ways.map((way) => answers[question][way].map((asked) => asked.map((one) => one[field])))
  const found = ratio(socket, memory)
  if (field === 'done' && found.ratio < 1) short = true
  const figures = [memory, socket].map((samples) => Math.round(median(samples.flat())).toLocaleString('en'))
  const interval = `(${found.low.toFixed(2)} to ${found.high.toFixed(2)})`
  console.log(
    `${title.padEnd(34)}${figures[0].padStart(12)}${figures[1].padStart(13)}${found.ratio.toFixed(2).padStart(8)}  ${interval}`,
  )
}

console.log('\nProcessor time of a job, added and done, client and server together, in microseconds:')
for (const { title, question } of rows.slice(0, 2)) {
  const [memory, socket] = ways.map((way) => Math.round(median(answers[question][way].flat().map(({ cost }) => cost))))
  console.log(`${title.padEnd(34)}${String(memory).padStart(12)}${String(socket).padStart(13)}`)
}

console.log('\nA job with a delay of 300 ms begins after, in milliseconds:')
for (const way of ways) {
  const waits = answers.delays[way].flat(2)
  const [middle, late, latest] = [0.5, 0.95, 1].map((part) => quantile(waits, part).toFixed(1))
  if (way === 'memory' && Number(middle) > LATEST) short = true
  const name = way === 'memory' ? 'in process' : 'unix socket'
  console.log(`${name.padEnd(14)}median ${middle}, 95 % ${late}, latest ${latest} of ${waits.length}`)
}
process.exitCode = short ? 1 : 0
