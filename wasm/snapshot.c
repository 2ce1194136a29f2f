/* Snapshots: the engine's memory as a whole, and what has to be done where it is laid again.
 *
 * Between two entries all of an engine is in [redis_image(), its size): the stack below is empty, the heap above has
 * never been reached. The host copies that, and lays it where it wants to have the engine again. Connections belong to
 * a host and not to its data, so the image's own are dropped on waking; those that go on in a reset are written down
 * before (redis_portray) and opened again as they were (redis_reopen). */
#include "server.h"
#include "stream.h"
#include <unistd.h>

/* boot.c */
extern bool booted;
void bootIdentity(void);
void bootTimers(void);

EXPORT(redis_wake) int redis_wake(uint32_t flags) {
    if (!booted) return REDIS_ERR_STATE;
    clockAnew();
    server.pid = getpid();
    streamsDrop();
    freeClientsInAsyncFreeQueue();
    updateCachedTime(1);
    persistenceLeave();
    if (flags & REDIS_WAKE_COPY) bootIdentity();
    bootTimers();
    return 0;
}

/* ---- a connection, written down ---- */

typedef struct portrait {
    uint64_t id, redirect;
    uint32_t flags, window, database, resp;
} portrait;

enum {
    LOCAL = 1 << 0,
    UNIX = 1 << 1,
    AUTHENTICATED = 1 << 2,
    REPLY_OFF = 1 << 3,
    NO_EVICT = 1 << 4,
    NO_TOUCH = 1 << 5,
    MONITOR = 1 << 6,
    TRACKING = 1 << 7,
    BROADCAST = 1 << 8,
    OPT_IN = 1 << 9,
    OPT_OUT = 1 << 10,
    NO_LOOP = 1 << 11,
};

static sds addBytes(sds to, const void *bytes, size_t size) {
    uint32_t n = (uint32_t)size;
    to = sdscatlen(to, &n, sizeof(n));
    return sdscatlen(to, bytes, size);
}

static sds addObject(sds to, robj *o) {
    return o ? addBytes(to, objectGetVal(o), sdslen(objectGetVal(o))) : addBytes(to, "", 0);
}

static sds addObjects(sds to, hashtable *names) {
    uint32_t n = names ? (uint32_t)hashtableSize(names) : 0;
    to = sdscatlen(to, &n, sizeof(n));
    if (n == 0) return to;
    hashtableIterator it;
    void *name;
    hashtableInitIterator(&it, names, 0);
    while (hashtableNext(&it, &name)) to = addObject(to, name);
    hashtableCleanupIterator(&it);
    return to;
}

static sds addPrefixes(sds to, rax *prefixes) {
    uint32_t n = prefixes ? (uint32_t)raxSize(prefixes) : 0;
    to = sdscatlen(to, &n, sizeof(n));
    if (n == 0) return to;
    raxIterator it;
    raxStart(&it, prefixes);
    raxSeek(&it, "^", NULL, 0);
    while (raxNext(&it)) to = addBytes(to, it.key, it.key_len);
    raxStop(&it);
    return to;
}

static uint32_t flagsOf(const client *c, bool local) {
    const struct ClientFlags *f = &c->flag;
    return (local ? LOCAL : 0) | (f->unix_socket ? UNIX : 0) | (f->authenticated ? AUTHENTICATED : 0) |
           (f->reply_off ? REPLY_OFF : 0) | (f->no_evict ? NO_EVICT : 0) | (f->no_touch ? NO_TOUCH : 0) |
           (f->monitor ? MONITOR : 0) | (f->tracking ? TRACKING : 0) | (f->tracking_bcast ? BROADCAST : 0) |
           (f->tracking_optin ? OPT_IN : 0) | (f->tracking_optout ? OPT_OUT : 0) | (f->tracking_noloop ? NO_LOOP : 0);
}

static sds written; /* the last portrait; owned, freed with the next one or with the memory it lies in */

EXPORT(redis_portray) int redis_portray(int id) {
    if (!booted) return REDIS_ERR_STATE;
    client *c = streamClient(id);
    const hostStream *s = streamOfId(id);
    if (!c || !s) return REDIS_ERR_CONNECTION;
    /* The rest of a request that is still on its way belongs to what is about to be forgotten. */
    if ((c->querybuf && sdslen(c->querybuf) > c->qb_pos) || c->multibulklen || c->argc) return REDIS_ERR_CONNECTION;
    const ClientPubSubData *subscribed = c->pubsub_data;
    portrait p = {
        .id = c->id,
        .redirect = subscribed ? subscribed->client_tracking_redirection : 0,
        .flags = flagsOf(c, s->local),
        .window = (uint32_t)s->window,
        .database = (uint32_t)c->db->id,
        .resp = c->resp,
    };
    size_t near = s->addresses ? strlen(s->addresses) + 1 : 0;
    sdsfree(written);
    written = sdsnewlen(&p, sizeof(p));
    written = addBytes(written, s->addresses ? s->addresses : "", near ? near + strlen(s->addresses + near) + 1 : 0);
    written = addObject(written, c->name);
    written = addObject(written, c->lib_name);
    written = addObject(written, c->lib_ver);
    written = addBytes(written, c->user ? c->user->name : "", c->user ? sdslen(c->user->name) : 0);
    written = addBytes(written, s->output + s->outputAt, s->outputEnd - s->outputAt);
    written = addObjects(written, subscribed ? subscribed->pubsub_channels : NULL);
    written = addObjects(written, subscribed ? subscribed->pubsub_patterns : NULL);
    written = addObjects(written, subscribed ? subscribed->pubsubshard_channels : NULL);
    written = addPrefixes(written, subscribed ? subscribed->client_tracking_prefixes : NULL);
    shared_block.output = (uint8_t *)written;
    shared_block.output_size = (uint32_t)sdslen(written);
    return 0;
}

/* ---- and opened again ---- */

typedef struct reading {
    const uint8_t *at;
} reading;

static uint32_t takeCount(reading *r) {
    uint32_t n;
    memcpy(&n, r->at, sizeof(n));
    r->at += sizeof(n);
    return n;
}

static const char *takeBytes(reading *r, uint32_t *size) {
    *size = takeCount(r);
    const char *bytes = (const char *)r->at;
    r->at += *size;
    return bytes;
}

/* NULL for an empty one. The caller owns it. */
static robj *takeObject(reading *r) {
    uint32_t size;
    const char *bytes = takeBytes(r, &size);
    return size ? createStringObject(bytes, size) : NULL;
}

/* Owned by the caller, as are its objects. */
static robj **takeObjects(reading *r, uint32_t *count) {
    *count = takeCount(r);
    robj **all = zmalloc(sizeof(robj *) * (*count + 1));
    for (uint32_t i = 0; i < *count; i++) {
        uint32_t size;
        const char *bytes = takeBytes(r, &size);
        all[i] = createStringObject(bytes, size);
    }
    return all;
}

static void freeObjects(robj **all, uint32_t count) {
    for (uint32_t i = 0; i < count; i++) decrRefCount(all[i]);
    zfree(all);
}

/* Runs SUBSCRIBE or one of its kind with the names that come next. */
static void subscribeAll(client *c, reading *r, void (*command)(client *c)) {
    uint32_t count;
    robj **names = takeObjects(r, &count);
    if (count) {
        c->argv = names - 1; /* commands look at their arguments alone, behind their name */
        c->argc = (int)count + 1;
        command(c);
        c->argv = NULL;
        c->argc = 0;
    }
    freeObjects(names, count);
}

/* It may hold copies of values that are no longer so: it is told to forget all of them, as FLUSHALL does. */
static void track(client *c, const portrait *p, robj **prefixes, uint32_t count) {
    struct ClientFlags options = {
        .tracking_bcast = (p->flags & BROADCAST) != 0,
        .tracking_optin = (p->flags & OPT_IN) != 0,
        .tracking_optout = (p->flags & OPT_OUT) != 0,
        .tracking_noloop = (p->flags & NO_LOOP) != 0,
    };
    enableTracking(c, p->redirect, options, prefixes, count);
}

/* What its subscriptions answer was read long ago. */
static void dropReplies(client *c) {
    if (c->flag.pending_write) {
        c->flag.pending_write = 0;
        listUnlinkNode(server.clients_pending_write, &c->clients_pending_write_node);
    }
    listEmpty(c->reply);
    c->reply_bytes = 0;
    c->bufpos = 0;
    c->flag.buf_encoded = 0;
    c->last_header = NULL;
}

static void beAs(client *c, const portrait *p, reading *r) {
    c->resp = (uint8_t)p->resp;
    selectDb(c, (int)p->database);
    c->name = takeObject(r);
    c->lib_name = takeObject(r);
    c->lib_ver = takeObject(r);
    uint32_t size;
    const char *name = takeBytes(r, &size);
    user *u = ACLGetUserByName(name, size);
    if (u) clientSetUser(c, u, (p->flags & AUTHENTICATED) != 0);
    else c->flag.close_asap = 1; /* as when a user is deleted */
    c->flag.reply_off = (p->flags & REPLY_OFF) != 0;
    c->flag.no_evict = (p->flags & NO_EVICT) != 0;
    c->flag.no_touch = (p->flags & NO_TOUCH) != 0;
    if (p->flags & MONITOR) monitorCommand(c);
}

EXPORT(redis_reopen) int redis_reopen(const void *written_down, uint32_t length) {
    if (!booted || length < sizeof(portrait)) return booted ? REDIS_ERR_ARGUMENT : REDIS_ERR_STATE;
    clockEntered();
    portrait p;
    memcpy(&p, written_down, sizeof(p));
    reading r = {(const uint8_t *)written_down + sizeof(p)};
    uint32_t size, count;
    const char *addresses = takeBytes(&r, &size);

    /* It was let in before: neither protected mode nor maxclients is asked again, and it keeps its id. */
    unsigned int maxclients = server.maxclients;
    uint64_t next = server.next_client_id;
    server.maxclients = UINT_MAX;
    server.next_client_id = p.id;
    uint32_t flags = REDIS_PEER_TRUSTED | (p.flags & LOCAL ? REDIS_PEER_LOCAL : 0) | (p.flags & UNIX ? REDIS_PEER_UNIX : 0);
    int id = streamOpen(addresses, size, p.window, flags);
    server.maxclients = maxclients;
    server.next_client_id = next > p.id ? next : p.id + 1;
    client *c = streamClient(id);
    if (!c) return id;

    beAs(c, &p, &r);
    const char *output = takeBytes(&r, &size);
    hostStream *s = streamOfId(id);
    if (size && streamOutputRoom(s, size)) {
        memcpy(s->output, output, size);
        s->outputEnd = size;
    }
    subscribeAll(c, &r, subscribeCommand);
    subscribeAll(c, &r, psubscribeCommand);
    subscribeAll(c, &r, ssubscribeCommand);
    dropReplies(c);
    robj **prefixes = takeObjects(&r, &count);
    if (p.flags & TRACKING) track(c, &p, prefixes, count);
    freeObjects(prefixes, count);
    if (c->flag.close_asap) {
        c->flag.close_asap = 0;
        freeClientAsync(c);
    }
    return id;
}

/* After the last of them: clients that cache are told to forget what they have. */
EXPORT(redis_reopened) int redis_reopened(void) {
    if (!booted) return REDIS_ERR_STATE;
    trackingInvalidateKeysOnFlush(0);
    return redis_tick();
}
