/* Requests as argument vectors: what a caller in the same process has in its hands anyway, without the detour of
 * printing lengths as text and parsing them again.
 *
 * A request is a 32-bit count of arguments, and for each argument its 32-bit length and its bytes, padded with
 * anything to a multiple of four. */
#include "server.h"
#include "plain.h"
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
    uint32_t length;
    uint32_t words[LONGEST_KNOWN / 4]; /* its bytes, with zeros behind */
} knownName;

static knownName knownNames[KNOWN_NAMES];

/* The word that holds the last bytes of a text of this length, without what lies behind them. */
static uint32_t lastWord(const uint32_t *words, uint32_t length) {
    uint32_t unused = -length & 3;
    return words[(length - 1) / 4] << 8 * unused >> 8 * unused;
}

/* `bytes` are aligned to a word, and padded to a whole number of them. */
static knownName *slotOfName(const uint8_t *bytes, uint32_t length) {
    const uint32_t *words = (const uint32_t *)bytes;
    uint32_t sum = lastWord(words, length) * 0x9e3779b1 + length;
    if (length > 4) sum += words[0] * 0x85ebca6b;
    return &knownNames[sum >> 24];
}

static bool isKnown(const knownName *known, const uint8_t *bytes, uint32_t length) {
    const uint32_t *words = (const uint32_t *)bytes;
    if (known->length != length) return false;
    uint32_t last = (length - 1) / 4;
    for (uint32_t i = 0; i < last; i++)
        if (known->words[i] != words[i]) return false;
    return known->words[last] == lastWord(words, length);
}

static void keepName(client *c) {
    const_sds name = objectGetVal(c->argv[0]);
    uint32_t length = sdslen(name), words[LONGEST_KNOWN / 4] = {0};
    if (length > LONGEST_KNOWN) return;
    memcpy(words, name, length);
    knownName *known = slotOfName((const uint8_t *)words, length);
    if (known->name) decrRefCount(known->name);
    *known = (knownName){.name = c->argv[0], .cmd = c->parsed_cmd, .length = length};
    memcpy(known->words, words, sizeof(words));
    incrRefCount(known->name);
}

/* Makes the name the first argument, and looks its command up where that is known. */
static void parseName(client *c, const uint8_t *bytes, uint32_t length) {
    knownName *known = length && length <= LONGEST_KNOWN ? slotOfName(bytes, length) : NULL;
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
    struct serverCommand *cmd = c->parsed_cmd;
    if (cmd && !server.cluster_enabled) {
        if (cmd->arity > 0 ? c->argc != cmd->arity : c->argc < -cmd->arity) c->read_flags |= READ_FLAGS_BAD_ARITY;
        return;
    }
    c->parsed_cmd = NULL;
    prepareCommand(c);
    if (c->parsed_cmd && !c->parsed_cmd->parent && !c->parsed_cmd->subcommands_ht) keepName(c);
}

/* ---- execution ---- */

/* The array of the last request's arguments, for the next one's. */
#define SPARE_ARGUMENTS 16
static robj **spare; /* owned; room for SPARE_ARGUMENTS, or NULL while a client has it */

static void giveArguments(client *c, int argc) {
    zfree(c->argv);
    if (argc > SPARE_ARGUMENTS) {
        c->argv = zmalloc(sizeof(robj *) * argc);
        c->argv_len = argc;
        return;
    }
    c->argv = spare ? spare : zmalloc(sizeof(robj *) * SPARE_ARGUMENTS);
    c->argv_len = SPARE_ARGUMENTS;
    spare = NULL;
}

/* The first argument of the last request, which the next one takes over when its own is as long: keys are, mostly. */
static struct {
    robj *object; /* an embedded string, or NULL */
    char *text;   /* in it */
    uint32_t length;
    bool spare; /* it belongs to nobody else; otherwise the request has it, or whoever took it from there */
} first;

static robj *createFirst(const uint8_t *bytes, uint32_t length) {
    if (first.spare && first.length == length) {
        first.spare = false;
        memcpy(first.text, bytes, length);
        return first.object;
    }
    if (first.spare) decrRefCount(first.object);
    first.spare = false;
    robj *object = createStringObject((const char *)bytes, length);
    first.object = object->encoding == OBJ_ENCODING_EMBSTR ? object : NULL;
    first.text = objectGetVal(object);
    first.length = length;
    return object;
}

static void releaseFirst(robj *object) {
    if (object == first.object && object->refcount == 1 && object->encoding == OBJ_ENCODING_EMBSTR)
        first.spare = true;
    else
        decrRefCount(object);
}

/* As resetClient, behind a plain command that has left nothing unusual behind. */
static void resetPlain(client *c) {
    decrRefCount(c->argv[0]);
    if (c->argc > 1) releaseFirst(c->argv[1]);
    for (int i = 2; i < c->argc; i++) decrRefCount(c->argv[i]);
    if (!spare && c->argv_len == SPARE_ARGUMENTS) spare = c->argv;
    else zfree(c->argv);
    c->argv = NULL;
    c->argc = c->argv_len = 0;
    c->argv_len_sum = 0;
    c->cmd = c->parsed_cmd = NULL;
    c->cur_script = NULL;
    c->redact_arg_bitmap = 0;
    c->slot = -1;
    c->net_input_bytes_curr_cmd = c->net_output_bytes_curr_cmd = 0;
    c->flag.replication_done = c->flag.buffered_reply = c->flag.keyspace_notified = 0;
}

void commandProcessed(client *c);

/* As processCommandAndResetClient. */
static int runCommand(client *c) {
    if (!commandsPass()) return processCommandAndResetClient(c);
    client *before = server.current_client;
    server.current_client = c;
    bool plain = plainCommand(c);
    bool gone = !server.current_client;
    server.current_client = before;
    if (!plain) return processCommandAndResetClient(c);
    if (c->flag.blocked) return gone ? C_ERR : C_OK;
    if (c->original_argv || c->deferred_reply_errors || c->deferred_reply) commandProcessed(c);
    else resetPlain(c);
    if (server.maxmemory_clients || c->mem_usage_bucket) updateClientMemUsageAndBucket(c);
    return gone ? C_ERR : C_OK;
}

/* Gives the client the request as its parsed command. Returns where the next one begins. */
static const uint8_t *parseVector(client *c, const uint8_t *at) {
    const uint8_t *start = at;
    int argc = (int)take32(&at);
    if (c->argv_len < argc) giveArguments(c, argc);
    uint32_t length;
    const uint8_t *bytes = takeArgument(&at, &length);
    parseName(c, bytes, length);
    c->argv_len_sum = length;
    for (int i = 1; i < argc; i++) {
        bytes = takeArgument(&at, &length);
        c->argv[i] = i == 1 ? createFirst(bytes, length) : createStringObject((const char *)bytes, length);
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
        if (hasText(c) || (!plainClient(c) && !canParseCommand(c))) {
            if (c->flag.close_after_reply || c->flag.close_asap) break; /* nothing after QUIT is executed */
            at = queueAsText(c, at);
            if (processInputBuffer(c) == C_ERR) return code;
            continue;
        }
        at = parseVector(c, at);
        prepareVector(c);
        if (runCommand(c) == C_ERR) return code; /* the client is no more */
    }
    if (!plainClient(c) || c->querybuf || c->mem_usage_bucket || server.maxmemory_clients) beforeNextClient(c);
    return code;
}
