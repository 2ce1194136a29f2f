/* The engine's background jobs. There is one thread: a job is done where it is ordered; when it only frees memory, in
 * slices (garbage.c); and the fsync of every second in a thread of the host's, where it has one. */
#include "server.h"
#include "garbage.h"
#include "host.h"
#include <stdarg.h>

void bioInit(void) {
}

/* The fsync that goes on in the host's thread. */
static int syncing = -1; /* the file; -1: there is none */
static long long syncingUpTo;

static void noteSync(int error, long long offset);

/* Of fsyncs: also asks the host, which ends one here and now when its thread cannot tell us of the end. */
unsigned long bioPendingJobsOfType(int type) {
    if (type == BIO_LAZY_FREE) return garbageLeft();
    if (type != BIO_AOF_FSYNC || syncing == -1) return 0;
    int state = storageSyncLater(syncing);
    if (state > 0) return 1;
    noteSync(-state, syncingUpTo);
    return 0;
}

void bioDrainWorker(int type) {
    if (type == BIO_LAZY_FREE) garbageAll();
    if (type == BIO_AOF_FSYNC && syncing != -1) noteSync(fsync(syncing) == -1 ? errno : 0, syncingUpTo);
}

void bioKillThreads(void) {
}

int inBioThread(void) {
    return 0;
}

void bioCreateLazyFreeJob(lazy_free_fn free_fn, int arg_count, ...) {
    void *args[8];
    serverAssert(arg_count <= 8);
    va_list list;
    va_start(list, arg_count);
    for (int i = 0; i < arg_count; i++) args[i] = va_arg(list, void *);
    va_end(list);
    garbageAdd(free_fn, args, arg_count);
}

/* What the engine's own job records after an fsync: the error, or how far the log is safe. */
static void noteSync(int error, long long offset) {
    syncing = -1;
    if (error && error != EBADF && error != EINVAL) {
        if (server.aof_bio_fsync_status == C_OK) serverLog(LL_WARNING, "Fail to fsync the AOF file: %s", strerror(error));
        server.aof_bio_fsync_errno = error;
        server.aof_bio_fsync_status = C_ERR;
        return;
    }
    server.aof_bio_fsync_status = C_OK;
    server.fsynced_reploff_pending = offset;
}

void __real_flushAppendOnlyFile(int force);

/* With nothing to write, the engine takes all for safe although an fsync goes on: WAITAOF would be answered too early. */
void __wrap_flushAppendOnlyFile(int force) {
    long long safe = server.fsynced_reploff_pending;
    __real_flushAppendOnlyFile(force);
    if (syncing != -1) server.fsynced_reploff_pending = safe;
}

void backgroundSynced(int fd, int error) {
    if (fd == syncing) noteSync(error, syncingUpTo); /* else it was closed meanwhile, or is safe already */
}

void backgroundLeave(void) {
    syncing = -1;
}

void bioCreateCloseJob(int fd, int need_fsync, int need_reclaim_cache) {
    UNUSED(need_reclaim_cache);
    if (need_fsync) fsync(fd);
    close(fd);
}

void bioCreateCloseAofJob(int fd, long long offset, int need_reclaim_cache) {
    UNUSED(need_reclaim_cache);
    noteSync(fsync(fd) == -1 ? errno : 0, offset);
    close(fd);
}

void bioCreateFsyncJob(int fd, long long offset, int need_reclaim_cache) {
    UNUSED(need_reclaim_cache);
    int state = storageSyncLater(fd);
    if (state <= 0) {
        noteSync(-state, offset);
        return;
    }
    syncing = fd;
    syncingUpTo = offset;
}

void bioCreateSaveRDBToDiskJob(connection *conn, int is_dual_channel) {
    UNUSED(conn), UNUSED(is_dual_channel);
}

void bioCreateTlsReloadJob(void) {
}
