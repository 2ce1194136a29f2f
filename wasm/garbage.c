/* What the engine frees lazily (UNLINK, FLUSHALL ASYNC, values that expire or are evicted), a slice at a time.
 *
 * A server has a thread for it. Here such a job waits in a queue and is taken apart (dismantle.c) by a time event of the
 * engine's own loop, until what is left is small and the job's own function frees it, and counts it, as it would in a
 * server. Between two slices the host's event loop turns. */
#include "server.h"
#include "garbage.h"
#include "heap.h"

/* A slice ends after this many microseconds, or after this much work (entries, nodes, buckets): a clock that is turned
 * by hand may stand still. */
#define SLICE_US 2000
#define SLICE_WORK 20000
/* So much is done between two looks at the clock: 0.1 ms. */
#define STEP_WORK 500
/* What jobs may take where they are ordered, in one entry of the host: most values are gone before the next command. */
#define AT_ONCE_WORK (10 * STEP_WORK)
/* What is left of a slice after a turn of the loop that took long; and what a key that is evicted gets at once. */
#define LEAST_US 200
#define EVICTED_US 500
/* Half of the address space. A heap larger than this waits for no slice. */
#define MEMORY_SHORT ((size_t)2 << 30)

static garbageJob *first, *last;
static bool scheduled;

garbageJob *garbageJobOf(lazy_free_fn *freeRest) {
    garbageJob *job = zcalloc(sizeof(*job));
    job->freeRest = freeRest;
    return job;
}

void garbageNext(garbageJob *job) {
    job->next = first;
    first = job;
    if (!last) last = job;
}

static void addLast(garbageJob *job) {
    if (last) last->next = job;
    else first = job;
    last = job;
}

/* Does about `limit` of work; returns how much it was. */
static size_t step(size_t limit) {
    size_t done = 0;
    while (first && done < limit) {
        garbageJob *job = first;
        size_t part = garbageTakeApart(job, limit - done);
        done += part + 1;
        if (part) continue;
        first = job->next;
        if (!first) last = NULL;
        job->freeRest(job->args);
        zfree(job);
    }
    return done;
}

bool garbageLeft(void) {
    return first != NULL;
}

void garbageSlice(uint64_t us) {
    host_now();
    uint64_t end = shared_block.mono_us + us;
    for (size_t done = 0; first && done < SLICE_WORK && shared_block.mono_us < end; host_now()) done += step(STEP_WORK);
}

void garbageAll(void) {
    while (first) step(STEP_WORK);
}

/* A heap this large could meet the end of the address space before its garbage is gone. */
static bool addressesShort(void) {
#ifdef __wasm__
    return __builtin_wasm_memory_size(0) >= MEMORY_SHORT >> 16;
#else
    return false;
#endif
}

static bool overLimit(void) {
    return server.maxmemory && getMaxmemoryState(NULL, NULL, NULL, NULL) != C_OK;
}

/* Frees until the engine is within its maxmemory, for at most `us`. */
static void freeUntilFits(uint64_t us) {
    if (!first || !overLimit()) return;
    host_now();
    uint64_t end = shared_block.mono_us + us;
    do {
        step(STEP_WORK);
        host_now();
    } while (first && shared_block.mono_us < end && overLimit());
}

/* The turn of the loop may have spent time on cron and expiry already. */
static long long freeOnTime(aeEventLoop *el, long long id, void *data) {
    UNUSED(el), UNUSED(id), UNUSED(data);
    uint64_t spent = clockSpent();
    if (addressesShort()) garbageAll();
    else garbageSlice(spent < SLICE_US - LEAST_US ? SLICE_US - spent : LEAST_US);
    scheduled = first != NULL;
    return scheduled ? 0 : AE_NOMORE;
}

void garbageAdd(lazy_free_fn *freeRest, void **args, int count) {
    garbageJob *job = garbageJobOf(freeRest);
    serverAssert(count <= (int)(sizeof(job->args) / sizeof(job->args[0])));
    memcpy(job->args, args, sizeof(*args) * count);
    addLast(job);
    static uint32_t entry;
    static size_t doneAtOnce;
    if (entry != clockEntry) doneAtOnce = 0;
    entry = clockEntry;
    if (doneAtOnce < AT_ONCE_WORK) doneAtOnce += step(STEP_WORK);
    if (!first) return;
    if (!scheduled) scheduled = aeCreateTimeEvent(server.el, 0, freeOnTime, NULL, NULL) != AE_ERR;
    /* Eviction counts what a deletion gives back, and goes on to the next key when that is nothing. */
    freeUntilFits(EVICTED_US);
}

int __real_performEvictions(void);

/* Before every command: nothing that is wanted is evicted, and nothing refused, for want of memory that only waits to
 * be freed. Where nothing may be evicted the command has to wait for it. */
static int evict(void) {
    freeUntilFits(server.maxmemory_policy == MAXMEMORY_NO_EVICTION ? UINT32_MAX : SLICE_US);
    return __real_performEvictions();
}

int __wrap_performEvictions(void) {
    if (heapEvicts()) return heapEvict(evict);
    /* As the engine finds out, too, in more steps. */
    if (zmalloc_used_memory() <= server.maxmemory && !server.stat_last_eviction_exceeded_time) return EVICT_OK;
    return evict();
}
