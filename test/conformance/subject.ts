import { type Build, builds } from '../../src/options.ts'
import type { Command } from './sequence.ts'
import type { Wire } from './wire.ts'

/** One side of the comparison: an engine with one connection to it, and others where a sequence has several. */
export interface Subject {
  name: string
  /** Sends `commands` in order; resolves to as many raw replies. Rejects when the engine or the connection is lost. */
  run(commands: readonly Command[]): Promise<Uint8Array[]>
  /** Opens connection `number` of a sequence. */
  connect(number: number): Promise<Wire>
  /**
   * Resolves when everything that was sent on any wire was carried out or waits inside the engine, and when all that
   * follows from it, on whichever wire, has come out. Rejects as `run` does.
   */
  settle(): Promise<void>
  close(): Promise<void>
}

/** The build of the engine that is compared: DIFFERENTIAL_BUILD, or the one that everybody gets. */
export const build = (process.env.DIFFERENTIAL_BUILD || builds[0]) as Build

/** Opens a fresh engine; called again after one was lost. */
export type OpenSubject = () => Promise<Subject>
