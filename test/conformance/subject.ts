import type { Command } from './sequence.ts'

/** One side of the comparison: an engine with one connection to it. */
export interface Subject {
  name: string
  /** Sends `commands` in order; resolves to as many raw replies. Rejects when the engine or the connection is lost. */
  run(commands: readonly Command[]): Promise<Uint8Array[]>
  close(): Promise<void>
}

/** Opens a fresh engine; called again after one was lost. */
export type OpenSubject = () => Promise<Subject>
