/* A connection as the host sees it: an id, and output that waits to be read. The engine's side of it is in
 * connection.c. The engine frees its `connection` when it closes a client; the stream stays until the host lets go of
 * it, so that the last replies can still be read. */
#ifndef WASM_STREAM_H
#define WASM_STREAM_H

#include "connection.h"
#include "host.h"

typedef struct hostStream {
    int id;
    connection *conn;     /* the engine's end; NULL once it has closed the connection */
    const uint8_t *input; /* what is left to read of the request bytes being run; the host's buffer */
    size_t inputSize;
    uint8_t *output; /* owned; [outputAt, outputEnd) is unread */
    size_t outputAt, outputEnd, outputSize;
    size_t window;   /* how much of it may be unread; 0: as much as there is */
    char *addresses; /* owned; the peer's and then the near one, each with a NUL; NULL in process */
    bool local;      /* the peer is on this machine */
    bool announced; /* the host has been told and has not looked yet */
    bool writable;  /* the engine waits for its write handler to be called */
    bool full;      /* it must wait longer: the window is full of unread output */
    bool blocked;   /* the host was told that it is */
} hostStream;

/* The engine's connection, with the way back to its stream, which is NULL once the host has let go. */
typedef struct streamConnection {
    connection c;
    hostStream *s;
} streamConnection;

/* Tells the host that the stream has output or has ended, unless it knows or is about to look. */
void streamAnnounce(hostStream *s);

/* How often it has done so. */
extern uint32_t streamAnnouncements;

/* Makes room for `n` bytes at outputEnd. Returns false, with the stream as it was, when there is no memory. */
bool streamOutputRoom(hostStream *s, size_t n);

/* How many of `n` bytes may be written now; when not all, the engine is called once the host has read. */
size_t streamWindow(hostStream *s, size_t n);

/* Whether streamsWriteRest has to call the connection's write handler. */
void streamSetWritable(hostStream *s, bool writable);

/* A new connection of the engine, not bound to a stream yet; freed by its type's close. */
connection *streamConnectionAccepted(void);

/* Opens a stream and the engine's connection to it; arguments as those of redis_connect_peer. Returns its id, or
 * REDIS_ERR_MEMORY. */
int streamOpen(const char *addresses, uint32_t length, uint32_t window, uint32_t flags);

/* As the connection's HELLO 3 would, were it sent: not before a password is given where one is needed. */
void streamSpeakResp3(int id);

/* What the connection speaks: 2 or 3. */
int streamProtocol(int id);

/* Closes both ends and frees the stream. Returns 0 or REDIS_ERR_CONNECTION. */
int streamClose(int id);

/* Hands `size` bytes at `input` to the engine, which has read them when this returns. Until streamFed the host is
 * taken to be looking at this stream. Returns 0 or REDIS_ERR_CONNECTION. */
int streamFeed(int id, const uint8_t *input, size_t size);
void streamFed(void);

/* As streamFeed, for argument vectors, once `read` bytes of the output are dropped. Returns 0, REDIS_ERR_CONNECTION, or
 * REDIS_ERR_ARGUMENT. */
int streamFeedVectors(int id, const uint8_t *input, size_t size, size_t read);

/* Hands over the replies of clients who have short and simple ones, the short way of most runs. The others are left to
 * the engine. */
void streamsWriteReplies(void);

/* While others are heard, the stream that is being fed stands aside: returns it, and with it as `again` it is fed again. */
hostStream *streamSetAside(hostStream *again);
bool streamIsAside(const hostStream *s);

/* entry.c: whether the host may enter, although it is inside. */
void entryOpen(bool open);

/* What the stream being fed has still to read; 0 when none is. */
size_t streamInputLeft(void);

/* The state of a stream, or REDIS_ERR_CONNECTION. */
int streamState(int id);

/* Points the shared struct at the unread output. Returns the state, or REDIS_ERR_CONNECTION. */
int streamLook(int id);

/* Drops `size` bytes of unread output. Returns the state, REDIS_ERR_CONNECTION, or REDIS_ERR_ARGUMENT. */
int streamConsume(int id, size_t size);

/* Closes all of them. */
void streamsDrop(void);

/* The stream itself, NULL when there is none. */
hostStream *streamOfId(int id);

/* The client behind a stream, NULL when there is none (any more). */
struct client *streamClient(int id);

/* Tells the host of streams that it takes to be blocked and that are so no more, even if nothing was said in them. */
void streamsAnnounceUnblocked(void);

/* Lets connections that were given more than one write's worth of reply go on until all of it is in their output. */
void streamsWriteRest(void);

/* faults.c: the client's command is not to be carried out any more, if it was held back. */
void faultsForget(struct client *c);

/* entry.c: wall-clock milliseconds at which the first timeout of a blocked client is past, or -1. */
long long firstTimeout(void);

/* vector.c */
int vectorsRun(struct client *c, const uint8_t *at, size_t size);

#endif
