/* What is freed lazily, as background.c and clock.c see it. Include server.h first. */
#ifndef WASM_GARBAGE_H
#define WASM_GARBAGE_H

#include "bio.h"
#include "host.h"

/* Queues a job. `args` are what `freeRest` takes; they are copied, and belong to the job. */
void garbageAdd(lazy_free_fn *freeRest, void **args, int count);
/* True while something waits to be freed. */
bool garbageLeft(void);
/* Frees for `us` microseconds, or until nothing is left. */
void garbageSlice(uint64_t us);
/* Frees everything. */
void garbageAll(void);

#endif
