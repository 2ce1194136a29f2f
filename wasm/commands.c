/* Commands that one process without files, sockets and fork cannot carry out. The engine's command table keeps them,
 * with their documentation and ACL categories; only what they do is replaced by an error that says why and what to
 * use instead. Nothing here pretends to have worked. */
#include "server.h"
#include "host.h"

typedef struct refusal {
    const char *command; /* subcommands as "container|name" */
    const char *reason;
} refusal;

#define NO_FORK "there is no fork inside a WebAssembly module. "
#define NO_DISK "this engine was opened without storage. "
#define USE_STORAGE "Open it with the option storage, or copy all keys with engine.dump()"
#define FOR_REPLICAS "Open it with the option storage, and serve it, when you need replicas"
#define NO_NETWORK "the module has no network. "
#define NO_LISTENERS "the module has no network. The host decides where it can be reached. "

static const refusal refusals[] = {
    {"save", NO_DISK USE_STORAGE},
    {"bgsave", NO_DISK USE_STORAGE},
    {"bgrewriteaof", NO_DISK USE_STORAGE},
    {"replicaof", NO_NETWORK "Use a server when you need replicas"},
    {"slaveof", NO_NETWORK "Use a server when you need replicas"},
    {"failover", NO_NETWORK "Use a server when you need replicas"},
    {"sync", NO_DISK FOR_REPLICAS},
    {"psync", NO_DISK FOR_REPLICAS},
    {"replconf", NO_DISK FOR_REPLICAS},
    {"migrate", NO_NETWORK "Copy keys with DUMP here and RESTORE there"},
    {"module|load", "native modules cannot be loaded into a WebAssembly module. Use FUNCTION LOAD or EVAL"},
    {"module|loadex", "native modules cannot be loaded into a WebAssembly module. Use FUNCTION LOAD or EVAL"},
    {"module|unload", "what is built in cannot be unloaded"},
    {"script|debug", "the Lua debugger needs a fork. A server can do without one: SCRIPT DEBUG SYNC, or valkey-cli --ldb-sync-mode. Or use server.log() and the onLog option"},
};

/* DEBUG is off unless enable-debug-command says otherwise; these would take the engine down with its host. */
static const refusal debugRefusals[] = {
    {"segfault", "it would crash the engine"},
    {"panic", "it would crash the engine"},
    {"assert", "it would crash the engine"},
    {"oom", "it would crash the engine"},
    {"restart", "the engine cannot restart itself. Close it and open a new one"},
    {"crash-and-recover", "the engine cannot restart itself. Close it and open a new one"},
    {"reload", NO_DISK USE_STORAGE},
    {"loadaof", NO_DISK USE_STORAGE},
    {"aof-flush-sleep", NO_DISK USE_STORAGE},
    {"leak", "it would leak the host's memory"},
    {"replicate", NO_DISK FOR_REPLICAS},
    {"pause-after-fork", NO_FORK "A copy of the memory does its work"},
};

/* Settings that would start what cannot run. An empty or switched-off value is let through: it changes nothing. */
static const refusal configRefusals[] = {
    {"save", NO_DISK "Only an empty value can be set"},
    {"appendonly", NO_DISK "Only 'no' can be set"},
    {"io-threads", "the module has one thread. Only 1 can be set"},
    {"port", NO_LISTENERS "Only 0 can be set"},
    {"tls-port", NO_NETWORK "Only 0 can be set"},
    {"tls-cluster", NO_NETWORK "Only 'no' can be set"},
    {"tls-replication", NO_NETWORK "Only 'no' can be set"},
    {"bind", NO_LISTENERS "There is nothing to bind"},
    {"dir", "the directory is the storage that the engine was opened with. Nothing else can be set"},
    {"replicaof", NO_NETWORK "Use a server when you need replicas"},
};

void __real_debugCommand(client *c);
void __real_configSetCommand(client *c);

/* What is refused for want of files only works where there is storage. */
static bool wantsFiles(const char *reason) {
    return !strncmp(reason, NO_DISK, strlen(NO_DISK));
}

static bool isThere(const char *reason) {
    if (wantsFiles(reason)) return storageThere;
    return processThere && !strncmp(reason, NO_LISTENERS, strlen(NO_LISTENERS));
}

static const char *reasonFor(const refusal *list, size_t count, const char *name) {
    for (size_t i = 0; i < count; i++)
        if (!strcasecmp(list[i].command, name)) return isThere(list[i].reason) ? NULL : list[i].reason;
    return NULL;
}

#define REASON(list, name) reasonFor(list, sizeof(list) / sizeof((list)[0]), name)

/* `name` as users write it: SCRIPT DEBUG for script|debug. */
static void refuse(client *c, const char *name, const char *reason) {
    sds shown = sdsnew(name);
    sdstoupper(shown);
    sdsmapchars(shown, "|", " ", 1);
    addReplyErrorFormat(c, "%s is not available here: %s.", shown, reason);
    sdsfree(shown);
}

/* REPLICAOF NO ONE is what the engine is. */
static bool isNoOne(client *c) {
    bool asks = !strcmp(c->cmd->fullname, "replicaof") || !strcmp(c->cmd->fullname, "slaveof");
    return asks && !strcasecmp(objectGetVal(c->argv[1]), "no") && !strcasecmp(objectGetVal(c->argv[2]), "one");
}

/* MIGRATE of keys that are not there needs no other server: the engine says so, after it has hidden the password from
 * SLOWLOG and MONITOR. Of keys that are, only the latter. */
static bool hasNothingToMove(client *c) {
    getKeysResult keys;
    initGetKeysResult(&keys);
    bool any = false;
    for (int i = 0, n = getKeysFromCommand(c->cmd, c->argv, c->argc, &keys); i < n && !any; i++)
        any = lookupKeyReadWithFlags(c->db, c->argv[keys.keys[i].pos], LOOKUP_NOTOUCH | LOOKUP_NOSTATS) != NULL;
    getKeysFreeResult(&keys);
    for (int i = 6; any && i < c->argc && strcasecmp(objectGetVal(c->argv[i]), "keys"); i++) {
        bool both = !strcasecmp(objectGetVal(c->argv[i]), "auth2");
        if (!both && strcasecmp(objectGetVal(c->argv[i]), "auth")) continue;
        for (int secrets = both ? 2 : 1; secrets && i + 1 < c->argc; secrets--) redactClientCommandArgument(c, ++i);
    }
    return !any;
}

static void refuseCommand(client *c) {
    if (isNoOne(c)) {
        addReply(c, shared.ok);
        return;
    }
    if (!strcmp(c->cmd->fullname, "migrate") && (processThere || hasNothingToMove(c))) {
        migrateCommand(c);
        return;
    }
    if (!strcmp(c->cmd->fullname, "script|debug") && processThere && strcasecmp(objectGetVal(c->argv[2]), "yes")) {
        scriptCommand(c);
        return;
    }
    refuse(c, c->cmd->fullname, REASON(refusals, c->cmd->fullname));
}

/* Wrapped at link time rather than replaced in the table: the engine recognises DEBUG by its function when it asks
 * whether it is allowed at all. */
void __wrap_debugCommand(client *c) {
    const char *subcommand = objectGetVal(c->argv[1]), *reason = REASON(debugRefusals, subcommand);
    if (!reason) {
        __real_debugCommand(c);
        return;
    }
    sds name = sdscatprintf(sdsempty(), "debug|%s", subcommand);
    refuse(c, name, reason);
    sdsfree(name);
}

static bool switchedOff(const char *value) {
    return *value == '\0' || !strcasecmp(value, "no") || !strcmp(value, "0");
}

/* The addresses and the port are the host's; the engine knows them as it was started. */
static bool asItIs(const char *name, const char *value) {
    sds now = sdsempty();
    if (!strcasecmp(name, "port")) now = sdscatfmt(now, "%i", server.port);
    if (!strcasecmp(name, "bind"))
        for (int i = 0; i < server.bindaddr_count; i++) now = sdscatfmt(now, i ? " %s" : "%s", server.bindaddr[i]);
    bool same = sdslen(now) > 0 && !strcmp(now, value);
    sdsfree(now);
    return same;
}

static bool isFolder(const char *path) {
    char folder[MAXPATHLEN];
    return getcwd(folder, sizeof(folder)) && !strcmp(path, folder);
}

void __wrap_configSetCommand(client *c) {
    /* On its own it is done here: the engine would open its sockets anew. */
    if (!processThere && c->argc == 4 && asItIs(objectGetVal(c->argv[2]), objectGetVal(c->argv[3]))) {
        addReply(c, shared.ok);
        return;
    }
    for (int i = 2; i + 1 < c->argc; i += 2) {
        const char *name = objectGetVal(c->argv[i]), *value = objectGetVal(c->argv[i + 1]);
        const char *reason = REASON(configRefusals, name);
        if (!reason || switchedOff(value)) continue;
        /* The engine refuses this one itself, and says what would let it through. */
        bool refusesItself = server.loading || !allowProtectedAction(server.enable_protected_configs, c);
        if (!strcasecmp(name, "dir") && refusesItself) continue;
        if (!strcasecmp(name, "io-threads") && !strcmp(value, "1")) continue;
        if (!strcasecmp(name, "dir") && isFolder(value)) continue;
        addReplyErrorFormat(c, "CONFIG SET failed (possibly related to argument '%s') - %s", name, reason);
        return;
    }
    __real_configSetCommand(c);
}

/* Returns the command's entry; a name this engine version does not have is a defect of this file. */
static struct serverCommand *commandEntry(const char *name) {
    int count;
    sds *words = sdssplitlen(name, strlen(name), "|", 1, &count);
    robj *argv[2] = {NULL, NULL};
    for (int i = 0; i < count && i < 2; i++) argv[i] = createStringObject(words[i], sdslen(words[i]));
    struct serverCommand *cmd = lookupCommand(argv, count);
    for (int i = 0; i < count && i < 2; i++) decrRefCount(argv[i]);
    sdsfreesplitres(words, count);
    serverAssert(cmd != NULL);
    return cmd;
}

#define REFUSALS (sizeof(refusals) / sizeof(refusals[0]))

static serverCommandProc *refused[REFUSALS]; /* what they would do */

void commandsInit(void) {
    for (size_t i = 0; i < REFUSALS; i++) {
        struct serverCommand *cmd = commandEntry(refusals[i].command);
        refused[i] = cmd->proc;
        cmd->proc = refuseCommand;
    }
}

void commandsWithStorage(void) {
    for (size_t i = 0; i < REFUSALS; i++)
        if (wantsFiles(refusals[i].reason)) commandEntry(refusals[i].command)->proc = refused[i];
    commandEntry("replconf")->proc = replicaConfigure;
    commandEntry("sync")->proc = commandEntry("psync")->proc = replicaSync;
}

void commandsWithoutStorage(void) {
    for (size_t i = 0; i < REFUSALS; i++)
        if (wantsFiles(refusals[i].reason)) commandEntry(refusals[i].command)->proc = refuseCommand;
}
