/* redis_exec: requests and replies on one connection of the module's own, for hosts that need no more. */
#include "server.h"
#include "entry.h"

EXPORT(redis_exec) int redis_exec(const void *in, uint32_t length, void **out, uint32_t *out_length) {
    static int connection;
    ENTER();
    if (!connection) {
        int id = streamOpen(NULL, 0, 0, REDIS_PEER_LOCAL);
        if (id < 0) LEAVE(id);
        connection = id;
    }
    int state = streamFeed(connection, in, length);
    if (state < 0) LEAVE(state);
    settle();
    streamFed();
    state = streamLook(connection);
    uint32_t size = shared_block.output_size;
    void *replies = NULL;
    if (size) {
        replies = malloc(size);
        if (!replies) LEAVE(REDIS_ERR_MEMORY);
        memcpy(replies, shared_block.output, size);
        streamConsume(connection, size);
    }
    *out = replies;
    *out_length = size;
    if (state & REDIS_ENDED) { /* the next call starts over */
        streamClose(connection);
        connection = 0;
    }
    LEAVE(state);
}
