import { randomUUID } from 'node:crypto'
import type { Conversation } from '../conversation.ts'
import { FAILED, FINE } from '../usage.ts'

/**
 * Mass insertion: standard input is sent as it is, RESP or one command a line, and only error replies are printed.
 * Resolves to the exit code when everything was answered.
 */
export async function pipeThrough(conversation: Conversation): Promise<number> {
  const last = randomUUID()
  let replies = 0
  let errors = 0
  // Nothing was asked, so every reply comes this way.
  const answered = new Promise<void>((resolve, reject) => {
    conversation.onPush = (reply) => {
      if (reply.type === 'string' && reply.text === last) {
        resolve()
        return
      }
      replies++
      if (reply.type !== 'error') return
      errors++
      process.stderr.write(`${reply.text}\n`)
    }
    conversation.onEnd = reject
  })
  answered.catch(() => {}) // it may be rejected while the input is still being read; awaited below
  for await (const chunk of process.stdin) {
    if (conversation.closed) break
    conversation.send(chunk)
  }
  if (!conversation.closed) conversation.tell(['ECHO', last])
  process.stdout.write('All data transferred. Waiting for the last reply...\n')
  await answered
  process.stdout.write(`Last reply received from server.\nerrors: ${errors}, replies: ${replies}\n`)
  return errors > 0 ? FAILED : FINE
}
