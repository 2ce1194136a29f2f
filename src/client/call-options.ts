/** What a call that can block takes after its last argument. */
export interface CallOptions {
  /** Ends the wait: the call is rejected with the signal's reason. A command already executed stays executed. */
  signal?: AbortSignal
}
