/** A first-in-first-out queue that allocates nothing while it does not grow. */
export class Fifo<T> {
  private slots: (T | undefined)[] = new Array(16).fill(undefined)
  private mask = 15
  private head = 0
  private tail = 0

  get length(): number {
    return this.tail - this.head
  }

  get first(): T | undefined {
    return this.slots[this.head & this.mask]
  }

  push(item: T): void {
    if (this.tail - this.head > this.mask) this.grow()
    this.slots[this.tail++ & this.mask] = item
  }

  /** Takes the first one; only where there is one. */
  shift(): T {
    const at = this.head++ & this.mask
    const item = this.slots[at] as T
    this.slots[at] = undefined
    return item
  }

  /** Takes all of them, in order. */
  drain(): T[] {
    const items: T[] = []
    while (this.length > 0) items.push(this.shift())
    return items
  }

  private grow(): void {
    const items = this.drain()
    this.slots = items.concat(new Array(items.length).fill(undefined))
    this.mask = this.slots.length - 1
    this.head = 0
    this.tail = items.length
  }
}
