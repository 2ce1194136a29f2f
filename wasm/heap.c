/* The heap: where it ends, how much of it is left, and what is done about that before it is too late.
 *
 * An allocation that fails in the middle of a command cannot be taken back: the engine gives up, and so does a server.
 * A server has its operating system's memory before that; here the address space ends at 4 GB, or where the host
 * refuses to let the memory grow. So from the moment at which growth was refused, every command is looked at before it
 * runs: unless HEADROOM can be had in one piece, the engine is treated as one that has reached its maxmemory. It evicts
 * what its policy says, or answers with its OOM error. */
#include "server.h"
#include "script.h"
#include "heap.h"
#include <unistd.h>

/* What a command may need in one piece without being asked before. */
#define HEADROOM ((size_t)16 << 20)
/* So far the memory grows ahead: HEADROOM can be had in one piece when it cannot grow any further. */
#define AHEAD (HEADROOM + ((size_t)1 << 20))
/* What it needs at least, when eviction could not make more room. */
#define LEAST_ROOM ((size_t)4 << 20)
/* How far below what is used when HEADROOM is lost the limit is set, and is lowered when that was not enough. */
#define STEP ((size_t)256 << 10)
#define MODULE_PAGE 65536
/* It grows by an eighth at a time: with each growth the platform counts all of the memory anew, and collects garbage. */
#define LEAST_GROWTH ((size_t)1 << 20)
#define MOST_GROWTH ((size_t)64 << 20)

/* server.c does not declare it for others. */
void rejectCommand(client *c, robj *reply, int notify_modules);

bool heapAtEnd;

#ifdef __wasm__
extern uint8_t __heap_base; /* the linker's */

static uint8_t *heapEnd = &__heap_base;
static bool fixed; /* malloc has to do with what it has */

static bool grow(size_t bytes) {
    return __builtin_wasm_memory_grow(0, (bytes + MODULE_PAGE - 1) / MODULE_PAGE) != (size_t)-1;
}

/* Grows ahead of the need: a keyspace that fills up does not ask for every page, and the end announces itself while there
 * is still room. What is grown and never used costs addresses only. */
static bool growTo(uintptr_t end) {
    size_t now = __builtin_wasm_memory_size(0) * MODULE_PAGE;
    size_t ahead = now < 2 * HEADROOM ? now / 4 : AHEAD;
    if (!heapAtEnd) {
        if (end < now && now - end >= ahead) return true;
        size_t more = now / 8 < LEAST_GROWTH ? LEAST_GROWTH : now / 8 < MOST_GROWTH ? now / 8 : MOST_GROWTH;
        if (end < SIZE_MAX - ahead - more && (grow(end + ahead + more - now) || grow(end + ahead - now))) return true;
        heapAtEnd = true;
    }
    return end <= now || grow(end - now);
}

/* In the place of the C library's. Never goes back. */
void *sbrk(intptr_t by) {
    uint8_t *old = heapEnd;
    if (by == 0) return old;
    uintptr_t end = (uintptr_t)old + (((uintptr_t)by + 15) & ~(uintptr_t)15);
    if (by < 0 || end < (uintptr_t)old || fixed || !growTo(end)) {
        errno = ENOMEM;
        return (void *)-1;
    }
    heapEnd = (uint8_t *)end;
    return old;
}

/* As much of `size` as is not zero becomes so, by pages: what was never written to is not touched. Returns how many bytes
 * those pages have. */
static size_t clear(uint8_t *p, size_t size) {
    size_t cleared = 0;
    while (size) {
        size_t part = 4096 - ((uintptr_t)p & 4095);
        if (part > size) part = size;
        size_t i = 0;
        while (i + 8 <= part && *(const uint64_t *)(p + i) == 0) i += 8;
        while (i < part && p[i] == 0) i++;
        if (i < part) {
            memset(p, 0, part);
            if (part == 4096) cleared += part;
        }
        p += part;
        size -= part;
    }
    return cleared;
}

/* malloc gives out every free piece of half a page or more, largest first. */
static size_t clearFree(void) {
    void **held = NULL;
    size_t cleared = 0;
    fixed = true;
    for (size_t size = (size_t)1 << 30; size >= 2048; size /= 2) {
        for (uint8_t *p; (p = malloc(size));) {
            cleared += clear(p, malloc_usable_size(p));
            *(void **)p = held;
            held = (void **)p;
        }
    }
    while (held) {
        void **next = *held;
        *held = NULL;
        free(held);
        held = next;
    }
    fixed = false;
    return cleared;
}
#else
static size_t clearFree(void) {
    return 0;
}
#endif

EXPORT(redis_clear_free) double redis_clear_free(void) {
    return (double)clearFree();
}

/* ---- what the host is told ---- */

static struct {
    double used, peak, limit, heap;
} told;

EXPORT(redis_usage) int redis_usage(void) {
    size_t used = zmalloc_used_memory();
    if (used > server.stat_peak_memory) server.stat_peak_memory = used;
    told.used = (double)used;
    told.peak = (double)server.stat_peak_memory;
    told.limit = (double)server.maxmemory;
    told.heap = (double)zmalloc_get_rss();
    shared_block.output = (uint8_t *)&told;
    shared_block.output_size = sizeof(told);
    return 0;
}

/* What INFO calls resident: all that the module has ever reached. The engine's own answer, where there is no process to
 * ask about, is used_memory. */
size_t __wrap_zmalloc_get_rss(void) {
#ifdef __wasm__
    return (size_t)sbrk(0);
#else
    return zmalloc_used_memory();
#endif
}

/* ---- before a command ---- */

bool heapHasRoom(size_t size) {
    if (size >= SIZE_MAX / 2) return false;
    void *volatile p = malloc(size); /* or the compiler takes it that there always is */
    free(p);
    return p != NULL;
}

extern int ProcessingEventsWhileBlocked;
static bool held;                    /* a command runs that is held to what is left */
static bool refused;                 /* and was answered with an error, if it is one that needs memory */
static size_t limit = SIZE_MAX;      /* which is this much, for as long as there is no HEADROOM */
static unsigned long long maxmemory; /* as it is set, meanwhile */

/* What is left is less than HEADROOM. The engine asks performEvictions only where there is a limit. */
static int processShort(client *c) {
    held = true;
    maxmemory = server.maxmemory;
    if (!server.maxmemory) server.maxmemory = SIZE_MAX;
    int result = heapProcess(c);
    if (held) server.maxmemory = maxmemory;
    held = false;
    return result;
}

/* Where a number of the command says how long a string will become: that long, in bytes. */
static size_t stringLength(client *c) {
    struct serverCommand *cmd = c->parsed_cmd ? c->parsed_cmd : lookupCommand(c->argv, c->argc);
    long long n = 0;
    if (!cmd || c->argc < 4) return 0;
    bool bits = cmd->proc == setbitCommand;
    if (!bits && cmd->proc != setrangeCommand) return 0;
    if (getLongLongFromObject(c->argv[2], &n) != C_OK || n < 0) return 0;
    return (size_t)(bits ? n / 8 : n + (long long)stringObjectLen(c->argv[3]));
}

int heapGuard(client *c) {
    /* While a script runs, others are told that it does: what was found out for it must hold until it ends. */
    if (ProcessingEventsWhileBlocked) return heapProcess(c);
    refused = false;
    size_t length = stringLength(c);
    if (length > LEAST_ROOM / 4 && length <= (size_t)server.proto_max_bulk_len && !heapHasRoom(2 * length + LEAST_ROOM)) {
        c->cmd = c->lastcmd = c->realcmd = c->parsed_cmd ? c->parsed_cmd : lookupCommand(c->argv, c->argc);
        rejectCommand(c, shared.oomerr, 1);
        return C_OK;
    }
    if (!heapHasRoom(limit == SIZE_MAX ? HEADROOM : HEADROOM + 2 * STEP)) return processShort(c);
    limit = SIZE_MAX;
    return heapProcess(c);
}

bool heapEvicts(void) {
    return held;
}

static void lowerLimit(void) {
    size_t used = zmalloc_used_memory();
    if (used < limit) limit = used;
    limit = limit > STEP ? limit - STEP : 1;
}

/* What is free may well lie in two pieces, each a little less than HEADROOM: the second is left. */
static void setLimit(void) {
    size_t used = zmalloc_used_memory(), most = (size_t)sbrk(0) - AHEAD;
    limit = (used > most ? used : most) - STEP;
}

/* A limit, rather than evicting until there is HEADROOM again: what is free lies scattered, and most of it can be used. */
int heapEvict(int (*evict)(void)) {
    if (limit == SIZE_MAX) setLimit();
    int result, rounds = 0;
    bool room;
    do {
        server.maxmemory = maxmemory && maxmemory < limit ? maxmemory : limit;
        result = evict();
        room = heapHasRoom(LEAST_ROOM);
        if (!room) lowerLimit();
    } while (!room && result != EVICT_FAIL && ++rounds < 64);
    server.maxmemory = maxmemory;
    held = false;
    refused = !room || result == EVICT_FAIL;
    return refused ? EVICT_FAIL : result;
}

int __real_overMaxmemoryAfterAlloc(size_t more);

/* Asked before a hash table grows, which can wait. */
int __wrap_overMaxmemoryAfterAlloc(size_t more) {
    if (heapAtEnd && !heapHasRoom(more + LEAST_ROOM)) return 1;
    return __real_overMaxmemoryAfterAlloc(more);
}

void __real_call(client *c, int flags);

/* What scripts and transactions call: the engine has asked for them once, when they began. */
void __wrap_call(client *c, int flags) {
    if (__builtin_expect(!heapAtEnd && !scriptDeadline, 1)) {
        __real_call(c, flags);
        return;
    }
    if (heapAtEnd && (c->cmd->flags & CMD_DENYOOM) && (refused || !heapHasRoom(LEAST_ROOM))) {
        addReplyErrorObject(c, shared.oomerr);
        return;
    }
    if (scriptOutOfTime()) {
        addReplyError(c, "the script has run longer than scriptTimeout allows");
        return;
    }
    __real_call(c, flags);
}
