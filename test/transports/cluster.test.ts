/** What is a cluster's own: slots that move, primaries that die, what concerns several nodes. */
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { type Client, ConnectionLostError, createClient } from '../../src/index.ts'
import { selfSigned } from '../server/certificate.ts'
import { type NativeCluster, repeat, startCluster } from './cluster.ts'
import { startGuard } from './guard.ts'

let cluster: NativeCluster
beforeAll(async () => {
  cluster = await startCluster()
}, 60_000)
afterAll(() => cluster?.close())

async function open(): Promise<Client> {
  const client = await createClient({ cluster: cluster.nodes.slice(0, 1), name: 'one-of-many' })
  onTestFinished(() => client.close())
  return client
}

describe('a client of a cluster', () => {
  it('reaches keys of all nodes, in the order of the calls', async () => {
    const client = await open()
    const keys = Array.from({ length: 300 }, (_, i) => `key:${i}`)
    await Promise.all(keys.map((key, i) => client.set(key, i)))
    expect(await Promise.all(keys.map((key) => client.get(key)))).toEqual(keys.map((_, i) => String(i)))
    for (const index of [0, 1, 2]) expect(await cluster.node(index).call('DBSIZE')).toBeGreaterThan(50)
  })

  it('introduces itself to each node', async () => {
    const client = await open()
    await Promise.all(['a', 'b', 'c', 'd', 'e', 'f'].map((key) => client.set(key, 1)))
    for (const index of [0, 1, 2]) expect(await cluster.node(index).call('CLIENT', 'LIST')).toContain('one-of-many')
  })

  it('says what cannot be: keys of several slots in one command, one transaction, one WATCH', async () => {
    const client = await open()
    await expect(client.mget('a', 'b')).rejects.toMatchObject({ code: 'CROSSSLOT' })
    await expect(client.multi().set('a', 1).set('b', 1).exec()).rejects.toMatchObject({ code: 'CROSSSLOT' })
    await client.watch('a')
    await expect(client.watch('b')).rejects.toMatchObject({ code: 'CROSSSLOT' })
    await expect(client.multi().set('b', 1).exec()).rejects.toMatchObject({ code: 'CROSSSLOT' })
    await expect(client.call('MULTI')).rejects.toThrow(/use client.multi\(\)/)
    await expect(client.monitor()).rejects.toThrow(/MONITOR is for one node/)
    expect(() => client.callSync('GET', 'a')).toThrow(/in this process/)
    expect(() => client.engine).toThrow(/in process only/)
  })

  it('empties, and loads scripts into, all primaries', async () => {
    const client = await open()
    await Promise.all(['a', 'b', 'c', 'd', 'e', 'f'].map((key) => client.set(key, 1)))
    const sha = await client.call<string>('SCRIPT', 'LOAD', "return redis.call('INCR', KEYS[1])")
    expect(await Promise.all(['a', 'b', 'c', 'd'].map((key) => client.evalsha(sha, 1, key)))).toEqual([2, 2, 2, 2])
    await client.call('FLUSHALL')
    for (const index of [0, 1, 2]) expect(await cluster.node(index).call('DBSIZE')).toBe(0)
  })

  it('follows a slot that moves', async () => {
    const client = await open()
    await client.set('moving', 'v')
    const slot = await client.call<number>('CLUSTER', 'KEYSLOT', 'moving')
    const ids = await Promise.all([0, 1, 2].map((index) => cluster.node(index).call<string>('CLUSTER', 'MYID')))
    const from = Math.floor((slot * 3) / 16_384)
    const to = (from + 1) % 3
    await cluster.node(to).call('CLUSTER', 'SETSLOT', slot, 'IMPORTING', ids[from])
    await cluster.node(from).call('CLUSTER', 'SETSLOT', slot, 'MIGRATING', ids[to])
    // A key that is not there any more, or not yet, is asked of the other node.
    expect(await client.set('{moving}2', 'asked')).toBe('OK')
    expect(await client.get('moving')).toBe('v')
    const { host, port } = cluster.nodes[to]
    await cluster.node(from).call('MIGRATE', host, port, 'moving', 0, 5000)
    await cluster.node(to).call('CLUSTER', 'SETSLOT', slot, 'NODE', ids[to])
    await cluster.node(from).call('CLUSTER', 'SETSLOT', slot, 'NODE', ids[to])
    expect(await client.get('moving')).toBe('v')
    expect(await client.get('{moving}2')).toBe('asked')
    expect(await client.multi().set('moving', 'w').get('moving').exec()).toEqual(['OK', 'w'])
  })

  it('speaks TLS to every node, also to those that only the cluster knows of', async () => {
    const { key, cert } = selfSigned()
    const guards = await Promise.all(cluster.nodes.map(({ port }) => startGuard(port, { key, cert })))
    onTestFinished(() => Promise.all(guards.map((guard) => guard.close())).then(() => {}))
    // Nodes tell their own addresses; behind those that end TLS they are reached by others.
    const natMap = Object.fromEntries(cluster.nodes.map(({ port }, i) => [`127.0.0.1:${port}`, guards[i].address]))
    const options = { cluster: [guards[0].address], natMap, tls: { ca: cert } }
    const client = await createClient(options)
    onTestFinished(() => client.close())
    const keys = Array.from({ length: 30 }, (_, i) => `tls:${i}`)
    await Promise.all(keys.map((key, i) => client.set(key, i)))
    expect(await Promise.all(keys.map((key) => client.get(key)))).toEqual(keys.map((_, i) => String(i)))
    expect(await client.multi().get('tls:7').incr('tls:7').exec()).toEqual(['7', 8])
    expect(guards.filter((guard) => guard.used > 0).length).toBeGreaterThanOrEqual(3)
    const distrustful = createClient({ ...options, tls: {} })
    await expect(distrustful).rejects.toMatchObject({ code: 'CONNECT_FAILED', message: /certificate/ })
  })

  it('goes on with the replica of a primary that dies', async () => {
    const client = await open()
    const other = client.duplicate()
    const news = await client.subscribe('news')
    // The one that brings the messages, so that those must come from elsewhere.
    const heard = await Promise.all([0, 1, 2].map((i) => cluster.node(i).call<unknown[]>('PUBSUB', 'NUMSUB', 'news')))
    const dying = heard.findIndex(([, count]) => count === 1)
    const primary = cluster.node(dying)
    /** A key that the node with this number has at first. */
    const keyOf = async (index: number) => {
      for (let i = 0; ; i++) {
        const slot = await primary.call<number>('CLUSTER', 'KEYSLOT', `k${i}`)
        if (Math.floor((slot * 3) / 16_384) === index) return `k${i}`
      }
    }
    const key = await keyOf(dying)
    const far = await keyOf((dying + 1) % 3)
    await client.set(key, 'kept')
    const wait = other.blpop(`{${key}}q`, 0).catch((error: unknown) => error)
    // All of these are on their way when the node dies: it is answering nobody, and the last one is another node's.
    await repeat(async () => /cmd=blpop/.test(await primary.call<string>('CLIENT', 'LIST')))
    const failed = (promise: Promise<unknown>) => promise.catch((error: unknown) => error)
    const raw = failed(other.callRaw('GET', key))
    const pipeline = failed(
      other.pipeline([
        ['GET', key],
        ['GET', far],
        ['GET', key],
      ]),
    )
    const transaction = failed(other.multi().get(key).get(key).exec())
    const elsewhere = other.set(far, 'v')
    await primary.call('WAIT', 1, 1000)
    await cluster.servers[dying].kill()
    for (const lost of await Promise.all([wait, raw, pipeline, transaction])) {
      expect(lost).toBeInstanceOf(ConnectionLostError)
      expect(lost).toMatchObject({
        code: 'CONNECTION_LOST',
        message: expect.stringMatching(
          /^(BLPOP|GET|EXEC|MULTI) was not answered: the connection to the node .* was lost; .* been executed/,
        ),
      })
    }
    expect(await elsewhere).toBe('OK')
    // The first client may notice later than the second, and lose a call as well.
    await repeat(async () => (await client.get(key)) === 'kept')
    let heardAgain = false
    const next = news.next().then(() => {
      heardAgain = true
    })
    await repeat(async () => {
      await other.call('PUBLISH', 'news', 'still here')
      return heardAgain
    })
    await next
    await other.close()
  }, 40_000)

  it('says why it cannot connect', async () => {
    const error = await createClient({ cluster: [{ host: '127.0.0.1', port: 1 }] }).catch((reason: unknown) => reason)
    expect(error).toMatchObject({ code: 'CONNECT_FAILED', message: expect.stringContaining('127.0.0.1:1') })
  })
})
