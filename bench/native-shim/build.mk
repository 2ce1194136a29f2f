# The module's C with the engine, compiled by gcc: what the same code does without WebAssembly in between.
# scripts/bench-native-shim runs this inside the toolchain, from the top of the checkout, when build/engine is there.

E := build/engine
O := build/out/native-shim
PROGRAM := $(O)/native-shim
CC := gcc
# scripts/profile-engine has clang put counters in.
COUNT :=
LIBS :=

.DEFAULT_GOAL := $(PROGRAM)

include $(wildcard build/engine-*.mk)

# Two files more than in the module stay in: the engine calls them on Linux, at boot.
LEFT_OUT := bio crc16_slottable rdma sentinel unix
ENGINE_C := $(addprefix src/,$(filter-out $(LEFT_OUT),$(ENGINE_SERVER))) \
  deps/hdr_histogram/hdr_histogram deps/fpconv/fpconv_dtoa \
  $(addprefix deps/lua/src/,$(ENGINE_LUA)) \
  $(patsubst $(E)/%.c,%,$(sort $(wildcard $(E)/src/modules/lua/*.c)))
ENGINE_O := $(ENGINE_C:%=$(O)/engine/%.o)
# These stand in for an operating system and its C library, and here there are both; an image is of a module's memory.
SYSTEM := libc copy names storage child image
OWN_O := $(patsubst wasm/%.c,$(O)/own/%.o,$(filter-out $(SYSTEM:%=wasm/%.c),$(sort $(wildcard wasm/*.c))))

ENGINE_DIRS := src deps/fast_float deps/hdr_histogram deps/fpconv deps/libvalkey/include deps/linenoise deps/lua/src
CFLAGS := -O3 -std=gnu11 -D_GNU_SOURCE -DLUA_ENABLED -DSTATIC_LUA=1 -DNO_PROCESSOR_CLOCK -fno-strict-aliasing -w \
  -Iwasm $(ENGINE_DIRS:%=-I$(E)/%)
# The link-time wraps are the module's own. Where wasm/ replaces a function of the C library, its own is taken here, too
# (muldefs: the first definition wins); and what is wrapped in those.
UNWRAPPED := calloc|fopen|serverFork|rdbSaveBackground|rewriteAppendOnlyFileBackground
WRAPS := $(shell grep -o -e '--wrap=[A-Za-z0-9_]*' wasm/build.mk | sort -u | grep -v -E '=($(UNWRAPPED))$$' | sed 's/^/-Wl,/')

# So are the definitions that single files are compiled with: its lines for them are included here.
$(O)/definitions.mk: wasm/build.mk
	@mkdir -p $(@D)
	@grep -e '^MODULE_API := ' -e ': EXTRA := ' $< >$@
include $(O)/definitions.mk
.DELETE_ON_ERROR:
$(PROGRAM): $(ENGINE_O) $(OWN_O) $(O)/main.o
	@echo "  link    $@"
	@$(CC) -O3 -static $^ -o $@ $(WRAPS) -Wl,-z,muldefs $(LIBS) -lm -lpthread 2>$(O)/link.log || { cat $(O)/link.log >&2; exit 1; }

$(O)/engine/%.o: $(E)/%.c bench/native-shim/build.mk
	@mkdir -p $(@D)
	@$(CC) -c $< -o $@ -MMD -MP $(CFLAGS) $(COUNT) $(EXTRA)

$(O)/own/%.o: wasm/%.c bench/native-shim/build.mk wasm/build.mk
	@mkdir -p $(@D)
	@$(CC) -c $< -o $@ -MMD -MP $(CFLAGS) $(COUNT)

$(O)/main.o: bench/native-shim/main.c bench/native-shim/build.mk
	@mkdir -p $(@D)
	@$(CC) -c $< -o $@ -MMD -MP $(CFLAGS) $(COUNT)

-include $(ENGINE_O:.o=.d) $(OWN_O:.o=.d) $(O)/main.d
