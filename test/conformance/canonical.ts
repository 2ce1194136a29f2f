/** Replies with their accidents taken out: what two engines must agree on. */
import { escapeBytes } from './sequence.ts'

/**
 * How far apart two readings of the clock may lie, in milliseconds: the two engines run a sequence one after the other
 * and a loaded machine may stop either. Only what `clock()` marks is compared so.
 */
export const CLOCK_TOLERANCE_MS = 20_000

export type Canonical =
  | { kind: 'text'; text: string }
  | { kind: 'list'; items: readonly Canonical[] }
  | { kind: 'bag'; items: readonly Canonical[] }
  | { kind: 'clock'; ms: number }
  | { kind: 'any'; of: string }

/** Must be equal byte for byte. */
export function text(value: string): Canonical {
  return { kind: 'text', text: value }
}

/** Must be equal item for item. */
export function list(items: readonly Canonical[]): Canonical {
  return { kind: 'list', items }
}

/** Must hold equal items, in any order. */
export function bag(items: readonly Canonical[]): Canonical {
  return {
    kind: 'bag',
    items: items
      .map((item) => [orderOf(item), item] as const)
      .sort(byText)
      .map(([, item]) => item),
  }
}

/** A time or a duration in milliseconds: equal within the tolerance. */
export function clock(ms: number): Canonical {
  return { kind: 'clock', ms }
}

/** Present on both sides, of the same sort; its content is chance. */
export function any(of: string): Canonical {
  return { kind: 'any', of }
}

export function equal(a: Canonical, b: Canonical): boolean {
  if (a.kind === 'text') return b.kind === 'text' && a.text === b.text
  if (a.kind === 'clock') return b.kind === 'clock' && Math.abs(a.ms - b.ms) <= CLOCK_TOLERANCE_MS
  if (a.kind === 'any') return b.kind === 'any' && a.of === b.of
  if (b.kind !== a.kind || a.items.length !== b.items.length) return false
  return a.items.every((item, at) => equal(item, b.items[at]))
}

function byText(a: readonly [string, Canonical], b: readonly [string, Canonical]): number {
  return a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : 0
}

// Clock readings take no part in the order, or two bags that differ only in those would be sorted apart.
function orderOf(value: Canonical): string {
  if (value.kind === 'text') return escapeBytes(value.text)
  if (value.kind === 'clock') return 'clock'
  if (value.kind === 'any') return value.of
  return `(${value.items.map(orderOf).join(' ')})`
}
