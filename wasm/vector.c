/* Requests as argument vectors: what a caller in the same process has in its hands anyway, without the detour of
 * printing lengths as text and parsing them again.
 *
 * A request is a 32-bit count of arguments, and for each argument its 32-bit length and its bytes, padded with
 * anything to a multiple of four. */
#include "server.h"
#include "stream.h"

static uint32_t take32(const uint8_t **at) {
    uint32_t value = *(const uint32_t *)*at;
    *at += 4;
    return value;
}

/* The argument at `at`, which moves on to the next. */
static const uint8_t *takeArgument(const uint8_t **at, uint32_t *length) {
    *length = take32(at);
    const uint8_t *bytes = *at;
    *at += (*length + 3) & ~3u;
    return bytes;
}

/* Whether [at, end) begins with a whole request. Lengths come from the host, which may be wrong. */
static bool isWhole(const uint8_t *at, const uint8_t *end) {
    if (end - at < 4) return false;
    uint32_t argc = take32(&at);
    if (argc == 0) return false;
    while (argc--) {
        if (end - at < 4) return false;
        uint32_t length = take32(&at);
        if (length > (size_t)(end - at) || ((length + 3) & ~3u) > (size_t)(end - at)) return false;
        at += (length + 3) & ~3u;
    }
    return true;
}

/* ---- names ---- */

/* A caller uses few commands over and over: the object and the command of a name are kept as it was spelled, so that a
 * request costs neither an allocation nor a look-up for it. Only those that the name alone decides: no subcommands. */
#define KNOWN_NAMES 256
#define LONGEST_KNOWN 16

typedef struct knownName {
    robj *name; /* owned; NULL where nothing is known yet */
    struct serverCommand *cmd;
} knownName;

static knownName knownNames[KNOWN_NAMES];

static knownName *slotOfName(const uint8_t *bytes, uint32_t length) {
    uint32_t sum = length;
    for (uint32_t i = 0; i < length; i++) sum = sum * 33 + bytes[i];
    return &knownNames[sum % KNOWN_NAMES];
}

static bool isKnown(const knownName *known, const uint8_t *bytes, uint32_t length) {
    if (!known->name) return false;
    const_sds name = objectGetVal(known->name);
    if (sdslen(name) != length) return false;
    for (uint32_t i = 0; i < length; i++)
        if (name[i] != (char)bytes[i]) return false;
    return true;
}

static void keepName(knownName *known, client *c) {
    if (known->name) decrRefCount(known->name);
    known->name = c->argv[0];
    known->cmd = c->parsed_cmd;
    incrRefCount(known->name);
}

/* Makes the name the first argument, and looks its command up where that is known. */
static void parseName(client *c, const uint8_t *bytes, uint32_t length) {
    knownName *known = length <= LONGEST_KNOWN ? slotOfName(bytes, length) : NULL;
    if (known && isKnown(known, bytes, length)) {
        c->argv[0] = known->name;
        incrRefCount(known->name);
        c->parsed_cmd = known->cmd;
        return;
    }
    c->argv[0] = createStringObject((const char *)bytes, length);
}

/* Looks the command up where parseName did not know it. */
static void prepareVector(client *c) {
    if (c->parsed_cmd && !server.cluster_enabled) {
        if (!commandCheckArity(c->parsed_cmd, c->argc, NULL)) c->read_flags |= READ_FLAGS_BAD_ARITY;
        return;
    }
    c->parsed_cmd = NULL;
    prepareCommand(c);
    const_sds name = objectGetVal(c->argv[0]);
    if (c->parsed_cmd && !c->parsed_cmd->parent && !c->parsed_cmd->subcommands_ht && sdslen(name) <= LONGEST_KNOWN)
        keepName(slotOfName((const uint8_t *)name, sdslen(name)), c);
}

/* Gives the client the request as its parsed command. Returns where the next one begins. */
static const uint8_t *parseVector(client *c, const uint8_t *at) {
    const uint8_t *start = at;
    int argc = (int)take32(&at);
    if (c->argv_len < argc) {
        zfree(c->argv);
        c->argv = zmalloc(sizeof(robj *) * argc);
        c->argv_len = argc;
    }
    uint32_t length;
    const uint8_t *bytes = takeArgument(&at, &length);
    parseName(c, bytes, length);
    c->argv_len_sum = length;
    for (int i = 1; i < argc; i++) {
        bytes = takeArgument(&at, &length);
        c->argv[i] = createStringObject((const char *)bytes, length);
        c->argv_len_sum += length;
    }
    c->argc = argc;
    c->net_input_bytes_curr_cmd = at - start;
    c->read_flags = READ_FLAGS_PARSING_COMPLETED | (authRequired(c) ? READ_FLAGS_AUTH_REQUIRED : 0);
    return at;
}

/* Adds the request to what the client has still to parse, for when it can. Returns where the next one begins. */
static const uint8_t *queueAsText(client *c, const uint8_t *at) {
    uint32_t argc = take32(&at);
    if (!c->querybuf) c->querybuf = sdsempty();
    c->querybuf = sdscatfmt(c->querybuf, "*%u\r\n", argc);
    while (argc--) {
        uint32_t length;
        const uint8_t *bytes = takeArgument(&at, &length);
        c->querybuf = sdscatfmt(c->querybuf, "$%u\r\n", length);
        c->querybuf = sdscatlen(c->querybuf, bytes, length);
        c->querybuf = sdscatlen(c->querybuf, "\r\n", 2);
    }
    return at;
}

static bool hasText(client *c) {
    return (c->querybuf && c->qb_pos < sdslen(c->querybuf)) || c->cmd_queue.off < c->cmd_queue.len;
}

/* Executes the requests in [at, at + size) as far as the client can, and queues the rest.
 * Returns 0, or REDIS_ERR_ARGUMENT at a request that is not whole; those before it have been executed. */
int vectorsRun(client *c, const uint8_t *at, size_t size) {
    const uint8_t *end = at + size;
    c->last_interaction = server.unixtime;
    c->net_input_bytes += size;
    server.stat_net_input_bytes += size;
    server.stat_total_reads_processed++;
    int code = 0;
    while (at < end) {
        if (!isWhole(at, end)) {
            code = REDIS_ERR_ARGUMENT;
            break;
        }
        if (hasText(c) || !canParseCommand(c)) {
            if (c->flag.close_after_reply || c->flag.close_asap) break; /* nothing after QUIT is executed */
            at = queueAsText(c, at);
            if (processInputBuffer(c) == C_ERR) return code;
            continue;
        }
        at = parseVector(c, at);
        prepareVector(c);
        if (processCommandAndResetClient(c) == C_ERR) return code; /* the client is no more */
    }
    beforeNextClient(c);
    return code;
}
