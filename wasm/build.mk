# redis.wasm from the locked engine source and the C files beside this one.
# `compile` runs this inside the toolchain, from the top of the checkout:
#   make -f wasm/build.mk TARBALL=path [VARIANT=release|small|debug] wasm | engine | native
# Modules are left in build/out/; `compile` moves them to dist/ when everything here has succeeded.

VARIANT ?= release
ifeq ($(VARIANT),release)
  MODULE := build/out/redis.wasm
else
  MODULE := build/out/redis.$(VARIANT).wasm
endif
E := build/engine
O := build/wasm/$(VARIANT)

.DELETE_ON_ERROR:
.PHONY: wasm engine native
wasm: $(MODULE) ; @:

# ---- the engine's source: make unpacks it when the lock, a patch or the way of unpacking has changed ----------------
STAMP := $(shell cat vendor/valkey.lock $(sort $(wildcard vendor/patches/*.patch)) scripts/build-unpack | sha256sum | cut -c1-16)
ENGINE_LIST := build/engine-$(STAMP).mk
include $(ENGINE_LIST)
$(ENGINE_LIST):
	@scripts/build-unpack "$(TARBALL)" $@
engine: $(ENGINE_LIST) ; @:

native: $(ENGINE_LIST)
	@scripts/build-native build/native/bin

# ---- what is compiled -------------------------------------------------------------------------------------------------
# Left out of the engine: what only makes sense with threads, processes, sockets or a CPU of its own. Files in wasm/
# define what the rest still calls.
LEFT_OUT := bio crc16_slottable rdma setproctitle setcpuaffinity memtest syscheck sentinel unix
ENGINE_C := $(addprefix src/,$(filter-out $(LEFT_OUT),$(ENGINE_SERVER))) \
  deps/hdr_histogram/hdr_histogram deps/fpconv/fpconv_dtoa \
  $(addprefix deps/lua/src/,$(ENGINE_LUA)) \
  $(patsubst $(E)/%.c,%,$(sort $(wildcard $(E)/src/modules/lua/*.c)))
ENGINE_O := $(ENGINE_C:%=$(O)/engine/%.o)
# What every command passes through is optimised together with the engine, which makes a call half as quick again.
HOT_OWN := entry plain stream vector
HOT_O := $(HOT_OWN:%=$(O)/own/%.o)
OWN_O := $(filter-out $(HOT_O),$(patsubst wasm/%.c,$(O)/own/%.o,$(sort $(wildcard wasm/*.c))))

# ---- how --------------------------------------------------------------------------------------------------------------
ENGINE_DIRS := src deps/fast_float deps/hdr_histogram deps/fpconv deps/libvalkey/include deps/linenoise deps/lua/src
# These three hide calls through a wrong type, which trap at run time and let the linker drop what lies behind them.
STRICT := -Werror=implicit-function-declaration -Werror=incompatible-function-pointer-types -Werror=int-conversion
FEATURES := -mno-bulk-memory -msimd128 -msign-ext -mnontrapping-fptoint -sSUPPORT_LONGJMP=wasm
# No path of this machine may reach the module: its bytes do not depend on the folder it was built in.
PATHS := -ffile-prefix-map=$(CURDIR)/=/ -ffile-prefix-map=$(CURDIR)=/ -ffile-prefix-map=$(E)/=valkey/
CFLAGS := -std=gnu11 -D_GNU_SOURCE -DLUA_ENABLED -DSTATIC_LUA=1 -DNO_PROCESSOR_CLOCK -DUSE_MALLOC_USABLE_SIZE -fno-strict-aliasing $(FEATURES) $(PATHS)
LDFLAGS := -sSTANDALONE_WASM --no-entry -sALLOW_MEMORY_GROWTH=1 -sINITIAL_MEMORY=4194304 -sMAXIMUM_MEMORY=4294967296 \
  -sSTACK_SIZE=1048576 -sMALLOC=dlmalloc -sPRINTF_LONG_DOUBLE=1 $(FEATURES) \
  -Wl,--wrap=dlopen,--wrap=dlsym,--wrap=bg_unlink,--wrap=flushAppendOnlyFile,--wrap=dlclose,--wrap=ustime,--wrap=mstime,--wrap=scriptInterrupt,--wrap=monotonicInfoString,--wrap=debugCommand,--wrap=configSetCommand,--wrap=dictGenCaseHashFunction,--wrap=sdsMakeRoomForNonGreedy,--wrap=performEvictions,--wrap=activeExpireCycle,--wrap=calloc,--wrap=processCommand,--wrap=fopen,--wrap=serverFork,--wrap=rdbSaveBackground,--wrap=rewriteAppendOnlyFileBackground,--wrap=call,--wrap=overMaxmemoryAfterAlloc,--wrap=zmalloc_get_rss,--wrap=scriptPrepareForRun,--wrap=processEventsWhileBlocked,--wrap=rdbSaveToReplicasSockets,--wrap=replicationStartPendingFork,--wrap=commandDocsCommand,--wrap=anetTcp6Server,--wrap=anetTcpNonBlockConnect,--wrap=anetTcpServer \
  -Wl,--export=__stack_pointer,--export=__heap_base,--export=__start_docs,--export=__stop_docs \
  -Wl,--stack-first -Wl,--fatal-warnings
# The release is built for speed, `small` for size, but for those files beside this one that every call passes. In both
# the compiler inlines what the profile says is worth its bytes by the cycles that it saves. It multiplies the savings by 8
# unless told otherwise. With 2 the release is as fast and 37 KB less (13 KB gzipped); `small` is 58 KB less and a few
# percent slower. To inline nothing by the profile leaves `small` half of its speed.
LEVEL_release := -O3
LEVEL_small := -Oz
RARE_release := -Os
RARE_small := -Oz
OWN_small := -O2
INLINING := -inline-savings-multiplier=2
ifneq ($(VARIANT),debug)
  LTO := -flto
  LEVEL := $(LEVEL_$(VARIANT))
  RARE := $(RARE_$(VARIANT))
  CFLAGS += $(LEVEL) $(INLINING:%=-mllvm %)
  LDFLAGS += $(LEVEL) $(INLINING:%=-Wl,-mllvm,%)
  # Rarely run, or waiting for a disk or a network when they do: these are built for size, which takes 77 KB off the
  # module and nothing off what a profile of commands shows.
  COLD := acl anet aof childinfo cluster cluster_legacy cluster_migrateslots cluster_slot_stats commandlog config \
    crccombine debug defrag functions io_threads latency localtime logreqres lolwut lolwut5 lolwut6 lolwut9 module rdb \
    release replication rio serverassert sha256 socket sparkline syncio threads_mngr tls
  # How often what runs (scripts/profile-engine): a quarter to a third more speed, for the same size. Functions that the
  # profile knows in another form are compiled without it.
  PROFILE := $(O)/engine.profdata
else
  # Undefined behaviour traps where it happens; the engine's own debug assertions, Lua's API checks and the C library's
  # assertions are on, and functions keep their names. Left out: unaligned access, which the engine means and wasm allows,
  # and NULL + 0; and in the engine itself overflow, which it counts on when it is given numbers at the edge.
  SANITIZE := -fsanitize=undefined -fsanitize-trap=undefined -fno-sanitize=alignment,pointer-overflow
  WRAP := -fno-sanitize=signed-integer-overflow,float-cast-overflow -fwrapv
  RARE := -Os
  CFLAGS += -O1 -g2 $(SANITIZE) -DDEBUG_ASSERTIONS -DLUA_USE_APICHECK
  LDFLAGS += -O1 -g2 -sASSERTIONS=1
endif

ENGINE_CFLAGS := $(CFLAGS) $(WRAP) $(LTO) $(PROFILE:%=-fprofile-instr-use=%) -Wno-everything $(STRICT) $(ENGINE_DIRS:%=-I$(E)/%)
# Most are not link-time optimised: they define functions of the C library itself, which the optimiser may call by name
# late.
OWN_CFLAGS := $(CFLAGS) $(OWN_$(VARIANT)) -Wall -Wextra -Werror -Iwasm $(ENGINE_DIRS:%=-isystem $(E)/%)

$(COLD:%=$(O)/engine/src/%.o): SIZE := $(RARE)
# And of these even what is run takes no time that anybody waits for.
COLDEST := acl childinfo cluster cluster_legacy cluster_migrateslots cluster_slot_stats config debug defrag functions \
  io_threads latency logreqres lolwut lolwut5 lolwut6 lolwut9 module replication serverassert socket sparkline tls
$(COLDEST:%=$(O)/engine/src/%.o): SIZE := -Oz
# The first script waits for the platform to compile whatever it runs, of which this is most: by a few percent slower for
# all that follow, and a third less to compile.
$(O)/engine/deps/lua/%.o $(O)/engine/src/modules/lua/%.o: SIZE := -Oz
$(addprefix $(O)/engine/src/,eval.o script.o scripting_engine.o sha1.o): SIZE := -Oz

# There is one module, and what it calls of the server is linked to it: the rest of the module API is left out.
MODULE_API := -DVALKEYMODULE_API=extern -DVALKEYMODULE_ATTR=
$(O)/engine/src/tls.o: EXTRA := $(MODULE_API)
$(O)/engine/src/module.o: EXTRA := -DONE_STATIC_MODULE
$(O)/engine/src/server.o: EXTRA := -DHAVE_PROC_OOM_SCORE_ADJ=1
$(O)/engine/src/modules/lua/%.o: EXTRA := $(MODULE_API) -include wasm/lua-api.h
$(O)/engine/deps/hdr_histogram/%.o: EXTRA := -DHDR_MALLOC_INCLUDE='"hdr_redis_malloc.h"'
$(O)/engine/deps/lua/%.o: EXTRA := -DLUA_ANSI -DLUA_USELONGLONG -DSTRUCT_INT="long long" -DENABLE_CJSON_GLOBAL -DLUA_USE_MKSTEMP

# ---- rules ------------------------------------------------------------------------------------------------------------
# In the folder of clang itself; Debian has it under no other name.
LLVM = $(dir $(realpath $(firstword $(wildcard $(addprefix $(shell em-config LLVM_ROOT)/,clang clang-19)))))

$(O)/engine.profdata: vendor/engine.profile
	@mkdir -p $(@D)
	@awk '{ print $$1 "\n" $$2 "\n" NF - 2; for (i = 3; i <= NF; i++) print $$i; print "" }' $< >$@.txt
	@test -x '$(LLVM)llvm-profdata' || { echo 'build: error: llvm-profdata is missing beside clang: install the llvm tools of its version' >&2; exit 1; }
	@$(LLVM)llvm-profdata merge $@.txt -o $@
	@rm $@.txt

$(O)/engine/%.o: $(E)/%.c wasm/build.mk $(PROFILE)
	@mkdir -p $(@D)
	@echo "  cc      valkey/$*.c"
	@emcc -c $< -o $@ -MMD -MP $(ENGINE_CFLAGS) $(SIZE) $(EXTRA)

$(O)/own/copy.o: EXTRA := -mbulk-memory
# Rarely run, too.
COLD_OWN := advance background boot child commands faults libc names persistence process snapshot storage stubs
$(COLD_OWN:%=$(O)/own/%.o): EXTRA := $(RARE)

# Their functions may be newer than the profile.
$(HOT_O): EXTRA = $(LTO) $(PROFILE:%=-fprofile-instr-use=% -Wno-profile-instr-unprofiled -Wno-profile-instr-out-of-date)
$(HOT_O): $(PROFILE)

$(O)/own/%.o: wasm/%.c wasm/build.mk
	@mkdir -p $(@D)
	@echo "  cc      wasm/$*.c"
	@emcc -c $< -o $@ -MMD -MP $(OWN_CFLAGS) $(EXTRA)

# ---- link -------------------------------------------------------------------------------------------------------------
# Optimising the whole engine at link time takes longer than everything else together, and what is in wasm/ matters to
# it only through the names that those files define and use. So its result is kept, and made anew when the engine or
# those names change; a change inside a function of the other files of wasm/ costs one compile and the second half of
# the link.
ifdef LTO
LINKED := $(O)/engine.lto.o

$(O)/own.symbols: $(OWN_O)
	@emnm --format=posix --extern-only $(OWN_O) | awk 'NF > 1 { print $$1, $$2 }' >$@.new
	@cmp -s $@.new $@ && rm $@.new || mv $@.new $@

$(LINKED): $(ENGINE_O) $(HOT_O) $(O)/own.symbols
	@echo "  lto     the engine and the C library"
	@emcc $(ENGINE_O) $(HOT_O) $(OWN_O) -o $(O)/whole $(LTO) $(LDFLAGS) --oformat=bare -Wno-experimental -Wl,--save-temps
	@mv $(O)/whole.lto.o $@
	@rm -f $(O)/whole*
else
LINKED := $(ENGINE_O) $(HOT_O)
endif

# The released module carries the memory of a booted engine. The debug variant keeps its names, and boots each time.
$(MODULE): $(LINKED) $(OWN_O) wasm/imports.txt scripts/build-check.mjs scripts/build-bake.mjs scripts/build-identity.mjs
	@mkdir -p $(@D)
	@echo "  link    $@"
	@emcc $(LINKED) $(OWN_O) -o $(MODULE:.wasm=.linked.wasm) $(LTO) $(LDFLAGS)
ifdef LTO
	@node scripts/build-bake.mjs $(MODULE:.wasm=.linked.wasm) $(O)/ready.wasm
else
	@cp $(MODULE:.wasm=.linked.wasm) $(O)/ready.wasm
endif
	@node scripts/build-identity.mjs $(O)/ready.wasm
	@node scripts/build-check.mjs $(O)/ready.wasm wasm/imports.txt $(VARIANT)
	@mv $(O)/ready.wasm $@

-include $(ENGINE_O:.o=.d) $(HOT_O:.o=.d) $(OWN_O:.o=.d)
