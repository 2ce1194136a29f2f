/** The longest text that `readAscii` reads. */
export const SHORT_ASCII = 16
/** And `readLongAscii`, which reads nothing shorter; a call into the platform is as fast for longer ones. */
export const LONG_ASCII = 24

/**
 * The text of `y[z, z + length)`, or undefined where a byte is not ASCII.
 *
 * Unrolled, so that each byte is read once: the memory may have been detached, so that every read has to look. And made
 * in one piece: a string that is put together is copied once more, or only tied together until someone looks. In two
 * functions, because a function is compiled whole when it is first called, which the first short reply waits for.
 */
// biome-ignore format: a paragraph for each length
export function readAscii(y: Uint8Array, z: number, length: number): string | undefined {
  const of = String.fromCharCode
  switch (length) {
    case 0: return ''
    case 1: { const a = y[z]; return a > 127 ? undefined : of(a) }
    case 2: { const a = y[z], b = y[z+1]; return (a|b) > 127 ? undefined : of(a, b) }
    case 3: { const a = y[z], b = y[z+1], c = y[z+2]; return (a|b|c) > 127 ? undefined : of(a, b, c) }
    case 4: { const a = y[z], b = y[z+1], c = y[z+2], d = y[z+3]
      return (a|b|c|d) > 127 ? undefined : of(a,b,c,d) }
    case 5: { const a = y[z], b = y[z+1], c = y[z+2], d = y[z+3], e = y[z+4]
      return (a|b|c|d|e) > 127 ? undefined : of(a,b,c,d,e) }
    case 6: { const a = y[z], b = y[z+1], c = y[z+2], d = y[z+3], e = y[z+4], f = y[z+5]
      return (a|b|c|d|e|f) > 127 ? undefined : of(a,b,c,d,e,f) }
    case 7: { const a = y[z], b = y[z+1], c = y[z+2], d = y[z+3], e = y[z+4], f = y[z+5], g = y[z+6]
      return (a|b|c|d|e|f|g) > 127 ? undefined : of(a,b,c,d,e,f,g) }
    case 8: { const a = y[z], b = y[z+1], c = y[z+2], d = y[z+3], e = y[z+4], f = y[z+5], g = y[z+6], h = y[z+7]
      return (a|b|c|d|e|f|g|h) > 127 ? undefined : of(a,b,c,d,e,f,g,h) }
    case 9: { const a = y[z], b = y[z+1], c = y[z+2], d = y[z+3], e = y[z+4], f = y[z+5], g = y[z+6], h = y[z+7],
      i = y[z+8]
      return (a|b|c|d|e|f|g|h|i) > 127 ? undefined : of(a,b,c,d,e,f,g,h,i) }
    case 10: { const a = y[z], b = y[z+1], c = y[z+2], d = y[z+3], e = y[z+4], f = y[z+5], g = y[z+6], h = y[z+7],
      i = y[z+8], j = y[z+9]
      return (a|b|c|d|e|f|g|h|i|j) > 127 ? undefined : of(a,b,c,d,e,f,g,h,i,j) }
    case 11: { const a = y[z], b = y[z+1], c = y[z+2], d = y[z+3], e = y[z+4], f = y[z+5], g = y[z+6], h = y[z+7],
      i = y[z+8], j = y[z+9], k = y[z+10]
      return (a|b|c|d|e|f|g|h|i|j|k) > 127 ? undefined : of(a,b,c,d,e,f,g,h,i,j,k) }
    case 12: { const a = y[z], b = y[z+1], c = y[z+2], d = y[z+3], e = y[z+4], f = y[z+5], g = y[z+6], h = y[z+7],
      i = y[z+8], j = y[z+9], k = y[z+10], l = y[z+11]
      return (a|b|c|d|e|f|g|h|i|j|k|l) > 127 ? undefined : of(a,b,c,d,e,f,g,h,i,j,k,l) }
    case 13: { const a = y[z], b = y[z+1], c = y[z+2], d = y[z+3], e = y[z+4], f = y[z+5], g = y[z+6], h = y[z+7],
      i = y[z+8], j = y[z+9], k = y[z+10], l = y[z+11], m = y[z+12]
      return (a|b|c|d|e|f|g|h|i|j|k|l|m) > 127 ? undefined : of(a,b,c,d,e,f,g,h,i,j,k,l,m) }
    case 14: { const a = y[z], b = y[z+1], c = y[z+2], d = y[z+3], e = y[z+4], f = y[z+5], g = y[z+6], h = y[z+7],
      i = y[z+8], j = y[z+9], k = y[z+10], l = y[z+11], m = y[z+12], n = y[z+13]
      return (a|b|c|d|e|f|g|h|i|j|k|l|m|n) > 127 ? undefined : of(a,b,c,d,e,f,g,h,i,j,k,l,m,n) }
    case 15: { const a = y[z], b = y[z+1], c = y[z+2], d = y[z+3], e = y[z+4], f = y[z+5], g = y[z+6], h = y[z+7],
      i = y[z+8], j = y[z+9], k = y[z+10], l = y[z+11], m = y[z+12], n = y[z+13], o = y[z+14]
      return (a|b|c|d|e|f|g|h|i|j|k|l|m|n|o) > 127 ? undefined : of(a,b,c,d,e,f,g,h,i,j,k,l,m,n,o) }
    case 16: { const a = y[z], b = y[z+1], c = y[z+2], d = y[z+3], e = y[z+4], f = y[z+5], g = y[z+6], h = y[z+7],
      i = y[z+8], j = y[z+9], k = y[z+10], l = y[z+11], m = y[z+12], n = y[z+13], o = y[z+14], p = y[z+15]
      return (a|b|c|d|e|f|g|h|i|j|k|l|m|n|o|p) > 127 ? undefined : of(a,b,c,d,e,f,g,h,i,j,k,l,m,n,o,p) }
    default: throw new RangeError(`${length} bytes are not read here`)
  }
}

/** As `readAscii`, for longer text. */
// biome-ignore format: a paragraph for each length
export function readLongAscii(y: Uint8Array, z: number, length: number): string | undefined {
  const of = String.fromCharCode
  switch (length) {
    case 17: { const a = y[z], b = y[z+1], c = y[z+2], d = y[z+3], e = y[z+4], f = y[z+5], g = y[z+6], h = y[z+7],
      i = y[z+8], j = y[z+9], k = y[z+10], l = y[z+11], m = y[z+12], n = y[z+13], o = y[z+14], p = y[z+15],
      q = y[z+16]
      return (a|b|c|d|e|f|g|h|i|j|k|l|m|n|o|p|q) > 127 ? undefined : of(a,b,c,d,e,f,g,h,i,j,k,l,m,n,o,p,q) }
    case 18: { const a = y[z], b = y[z+1], c = y[z+2], d = y[z+3], e = y[z+4], f = y[z+5], g = y[z+6], h = y[z+7],
      i = y[z+8], j = y[z+9], k = y[z+10], l = y[z+11], m = y[z+12], n = y[z+13], o = y[z+14], p = y[z+15],
      q = y[z+16], r = y[z+17]
      return (a|b|c|d|e|f|g|h|i|j|k|l|m|n|o|p|q|r) > 127 ? undefined : of(a,b,c,d,e,f,g,h,i,j,k,l,m,n,o,p,q,r) }
    case 19: { const a = y[z], b = y[z+1], c = y[z+2], d = y[z+3], e = y[z+4], f = y[z+5], g = y[z+6], h = y[z+7],
      i = y[z+8], j = y[z+9], k = y[z+10], l = y[z+11], m = y[z+12], n = y[z+13], o = y[z+14], p = y[z+15],
      q = y[z+16], r = y[z+17], s = y[z+18]
      return (a|b|c|d|e|f|g|h|i|j|k|l|m|n|o|p|q|r|s) > 127 ? undefined : of(a,b,c,d,e,f,g,h,i,j,k,l,m,n,o,p,q,r,s) }
    case 20: { const a = y[z], b = y[z+1], c = y[z+2], d = y[z+3], e = y[z+4], f = y[z+5], g = y[z+6], h = y[z+7],
      i = y[z+8], j = y[z+9], k = y[z+10], l = y[z+11], m = y[z+12], n = y[z+13], o = y[z+14], p = y[z+15],
      q = y[z+16], r = y[z+17], s = y[z+18], t = y[z+19]
      if ((a|b|c|d|e|f|g|h|i|j|k|l|m|n|o|p|q|r|s|t) > 127) return undefined
      return of(a,b,c,d,e,f,g,h,i,j,k,l,m,n,o,p,q,r,s,t) }
    case 21: { const a = y[z], b = y[z+1], c = y[z+2], d = y[z+3], e = y[z+4], f = y[z+5], g = y[z+6], h = y[z+7],
      i = y[z+8], j = y[z+9], k = y[z+10], l = y[z+11], m = y[z+12], n = y[z+13], o = y[z+14], p = y[z+15],
      q = y[z+16], r = y[z+17], s = y[z+18], t = y[z+19], u = y[z+20]
      if ((a|b|c|d|e|f|g|h|i|j|k|l|m|n|o|p|q|r|s|t|u) > 127) return undefined
      return of(a,b,c,d,e,f,g,h,i,j,k,l,m,n,o,p,q,r,s,t,u) }
    case 22: { const a = y[z], b = y[z+1], c = y[z+2], d = y[z+3], e = y[z+4], f = y[z+5], g = y[z+6], h = y[z+7],
      i = y[z+8], j = y[z+9], k = y[z+10], l = y[z+11], m = y[z+12], n = y[z+13], o = y[z+14], p = y[z+15],
      q = y[z+16], r = y[z+17], s = y[z+18], t = y[z+19], u = y[z+20], v = y[z+21]
      if ((a|b|c|d|e|f|g|h|i|j|k|l|m|n|o|p|q|r|s|t|u|v) > 127) return undefined
      return of(a,b,c,d,e,f,g,h,i,j,k,l,m,n,o,p,q,r,s,t,u,v) }
    case 23: { const a = y[z], b = y[z+1], c = y[z+2], d = y[z+3], e = y[z+4], f = y[z+5], g = y[z+6], h = y[z+7],
      i = y[z+8], j = y[z+9], k = y[z+10], l = y[z+11], m = y[z+12], n = y[z+13], o = y[z+14], p = y[z+15],
      q = y[z+16], r = y[z+17], s = y[z+18], t = y[z+19], u = y[z+20], v = y[z+21], w = y[z+22]
      if ((a|b|c|d|e|f|g|h|i|j|k|l|m|n|o|p|q|r|s|t|u|v|w) > 127) return undefined
      return of(a,b,c,d,e,f,g,h,i,j,k,l,m,n,o,p,q,r,s,t,u,v,w) }
    case 24: { const a = y[z], b = y[z+1], c = y[z+2], d = y[z+3], e = y[z+4], f = y[z+5], g = y[z+6], h = y[z+7],
      i = y[z+8], j = y[z+9], k = y[z+10], l = y[z+11], m = y[z+12], n = y[z+13], o = y[z+14], p = y[z+15],
      q = y[z+16], r = y[z+17], s = y[z+18], t = y[z+19], u = y[z+20], v = y[z+21], w = y[z+22], x = y[z+23]
      if ((a|b|c|d|e|f|g|h|i|j|k|l|m|n|o|p|q|r|s|t|u|v|w|x) > 127) return undefined
      return of(a,b,c,d,e,f,g,h,i,j,k,l,m,n,o,p,q,r,s,t,u,v,w,x) }
    default: throw new RangeError(`${length} bytes are not read here`)
  }
}
