/* Boot: what the server's main() does, without a process, files, sockets and threads around it. */
#include "server.h"
#include "connection.h"
#include "host.h"

/* The engine does not declare these for others. */
void initServerConfig(void);
void initServer(void);
void InitServerLast(void);
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

static void seedEverything(void) {
    uint64_t seed;
    uint8_t hashSeed[16];
    host_random(&seed, sizeof(seed));
    host_random(hashSeed, sizeof(hashSeed));
    srand((unsigned)seed);
    srandom((unsigned)(seed >> 32));
    init_genrand64(seed);
    dictSetHashFunctionSeed(hashSeed);
    hashtableSetHashFunctionSeed(hashSeed);
}

/* Boot runs commands of its own, slowly while the host still compiles the code: a fresh engine's log has none. */
static void forgetSlowBoot(void) {
    for (int i = 0; i < COMMANDLOG_TYPE_NUM; i++) {
        listEmpty(server.commandlog[i].entries);
        server.commandlog[i].entry_id = 0;
    }
}

EXPORT(redis_init) int redis_init(const char *config, uint32_t length) {
    if (booted) return REDIS_ERR_STATE;
    clockInit();
    clockEntered();
    seedEverything();
    crc64_init();
    server.umask = 0077;
    server.sentinel_mode = 0;
    initServerConfig();
    server.pid = getpid();
    ACLInit();
    moduleInitModulesSystem();
    connTypeInitialize();
    server.executable = zstrdup("wasm-redis");
    server.exec_argv = zcalloc(sizeof(char *) * 2);
    server.exec_argv[0] = zstrdup(server.executable);

    sds text = sdsnew(baseConfig);
    if (config && length) text = sdscatlen(text, config, length);
    loadServerConfig(NULL, 0, text);
    sdsfree(text);

    initServer();
    aeSetCustomPollProc(server.el, pollNothing);
    moduleInitModulesSystemLast();
    ACLLoadUsersAtStartup();
    if (moduleLoadStatic("lua", NULL, 0, 0) != C_OK) return REDIS_ERR_BOOT;
    server.lua_insecure_api_current = server.lua_enable_insecure_api;
    InitServerLast();
    commandsInit();
    forgetSlowBoot();
    booted = true;
    return redis_reserve(1);
}
