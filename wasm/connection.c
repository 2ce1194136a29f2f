/* Connections: the engine's side is a ConnectionType like a socket's, the host's side is a stream with an output
 * buffer. The engine frees its `connection` when it closes a client; the stream stays until the host lets go of it,
 * so that the last replies can still be read. */
#include "server.h"
#include "connection.h"
#include "host.h"

typedef struct hostStream {
    int id;
    connection *conn;     /* the engine's end; NULL once it has closed the connection */
    const uint8_t *input; /* what is left to read of the request bytes being run; the host's buffer */
    size_t inputSize;
    uint8_t *output; /* owned; [outputAt, outputEnd) is unread */
    size_t outputAt, outputEnd, outputSize;
    bool announced;         /* the host has been told and has not looked yet */
    bool writable;          /* the engine waits for its write handler to be called */
} hostStream;

/* The engine's connection, with the way back to the stream. Allocated here, freed by streamClose. */
typedef struct streamConnection {
    connection c;
    hostStream *s;
} streamConnection;

/* Output above this is given back once read: one large reply must not be held by every connection that saw one. */
#define KEPT_OUTPUT (64 * 1024)
#define FIRST_OUTPUT 1024

static hostStream **streams; /* by id - 1; owned; holes are NULL */
static int streamSlots;
static hostStream *running; /* being run by the host, which reads its output right after: no need to announce */
static int writableStreams;

static hostStream *streamOf(connection *c) {
    return ((streamConnection *)c)->s;
}

static hostStream *findStream(int id) {
    return id > 0 && id <= streamSlots ? streams[id - 1] : NULL;
}

static void announce(hostStream *s) {
    if (s == running || s->announced) return;
    s->announced = true;
    host_output(s->id);
}

/* ---- the ConnectionType ---- */

static ConnectionType streamType;

static int streamGetType(void) {
    return CONN_TYPE_UNIX; /* the kind that is local and has no TLS */
}

static void streamEvent(struct aeEventLoop *el, int fd, void *data, int mask) {
    UNUSED(el), UNUSED(fd), UNUSED(data), UNUSED(mask);
}

static int streamAddr(connection *c, char *ip, size_t size, int *port, int remote) {
    snprintf(ip, size, "in-process");
    if (port) *port = remote && streamOf(c) ? streamOf(c)->id : 0;
    return 0;
}

static int streamIsLocal(connection *c) {
    UNUSED(c);
    return 1;
}

static int streamListen(connListener *listener) {
    UNUSED(listener);
    return C_OK;
}

static void streamCloseListener(connListener *listener) {
    UNUSED(listener);
}

static connection *streamCreate(void) {
    streamConnection *sc = zcalloc(sizeof(*sc));
    sc->c.type = &streamType;
    sc->c.fd = -1;
    sc->c.iovcnt = IOV_MAX;
    return &sc->c;
}

static connection *streamCreateAccepted(int fd, void *priv) {
    UNUSED(fd), UNUSED(priv);
    connection *c = streamCreate();
    c->state = CONN_STATE_ACCEPTING;
    return c;
}

static void streamShutdown(connection *c) {
    c->state = CONN_STATE_CLOSED;
}

static void setWritable(hostStream *s, bool writable) {
    if (s->writable == writable) return;
    s->writable = writable;
    writableStreams += writable ? 1 : -1;
}

static void streamClose(connection *c) {
    if (c->refs) {
        c->flags |= CONN_FLAG_CLOSE_SCHEDULED;
        return;
    }
    hostStream *s = streamOf(c);
    if (s) {
        setWritable(s, false);
        s->conn = NULL;
        s->inputSize = 0;
        announce(s);
    }
    zfree(c);
}

static int streamAccept(connection *c, ConnectionCallbackFunc handler) {
    c->state = CONN_STATE_CONNECTED;
    handler(c);
    return C_OK;
}

/* Returns false, with the stream as it was, when there is no memory. Plain malloc: like a socket's buffer in the
 * kernel, this is no part of the engine's used_memory. */
static bool outputRoom(hostStream *s, size_t n) {
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

static int streamWritev(connection *c, const struct iovec *iov, int count) {
    hostStream *s = streamOf(c);
    size_t total = 0;
    for (int i = 0; i < count; i++) total += iov[i].iov_len;
    if (!s || !outputRoom(s, total)) {
        c->last_errno = s ? ENOMEM : EPIPE;
        c->state = CONN_STATE_ERROR;
        return -1;
    }
    uint8_t *to = s->output + s->outputEnd;
    for (int i = 0; i < count; i++) {
        memcpy(to, iov[i].iov_base, iov[i].iov_len);
        to += iov[i].iov_len;
    }
    s->outputEnd += total;
    announce(s);
    return (int)total;
}

static int streamWrite(connection *c, const void *data, size_t size) {
    struct iovec iov = {.iov_base = (void *)data, .iov_len = size};
    return streamWritev(c, &iov, 1);
}

static int streamRead(connection *c, void *to, size_t size) {
    hostStream *s = streamOf(c);
    if (!s || !s->inputSize) {
        errno = EAGAIN;
        return -1;
    }
    if (size > s->inputSize) size = s->inputSize;
    memcpy(to, s->input, size);
    s->input += size;
    s->inputSize -= size;
    return (int)size;
}

static int streamSetWriteHandler(connection *c, ConnectionCallbackFunc handler, int barrier) {
    UNUSED(barrier);
    c->write_handler = handler;
    if (streamOf(c)) setWritable(streamOf(c), handler != NULL);
    return C_OK;
}

static int streamSetReadHandler(connection *c, ConnectionCallbackFunc handler) {
    c->read_handler = handler;
    return C_OK;
}

static const char *streamLastError(connection *c) {
    return strerror(c->last_errno);
}

/* Waiting for the other end would stop the only thread there is. */
static ssize_t streamSync(connection *c, char *p, ssize_t size, long long timeout) {
    UNUSED(c), UNUSED(p), UNUSED(size), UNUSED(timeout);
    errno = ENOSYS;
    return -1;
}

static ConnectionType streamType = {
    .get_type = streamGetType,
    .ae_handler = streamEvent,
    .accept_handler = streamEvent,
    .addr = streamAddr,
    .is_local = streamIsLocal,
    .listen = streamListen,
    .closeListener = streamCloseListener,
    .conn_create = streamCreate,
    .conn_create_accepted = streamCreateAccepted,
    .shutdown = streamShutdown,
    .close = streamClose,
    .accept = streamAccept,
    .write = streamWrite,
    .writev = streamWritev,
    .read = streamRead,
    .set_write_handler = streamSetWriteHandler,
    .set_read_handler = streamSetReadHandler,
    .get_last_error = streamLastError,
    .sync_write = streamSync,
    .sync_read = streamSync,
    .sync_readline = streamSync,
};

/* unix.c is left out of the build; this takes its place among the engine's connection types. */
int RedisRegisterConnectionTypeUnix(void) {
    return connTypeRegister(&streamType);
}

/* ---- the host's side ---- */

client *connectionClient(int id) {
    hostStream *s = findStream(id);
    return s && s->conn ? connGetPrivateData(s->conn) : NULL;
}

static int stateOf(hostStream *s) {
    if (!s->conn) return REDIS_ENDED;
    client *c = connGetPrivateData(s->conn);
    return c && c->flag.blocked ? REDIS_BLOCKED : 0;
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

int connectionOpen(void) {
    int id = freeSlot();
    hostStream *s = id ? calloc(1, sizeof(*s)) : NULL;
    if (!s) return REDIS_ERR_MEMORY;
    s->id = id;
    streams[id - 1] = s;
    s->conn = streamCreateAccepted(-1, NULL);
    ((streamConnection *)s->conn)->s = s;
    running = s; /* what it says now is read by the caller */
    acceptCommonHandler(s->conn, (struct ClientFlags){0}, NULL);
    running = NULL;
    return id;
}

int connectionClose(int id) {
    hostStream *s = findStream(id);
    if (!s) return REDIS_ERR_CONNECTION;
    running = s;
    if (s->conn) {
        client *c = connGetPrivateData(s->conn);
        if (c) {
            freeClient(c);
        } else {
            connClose(s->conn);
        }
    }
    running = NULL;
    /* A protected client is freed later: it must not find the stream then. */
    if (s->conn) ((streamConnection *)s->conn)->s = NULL;
    streams[id - 1] = NULL;
    free(s->output);
    free(s);
    return 0;
}

/* Hands `size` bytes at `input` to the engine. The read handler takes at most one buffer's worth a call. */
int connectionFeed(int id, const uint8_t *input, size_t size) {
    hostStream *s = findStream(id);
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

/* The end of what connectionFeed began: from here on output of this connection is announced again. */
void connectionFed(void) {
    running = NULL;
}

int connectionLook(int id) {
    hostStream *s = findStream(id);
    if (!s) return REDIS_ERR_CONNECTION;
    s->announced = false;
    shared_block.output = s->output + s->outputAt;
    shared_block.output_size = (uint32_t)(s->outputEnd - s->outputAt);
    return stateOf(s);
}

int connectionConsume(int id, size_t size) {
    hostStream *s = findStream(id);
    if (!s) return REDIS_ERR_CONNECTION;
    if (size > s->outputEnd - s->outputAt) return REDIS_ERR_ARGUMENT;
    s->outputAt += size;
    if (s->outputAt == s->outputEnd) {
        s->outputAt = s->outputEnd = 0;
        if (s->outputSize > KEPT_OUTPUT) {
            free(s->output);
            s->output = NULL;
            s->outputSize = 0;
        }
    }
    return stateOf(s);
}

void connectionsWriteRest(void) {
    while (writableStreams > 0) {
        for (int i = 0; i < streamSlots; i++) {
            hostStream *s = streams[i];
            while (s && s->writable && s->conn && s->conn->write_handler) s->conn->write_handler(s->conn);
            if (s && s->writable) setWritable(s, false); /* the handler is gone without saying so */
        }
    }
}
