/* Connections as the host sees them. */
#include "server.h"
#include "stream.h"

/* Output above this is given back once read: one large reply must not be held by every connection that saw one. */
#define KEPT_OUTPUT (64 * 1024)
#define FIRST_OUTPUT 1024

static hostStream **streams; /* by id - 1; owned; holes are NULL */
static int streamSlots;
static hostStream *running; /* being run by the host, which reads its output right after: no need to announce */
static hostStream *aside;   /* the one that keeps the engine busy, while others are heard */
static int writableStreams; /* those that are not full */
static int blockedStreams; /* those that the host takes to be */

hostStream *streamOfId(int id) {
    return id > 0 && id <= streamSlots ? streams[id - 1] : NULL;
}

uint32_t streamAnnouncements;

void streamAnnounce(hostStream *s) {
    if (s == running || s->announced) return;
    streamAnnouncements++;
    s->announced = true;
    host_output(s->id);
}

static void recount(hostStream *s, bool writable, bool full) {
    writableStreams += (writable && !full) - (s->writable && !s->full);
    s->writable = writable;
    s->full = full;
}

void streamSetWritable(hostStream *s, bool writable) {
    recount(s, writable, s->full);
}

size_t streamWindow(hostStream *s, size_t n) {
    size_t unread = s->outputEnd - s->outputAt;
    if (!s->window || unread + n <= s->window) return n;
    recount(s, s->writable, true);
    return unread < s->window ? s->window - unread : 0;
}

/* Plain malloc: like a socket's buffer in the kernel, this is no part of the engine's used_memory. */
bool streamOutputRoom(hostStream *s, size_t n) {
    if (s->outputEnd + n <= s->outputSize) return true;
    size_t unread = s->outputEnd - s->outputAt;
    size_t size = s->outputSize ? s->outputSize : FIRST_OUTPUT;
    while (size < unread + n) size += size / 2 > n ? size / 2 : n;
    uint8_t *grown = malloc(size);
    if (!grown) return false;
    if (unread) memcpy(grown, s->output + s->outputAt, unread);
    free(s->output);
    s->output = grown;
    s->outputSize = size;
    s->outputAt = 0;
    s->outputEnd = unread;
    return true;
}

client *streamClient(int id) {
    hostStream *s = streamOfId(id);
    return s && s->conn ? connGetPrivateData(s->conn) : NULL;
}

static bool isBlocked(hostStream *s) {
    client *c = s->conn ? connGetPrivateData(s->conn) : NULL;
    return c && c->flag.blocked;
}

static void noteBlocked(hostStream *s, bool blocked) {
    if (s->blocked == blocked) return;
    s->blocked = blocked;
    blockedStreams += blocked ? 1 : -1;
}

/* The state, as the host is told it. */
static int stateOf(hostStream *s) {
    noteBlocked(s, isBlocked(s));
    if (!s->conn) return REDIS_ENDED;
    return s->blocked ? REDIS_BLOCKED : 0;
}

void streamsAnnounceUnblocked(void) {
    for (int i = 0; blockedStreams > 0 && i < streamSlots; i++)
        if (streams[i] && streams[i]->blocked && !isBlocked(streams[i])) streamAnnounce(streams[i]);
}

int streamState(int id) {
    hostStream *s = streamOfId(id);
    return s ? stateOf(s) : REDIS_ERR_CONNECTION;
}

/* A stream id that is free, or 0 when there is no memory for another. */
static int freeSlot(void) {
    for (int i = 0; i < streamSlots; i++)
        if (!streams[i]) return i + 1;
    int slots = streamSlots ? streamSlots * 2 : 16;
    hostStream **grown = realloc(streams, sizeof(*streams) * slots);
    if (!grown) return 0;
    memset(grown + streamSlots, 0, sizeof(*streams) * (slots - streamSlots));
    int id = streamSlots + 1;
    streams = grown;
    streamSlots = slots;
    return id;
}

static hostStream *newStream(int id, const char *addresses, uint32_t length) {
    hostStream *s = calloc(1, sizeof(*s));
    if (s && length && !(s->addresses = calloc(1, length + 2))) {
        free(s);
        return NULL;
    }
    if (!s) return NULL;
    if (length) memcpy(s->addresses, addresses, length);
    s->id = id;
    return s;
}

int streamOpen(const char *addresses, uint32_t length, uint32_t window, uint32_t flags) {
    int id = freeSlot();
    hostStream *s = id ? newStream(id, addresses, length) : NULL;
    if (!s) return REDIS_ERR_MEMORY;
    s->window = window;
    s->local = flags & REDIS_PEER_LOCAL;
    streams[id - 1] = s;
    s->conn = streamConnectionAccepted();
    ((streamConnection *)s->conn)->s = s;
    running = s; /* what it says now is read by the caller */
    int protected = server.protected_mode;
    if (flags & REDIS_PEER_TRUSTED) server.protected_mode = 0;
    acceptCommonHandler(s->conn, (struct ClientFlags){.unix_socket = (flags & REDIS_PEER_UNIX) != 0}, NULL);
    server.protected_mode = protected;
    running = NULL;
    return id;
}

static client *clientOf(const hostStream *s) {
    return s->conn ? connGetPrivateData(s->conn) : NULL;
}

void streamSpeakResp3(int id) {
    client *c = clientOf(streamOfId(id));
    if (c && !authRequired(c)) c->resp = 3;
}

int streamProtocol(int id) {
    client *c = clientOf(streamOfId(id));
    return c ? c->resp : 2;
}

int streamClose(int id) {
    hostStream *s = streamOfId(id);
    if (!s) return REDIS_ERR_CONNECTION;
    running = s;
    if (s->conn) {
        client *c = clientOf(s);
        if (c) {
            freeClient(c);
        } else {
            connClose(s->conn);
        }
    }
    running = NULL;
    /* A protected client is freed later: it must not find the stream then. */
    if (s->conn) ((streamConnection *)s->conn)->s = NULL;
    noteBlocked(s, false);
    streams[id - 1] = NULL;
    free(s->output);
    free(s->addresses);
    free(s);
    return 0;
}

void streamsDrop(void) {
    for (int i = 0; i < streamSlots; i++)
        if (streams[i]) streamClose(streams[i]->id);
}

/* Hands `size` bytes at `input` to the engine. The read handler takes at most one buffer's worth a call. */
int streamFeed(int id, const uint8_t *input, size_t size) {
    hostStream *s = streamOfId(id);
    if (!s) return REDIS_ERR_CONNECTION;
    running = s;
    s->input = input;
    s->inputSize = size;
    size_t before = 0;
    while (s->conn && s->inputSize && s->inputSize != before && s->conn->read_handler) {
        before = s->inputSize;
        s->conn->read_handler(s->conn);
    }
    s->inputSize = 0;
    return 0;
}

/* Takes `size` bytes off the unread output; false where there are not so many. */
static inline bool drop(hostStream *s, size_t size) {
    if (size > s->outputEnd - s->outputAt) return false;
    s->outputAt += size;
    if (s->full && size) recount(s, s->writable, false);
    if (s->outputAt < s->outputEnd) return true;
    s->outputAt = s->outputEnd = 0;
    if (s->outputSize > KEPT_OUTPUT) {
        free(s->output);
        s->output = NULL;
        s->outputSize = 0;
    }
    return true;
}

int streamFeedVectors(int id, const uint8_t *input, size_t size, size_t read) {
    hostStream *s = streamOfId(id);
    if (!s) return REDIS_ERR_CONNECTION;
    if (read && !drop(s, read)) return REDIS_ERR_ARGUMENT;
    running = s;
    client *c = s->conn ? connGetPrivateData(s->conn) : NULL;
    return c ? vectorsRun(c, input, size) : 0;
}

/* Writes a client's reply where it is short and simple: what writeToClient does, without asking what can only be in a
 * server with replicas, threads and sockets. False, with nothing done, where it is not. */
static bool writePlainReply(client *c) {
    if (!c->conn || c->bufpos == 0 || c->flag.buf_encoded || c->flag.close_after_reply || c->flag.close_asap ||
        c->flag.protected || c->repl_data || c->slot_migration_job || listLength(c->reply) ||
        c->io_last_written.data_len || c->conn->write_handler)
        return false;
    hostStream *s = ((streamConnection *)c->conn)->s;
    if (!s || streamWindow(s, c->bufpos) < c->bufpos || !streamOutputRoom(s, c->bufpos)) return false;
    memcpy(s->output + s->outputEnd, c->buf, c->bufpos);
    s->outputEnd += c->bufpos;
    streamAnnounce(s);
    server.stat_total_writes_processed++;
    server.stat_net_output_bytes += c->bufpos;
    c->net_output_bytes += c->bufpos;
    c->last_interaction = server.unixtime;
    c->bufpos = 0;
    c->last_header = NULL;
    return true;
}

void streamsWriteReplies(void) {
    list *pending = server.clients_pending_write;
    for (listNode *ln = pending->head, *next; ln; ln = next) {
        next = ln->next;
        client *c = listNodeValue(ln);
        if (!writePlainReply(c)) continue;
        c->flag.pending_write = 0;
        listUnlinkNode(pending, ln);
    }
}

/* The end of what streamFeed began: from here on output of this connection is announced again. */
void streamFed(void) {
    running = NULL;
}

hostStream *streamSetAside(hostStream *again) {
    hostStream *was = running;
    aside = again ? NULL : was;
    running = again;
    return was;
}

bool streamIsAside(const hostStream *s) {
    return s == aside;
}

size_t streamInputLeft(void) {
    return running ? running->inputSize : 0;
}

int streamLook(int id) {
    hostStream *s = streamOfId(id);
    if (!s) return REDIS_ERR_CONNECTION;
    s->announced = false;
    shared_block.output = s->output + s->outputAt;
    shared_block.output_size = (uint32_t)(s->outputEnd - s->outputAt);
    return stateOf(s);
}

int streamConsume(int id, size_t size) {
    hostStream *s = streamOfId(id);
    if (!s) return REDIS_ERR_CONNECTION;
    return drop(s, size) ? stateOf(s) : REDIS_ERR_ARGUMENT;
}

void streamsWriteRest(void) {
    while (writableStreams > 0) {
        for (int i = 0; i < streamSlots; i++) {
            hostStream *s = streams[i];
            while (s && s->writable && !s->full && s->conn && s->conn->write_handler) s->conn->write_handler(s->conn);
            if (s && s->writable && !s->full) streamSetWritable(s, false); /* the handler is gone without saying so */
        }
    }
}
