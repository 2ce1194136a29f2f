/* Commands that the host wants to see before they run: for faults, and for whoever puts itself between clients and the
 * engine. Nothing is asked while nobody watches. What is asked, and what may be answered, is said in redis.h. */
#include "server.h"
#include "heap.h"
#include "plain.h"
#include "stream.h"

static bool watched;
static bool active; /* watched, or a command is held back */

int __real_processCommand(client *c);

/* ---- what the host is told ---- */

static hostStream *streamOf(client *c) {
    return c->conn ? ((streamConnection *)c->conn)->s : NULL;
}

static uint32_t padded(size_t n) {
    return ((uint32_t)n + 3) & ~3u;
}

/* The request as an argument vector, in memory of its own. */
static uint8_t *printRequest(client *c, uint32_t *size) {
    *size = 4;
    for (int i = 0; i < c->argc; i++) *size += 4 + padded(sdslen(objectGetVal(c->argv[i])));
    uint8_t *request = malloc(*size), *at = request;
    if (!request) return NULL;
    *(uint32_t *)at = (uint32_t)c->argc;
    at += 4;
    for (int i = 0; i < c->argc; i++) {
        const_sds arg = objectGetVal(c->argv[i]);
        *(uint32_t *)at = (uint32_t)sdslen(arg);
        memcpy(at + 4, arg, sdslen(arg));
        at += 4 + padded(sdslen(arg));
    }
    return request;
}

static void findKeys(client *c, getKeysResult *keys) {
    initGetKeysResult(keys);
    if (c->parsed_cmd && !(c->read_flags & READ_FLAGS_BAD_ARITY))
        getKeysFromCommand(c->parsed_cmd, c->argv, c->argc, keys);
}

/* Asks the host. The answer is the caller's to free. */
static int ask(client *c, redis_command *command) {
    getKeysResult keys;
    findKeys(c, &keys);
    uint32_t *positions = malloc((keys.numkeys + 1) * sizeof(*positions));
    for (int i = 0; positions && i < keys.numkeys; i++) positions[i] = (uint32_t)keys.keys[i].pos;
    *command = (redis_command){
        .connection = streamOf(c) ? (uint32_t)streamOf(c)->id : 0,
        .protocol = (uint32_t)c->resp,
        .client = c->id,
        .name = c->name ? objectGetVal(c->name) : NULL,
        .name_size = c->name ? (uint32_t)sdslen(objectGetVal(c->name)) : 0,
        .database = (uint32_t)c->db->id,
        .keys = positions,
        .keys_count = positions ? (uint32_t)keys.numkeys : 0,
    };
    getKeysFreeResult(&keys);
    uint8_t *request = printRequest(c, &command->request_size);
    command->request = request;
    int verdict = request ? host_command(command) : REDIS_PASS;
    free(request);
    free(positions);
    return verdict;
}

/* ---- commands that are held back ---- */

typedef struct held {
    uint64_t client;
    int verdict;
    redis_command command; /* with the host's answer, which is owned */
    bool due;
    struct held *next;
} held;

static held *firstHeld;

static held **findHeld(uint64_t client) {
    held **at = &firstHeld;
    while (*at && (*at)->client != client) at = &(*at)->next;
    return at;
}

static void dropHeld(held **at) {
    held *h = *at;
    *at = h->next;
    zfree(h);
    active = watched || firstHeld;
}

static long long letGo(aeEventLoop *el, long long id, void *data) {
    UNUSED(el), UNUSED(id);
    held **at = &firstHeld;
    while (*at && *at != data) at = &(*at)->next;
    if (!*at) return AE_NOMORE;
    client *c = lookupClientByID((*at)->client);
    if (c && c->flag.blocked && c->bstate->btype == BLOCKED_POSTPONE) {
        (*at)->due = true;
        unblockClient(c, 1);
    } else { /* it has gone meanwhile */
        free((*at)->command.answer);
        dropHeld(at);
    }
    return AE_NOMORE;
}

static int holdBack(client *c, int verdict, const redis_command *command) {
    held *h = zmalloc(sizeof(*h));
    *h = (held){.client = c->id, .verdict = verdict, .command = *command, .next = firstHeld};
    firstHeld = h;
    active = true; /* the host may have ceased to watch while it was asked */
    aeCreateTimeEvent(server.el, command->delay_ms, letGo, h, NULL);
    blockPostponeClient(c);
    return C_OK;
}

void faultsForget(client *c) {
    held **at = c ? findHeld(c->id) : NULL;
    if (!at || !*at) return;
    free((*at)->command.answer);
    dropHeld(at);
}

/* ---- what the host answers ---- */

static void replaceArguments(client *c, const uint8_t *at) {
    int argc = (int)*(const uint32_t *)at;
    for (int i = 0; i < c->argc; i++) decrRefCount(c->argv[i]);
    zfree(c->argv);
    c->argv = zmalloc(sizeof(robj *) * argc);
    c->argv_len = c->argc = argc;
    c->argv_len_sum = 0;
    at += 4;
    for (int i = 0; i < argc; i++) {
        uint32_t length = *(const uint32_t *)at;
        c->argv[i] = createStringObject((const char *)at + 4, length);
        c->argv_len_sum += length;
        at += 4 + padded(length);
    }
    unprepareCommand(c);
    prepareCommand(c);
}

/* An error is one of the engine's own: it counts in INFO, and a transaction that meets it fails. */
static void reply(client *c, const char *bytes, size_t size) {
    if (size < 3 || bytes[0] != '-') {
        addReplyProto(c, bytes, size);
        return;
    }
    if (c->flag.multi && c->parsed_cmd && c->parsed_cmd->proc == execCommand) {
        discardTransaction(c);
    } else {
        flagTransaction(c);
    }
    addReplyErrorSds(c, sdsnewlen(bytes, size - 2));
}

/* Hands over what the client has been told so far, so that what comes now can be told apart. */
static size_t handOver(client *c) {
    hostStream *s = streamOf(c);
    if (clientHasPendingReplies(c)) writeToClient(c);
    return s ? s->outputEnd - s->outputAt : 0;
}

static int end(client *c) {
    freeClient(c);
    return C_ERR;
}

static int runAndEnd(client *c, bool half) {
    hostStream *s = streamOf(c);
    size_t unread = handOver(c);
    if (__real_processCommand(c) == C_ERR) return C_ERR;
    size_t said = handOver(c) - unread;
    if (s) s->outputEnd = s->outputAt + unread + (half ? said / 2 : 0);
    return end(c);
}

static int carryOut(client *c, int verdict, redis_command *command) {
    const char *answer = (const char *)command->answer;
    if (verdict & REDIS_CHANGED) replaceArguments(c, command->answer);
    int code = C_OK;
    switch (verdict & ~REDIS_CHANGED) {
    case REDIS_REPLY: reply(c, answer, command->answer_size); break;
    case REDIS_END_BEFORE:
        handOver(c);
        code = end(c);
        break;
    case REDIS_END_AFTER: code = runAndEnd(c, false); break;
    case REDIS_END_HALF: code = runAndEnd(c, true); break;
    default: code = __real_processCommand(c);
    }
    free(command->answer);
    return code;
}

/* A command that waited (BLPOP, a pause) and is processed again has been seen. */
static int judge(client *c) {
    held **at = findHeld(c->id);
    if (c->cmd || !c->conn || (!*at && !watched)) return __real_processCommand(c);
    if (*at && !(*at)->due) { /* let go by somebody else: CLIENT UNPAUSE, or a pause that has ended */
        blockPostponeClient(c);
        return C_OK;
    }
    redis_command command;
    int verdict;
    if (*at) {
        command = (*at)->command;
        verdict = (*at)->verdict;
        dropHeld(at);
    } else {
        verdict = ask(c, &command);
        if (command.delay_ms) return holdBack(c, verdict, &command);
    }
    return carryOut(c, verdict, &command);
}

int heapProcess(client *c) {
    return active ? judge(c) : __real_processCommand(c);
}

bool commandsPass(void) {
    return !heapAtEnd && !active;
}

int __wrap_processCommand(client *c) {
    if (commandsPass() && plainCommand(c)) return C_OK;
    return heapAtEnd ? heapGuard(c) : heapProcess(c);
}

EXPORT(redis_watch) int redis_watch(int on) {
    watched = on != 0;
    active = watched || firstHeld;
    return 0;
}
