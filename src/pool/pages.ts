import { Image, PAGE } from '../engine/image.ts'

/** One page, and how often it lies in kept snapshots. */
interface Page {
  readonly bytes: Uint8Array
  uses: number
}

/** What the kept snapshots are made of, in pages of 4 KiB. */
export interface PageCounts {
  /** Of all snapshots together. */
  total: number
  /** Those that are held only once for two or more places in which they lie. */
  shared: number
  /** Those that are all zero, which are not held at all. */
  zero: number
}

/** Pages of snapshots, of which two that are equal are held as one. */
export class PageStore {
  private readonly pages = new Map<number, Page[]>()
  private readonly kept = new Map<Image, Page[]>()
  private readonly counts: PageCounts = { total: 0, shared: 0, zero: 0 }

  get stats(): PageCounts {
    return { ...this.counts }
  }

  /** The same image, made of pages that others may have, too. `drop` gives them back. */
  keep(image: Image): Image {
    const held: Page[] = []
    const runs: { at: number; bytes: Uint8Array }[] = []
    for (const run of image.runs) {
      for (let from = 0; from < run.bytes.length; from += PAGE) {
        const page = this.hold(run.bytes.slice(from, Math.min(from + PAGE, run.bytes.length)))
        held.push(page)
        runs.push({ at: run.at + from, bytes: page.bytes })
      }
    }
    const shared = new Image(image.begin, image.end, image, runs)
    this.kept.set(shared, held)
    this.count(image, held.length, 1)
    return shared
  }

  /** Idempotent; false for an image that is not kept. */
  drop(image: Image): boolean {
    const held = this.kept.get(image)
    if (!held) return false
    this.kept.delete(image)
    for (const page of held) this.letGo(page)
    this.count(image, held.length, -1)
    return true
  }

  private count(image: Image, inUse: number, sign: 1 | -1): void {
    const all = Math.ceil((image.end - image.begin) / PAGE)
    this.counts.total += sign * all
    this.counts.zero += sign * (all - inUse)
  }

  private hold(bytes: Uint8Array): Page {
    const key = hash(bytes)
    let alike = this.pages.get(key)
    if (!alike) {
      alike = []
      this.pages.set(key, alike)
    }
    const same = alike.find((page) => equal(page.bytes, bytes))
    if (same) {
      same.uses++
      this.counts.shared++
      return same
    }
    const page = { bytes, uses: 1 }
    alike.push(page)
    return page
  }

  private letGo(page: Page): void {
    page.uses--
    if (page.uses > 0) {
      this.counts.shared--
      return
    }
    const key = hash(page.bytes)
    const alike = (this.pages.get(key) ?? []).filter((other) => other !== page)
    if (alike.length > 0) this.pages.set(key, alike)
    else this.pages.delete(key)
  }
}

/** What two snapshots of different engines may have in common has the same place, so this need not be more than quick. */
function hash(bytes: Uint8Array): number {
  let sum = 0x811c9dc5
  for (let i = 0; i < bytes.length; i++) sum = Math.imul(sum ^ bytes[i], 0x01000193)
  return sum >>> 0
}

function equal(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i])
}
