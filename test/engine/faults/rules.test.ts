import { describe, expect, it } from 'vitest'
import { type FaultRule, RedisError } from '../../../src/index.ts'
import { open } from './open.ts'

describe('rules', () => {
  /** Which of these commands meet a fault of this rule. */
  async function met(rule: FaultRule, ...commands: [string, ...string[]][]): Promise<string[]> {
    const { faults, client } = await open()
    faults.add({ ...rule, error: 'FAULT here' })
    const found: string[] = []
    for (const command of commands) {
      await client
        .call(...command)
        .catch((error: RedisError) => error.code === 'FAULT' && found.push(command.join(' ')))
    }
    return found
  }

  it('know commands by name in any case, with or without their subcommand, or several', async () => {
    const commands: [string, ...string[]][] = [
      ['get', 'k'],
      ['GETEX', 'k'],
      ['config', 'get', 'hz'],
      ['CONFIG', 'SET', 'hz', '10'],
    ]
    expect(await met({ command: 'Get' }, ...commands)).toEqual(['get k'])
    expect(await met({ command: 'config' }, ...commands)).toEqual(['config get hz', 'CONFIG SET hz 10'])
    expect(await met({ command: 'config|set' }, ...commands)).toEqual(['CONFIG SET hz 10'])
    expect(await met({ command: ['GETEX', 'CONFIG GET'] }, ...commands)).toEqual(['GETEX k', 'config get hz'])
    expect((await met({}, ...commands)).length).toBe(4)
  })

  it('know keys wherever they stand', async () => {
    const commands: [string, ...string[]][] = [
      ['MSET', 'a', 'user:1', 'user:2', 'b'],
      ['SET', 'a', 'user:1'],
      ['EVAL', 'return 1', '1', 'user:7', 'x'],
      ['XREAD', 'STREAMS', 'user:3', '0'],
      ['PING', 'user:1'],
    ]
    expect(await met({ key: 'user:*' }, ...commands)).toEqual([
      commands[0].join(' '),
      commands[2].join(' '),
      commands[3].join(' '),
    ])
  })

  it('know a connection by its number', async () => {
    const { engine, faults, client } = await open()
    const id = await client.call<number>('CLIENT', 'ID')
    faults.add({ connection: id, error: 'OOM full' })
    await expect(client.ping()).rejects.toThrow('OOM')
    expect(await engine.connect().ping()).toBe('PONG')
  })

  it('act so many times, and are gone then', async () => {
    const { faults, client } = await open()
    const fault = faults.add({ command: 'PING', error: 'ERR no', times: 2 })
    const replies = await client.pipeline([['PING'], ['PING'], ['PING']])
    expect(replies.map((reply) => reply instanceof RedisError)).toEqual([true, true, false])
    expect([fault.hits, faults.list()]).toEqual([2, []])
  })

  it('act by chance, which a seed repeats', async () => {
    const run = async () => {
      const { faults, client } = await open()
      const fault = faults.add({ probability: 0.3, error: 'ERR no' })
      const replies = await client.pipeline(Array.from({ length: 200 }, () => ['PING']))
      return [fault.hits, replies.map((reply) => reply instanceof RedisError)]
    }
    const [hits, which] = await run()
    expect(hits).toBeGreaterThan(30)
    expect(hits).toBeLessThan(90)
    expect(await run()).toEqual([hits, which])
  })

  it('are listed, and removed', async () => {
    const { faults, client } = await open()
    expect(faults.list()).toEqual([])
    const first = faults.add({ error: 'ERR first' })
    const second = faults.add({ error: 'ERR second' })
    expect(faults.list().map((fault) => fault.rule)).toEqual([{ error: 'ERR first' }, { error: 'ERR second' }])
    await expect(client.ping()).rejects.toThrow('first')
    first.remove()
    await expect(client.ping()).rejects.toThrow('second')
    expect([first.hits, second.hits]).toEqual([1, 1])
    faults.clear()
    expect([await client.ping(), faults.list()]).toEqual(['PONG', []])
  })

  it.each([
    [{}, 'a fault does one of error, latency, drop, refuse; this one has none'],
    [{ error: 'OOM', latency: 1 }, 'this one has error and latency'],
    [{ eror: 'OOM' }, 'a fault has no eror; known are error,'],
    [{ error: '' }, `a fault's error is ""; it must be the text of an error reply`],
    [{ latency: -1 }, "a fault's latency is -1; it must be milliseconds"],
    [{ drop: 'now' }, `a fault's drop is "now"; it must be 'before', 'after' or 'half'`],
    [{ refuse: false }, "a fault's refuse is false; it must be true"],
    [{ error: 'E', command: 5 }, "a fault's command is 5; it must be a command's name, or several"],
    [{ error: 'E', key: /x/ }, "a fault's key is /x/; it must be a pattern"],
    [{ error: 'E', times: 0 }, "a fault's times is 0; it must be 1 or more"],
    [{ error: 'E', probability: 2 }, "a fault's probability is 2; it must be between 0 and 1"],
  ])('%j says what is wrong with it', async (rule, message) => {
    const { faults } = await open()
    expect(() => faults.add(rule as FaultRule)).toThrow(message)
    expect(faults.list()).toEqual([])
  })
})
