/* What is freed lazily. Include server.h first. */
#ifndef WASM_GARBAGE_H
#define WASM_GARBAGE_H

#include "bio.h"
#include "host.h"

typedef struct garbageJob {
    struct garbageJob *next;
    lazy_free_fn *freeRest;
    void *args[3];
    size_t cursor; /* in the table that is being emptied */
} garbageJob;

/* Queues a job. `args` are what `freeRest` takes; they are copied, and belong to the job. */
void garbageAdd(lazy_free_fn *freeRest, void **args, int count);
/* True while something waits to be freed. */
bool garbageLeft(void);
/* Frees for `us` microseconds, or until nothing is left. */
void garbageSlice(uint64_t us);
/* Frees everything. */
void garbageAll(void);

/* ---- between garbage.c and dismantle.c ---- */

/* Does about `limit` of work (entries, nodes, buckets) on a job. Returns how much it was, 0 when the job's own function
 * can free the rest. */
size_t garbageTakeApart(garbageJob *job, size_t limit);
/* A new job without arguments; garbageNext takes it. */
garbageJob *garbageJobOf(lazy_free_fn *freeRest);
/* Has this job taken apart before all others. */
void garbageNext(garbageJob *job);

#endif
