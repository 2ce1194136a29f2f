/* What the engine frees lazily (UNLINK, FLUSHALL ASYNC, values that expire or are evicted), a slice at a time.
 *
 * A server has a thread for it. Here such a job waits in a queue and is taken apart by a time event of the engine's own
 * loop: entry by entry from the value's tables, trees and lists, until what is left is small and the job's own function
 * frees it, and counts it, as it would in a server. Between two slices the host's event loop turns. */
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
/* As in lazyfree.c: a value of fewer parts is freed at once. */
#define SMALL 64
/* Half of the address space. A heap larger than this waits for no slice. */
#define MEMORY_SHORT ((size_t)2 << 30)

typedef struct garbageJob {
    struct garbageJob *next;
    lazy_free_fn *freeRest;
    void *args[3];
    size_t cursor; /* in the table that is being emptied */
} garbageJob;

static garbageJob *first, *last;
static bool scheduled;

/* lazyfree.c and their likes do not declare these for others. */
size_t lazyfreeGetFreeEffort(robj *key, robj *obj, int dbid);
void lazyfreeFreeObject(void *args[]);
void lazyfreeFreeDatabase(void *args[]);
void lazyFreeTrackingTable(void *args[]);
void lazyFreeErrors(void *args[]);
void lazyFreeEvalScripts(void *args[]);
void hashTypeFreeVolatileSet(robj *o);
void streamFreeConsumer(streamConsumer *sc);
void streamFreeCG(streamCG *cg);

static garbageJob *newJob(lazy_free_fn *freeRest) {
    garbageJob *job = zcalloc(sizeof(*job));
    job->freeRest = freeRest;
    return job;
}

static void addFirst(garbageJob *job) {
    job->next = first;
    first = job;
    if (!last) last = job;
}

static void addLast(garbageJob *job) {
    if (last) last->next = job;
    else first = job;
    last = job;
}

/* ---- what is taken apart; each returns the work it did, 0 when nothing of size is left ---- */

/* lazyfree.c counts what is freed when a job ends, by what is left then. An entry that is taken out before is counted
 * here, by freeing something shared, which is nothing but counted. */
static void countOne(void) {
    void *args[] = {shared.ok};
    lazyfreeFreeObject(args);
}

/* A key of a database that is dropped. A large value becomes the next job, before the rest of its database, so that
 * never more wait than one step finds. */
static void dropKey(void *entry) {
    robj *o = entry;
    if (o->refcount == 1 && lazyfreeGetFreeEffort(NULL, o, -1) > SMALL) {
        garbageJob *job = newJob(lazyfreeFreeObject);
        job->args[0] = o;
        addFirst(job);
    } else {
        void *args[] = {o};
        lazyfreeFreeObject(args);
    }
}

static size_t dropKeys(garbageJob *job, kvstore *keys, size_t limit, void (*drop)(void *)) {
    size_t done = 0;
    for (int i = 0; i < kvstoreNumHashtables(keys) && done == 0; i++) {
        hashtable *table = kvstoreGetHashtable(keys, i);
        if (!table || hashtableSize(table) == 0) continue;
        done = hashtableEmptyPart(table, &job->cursor, limit, drop);
        if (hashtableSize(table) == 0) job->cursor = 0;
    }
    return done;
}

/* Keys first; the other two have pointers to them, which nobody follows. */
static size_t dropDatabase(garbageJob *job, size_t limit) {
    size_t done = dropKeys(job, job->args[0], limit, dropKey);
    for (int i = 1; i < 3 && done == 0; i++) done = dropKeys(job, job->args[i], limit, NULL);
    return done;
}

static void *firstOf(rax *tree, raxIterator *it) {
    raxStart(it, tree);
    raxSeek(it, "^", NULL, 0);
    return raxNext(it) ? it->data : NULL;
}

static size_t dropTree(rax *tree, size_t limit, void (*drop)(void *)) {
    size_t done = 0;
    for (; done < limit && raxSize(tree) > 0; done++) {
        raxIterator it;
        void *data = firstOf(tree, &it);
        raxRemove(tree, it.key, it.key_len, NULL);
        raxStop(&it);
        if (drop && data) drop(data);
    }
    return done;
}

static size_t dropCountedTree(rax *tree, size_t limit, void (*drop)(void *)) {
    size_t done = dropTree(tree, limit, drop);
    for (size_t i = 0; i < done; i++) countOne();
    return done;
}

static void dropListpack(void *p) {
    lpFree(p);
}

static void dropRax(void *p) {
    raxFree(p);
}

/* The pending entries belong to their group; consumers only point to them. */
static size_t dropGroup(streamCG *group, size_t limit) {
    size_t done = dropTree(group->pel, limit, zfree);
    while (done < limit && raxSize(group->consumers) > 0) {
        raxIterator it;
        streamConsumer *consumer = firstOf(group->consumers, &it);
        done += dropTree(consumer->pel, limit - done, NULL) + 1;
        if (raxSize(consumer->pel) == 0) {
            raxRemove(group->consumers, it.key, it.key_len, NULL);
            streamFreeConsumer(consumer);
        }
        raxStop(&it);
    }
    return done;
}

static size_t dropStream(stream *s, size_t limit) {
    size_t done = dropTree(s->rax, limit, dropListpack);
    while (done < limit && s->cgroups && raxSize(s->cgroups) > 0) {
        raxIterator it;
        streamCG *group = firstOf(s->cgroups, &it);
        done += dropGroup(group, limit - done) + 1;
        if (raxSize(group->pel) == 0 && raxSize(group->consumers) == 0) {
            raxRemove(s->cgroups, it.key, it.key_len, NULL);
            streamFreeCG(group);
        }
        raxStop(&it);
    }
    return done;
}

static size_t dropSortedSet(garbageJob *job, zset *set, size_t limit) {
    size_t done = hashtableEmptyPart(set->ht, &job->cursor, limit, NULL);
    zskiplistNode *head = zslGetHeader(set->zsl);
    for (; done < limit && head->level[0].forward; done++) {
        zskiplistNode *node = head->level[0].forward;
        head->level[0].forward = node->level[0].forward;
        zfree(node);
    }
    return done;
}

static size_t dropList(quicklist *list, size_t limit) {
    size_t done = 0;
    for (; done < limit && list->head; done++) quicklistDelRange(list, 0, list->head->count);
    return done;
}

static size_t dropObject(garbageJob *job, robj *o, size_t limit) {
    if (o->refcount != 1) return 0;
    void *value = objectGetVal(o);
    switch (o->type << 8 | o->encoding) {
    case OBJ_LIST << 8 | OBJ_ENCODING_QUICKLIST: return dropList(value, limit);
    case OBJ_HASH << 8 | OBJ_ENCODING_HASHTABLE:
        hashTypeFreeVolatileSet(o); /* before the fields it points to */
        return hashtableEmptyPart(value, &job->cursor, limit, NULL);
    case OBJ_SET << 8 | OBJ_ENCODING_HASHTABLE: return hashtableEmptyPart(value, &job->cursor, limit, NULL);
    case OBJ_ZSET << 8 | OBJ_ENCODING_SKIPLIST: return dropSortedSet(job, value, limit);
    case OBJ_STREAM << 8 | OBJ_ENCODING_STREAM: return dropStream(value, limit);
    default: return 0;
    }
}

static size_t dropScripts(dict *scripts, size_t limit) {
    size_t done = 0;
    dictIterator *it = dictGetSafeIterator(scripts);
    for (dictEntry *entry; done < limit && (entry = dictNext(it)); done++) {
        dictDelete(scripts, dictGetKey(entry));
        countOne();
    }
    dictReleaseIterator(it);
    return done;
}

static size_t takeApart(garbageJob *job, size_t limit) {
    lazy_free_fn *kind = job->freeRest;
    if (kind == lazyfreeFreeObject) return dropObject(job, job->args[0], limit);
    if (kind == lazyfreeFreeDatabase) return dropDatabase(job, limit);
    if (kind == lazyFreeTrackingTable) return dropCountedTree(job->args[0], limit, dropRax);
    if (kind == lazyFreeErrors) return dropCountedTree(job->args[0], limit, zfree);
    if (kind == lazyFreeEvalScripts) return dropScripts(job->args[0], limit);
    return 0; /* functions, and what replicas leave behind */
}

/* ---- the queue ---- */

/* Does about `limit` of work; returns how much it was. */
static size_t step(size_t limit) {
    size_t done = 0;
    while (first && done < limit) {
        garbageJob *job = first;
        size_t part = takeApart(job, limit - done);
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
    garbageJob *job = newJob(freeRest);
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
    return heapEvicts() ? heapEvict(evict) : evict();
}
