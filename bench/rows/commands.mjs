/**
 * The commands that are timed, as the engine gets them. Contestants that speak RESP (the module, the native shim,
 * valkey-benchmark) take their requests from here; clients have calls of their own, written as their users write them,
 * under the same ids.
 */
import { fill, hundreds, KEYS, keys, library, members, scores, script, scriptHash, value } from './data.mjs'

const slices = (list, size) =>
  Array.from({ length: Math.ceil(list.length / size) }, (_, i) => list.slice(i * size, i * size + size))

const strings = [...fill(KEYS)]
const sortedSet = slices(members, 100).map((some, i) => [
  'ZADD',
  'board',
  ...some.flatMap((member, j) => [scores[i * 100 + j], member]),
])

/** What the first reply must be like, however a contestant hands it over: proof that it does the work. */
const isText = (wanted) => (reply) => String(reply) === wanted
const isCount = (reply) => Number(reply) > 0
const isNumber = (reply) => Number(reply) >= 0
const hasLength = (length) => (reply) => reply.length === length
const isStreamId = (reply) => /^\d+-\d+$/.test(String(reply))

/** The requests of a row are sent in turn, over and over. */
const commands = [
  { id: 'set', title: 'SET', setup: strings, requests: keys.map((key) => ['SET', key, value]), expect: isText('OK') },
  { id: 'get', title: 'GET', setup: strings, requests: keys.map((key) => ['GET', key]), expect: isText(value) },
  { id: 'incr', title: 'INCR', setup: [], requests: [['INCR', 'counter']], expect: isCount },
  {
    id: 'hset',
    title: 'HSET',
    setup: [],
    requests: members.map((member) => ['HSET', 'hash', member, value]),
    expect: isNumber,
  },
  {
    id: 'list',
    title: 'LPUSH + LPOP',
    setup: [['LPUSH', 'list', ...members]],
    requests: [
      ['LPUSH', 'list', value],
      ['LPOP', 'list'],
    ],
    operations: 1 / 2, // of one request
    expect: isText(value),
  },
  {
    id: 'zadd',
    title: 'ZADD',
    setup: sortedSet,
    requests: members.map((member, i) => ['ZADD', 'board', scores[(i * 7) % scores.length], member]),
    expect: isNumber,
  },
  {
    id: 'zrange',
    title: 'ZRANGE, 100 members',
    setup: sortedSet,
    requests: [['ZRANGE', 'board', '0', '99']],
    expect: hasLength(100),
  },
  {
    id: 'xadd',
    title: 'XADD',
    setup: [],
    requests: [['XADD', 'stream', '*', 'field', value]],
    expect: isStreamId,
  },
  {
    id: 'mget',
    title: 'MGET, 100 keys',
    setup: strings,
    requests: hundreds.map((some) => ['MGET', ...some]),
    expect: hasLength(100),
  },
  { id: 'eval', title: 'EVAL', setup: [], requests: [['EVAL', script, '1', 'counter']], expect: isCount },
  {
    id: 'evalsha',
    title: 'EVALSHA',
    setup: [['SCRIPT', 'LOAD', script]],
    requests: [['EVALSHA', scriptHash, '1', 'counter']],
    expect: isCount,
  },
  {
    id: 'fcall',
    title: 'FCALL',
    setup: [['FUNCTION', 'LOAD', 'REPLACE', library]],
    requests: [['FCALL', 'bump', '1', 'counter']],
    expect: isCount,
  },
]

export const singleRows = commands.map((row) => ({ operations: 1, ...row, group: 'single', unit: '/s' }))

/** A hundred commands at once; counted one by one. */
const hundredAtOnce = { setup: strings, operations: 100, group: 'hundred', unit: '/s', expect: hasLength(100) }
const gets = hundreds.map((some) => some.map((key) => ['GET', key]))
const sets = hundreds.map((some) => some.map((key) => ['SET', key, value]))

export const hundredRows = [
  { id: 'get-concurrent', title: '100 GET with Promise.all', ...hundredAtOnce },
  { id: 'get-pipeline', title: 'pipeline of 100 GET', batches: gets, ...hundredAtOnce },
  { id: 'set-pipeline', title: 'pipeline of 100 SET', batches: sets, ...hundredAtOnce },
]

export const fanOutRows = [
  {
    id: 'fan-out',
    title: 'PUBLISH to 100 subscribers',
    setup: [],
    operations: 1,
    group: 'fan-out',
    unit: '/s',
    expect: () => true,
  },
]
