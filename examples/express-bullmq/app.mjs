import express from 'express'
import { Redis } from 'ioredis'
import { openMail } from './mail.mjs'

/** How many letters a visitor may write in a minute. */
const LIMIT = 3

/** A small service: people sign up, are counted, and get a letter in the background. */
export function createApp({ send }) {
  const redis = new Redis(process.env.REDIS_URL)
  const mail = openMail(send)
  const app = express()
  app.use(express.json())

  app.post('/signups', async (request, response) => {
    const { email } = request.body
    const visits = await redis.multi().incr(`visits:${request.ip}`).expire(`visits:${request.ip}`, 60, 'NX').exec()
    if (visits[0][1] > LIMIT) return response.status(429).json({ error: 'too many' })
    if ((await redis.sadd('signups', email)) === 0) return response.status(409).json({ error: 'signed up already' })
    await mail.post({ to: email, text: 'Welcome!' })
    await mail.post({ to: email, text: 'Do you like it?' }, 200)
    response.status(201).json({ signups: await redis.scard('signups') })
  })

  return {
    app,
    mail,
    async close() {
      await mail.close()
      await redis.quit()
    },
  }
}
