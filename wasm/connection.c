/* Connections as the engine sees them: a ConnectionType that reads what the host has fed a stream and writes into the
 * stream's output. */
#include "server.h"
#include "stream.h"

static ConnectionType streamType;

static hostStream *streamOf(connection *c) {
    return ((streamConnection *)c)->s;
}

static int streamGetType(void) {
    return CONN_TYPE_UNIX; /* the kind that is local and has no TLS */
}

static void streamEvent(struct aeEventLoop *el, int fd, void *data, int mask) {
    UNUSED(el), UNUSED(fd), UNUSED(data), UNUSED(mask);
}

static int streamAddr(connection *c, char *ip, size_t size, int *port, int remote) {
    hostStream *s = streamOf(c);
    if (!s || !s->addresses) {
        snprintf(ip, size, "in-process");
        if (port) *port = remote && s ? s->id : 0;
        return 0;
    }
    const char *address = remote ? s->addresses : s->addresses + strlen(s->addresses) + 1;
    const char *colon = strrchr(address, ':'); /* the last: an IPv6 address has others */
    snprintf(ip, size, "%.*s", colon ? (int)(colon - address) : 0, address);
    if (port) *port = colon ? atoi(colon + 1) : 0;
    return 0;
}

static int streamIsLocal(connection *c) {
    return !streamOf(c) || streamOf(c)->local;
}

static int streamListen(connListener *listener) {
    UNUSED(listener);
    return C_OK;
}

static void streamCloseListener(connListener *listener) {
    UNUSED(listener);
}

static connection *createConnection(void) {
    streamConnection *sc = zcalloc(sizeof(*sc));
    sc->c.type = &streamType;
    sc->c.fd = -1;
    sc->c.iovcnt = IOV_MAX;
    return &sc->c;
}

connection *streamConnectionAccepted(void) {
    connection *c = createConnection();
    c->state = CONN_STATE_ACCEPTING;
    return c;
}

static connection *createAccepted(int fd, void *priv) {
    UNUSED(fd), UNUSED(priv);
    return streamConnectionAccepted();
}

static void streamShutdown(connection *c) {
    c->state = CONN_STATE_CLOSED;
}

static void closeConnection(connection *c) {
    if (c->refs) {
        c->flags |= CONN_FLAG_CLOSE_SCHEDULED;
        return;
    }
    hostStream *s = streamOf(c);
    if (s) {
        streamSetWritable(s, false);
        s->conn = NULL;
        s->inputSize = 0;
        streamAnnounce(s);
    }
    zfree(c);
}

static int streamAccept(connection *c, ConnectionCallbackFunc handler) {
    c->state = CONN_STATE_CONNECTED;
    handler(c);
    return C_OK;
}

static int streamWritev(connection *c, const struct iovec *iov, int count) {
    hostStream *s = streamOf(c);
    size_t total = 0;
    for (int i = 0; i < count; i++) total += iov[i].iov_len;
    size_t wanted = total;
    if (s) total = streamWindow(s, wanted);
    if (total == 0 && wanted > 0 && s) {
        c->last_errno = errno = EAGAIN;
        return -1;
    }
    if (!s || !streamOutputRoom(s, total)) {
        c->last_errno = s ? ENOMEM : EPIPE;
        c->state = CONN_STATE_ERROR;
        return -1;
    }
    uint8_t *to = s->output + s->outputEnd;
    size_t left = total;
    for (int i = 0; left > 0; i++) {
        size_t part = iov[i].iov_len < left ? iov[i].iov_len : left;
        memcpy(to, iov[i].iov_base, part);
        to += part;
        left -= part;
    }
    s->outputEnd += total;
    streamAnnounce(s);
    return (int)total;
}

static int streamWrite(connection *c, const void *data, size_t size) {
    struct iovec iov = {.iov_base = (void *)data, .iov_len = size};
    return streamWritev(c, &iov, 1);
}

/* The debugger of scripts asks, from within the script, what its user says next. */
static bool isDebugged(connection *c) {
    client *user = connGetPrivateData(c);
    return processThere && user && user->flag.lua_debug && user->flag.executing_command;
}

static int streamRead(connection *c, void *to, size_t size) {
    hostStream *s = streamOf(c);
    if (s && !s->inputSize && isDebugged(c)) return processRead(s->id, to, size);
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

sds __real_sdsMakeRoomForNonGreedy(sds s, size_t size);

/* The engine makes room for a large argument as soon as its length is announced. An operating system gives such memory
 * out page by page as it is written to, a module takes it for good: here room grows with what has arrived. */
sds __wrap_sdsMakeRoomForNonGreedy(sds s, size_t size) {
    size_t arrived = streamInputLeft();
    size_t enough = arrived > sdslen(s) ? arrived : sdslen(s);
    if (enough < PROTO_IOBUF_LEN) enough = PROTO_IOBUF_LEN;
    return __real_sdsMakeRoomForNonGreedy(s, size < enough ? size : enough);
}

static int streamSetWriteHandler(connection *c, ConnectionCallbackFunc handler, int barrier) {
    UNUSED(barrier);
    c->write_handler = handler;
    if (streamOf(c)) streamSetWritable(streamOf(c), handler != NULL);
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
    .conn_create = createConnection,
    .conn_create_accepted = createAccepted,
    .shutdown = streamShutdown,
    .close = closeConnection,
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
