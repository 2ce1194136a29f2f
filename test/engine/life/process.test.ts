import { describe, expect, it } from 'vitest'
import { runScript } from '../child.ts'

describe('a process', () => {
  it('that forgets close() exits by itself with code 0', async () => {
    const script = "const client = await createClient(); console.log(await client.call('PING'))"
    expect(await runScript(script)).toEqual({ code: 0, output: 'PONG' })
  })

  it('does so with subscriptions, a monitor, several engines and keys that will expire', async () => {
    const script = `
      const client = await createClient({ config: { 'notify-keyspace-events': 'KEA' } })
      await client.subscribe('news', () => {})
      await client.duplicate().monitor(() => {})
      await client.call('SET', 'k', 'v', 'PX', 3600_000)
      for (let i = 0; i < 5; i++) await createEngine()
      console.log('the end')`
    expect(await runScript(script)).toEqual({ code: 0, output: 'the end' })
  })

  it('does so with a loop over messages that nobody will send', async () => {
    const script = `
      const client = await createClient()
      const messages = await client.subscribe('news')
      ;(async () => { for await (const message of messages) console.log(message) })()`
    expect(await runScript(script)).toEqual({ code: 0, output: '' })
  })

  it('lives on for the timeout of a call that it awaits: BLPOP k 0.1 at the top level', async () => {
    const script = "const client = await createClient(); console.log(await client.call('BLPOP', 'k', 0.1))"
    expect(await runScript(script)).toEqual({ code: 0, output: 'null' })
  })

  it('lives on for WAIT, XREAD BLOCK and CLIENT PAUSE, too', async () => {
    const script = `
      const client = await createClient()
      console.log(await client.call('WAIT', 1, 50))
      console.log(await client.call('XREAD', 'BLOCK', 50, 'STREAMS', 's', '$'))
      await client.call('CLIENT', 'PAUSE', 50)
      console.log(await client.call('PING'))`
    expect(await runScript(script)).toEqual({ code: 0, output: '0\nnull\nPONG' })
  })

  it('does not live on for the timeout of a call that was given up', async () => {
    const script = `
      const start = performance.now()
      process.on('exit', () => console.log(performance.now() - start < 3000 ? 'soon' : 'late'))
      const client = await createClient()
      const closed = client.duplicate()
      closed.call('BLPOP', 'k', 10).catch(() => {})
      await client.duplicate().call('BLPOP', 'k', 10, { signal: AbortSignal.timeout(20) }).catch(() => {})
      await closed.close()`
    expect(await runScript(script)).toEqual({ code: 0, output: 'soon' })
  })

  it('that closes its engine while calls are pending hears of it by their rejection alone', async () => {
    const script = `
      const client = await createClient()
      const call = client.duplicate().call('BLPOP', 'k', 0).catch((error) => error.code)
      await turn()
      await client.close()
      console.log(await call)`
    expect(await runScript(script)).toEqual({ code: 0, output: 'ENGINE_CLOSED' })
  })

  it('is not ended by SHUTDOWN, nor by a crash of its engine', async () => {
    const script = `
      const client = await createClient()
      await client.call('SHUTDOWN')
      const other = await createClient()
      damage(other.engine)
      console.log(await other.call('PING').catch((error) => error.code))
      console.log(await (await createClient()).call('PING'))`
    expect(await runScript(script)).toEqual({ code: 0, output: 'ENGINE_CRASHED\nPONG' })
  })

  it('gets nothing on its stdout and stderr from the engine', async () => {
    const script = `
      const client = await createClient({ config: { loglevel: 'debug' } })
      await client.call('EVAL', "redis.log(redis.LOG_WARNING, 'quiet')", 0)
      await client.call('NOSUCH').catch(() => {})
      await client.call('SHUTDOWN')`
    expect(await runScript(script)).toEqual({ code: 0, output: '' })
  })

  it('has other modules looked through when they are compiled, as before', async () => {
    const script = `
      await createClient()
      // A function without a body: () => i32 that leaves nothing on the stack.
      const module = [0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 127, 3, 2, 1, 0, 10, 4, 1, 2, 0, 11]
      try { new WebAssembly.Module(new Uint8Array(module)) } catch (error) { console.log(error.name) }`
    expect(await runScript(script)).toEqual({ code: 0, output: 'CompileError' })
  })
})
