/** The bytes that RESP2 and RESP3 are made of. A reply starts with its type byte; every line ends with CR LF. */

export const CR = 13
export const LF = 10
export const PLUS = 43
export const MINUS = 45
export const ZERO = 48

export const SIMPLE_STRING = 43 // +
export const SIMPLE_ERROR = 45 // -
export const INTEGER = 58 // :
export const BULK_STRING = 36 // $
export const ARRAY = 42 // *
export const NULL = 95 // _
export const BOOLEAN = 35 // #
export const DOUBLE = 44 // ,
export const BIG_NUMBER = 40 // (
export const BULK_ERROR = 33 // !
export const VERBATIM_STRING = 61 // =
export const MAP = 37 // %
export const SET = 126 // ~
export const PUSH = 62 // >
export const ATTRIBUTE = 124 // |

/** The shortest value there is: a type byte, CR and LF. So `n` values need at least `3 n` bytes. */
export const SHORTEST_VALUE = 3

/** More digits than any length or count needs; a longer header is malformed, not merely unfinished. */
export const LONGEST_LENGTH = 15
