/* memcpy, memmove and memset. The compiler makes an instruction of each (memory.copy, memory.fill), which the platform
 * carries out by a call of some 15 ns whatever the length, and most of the engine's copies are of a few bytes. So the
 * engine is compiled without those instructions and calls these, which use them where they pay. */
#include <stddef.h>
#include <stdint.h>
#include <wasm_simd128.h>

/* This file alone is compiled with the instructions, and its loops must stay loops. */
#define LOOPS __attribute__((no_builtin("memcpy", "memmove", "memset")))

/* From this many bytes on, the instruction is faster than the loop. */
#define LONG_COPY 256

typedef uint16_t unaligned16 __attribute__((aligned(1), may_alias));
typedef uint32_t unaligned32 __attribute__((aligned(1), may_alias));
typedef uint64_t unaligned64 __attribute__((aligned(1), may_alias));

/* Up to 32 bytes: everything is read before anything is written, so that the two may overlap. */
static inline void copyShort(uint8_t *to, const uint8_t *from, size_t n) {
    if (n > 16) {
        v128_t first = wasm_v128_load(from), last = wasm_v128_load(from + n - 16);
        wasm_v128_store(to, first);
        wasm_v128_store(to + n - 16, last);
    } else if (n >= 8) {
        uint64_t first = *(const unaligned64 *)from, last = *(const unaligned64 *)(from + n - 8);
        *(unaligned64 *)to = first;
        *(unaligned64 *)(to + n - 8) = last;
    } else if (n >= 4) {
        uint32_t first = *(const unaligned32 *)from, last = *(const unaligned32 *)(from + n - 4);
        *(unaligned32 *)to = first;
        *(unaligned32 *)(to + n - 4) = last;
    } else if (n >= 2) {
        uint16_t first = *(const unaligned16 *)from, last = *(const unaligned16 *)(from + n - 2);
        *(unaligned16 *)to = first;
        *(unaligned16 *)(to + n - 2) = last;
    } else if (n) {
        *to = *from;
    }
}

LOOPS void *memcpy(void *restrict to, const void *restrict from, size_t n) {
    uint8_t *d = to;
    const uint8_t *s = from;
    if (n <= 32) {
        copyShort(d, s, n);
    } else if (n < LONG_COPY) {
        v128_t last = wasm_v128_load(s + n - 16);
        for (size_t i = 0; i < n - 16; i += 16) wasm_v128_store(d + i, wasm_v128_load(s + i));
        wasm_v128_store(d + n - 16, last);
    } else {
        __builtin_memmove(to, from, n);
    }
    return to;
}

LOOPS void *memmove(void *to, const void *from, size_t n) {
    if (n <= 32) {
        copyShort(to, from, n);
    } else {
        __builtin_memmove(to, from, n);
    }
    return to;
}

LOOPS void *memset(void *at, int byte, size_t n) {
    uint8_t *d = at;
    if (n >= LONG_COPY) {
        __builtin_memset(at, byte, n);
    } else if (n >= 16) {
        v128_t bytes = wasm_i8x16_splat((int8_t)byte);
        for (size_t i = 0; i < n - 16; i += 16) wasm_v128_store(d + i, bytes);
        wasm_v128_store(d + n - 16, bytes);
    } else {
        uint64_t bytes = (uint8_t)byte * 0x0101010101010101ull;
        if (n >= 8) {
            *(unaligned64 *)d = bytes;
            *(unaligned64 *)(d + n - 8) = bytes;
        } else if (n >= 4) {
            *(unaligned32 *)d = (uint32_t)bytes;
            *(unaligned32 *)(d + n - 4) = (uint32_t)bytes;
        } else {
            for (size_t i = 0; i < n; i++) d[i] = (uint8_t)byte;
        }
    }
    return at;
}
