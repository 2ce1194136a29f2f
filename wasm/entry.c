/* The functions the host calls once the engine has booted. */
#include "server.h"
#include "entry.h"
#include "heap.h"

/* The input buffer shrinks back to this after a large request. */
#define KEPT_INPUT (256 * 1024)
#define FIRST_INPUT (16 * 1024)

bool entryInside;

void entryOpen(bool open) {
    entryInside = !open;
}

/* What a server's event loop would do before it sleeps, when commands have left something to be done. */
static bool loopHasWork(void) {
    return listLength(server.unblocked_clients) || listLength(server.clients_to_close) ||
           listLength(server.ready_keys) || listLength(server.clients_waiting_acks) || server.tracking_clients;
}

void settle(void) {
    /* A client that is freed or unblocked can bring work for others, so once more; never without end, though: what
     * cannot be done now (a protected client) waits for the next tick. */
    for (int turn = 0; turn < 8 && loopHasWork(); turn++) {
        server.el_start = 0; /* since the last turn the loop was the host's */
        aeProcessEvents(server.el, AE_FILE_EVENTS | AE_DONT_WAIT | AE_CALL_BEFORE_SLEEP | AE_CALL_AFTER_SLEEP);
        streamsWriteRest();
        if (server.tracking_clients && !listLength(server.unblocked_clients) && !listLength(server.clients_to_close))
            break;
    }
    /* What a reply confirms is in the append only file before the reply can be seen. */
    if (server.aof_state != AOF_OFF) flushAppendOnlyFile(0);
    streamsWriteReplies();
    if (listLength(server.clients_pending_write)) handleClientsWithPendingWrites();
    streamsWriteRest();
    /* QUIT closes once its reply is written, which was only now. */
    if (listLength(server.clients_to_close)) freeClientsInAsyncFreeQueue();
    streamsAnnounceUnblocked();
}

EXPORT(redis_abi_version) int redis_abi_version(void) {
    return REDIS_ABI_VERSION;
}

EXPORT(redis_block) redis_shared *redis_block(void) {
    return &shared_block;
}

EXPORT(redis_alloc) void *redis_alloc(uint32_t length) {
    return malloc(length ? length : 1);
}

EXPORT(redis_free) void redis_free(void *p, uint32_t length) {
    UNUSED(length);
    free(p);
}

EXPORT(redis_connect) int redis_connect(uint32_t protocol) {
    ENTER();
    int id = streamOpen(NULL, 0, 0, REDIS_PEER_LOCAL);
    if (id > 0 && protocol == 3) streamSpeakResp3(id);
    settle();
    LEAVE(id);
}

EXPORT(redis_connect_peer)
int redis_connect_peer(const char *addresses, uint32_t length, uint32_t window, uint32_t flags) {
    ENTER();
    int id = streamOpen(addresses, length, window, flags);
    settle();
    LEAVE(id);
}

EXPORT(redis_disconnect) int redis_disconnect(int id) {
    ENTER();
    int code = streamClose(id);
    settle();
    LEAVE(code);
}

static int resizeInput(uint32_t size) {
    uint8_t *moved = realloc(shared_block.input, size);
    if (!moved) return REDIS_ERR_MEMORY;
    shared_block.input = moved;
    shared_block.input_size = size;
    return 0;
}

EXPORT(redis_reserve) int redis_reserve(uint32_t size) {
    if (size <= shared_block.input_size) return 0;
    /* Small buffers grow by doubling; a large one to its size and no further. */
    uint32_t wanted = size < KEPT_INPUT ? size * 2 : size;
    uint32_t before = shared_block.input_size;
    int code = resizeInput(wanted < FIRST_INPUT ? FIRST_INPUT : wanted);
    /* Its arguments will be as large again, and an argument for which there is no room cannot be refused any more. */
    if (code == 0 && size > KEPT_INPUT && !heapHasRoom(size)) {
        resizeInput(before);
        return REDIS_ERR_MEMORY;
    }
    return code;
}

/* The end of a run that went as `code` says. Returns the connection's state, or the code. */
static inline int finishRun(int id, int code) {
    settle();
    streamFed();
    if (code == 0) code = streamLook(id);
    if (shared_block.input_size > KEPT_INPUT) resizeInput(KEPT_INPUT);
    return code;
}

EXPORT(redis_run) int redis_run(int id, uint32_t length) {
    if (length > shared_block.input_size) return REDIS_ERR_ARGUMENT;
    ENTER();
    int code = streamFeed(id, shared_block.input, length);
    LEAVE(finishRun(id, code));
}

EXPORT(redis_run_vectors) int redis_run_vectors(int id, uint32_t length, uint32_t read) {
    if (length > shared_block.input_size) return REDIS_ERR_ARGUMENT;
    ENTER();
    int code = streamFeedVectors(id, shared_block.input, length, read);
    LEAVE(finishRun(id, code));
}

robj *replyByReference(client *c); /* patched into networking.c */

EXPORT(redis_view) int redis_view(int id, uint32_t length, uint32_t read) {
    if (length > shared_block.input_size) return REDIS_ERR_ARGUMENT;
    ENTER();
    int code = streamFeedVectors(id, shared_block.input, length, read);
    client *c = streamClient(id);
    robj *value = code == 0 && c ? replyByReference(c) : NULL;
    if (value) c->flag.protected = 1; /* its reply is not written and it is not freed */
    settle();
    streamFed();
    if (code == 0) code = streamLook(id);
    if (value) {
        shared_block.output = (uint8_t *)objectGetVal(value);
        shared_block.output_size = (uint32_t)sdslen(objectGetVal(value));
        code |= REDIS_LENT;
    }
    LEAVE(code);
}

EXPORT(redis_view_end) int redis_view_end(int id) {
    client *c = streamClient(id);
    if (!c || !c->flag.protected) return REDIS_ERR_STATE;
    ENTER();
    c->flag.protected = 0;
    releaseReplyReferences(c);
    c->bufpos = 0;
    c->flag.buf_encoded = 0;
    c->last_header = NULL;
    settle();
    LEAVE(streamLook(id));
}

EXPORT(redis_look) int redis_look(int id, uint32_t read) {
    if (!booted) return REDIS_ERR_STATE;
    int code = read ? streamConsume(id, read) : 0;
    if (code >= 0) code = streamLook(id);
    return code < 0 || streamProtocol(id) != 3 ? code : code | REDIS_RESP3;
}

EXPORT(redis_consume) int redis_consume(int id, uint32_t length) {
    return booted ? streamConsume(id, length) : REDIS_ERR_STATE;
}

EXPORT(redis_unblock) int redis_unblock(int id, uint32_t why) {
    ENTER();
    int state = streamState(id);
    if (state != REDIS_BLOCKED) LEAVE(state < 0 ? state : 0);
    client *c = streamClient(id);
    faultsForget(c);
    unblockClientOnError(c, why == REDIS_WAS_RESET ? "-UNBLOCKED the engine was reset while this command waited"
                                                   : "-UNBLOCKED the caller gave up waiting");
    settle();
    LEAVE(1);
}

/* Wall-clock milliseconds at which the first timeout of a blocked client is due, or -1. The engine keeps them in a
 * radix tree whose keys begin with the time, big endian, and acts on those that lie in the past. */
long long firstTimeout(void) {
    if (raxSize(server.clients_timeout_table) == 0) return -1;
    raxIterator it;
    long long first = -1;
    raxStart(&it, server.clients_timeout_table);
    raxSeek(&it, "^", NULL, 0);
    if (raxNext(&it)) {
        uint64_t at = 0;
        for (int i = 0; i < 8; i++) at = at << 8 | it.key[i];
        if (at < INT64_MAX / 1000) first = (long long)at + 1; /* further away is never, and beyond the microseconds */
    }
    raxStop(&it);
    return first;
}

EXPORT(redis_due) int redis_due(void) {
    if (!booted) return REDIS_ERR_STATE;
    int64_t due = INT_MAX;
    for (aeTimeEvent *te = server.el->timeEventHead; te; te = te->next) {
        if (te->id == AE_DELETED_EVENT_ID) continue;
        int64_t us = (int64_t)te->when - (int64_t)shared_block.mono_us;
        if ((us + 999) / 1000 < due) due = (us + 999) / 1000;
    }
    long long timeout = firstTimeout();
    /* The timeout is a whole millisecond, the clock stands inside one. */
    if (timeout >= 0) {
        int64_t us = (int64_t)timeout * 1000 - (int64_t)shared_block.wall_us;
        if ((us + 999) / 1000 < due) due = (us + 999) / 1000;
    }
    return due < 0 ? 0 : (int)due;
}

/* What INFO tells of the event loop is measured here: to the engine, the host's own time is a part of its turn. */
EXPORT(redis_tick) int redis_tick(void) {
    ENTER();
    server.el_start = 0;
    if (server.stat_numcommands < server.el_cmd_cnt_start) server.el_cmd_cnt_start = 0; /* CONFIG RESETSTAT */
    aeProcessEvents(server.el, AE_ALL_EVENTS | AE_DONT_WAIT | AE_CALL_BEFORE_SLEEP | AE_CALL_AFTER_SLEEP);
    settle();
    uint64_t spent = clockSpent();
    durationAddSample(EL_DURATION_TYPE_EL, (monotime)spent);
    server.stat_active_time += (ustime_t)spent;
    LEAVE(redis_due());
}

EXPORT(redis_advance) double redis_advance(double until, double step) {
    ENTER();
    double reached = clockAdvance(until, step, settle);
    entryInside = false;
    return reached;
}

EXPORT(redis_child_ended) int redis_child_ended(int pid, int status) {
    ENTER();
    childEnded(pid, status);
    settle();
    LEAVE(0);
}

EXPORT(redis_child_ready) int redis_child_ready(void) {
    ENTER();
    childReady();
    settle();
    LEAVE(0);
}

EXPORT(redis_synced) int redis_synced(int handle, int error) {
    ENTER();
    backgroundSynced(storageFd(handle), error);
    settle();
    LEAVE(0);
}

EXPORT(redis_load) int redis_load(void) {
    ENTER();
    if (storageThere) persistenceLoad();
    settle();
    LEAVE(0);
}

EXPORT(redis_shutdown) int redis_shutdown(void) {
    ENTER();
    int code = persistenceEnd();
    if (code == 0) booted = false;
    LEAVE(code);
}

EXPORT(redis_waiting) int redis_waiting(void) {
    if (!booted) return REDIS_ERR_STATE;
    return raxSize(server.clients_timeout_table) > 0 || listLength(server.postponed_clients) > 0;
}
