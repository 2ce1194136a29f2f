/* The engine's background jobs. There is one thread: a job is done where it is ordered, or, when it only frees memory,
 * in slices (garbage.c). */
#include "server.h"
#include "garbage.h"
#include <stdarg.h>

void bioInit(void) {
}

unsigned long bioPendingJobsOfType(int type) {
    return type == BIO_LAZY_FREE && garbageLeft();
}

void bioDrainWorker(int type) {
    if (type == BIO_LAZY_FREE) garbageAll();
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

/* Returns what the engine's own job records after an fsync: the error, or how far the log is safe. */
static void syncFile(int fd, long long offset) {
    if (fsync(fd) == -1 && errno != EBADF && errno != EINVAL) {
        server.aof_bio_fsync_errno = errno;
        server.aof_bio_fsync_status = C_ERR;
        return;
    }
    server.aof_bio_fsync_status = C_OK;
    server.fsynced_reploff_pending = offset;
}

void bioCreateCloseJob(int fd, int need_fsync, int need_reclaim_cache) {
    UNUSED(need_reclaim_cache);
    if (need_fsync) fsync(fd);
    close(fd);
}

void bioCreateCloseAofJob(int fd, long long offset, int need_reclaim_cache) {
    UNUSED(need_reclaim_cache);
    syncFile(fd, offset);
    close(fd);
}

void bioCreateFsyncJob(int fd, long long offset, int need_reclaim_cache) {
    UNUSED(need_reclaim_cache);
    syncFile(fd, offset);
}

void bioCreateSaveRDBToDiskJob(connection *conn, int is_dual_channel) {
    UNUSED(conn), UNUSED(is_dual_channel);
}

void bioCreateTlsReloadJob(void) {
}
