/* Boot: what the server's main() does, without a process, files, sockets and threads around it.
 *
 * It has two halves. The first makes what is the same in every engine: the command table, the defaults, Lua. The build
 * runs it once and bakes the memory that it leaves into redis.wasm, so an instance begins where it ended. The second
 * makes what must be an engine's own: its seeds, its ids, its times. */
#include "server.h"
#include "connection.h"
#include "eval.h"
#include "host.h"

/* The engine does not declare these for others. */
void initServerConfig(void);
void initServer(void);
void InitServerLast(void);
void loadServerConfigFromString(sds config);
void moduleInitModulesSystem(void);
void moduleInitModulesSystemLast(void);
int moduleLoadStatic(const char *name, void **argv, int argc, int loadex);

bool booted;

/* Where this differs from the server's defaults it is because there is one process, one thread and no disk; and
 * payloads given to RESTORE are checked in full, since a crash here is a crash in the caller's process. */
static const char baseConfig[] = "save \"\"\n"
                                 "port 0\n"
                                 "daemonize no\n"
                                 "set-proc-title no\n"
                                 "always-show-logo no\n"
                                 "io-threads 1\n"
                                 "maxmemory 256mb\n"
                                 "sanitize-dump-payload yes\n";

static int pollNothing(aeEventLoop *el) {
    UNUSED(el);
    return 0;
}

/* Hash seeds must differ from engine to engine, or whoever knows one knows what keys collide in all of them. What the
 * image's tables were built with stays valid all the same: those are keyed without regard to case, and their hash
 * function has a seed of its own. An engine's snapshots keep its seeds, because they keep its tables. */
static void seedHashes(void) {
    uint8_t seed[16];
    host_random(seed, sizeof(seed));
    dictSetHashFunctionSeed(seed);
    hashtableSetHashFunctionSeed(seed);
}

static void seedRandom(void) {
    uint64_t seed;
    uint8_t bytes[64];
    char hex[2 * sizeof(bytes) + 1];
    host_random(&seed, sizeof(seed));
    host_random(bytes, sizeof(bytes));
    for (size_t i = 0; i < sizeof(hex) - 1; i++) hex[i] = "0123456789abcdef"[bytes[i / 2] >> (i % 2 ? 0 : 4) & 15];
    srand((unsigned)seed);
    srandom((unsigned)(seed >> 32));
    init_genrand64(seed);
    setRandomSeedCString(hex, sizeof(hex) - 1);
}

uint64_t siphash_nocase(const uint8_t *in, size_t size, const uint8_t *key);

uint64_t __wrap_dictGenCaseHashFunction(const unsigned char *text, size_t size) {
    static const uint8_t key[16] = "names of things";
    return siphash_nocase(text, size, key);
}

/* The first half: the same in every engine. */
static void bootCommon(void) {
    crc64_init();
    server.umask = 0077;
    server.sentinel_mode = 0;
    initServerConfig();
    ACLInit();
    moduleInitModulesSystem();
    connTypeInitialize();
    server.executable = zstrdup("wasm-redis");
    server.exec_argv = zcalloc(sizeof(char *) * 2);
    server.exec_argv[0] = zstrdup(server.executable);

    sds text = sdsnew(baseConfig);
    loadServerConfig(NULL, 0, text);
    sdsfree(text);

    initServer();
    aeSetCustomPollProc(server.el, pollNothing);
    moduleInitModulesSystemLast();
    ACLLoadUsersAtStartup();
    if (moduleLoadStatic("lua", NULL, 0, 0) != C_OK) serverPanic("the Lua engine did not load");
    server.lua_insecure_api_current = server.lua_enable_insecure_api;
    InitServerLast();
    commandsInit();
}

static bool imaged; /* this memory comes out of redis_bake */

/* Frees leave their bytes behind; what is not zero is baked in. */
static void clearFreeMemory(void) {
    void *held[64];
    int count = 0;
    for (size_t size = 1 << 20; size >= 64 && count < 64; size /= 2) {
        uint8_t *p = malloc(size);
        if (!p) continue;
        memset(p, 0, size);
        held[count++] = p;
    }
    while (count) free(held[--count]);
}

EXPORT(redis_bake) int redis_bake(void) {
    if (imaged || booted) return REDIS_ERR_STATE;
    clockInit();
    bootCommon();
    clearFreeMemory();
    imaged = true;
    return 0;
}

/* Boot runs commands of its own, slowly while the host still compiles the code: a fresh engine's log has none. */
static void forgetSlowBoot(void) {
    for (int i = 0; i < COMMANDLOG_TYPE_NUM; i++) {
        listEmpty(server.commandlog[i].entries);
        server.commandlog[i].entry_id = 0;
    }
}

#define CONFIG_FILE "#file "

/* What the server reads from its configuration file only. A bad line ends in exit(1). */
static void configureBoot(const char *config, uint32_t length) {
    sds text = sdsnewlen(config, length);
    size_t path = strlen(CONFIG_FILE);
    if (!strncmp(text, CONFIG_FILE, path)) {
        size_t line = strcspn(text, "\n");
        server.configfile = configFile = zstrdup(text);
        server.configfile[line] = '\0';
        memmove(server.configfile, server.configfile + path, line - path + 1);
        memset(text, ' ', line);
    }
    loadServerConfigFromString(text);
    sdsfree(text);
    if (server.maxmemory_clients != 0) initServerClientMemUsageBuckets();
    if (server.lua_insecure_api_current != server.lua_enable_insecure_api) {
        evalReset(0); /* Lua's globals were made without them */
        server.lua_insecure_api_current = server.lua_enable_insecure_api;
    }
    if (server.config_databases == server.dbnum) return;
    serverDb **databases = zcalloc(sizeof(*databases) * server.config_databases);
    int kept = server.dbnum < server.config_databases ? server.dbnum : server.config_databases;
    memcpy(databases, server.db, sizeof(*databases) * kept);
    zfree(server.db);
    server.db = databases;
    server.dbnum = server.config_databases;
}

/* What no two engines share: what they are called, and the random numbers they draw. */
void bootIdentity(void) {
    seedRandom();
    getRandomHexChars(server.runid, CONFIG_RUN_ID_SIZE);
    changeReplicationId();
    server.stat_starttime = time(NULL);
}

static void bootTimersIn(uint64_t us) {
    for (aeTimeEvent *te = server.el->timeEventHead; te; te = te->next) te->when = shared_block.mono_us + us;
}

/* The image's timers are due since it was made. They begin anew, so that the first command comes before cron. */
void bootTimers(void) {
    bootTimersIn(1000000 / server.hz);
}

/* The second half: an engine's own. */
static void bootOwn(void) {
    clockEntered();
    server.pid = getpid();
    seedHashes();
    bootIdentity();
    updateCachedTime(1);
    server.lastsave = server.lastbgsave_try = server.repl_no_replicas_since = time(NULL);
    forgetSlowBoot();
    bootTimers();
}

EXPORT(redis_init) int redis_init(const char *config, uint32_t length, uint32_t flags) {
    if (booted) return REDIS_ERR_STATE;
    if (!imaged) {
        clockInit();
        bootCommon();
    }
    bootOwn();
    if (config && length) configureBoot(config, length);
    if (*server.acl_filename) ACLLoadUsersAtStartup();
    if (flags & REDIS_PROCESS) processStart();
    persistenceStart(flags);
    if (flags & REDIS_STORAGE) bootTimersIn(1000); /* as a server's, whose keys may have expired before it was started */
    booted = true;
    server.stat_active_time = (ustime_t)clockSpent();
    return redis_reserve(1);
}
