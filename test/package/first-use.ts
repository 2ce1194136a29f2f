/** What a newcomer's first program does; it ends by itself although it closes nothing. */
const body = `
  const client = await createClient()
  const answers = [await client.call('SET', 'greeting', 'hello'), await client.get('greeting')]
  answers.push(await client.call('EVAL', 'return cjson.encode({ KEYS[1], redis.call("GET", KEYS[1]) })', 1, 'greeting'))

  const subscriber = client.duplicate()
  const news = await subscriber.subscribe('news')
  await client.publish('news', 'it works')
  for await (const { channel, message } of news) {
    answers.push(channel + ': ' + message)
    break
  }

  answers.push(await client.call('LPUSH', 'greeting', 'x').catch((error) => [error instanceof RedisError, error.code]))
  console.log(JSON.stringify(answers))
`

/** The same program in both module systems, by file name. */
export const programs = {
  'first-use.mjs': `import { createClient, RedisError } from 'wasm-redis'\n${body}`,
  'first-use.cjs': `const { createClient, RedisError } = require('wasm-redis')\n;(async () => {${body}})()`,
}

/** What both print. */
export const printed = ['OK', 'hello', '["greeting","hello"]', 'news: it works', [true, 'WRONGTYPE']]
