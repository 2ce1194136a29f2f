/** What a terminal knows of the commands: hints, completions, help, from what the engine says of itself. */
import { beforeAll, describe, expect, it, test } from 'vitest'
import type { CommandDocs } from '../../src/cli/shell/docs.ts'
import { completionsFor, helpFor, hintFor, namesOnly, readDocs } from '../../src/cli/shell/docs.ts'
import { Peer, targetOf } from '../../src/cli/target.ts'

let docs: CommandDocs

beforeAll(async () => {
  const peer = new Peer(targetOf(new Map()))
  const conversation = await peer.connect()
  docs = readDocs(await conversation.ask(['COMMAND', 'DOCS']))
  await peer.close()
})

test('the engine documents all the commands that this library knows', () => {
  expect([...namesOnly().keys()].filter((name) => !docs.has(name))).toEqual([])
})

test('RESP3 says the same', async () => {
  const peer = new Peer(targetOf(new Map([['-3', '']])))
  const conversation = await peer.connect()
  expect(readDocs(await conversation.ask(['COMMAND', 'DOCS']))).toEqual(docs)
  await peer.close()
})

describe('hints', () => {
  it.each([
    ['get', ' key'],
    ['get ', 'key'],
    ['GET k', ''],
    ['', ''],
    ['nonsense ', ''],
    ['del ', 'key [key ...]'],
    ['del a', ' [key ...]'],
    ['client kill', ' <ip:port|<[ID client-id'],
    ['config get ', 'parameter [parameter ...]'],
    ['getex k ', '[EX seconds|PX milliseconds|EXAT unix-time-seconds|PXAT unix-time-milliseconds|PERSIST]'],
    ['getex k EX', ''],
    ['lmpop ', 'numkeys key [key ...] <LEFT|RIGHT> [COUNT count]'],
  ])('%j is followed by %j', (line, hint) => {
    const shown = hintFor(line, docs)
    expect(line === 'client kill' ? shown.slice(0, hint.length) : shown).toBe(hint)
  })

  it('are not shown where only names are known', () => {
    expect(hintFor('get ', namesOnly())).toBe('')
  })
})

describe('completion', () => {
  it.each([
    ['zrangeb', ['zrangebylex', 'zrangebyscore']],
    ['ZRANGEB', ['ZRANGEBYLEX', 'ZRANGEBYSCORE']],
    ['config s', ['config set']],
    ['help getr', ['getrange']],
    ['nonsense', []],
  ])('%j becomes one of %j', (line, expected) => {
    expect(completionsFor(line, docs)[0]).toEqual(expected)
  })
})

describe('help', () => {
  it('explains a command, a container, a group', () => {
    expect(helpFor('get', docs)).toMatch(/\n {2}GET key\n {2}summary: .*\n {2}since: 1\.0\.0\n {2}group: string\n/)
    expect(helpFor('client no-evict', docs)).toContain('CLIENT NO-EVICT <ON|OFF>')
    expect(helpFor('memory', docs)).toContain('MEMORY USAGE key')
    expect(helpFor('@hyperloglog', docs)).toContain('PFADD key')
    expect(helpFor('nonsense', docs)).toContain('There is no help for nonsense')
  })
})
