/* The long double of x86 servers, for the two commands whose replies show it; see vendor/patches/0005. */
#include <stdint.h>

long double x87(long double value);

/* The nearest number with a mantissa of 64 bits, ties to even. Infinities and NaN pass through. */
long double x87(long double value) {
    union {
        long double value;
        uint64_t word[2]; /* the fraction's lower 64 bits; sign, exponent and its upper 48 */
    } bits = {value};
    const int dropped = 112 - 63;
    if ((bits.word[1] >> 48 & 0x7fff) == 0x7fff) return value;
    uint64_t rest = bits.word[0] & ((1ULL << dropped) - 1), half = 1ULL << (dropped - 1);
    bits.word[0] -= rest;
    if (rest > half || (rest == half && (bits.word[0] >> dropped & 1))) {
        bits.word[0] += 1ULL << dropped;
        if (bits.word[0] == 0) bits.word[1]++; /* out of the fraction: one more in the exponent */
    }
    return bits.value;
}
