/** What an engine and the thread that saves for it share. */

/** What is handed to the thread. */
export interface ThreadData {
  module: WebAssembly.Module
  /** The copy; or memory to make ready for it. */
  image: Uint8Array<ArrayBuffer> | SharedArrayBuffer
  directory: string
  /** One word in shared memory, see `Gate`. */
  gate: Int32Array
}

/** States of the gate: between the parent's kill and the child's changes of names, one of the two comes first. */
export const Gate = { Open: 0, Passing: 1, Shut: 2 } as const
