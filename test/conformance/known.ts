/**
 * Differences that remain between a 64-bit x86 build and the WebAssembly module, each with its cause. The run counts
 * them and prints how often each was met. Most of them leave the two sides in different states, so the sequence is not
 * compared any further; where both states are the same, it goes on.
 */
import { type Command, nameOf, wordAt } from './sequence.ts'

export interface KnownDifference {
  cause: string
  /** The data of both sides is the same afterwards. */
  sameState: boolean
  /** `native` and `subject` are single replies, not those of a whole transaction, as text. */
  matches(command: Command, native: string, subject: string): boolean
}

const numbers = (command: Command) =>
  command.slice(1).map((argument) => (typeof argument === 'string' && /^-?\d+$/.test(argument) ? BigInt(argument) : 0n))
const below32 = (command: Command) => numbers(command).some((number) => number <= -(2n ** 31n))
const above32 = (command: Command) => numbers(command).some((number) => number >= 2n ** 31n)
const script = (command: Command) => (/^EVAL(_RO)?$/.test(nameOf(command)) ? String(command[1]) : '')

const NO_MEMORY = '-ERR Insufficient memory, '

export const knownDifferences: readonly KnownDifference[] = [
  {
    cause:
      'a string is kept as `int` when it fits a long, which has 32 bits; a larger integer is kept as text: `embstr`, or `raw` under a long key',
    sameState: true,
    matches: (command, native, subject) =>
      nameOf(command) === 'OBJECT' && native === '$3\r\nint\r\n' && /^\$\d\r\n(embstr|raw)\r\n$/.test(subject),
  },
  {
    cause:
      'struct.size, struct.pack and struct.unpack: `l` and `T` are the native long and size_t, 4 bytes instead of 8',
    sameState: true,
    matches: (command) => /struct\.size\("l"\)/.test(script(command)),
  },
  {
    cause:
      'a script that returns NaN or a number beyond 64 bits: C leaves the conversion open, x86 answers the least integer, WebAssembly the nearest',
    sameState: true,
    matches: (command, native) => script(command) !== '' && native.includes(':-9223372036854775808'),
  },
  {
    cause: 'CONFIG SET names the bounds of a size: the largest long is 2147483647',
    sameState: true,
    matches: (command, native, subject) =>
      nameOf(command) === 'CONFIG' && native.replaceAll('9223372036854775807', '2147483647') === subject,
  },
  {
    cause: 'LREM and LPOS refuse a count or rank of less than -2147483647: it is negated as a long',
    sameState: false,
    matches: (command, _, subject) =>
      ['LREM', 'LPOS'].includes(nameOf(command)) && below32(command) && subject.includes('between -2147483647 and'),
  },
  {
    cause:
      'LSET natively cuts an index to its lower 32 bits, so index 4294967296 is 0; as a long of 32 bits it is out of range',
    sameState: false,
    matches: (command, native, subject) =>
      nameOf(command) === 'LSET' &&
      (above32(command) || below32(command)) &&
      native === '+OK\r\n' &&
      subject === '-ERR index out of range\r\n',
  },
  {
    cause: 'XAUTOCLAIM takes a COUNT of as many IDs as fit the address space: less than 2^31 / 16 of them',
    sameState: false,
    matches: (command, _, subject) =>
      nameOf(command) === 'XAUTOCLAIM' && wordAt(command, 6) === 'COUNT' && subject === '-ERR COUNT must be > 0\r\n',
  },
  {
    cause:
      'LCS of two long strings: the table does not fit the address space, whether or not proto-max-bulk-len allows it',
    sameState: true,
    matches: (command, native, subject) =>
      nameOf(command) === 'LCS' && native.startsWith(NO_MEMORY) && subject.startsWith(NO_MEMORY),
  },
]

/** The declared cause of a difference in the replies to `command`, if there is one. */
export function knownDifference(
  command: Command,
  native: Uint8Array,
  subject: Uint8Array,
): KnownDifference | undefined {
  const [a, b] = [native, subject].map((bytes) => Buffer.from(bytes).toString('latin1'))
  return knownDifferences.find((known) => known.matches(command, a, b))
}
