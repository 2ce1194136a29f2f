import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type ClientOptions, createClient, createEngine, EngineStartError } from '../../../src/index.ts'

/** A wrong value of the option called `name`, with other options that are right. */
interface Mistake {
  options: unknown
  /** What the error must mention. */
  named: string
}

const junk = fc.oneof(
  fc.string(),
  fc.double(),
  fc.bigInt(),
  fc.boolean(),
  fc.constant(null),
  fc.array(fc.integer()),
  fc.object(),
  fc.constant(() => 1),
  fc.constant(Symbol('junk')),
  fc.constant(new Date(0)),
  fc.constant(new Map()),
)

const policies = ['noeviction', 'allkeys-lru', 'allkeys-lfu', 'volatile-ttl']

const right = fc.record(
  {
    maxmemory: fc.oneof(fc.nat(), fc.constantFrom('1mb', '100MB', '1 gb', '0')),
    maxmemoryPolicy: fc.constantFrom(...policies),
    config: fc.constant({ hz: 20 }),
    protocol: fc.constantFrom(2, 3),
    database: fc.nat(15),
  },
  { requiredKeys: [] },
)

const isMaxmemory = (value: unknown) =>
  (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0) ||
  (typeof value === 'string' && /^\d{1,15}\s*(b|k|kb|m|mb|g|gb)?$/i.test(value))
const isPlainObject = (value: unknown) => typeof value === 'object' && value !== null && !Array.isArray(value)
const isSettingValue = (value: unknown) =>
  typeof value === 'string' || typeof value === 'boolean' || (typeof value === 'number' && Number.isFinite(value))

const wrongValues: Record<string, fc.Arbitrary<unknown>> = {
  maxmemory: junk.filter((value) => !isMaxmemory(value)),
  maxmemoryPolicy: junk.filter((value) => !policies.includes(value as string)),
  config: fc.oneof(
    junk.filter((value) => !isPlainObject(value)),
    fc.record({ hz: junk.filter((value) => !isSettingValue(value)) }),
    fc.dictionary(
      fc.string().filter((name) => !/^[a-z][a-z0-9-]*$/i.test(name)),
      fc.string(),
      { minKeys: 1 },
    ),
    fc.record({
      databases: junk.filter((value) => !/^[1-9]\d{0,5}$/.test(String(typeof value === 'symbol' ? '' : value))),
    }),
    fc.record({ 'enable-debug-command': fc.string().filter((value) => !/^(no|yes|local)$/.test(value)) }),
  ),
  onLog: junk.filter((value) => typeof value !== 'function'),
  protocol: junk.filter((value) => value !== 2 && value !== 3),
  database: junk.filter((value) => !(Number.isSafeInteger(value) && (value as number) >= 0)),
  name: junk.filter((value) => typeof value !== 'string'),
  username: junk.filter((value) => typeof value !== 'string'),
  password: junk.filter((value) => typeof value !== 'string'),
}

const wrongOption = fc
  .constantFrom(...Object.keys(wrongValues))
  .chain((name) =>
    fc
      .tuple(right, wrongValues[name])
      .map(([others, value]) => ({ options: { ...others, [name]: value }, named: name })),
  )

const known = new Set([...Object.keys(wrongValues), 'module'])
const unknownOption = fc
  .tuple(
    right,
    fc.string().filter((name) => !known.has(name) && name !== '__proto__'),
    junk,
  )
  .map(([others, name, value]) => ({ options: { ...others, [name]: value }, named: name }))

const noOptions = junk.filter((value) => !isPlainObject(value)).map((options) => ({ options, named: 'options' }))

const mistakes: fc.Arbitrary<Mistake> = fc.oneof(
  { weight: 8, arbitrary: wrongOption },
  { weight: 2, arbitrary: unknownOption },
  { weight: 1, arbitrary: noOptions },
)

/** What `creation` rejects with. */
async function reasonOf(creation: Promise<{ close(): Promise<void> }>): Promise<unknown> {
  try {
    await (await creation).close()
  } catch (error) {
    return error
  }
  throw new Error('it was taken')
}

it('10,000 bad option objects are a TypeError each, which names the option', async () => {
  const property = fc.asyncProperty(mistakes, async ({ options, named }) => {
    const reason = await reasonOf(createClient(options as ClientOptions))
    expect(reason).toBeInstanceOf(TypeError)
    expect((reason as Error).message).toContain(named)
  })
  await fc.assert(property, { numRuns: 10_000 })
  const client = await createClient()
  expect(client.callSync('PING')).toBe('PONG')
  await client.close()
}, 60_000)

it('500 settings that only the engine can judge are an error each, in its words', async () => {
  const settings = fc.oneof(
    fc.record({ hz: fc.constantFrom('often', '', '1e3', '-') }),
    fc.record({ 'maxmemory-samples': fc.constantFrom(-1, 'x', 1e12) }),
    fc.stringMatching(/^[a-z]{3,10}-x[a-z-]{0,9}$/).map((name) => ({ [name]: 1 })),
    fc.constantFrom(
      { appendonly: 'yes' },
      { save: '60 1' },
      { port: 1 },
      { 'io-threads': 4 },
      { 'tls-cluster': 'yes' },
    ),
  )
  const property = fc.asyncProperty(settings, async (config) => {
    const reason = await reasonOf(createEngine({ config: config as ClientOptions['config'] }))
    expect(reason).toBeInstanceOf(EngineStartError)
    expect((reason as Error).message).toContain(Object.keys(config)[0])
  })
  await fc.assert(property, { numRuns: 500 })
}, 60_000)

it('200 modules that are none are an EngineStartError each', async () => {
  const modules = fc.oneof(
    junk.filter((value) => value !== undefined && typeof value !== 'string'),
    fc.uint8Array(),
    fc.uint8Array().map((bytes) => new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0, ...bytes])),
    fc.constantFrom('/no/such/file.wasm', new URL('file:///no/such/file.wasm'), import.meta.filename),
  )
  const property = fc.asyncProperty(modules, async (module) => {
    const reason = await reasonOf(createEngine({ module: module as ClientOptions['module'] }))
    expect(reason).toBeInstanceOf(EngineStartError)
  })
  await fc.assert(property, { numRuns: 200 })
}, 60_000)

it('an empty module, and one of something else, is an EngineStartError', async () => {
  const empty = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0])
  await expect(createEngine({ module: empty }).then(() => 'opened')).rejects.toThrow(EngineStartError)
  await expect(createEngine({ module: Promise.reject(new Error('not found')) }).then(() => 'opened')).rejects.toThrow(
    'not found',
  )
})
