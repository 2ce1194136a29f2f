/** What people can do about the errors that sockets have when they cannot be opened. */
const remedies: Record<string, string> = {
  ECONNREFUSED: 'nothing listens there; is the server running, and on that port?',
  ENOTFOUND: 'that name is not known; look at the host',
  EAI_AGAIN: 'the name service did not answer; try again, or use an address',
  ETIMEDOUT: 'nothing answers there; look at host, port and firewalls',
  EHOSTUNREACH: 'there is no way to that host',
  ENETUNREACH: 'there is no way to that network',
  ENOENT: 'there is no such unix socket; is the server running with that path?',
  EACCES: 'this user may not use it',
  ECONNRESET: 'the other end closed at once; does it want TLS (rediss:), or is protected-mode on?',
  EPROTO: 'the other end does not speak TLS; use redis:',
  ERR_SSL_WRONG_VERSION_NUMBER: 'the other end does not speak TLS; use redis:',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'its certificate is signed by itself; give that as tls.ca',
  SELF_SIGNED_CERT_IN_CHAIN: 'its authority is not known here; give that as tls.ca',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'its authority is not known here; give that as tls.ca',
  ERR_TLS_CERT_ALTNAME_INVALID: 'its certificate is for another name; give that as tls.servername',
}

/** A sentence about a connection that could not be opened. */
export function explain(shown: string, error: Error | undefined): string {
  const code = (error as NodeJS.ErrnoException | undefined)?.code ?? ''
  const causes = error instanceof AggregateError ? error.errors : []
  const text = causes.length > 0 ? causes.map((one) => (one as Error).message).join(', ') : error?.message
  const remedy = remedies[code]
  return `cannot connect to ${shown}: ${text || 'the other end closed at once'}${remedy ? `; ${remedy}` : ''}`
}
