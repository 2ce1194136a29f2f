/* What a server does with its files when it starts and when it ends, and the copy of all keys as one file (redis_dump). */
#include "server.h"
#include "host.h"

void loadDataFromDisk(void);
void aofOpenIfNeededOnServerStart(void);
int aofDelHistoryFiles(void);
int rdbSaveToFile(const char *filename);
void resetServerSaveParams(void);

/* Where the host takes a dump from, and where it puts one: see redis.h. */
#define GIVEN_DUMP "/dev/rdb"
#define TAKEN_DUMP "/dev/dump"

bool storageThere;

/* A server that is to keep an append only file and finds none begins with no keys, and overwrites the dump that it has
 * not looked at when it ends. Here the dump is loaded, and is what the append only file begins with. */
static bool isDumpAlone(void) {
    return server.aof_state == AOF_ON && !server.aof_manifest->base_aof_info &&
           !listLength(server.aof_manifest->incr_aof_list) && !fileExist(server.aof_filename) &&
           fileExist(server.rdb_filename);
}

/* As the end of main() does. What cannot be loaded ends in exit(1), and the log says why. */
void persistenceLoad(void) {
    server.aof_state = server.aof_enabled ? AOF_ON : AOF_OFF;
    server.fsynced_reploff = server.aof_enabled ? 0 : -1;
    aofLoadManifestFromDisk();
    bool dumpOnly = isDumpAlone();
    if (dumpOnly) server.aof_state = AOF_OFF;
    loadDataFromDisk();
    if (dumpOnly) {
        server.aof_state = AOF_ON;
        serverLog(LL_NOTICE, "There was no append only file: it begins with what %s has", server.rdb_filename);
    }
    aofOpenIfNeededOnServerStart();
    aofDelHistoryFiles();
}

static void loadGivenDump(void) {
    rdbSaveInfo info = RDB_SAVE_INFO_INIT;
    char file[] = GIVEN_DUMP;
    if (rdbLoad(file, &info, RDBFLAGS_NONE) == RDB_OK) return;
    serverLog(LL_WARNING, "The given dump cannot be loaded.");
    host_exit(1);
}

/* ---- what the manifest names stays ---- */

int __real_bg_unlink(const char *filename);
sds getAofManifestFileName(void);
sds makePath(char *path, char *filename);

/* Whether the manifest on the disk names this part of the append only file as one to load. When that cannot be known it
 * may be: a file too many does no harm. */
static bool isNamed(const char *part) {
    sds name = getAofManifestFileName(), path = makePath(server.aof_dirname, name);
    FILE *manifest = fopen(path, "r");
    sdsfree(name), sdsfree(path);
    if (!manifest) return errno != ENOENT;
    char line[1024];
    bool named = false;
    while (!named && fgets(line, sizeof(line), manifest)) {
        char *found = strstr(line, part);
        named = found && strchr(" \"", found[strlen(part)]) && !strstr(found, " type h");
    }
    named = named || ferror(manifest);
    fclose(manifest);
    return named;
}

/* When the engine cannot make a new manifest last, it removes the parts that only this one names, and goes on with the
 * one before. But where it was put in its place already, and what failed was to sync the folder, the next start finds the
 * new one, or either: so both are left complete. */
int __wrap_bg_unlink(const char *filename) {
    size_t length = strlen(server.aof_dirname);
    bool isPart = !strncmp(filename, server.aof_dirname, length) && filename[length] == '/';
    if (storageThere && isPart && isNamed(filename + length + 1)) return 0;
    return __real_bg_unlink(filename);
}

void persistenceStart(uint32_t flags) {
    if (flags & REDIS_STORAGE) {
        storageThere = true;
        commandsWithStorage();
        if (!(flags & REDIS_PROCESS)) persistenceLoad(); /* else the host says when, see redis_load */
    } else if (flags & REDIS_GIVEN_DUMP) {
        loadGivenDump();
    }
}

/* For an engine that goes on from a copy of another's memory: that one has the files. Nothing is written or closed. */
void persistenceLeave(void) {
    processLeave();
    if (!storageThere) return;
    storageThere = false;
    commandsWithoutStorage();
    storageLeave();
    backgroundLeave();
    server.aof_enabled = 0;
    server.aof_state = AOF_OFF;
    server.aof_fd = -1;
    server.aof_rewrite_scheduled = server.rdb_bgsave_scheduled = 0;
    sdsclear(server.aof_buf);
    resetServerSaveParams();
    childLeave();
}

EXPORT(redis_dump) int redis_dump(void) {
    if (!booted) return REDIS_ERR_STATE;
    return rdbSaveToFile(TAKEN_DUMP) == C_OK ? 0 : REDIS_ERR_FILES;
}

/* The engine's cron shuts down as its settings say for that signal; or cannot, says why, and goes on. */
EXPORT(redis_signal) int redis_signal(int interrupt) {
    if (!booted) return REDIS_ERR_STATE;
    if (server.shutdown_asap || server.shutdown_mstime) return 1;
    server.last_sig_received = interrupt ? SIGINT : SIGTERM;
    server.shutdown_asap = 1;
    return 0;
}

/* entry.c calls it for redis_shutdown. */
int persistenceEnd(void) {
    if (!storageThere) return 0;
    return prepareForShutdown(NULL, SHUTDOWN_NOW) == C_OK ? 0 : REDIS_ERR_FILES;
}
