# What is built, and from what. `make help` lists what can be asked for; docs/building.md says how it works.

STEP := @scripts/build-step
PNPM := scripts/build-pnpm
INSTALLED := node_modules/.installed
SOURCES := $(shell find src -type f 2>/dev/null) $(wildcard scripts/build-*.ts) tsup.config.ts tsconfig.json package.json

.DEFAULT_GOAL := build
.NOTPARALLEL:
.PHONY: build wasm small ts check native debug demo bench test differential conformance check-reproducible clean distclean help begin

build: wasm small ts ## the package, complete: dist/

wasm: ## dist/redis.wasm alone
	$(STEP) 'redis.wasm' ./compile wasm

small: ## dist/redis.small.wasm: the same engine, built for size
	$(STEP) 'redis.small.wasm' ./compile small

ts: dist/index.js ## the TypeScript sources, to dist/

debug: ## dist/redis.debug.wasm: names, assertions, sanitizer checks
	$(STEP) 'redis.debug.wasm' ./compile debug

native: ## valkey-server, -cli and -benchmark from the same source: build/native/bin/
	$(STEP) 'native Valkey' ./compile native

check: $(INSTALLED) ## linter and types
	$(STEP) 'lint and types' $(PNPM) run check

demo: build ## 138,000 cities, loaded and asked about
	$(STEP) 'examples/cities' node examples/cities/main.mjs

# BENCH: arguments for it, such as --run=quick.
bench: build native ## what a call costs here, and what it costs elsewhere
	$(STEP) 'bench' node bench/table.mjs $(BENCH)

# VITEST: more arguments for the test runner.
test: begin build check native ## everything, from nothing
	@scripts/build-libatomic
	@scripts/build-tcl
	@status=0; scripts/build-step 'tests' $(PNPM) exec vitest run --reporter=default \
	  --reporter=json --outputFile.json=build/reports/vitest.json $(VITEST) || status=$$?; \
	printf '\nEvery step and its time:\n'; \
	awk '{ print; total += $$1 } END { printf "%6d s  in all\n", total }' build/log/steps; exit $$status

# SEED: another run. COMMANDS: how many at least, of either kind of run. FIRST: which sequence to begin with. BUILD: small.
SEED := 1
COMMANDS := 1000000
differential: build native ## a million generated commands, here and on the native server; some ten minutes
	$(STEP) 'differential run' env DIFFERENTIAL_SEED=$(SEED) DIFFERENTIAL_COMMANDS=$(COMMANDS) \
	  DIFFERENTIAL_FIRST=$(FIRST) DIFFERENTIAL_BUILD=$(BUILD) \
	  DIFFERENTIAL_RESULT=build/reports/conformance/differential.json \
	  $(PNPM) exec vitest run --no-file-parallelism test/conformance/differential.test.ts test/conformance/several.test.ts

# UNITS: units of the engine's own suite, with commas between, such as unit/type/list, and nothing else; CONFORMANCE: more
# arguments. `make differential` leaves its result for the page, too.
conformance: build native ## what suites of others say of it: docs/compatibility.md
	@scripts/build-tcl
	@status=0; \
	scripts/build-step "the engine's own test suite" node test/tcl/run.mjs $(if $(UNITS),--units $(UNITS)) $(CONFORMANCE) \
	  || status=$$?; \
	$(if $(UNITS),,scripts/build-step 'libraries' $(PNPM) exec vitest run test/libraries test/adapters --reporter=dot \
	  --reporter=./test/libraries/reporter.ts || status=$$?;) \
	node scripts/generate-compatibility.mjs && exit $$status

begin:
	@rm -rf build/log/steps build/reports

check-reproducible: ## two clean builds give the same bytes
	$(STEP) 'reproducible build' scripts/build-reproducible

clean: ## what was built here
	rm -rf build dist

distclean: clean ## and what was installed here
	rm -rf node_modules
	@echo "The toolchain and the engine's source stay in $${WASM_REDIS_CACHE:-$${XDG_CACHE_HOME:-$$HOME/.cache}/wasm-redis}."

help: ## this list
	@awk -F'##' '/^[a-z-]+:.*##/ { split($$1, name, ":"); printf "  make %-20s%s\n", name[1], $$2 }' $(MAKEFILE_LIST)

$(INSTALLED): package.json pnpm-lock.yaml pnpm-workspace.yaml
	$(STEP) 'packages' $(PNPM) install --frozen-lockfile
	@touch $@

# A build that fails half way leaves none of its files in dist/.
dist/index.js: $(INSTALLED) $(SOURCES)
	$(STEP) 'TypeScript' $(PNPM) run build || { find dist -mindepth 1 ! -name '*.wasm' -delete; exit 1; }
	@touch $@
