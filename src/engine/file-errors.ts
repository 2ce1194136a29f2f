/** Error numbers of WASI preview 1, which the contract speaks. */
const errorNumbers: Record<string, number> = {
  EACCES: 2,
  EADDRINUSE: 3,
  EADDRNOTAVAIL: 4,
  EAFNOSUPPORT: 5,
  EAGAIN: 6,
  EBADF: 8,
  EBUSY: 10,
  ECONNREFUSED: 14,
  ECONNRESET: 15,
  EDQUOT: 19,
  EEXIST: 20,
  EFBIG: 22,
  EHOSTUNREACH: 23,
  EINVAL: 28,
  EIO: 29,
  EISDIR: 31,
  EMFILE: 33,
  ENAMETOOLONG: 37,
  ENETUNREACH: 40,
  ENFILE: 41,
  ENOENT: 44,
  ENOMEM: 48,
  ENOSPC: 51,
  ENOTDIR: 54,
  ENOTEMPTY: 55,
  EPERM: 63,
  EPIPE: 64,
  EROFS: 69,
  ESTALE: 72,
  ETIMEDOUT: 73,
  EXDEV: 75,
}

/** The number of what storage has thrown; undefined for what has none of these codes. */
export function errorNumber(error: unknown): number | undefined {
  return errorNumbers[(error as { code?: string }).code ?? '']
}

/** For everything that has gone wrong in another way. */
export const IO_ERROR = errorNumbers.EIO

/** Whether the engine knows an error by this name. */
export function isErrorCode(code: string): boolean {
  return Object.hasOwn(errorNumbers, code)
}
