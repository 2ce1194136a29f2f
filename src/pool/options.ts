import { checkNames, wrong } from '../options/checks.ts'
import { type EngineOptions, engineSettings } from '../options.ts'

/** Limits that fit a use; each may be given on its own, too. */
export type PoolPreset = 'embedded' | 'server' | 'interactive'

/** What `createPool` takes. */
export interface PoolOptions {
  /**
   * `embedded` (default): an application's own few engines. `server`: an engine for each of many requests. `interactive`:
   * one that a person comes back to, such as a playground or tests that are run again at every change.
   */
  preset?: PoolPreset
  /** How many engines of one module there may be, in use or idle. */
  maxPerModule?: number
  /** How many engines there may be in all. */
  maxTotal?: number
  /** After so many milliseconds without use an engine is closed; 0 keeps them all. */
  maxIdleMs?: number
  /** How many engines are made before the first is asked for. At most `maxPerModule` and `maxTotal`. */
  warmup?: number
  /** What engines are made with, and reset to: the options of `createEngine`, but for `storage`. */
  engine?: Omit<EngineOptions, 'storage'>
}

/** All of them, filled in and checked. */
export interface PoolSettings {
  maxPerModule: number
  maxTotal: number
  maxIdleMs: number
  warmup: number
  engine: EngineOptions
}

const presets: Record<PoolPreset, Omit<PoolSettings, 'engine'>> = {
  embedded: { maxPerModule: 4, maxTotal: 8, maxIdleMs: 60_000, warmup: 0 },
  server: { maxPerModule: 64, maxTotal: 128, maxIdleMs: 300_000, warmup: 4 },
  interactive: { maxPerModule: 8, maxTotal: 16, maxIdleMs: 600_000, warmup: 1 },
}

const names = ['preset', 'maxPerModule', 'maxTotal', 'maxIdleMs', 'warmup', 'engine']

/** Throws a `TypeError` that names the option and what it may be. */
export function poolSettings(options: PoolOptions = {}): PoolSettings {
  checkNames(options, names)
  const { preset = 'embedded', engine = {} } = options
  const limits = Object.hasOwn(presets, preset) ? presets[preset] : undefined
  if (!limits) throw wrong('preset', preset, `one of ${Object.keys(presets).join(', ')}`)
  const whole = (name: keyof typeof limits, least: number): number => {
    const value = options[name] ?? limits[name]
    if (!Number.isSafeInteger(value) || value < least) throw wrong(name, value, `a whole number, ${least} or more`)
    return value
  }
  const maxTotal = whole('maxTotal', 1)
  const maxPerModule = Math.min(whole('maxPerModule', 1), maxTotal)
  const warmup = whole('warmup', 0)
  if (warmup > maxPerModule) {
    if (options.warmup !== undefined)
      throw wrong('warmup', warmup, `at most the pool's limit, which is ${maxPerModule}`)
  }
  if ('storage' in engine && engine.storage !== undefined) {
    throw new TypeError('engines of a pool have no storage: a reset would leave its files behind')
  }
  engineSettings(engine) // throws for a wrong one, before a module is looked for
  return { maxPerModule, maxTotal, maxIdleMs: whole('maxIdleMs', 0), warmup: Math.min(warmup, maxPerModule), engine }
}
