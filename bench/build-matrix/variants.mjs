/**
 * Ways to build redis.wasm. Each is a set of make variables over wasm/build.mk, whose own values are the variant
 * `as-it-is`. MALLOC and LINK are fixed there and made variables for the experiment (makefile.mjs).
 */
const features = '-msimd128 -msign-ext -mnontrapping-fptoint -sSUPPORT_LONGJMP=wasm'

export const variants = {
  'as-it-is': {},
  /** Without knowing what runs how often. */
  'no-profile': { PROFILE: '' },
  /** What building rarely run files for size costs and saves. */
  'all-fast': { COLD: '', COLDEST: '' },
  o2: { LEVEL: '-O2' },
  os: { LEVEL: '-Os' },
  oz: { LEVEL: '-Oz' },
  /** The other module that ships, redis.small.wasm; with all that the profile has inlined by default, and with nothing. */
  small: { VARIANT: 'small' },
  'small-inlining': { VARIANT: 'small', INLINING: '' },
  'small-no-inlining': { VARIANT: 'small', INLINING: '-inline-enable-cost-benefit-analysis=false' },
  'small-no-profile': { VARIANT: 'small', PROFILE: '' },
  'no-lto': { LTO: '' },
  /** memory.copy and memory.fill everywhere, not in wasm/copy.c alone. */
  'bulk-memory': { FEATURES: `${features} -mbulk-memory` },
  mimalloc: { MALLOC: 'mimalloc' },
  emmalloc: { MALLOC: 'emmalloc' },
  'no-jump-tables': { LEVEL: '-O3 -fno-jump-tables' },
  'more-inlining': { LINK: '-Wl,-mllvm,-inline-threshold=1000' },
  'less-inlining': { LINK: '-Wl,-mllvm,-inline-threshold=50' },
  /** Binaryen once more, behind what emcc has it do. */
  'wasm-opt-twice': { LINK: '-sBINARYEN_EXTRA_PASSES=-O4' },
}
