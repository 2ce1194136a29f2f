/** graphql-redis-subscriptions, under graphql itself. */
import { buildSchema, type ExecutionResult, parse, subscribe } from 'graphql'
import { RedisPubSub } from 'graphql-redis-subscriptions'
import { describe, expect, it, onTestFinished } from 'vitest'
import { redisOptions } from '../../src/adapters/ioredis.ts'
import type { Engine } from '../../src/index.ts'
import { openEngine } from '../engine/open.ts'
import { ioredisOn } from './clients.ts'

const schema = buildSchema(`
  type Comment { author: String, text: String }
  type Query { comments: [Comment] }
  type Subscription { commented(post: ID!): Comment }
`)

describe.each<[string, (engine: Engine) => RedisPubSub]>([
  ['options', (engine) => new RedisPubSub({ connection: redisOptions(engine) })],
  [
    'clients',
    (engine) => new RedisPubSub({ publisher: ioredisOn(engine) as never, subscriber: ioredisOn(engine) as never }),
  ],
])('by %s', (_, create) => {
  async function open(): Promise<{ engine: Engine; pubsub: RedisPubSub }> {
    const engine = await openEngine()
    const pubsub = create(engine)
    onTestFinished(async () => void (await pubsub.close()))
    return { engine, pubsub }
  }

  /** How many channels somebody listens to. */
  const channels = (engine: Engine) => engine.connect().callSync<string[]>('PUBSUB', 'CHANNELS').length

  it('a subscription of GraphQL gives what is published for it, until it is left', async () => {
    const { engine, pubsub } = await open()
    const results = (await subscribe({
      schema,
      document: parse('subscription { commented(post: 7) { author text } }'),
      rootValue: { commented: ({ post }: { post: string }) => pubsub.asyncIterableIterator(`comments:${post}`) },
    })) as AsyncIterableIterator<ExecutionResult>
    const first = results.next()
    await expect.poll(() => channels(engine)).toBe(1)
    await pubsub.publish('comments:8', { commented: { author: 'nobody', text: 'elsewhere' } })
    await pubsub.publish('comments:7', { commented: { author: 'ada', text: 'grüße' } })
    await pubsub.publish('comments:7', { commented: { author: 'grace', text: 'hello' } })
    expect((await first).value).toEqual({ data: { commented: { author: 'ada', text: 'grüße' } } })
    expect((await results.next()).value).toEqual({ data: { commented: { author: 'grace', text: 'hello' } } })
    await results.return?.()
    await expect.poll(() => channels(engine)).toBe(0)
  })

  it('patterns, and many listeners of one channel', async () => {
    const { engine, pubsub } = await open()
    const heard: unknown[] = []
    const both = new Promise<void>((resolve) => {
      const listen = (message: unknown) => {
        if (heard.push(message) === 3) resolve()
      }
      void pubsub.subscribe('news', listen)
      void pubsub.subscribe('news', listen)
      void pubsub.subscribe('n*', listen, { pattern: true })
    })
    await expect.poll(() => [channels(engine), engine.connect().callSync('PUBSUB', 'NUMPAT')]).toEqual([1, 1])
    await pubsub.publish('news', { n: 1 })
    await both
    expect(heard).toEqual(Array(3).fill({ n: 1 }))
  })
})
