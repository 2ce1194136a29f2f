import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Fifo } from '../../src/client/fifo.ts'

test('what goes in comes out in its order, however full it gets', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -20, max: 40 }), { maxLength: 60 }), (steps) => {
      const fifo = new Fifo<number>()
      const model: number[] = []
      let next = 0
      for (const step of steps) {
        for (let i = 0; i < step; i++) {
          fifo.push(next)
          model.push(next++)
        }
        for (let i = 0; i > step && model.length > 0; i--) expect(fifo.shift()).toBe(model.shift())
        expect(fifo.length).toBe(model.length)
        expect(fifo.first).toBe(model[0])
      }
      expect(fifo.drain()).toEqual(model)
      expect(fifo.length).toBe(0)
    }),
  )
})
