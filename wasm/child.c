/* Processes: there are none, but the engine forks to write what it has to disk while it goes on serving. Here the host
 * copies the memory as it is at that moment, and another instance of the module does over the copy what the forked
 * process would have done (redis_child), beside this one: in a thread where there is one. */
#include "server.h"
#include "host.h"
#include <sys/wait.h>
#include <unistd.h>

#define FIRST_PID 42

int rewriteAppendOnlyFile(char *filename);
int __real_serverFork(int purpose);
int __real_rdbSaveBackground(int req, char *file, rdbSaveInfo *info, int flags);
int __real_rewriteAppendOnlyFileBackground(void);

static int purpose;       /* of the fork that is going on */
static struct saved {     /* what its file is to hold */
    int req, flags;
    bool there; /* the info is */
    rdbSaveInfo info;
} saved;
static int lastPid = FIRST_PID;
static int childPid;      /* in a copy that is a child: who it is */
static int runningPid;    /* the child that has not ended yet; 0: there is none */
static int endedPid;      /* one that has, and that the engine has not asked about */
static int endedStatus;   /* as waitpid gives it */
static int promised;      /* the purpose of one that is running by all that is said of it, and begins when the host can */

/* Who is told a process by INFO may send it signals. */
pid_t getpid(void) {
    return childPid ? childPid : (pid_t)shared_block.process_id;
}

int __wrap_serverFork(int why) {
    purpose = why;
    host_now(); /* or what came before in this call would count as the fork's time */
    return __real_serverFork(why);
}

/* What is to be saved may as well be copied a moment later: the host then has memory for the copy at hand, and the copy
 * is all that is left to wait for. Cron asks again. What replicas wait for begins at once. */
static bool mustWait(int flags) {
    return !server.current_client && !(flags & RDBFLAGS_REPLICATION) && host_child(0, (uint32_t)(uintptr_t)sbrk(0)) == -EAGAIN;
}

/* After a command of that name the child is there, as far as anyone can see. Others that fork for a client (replication,
 * CONFIG SET appendonly) count on what the moment of the fork is. */
static bool mayPromise(int what, serverCommandProc *command) {
    client *c = server.current_client;
    if (!c || !c->cmd || c->cmd->proc != command || hasActiveChildProcess()) return false;
    if (host_child(-1, (uint32_t)(uintptr_t)sbrk(0)) != -EAGAIN) return false;
    promised = server.child_type = what;
    server.child_pid = runningPid = ++lastPid;
    return true;
}

static int save(int req, char *file, rdbSaveInfo *info, int flags) {
    saved = (struct saved){.req = req, .flags = flags, .there = info != NULL};
    if (info) saved.info = *info;
    return __real_rdbSaveBackground(req, file, info, flags);
}

int __wrap_rdbSaveBackground(int req, char *file, rdbSaveInfo *info, int flags) {
    if (mayPromise(CHILD_TYPE_RDB, bgsaveCommand)) {
        server.rdb_child_type = RDB_CHILD_TYPE_DISK;
        server.rdb_save_time_start = time(NULL);
        return C_OK;
    }
    return mustWait(flags) ? C_ERR : save(req, file, info, flags);
}

int __wrap_rewriteAppendOnlyFileBackground(void) {
    if (server.aof_state == AOF_ON && mayPromise(CHILD_TYPE_AOF, bgrewriteaofCommand)) {
        server.aof_rewrite_time_start = time(NULL);
        return C_OK;
    }
    return mustWait(0) ? C_ERR : __real_rewriteAppendOnlyFileBackground();
}

/* None is running, nor is said to be. */
static void noChild(void) {
    runningPid = promised = 0;
    if (server.child_type != CHILD_TYPE_NONE) resetChildState();
    server.rdb_child_type = RDB_CHILD_TYPE_NONE;
    server.rdb_save_time_start = server.aof_rewrite_time_start = -1;
}

void childReady(void) {
    if (!promised) return;
    int what = promised;
    noChild();
    if (what == CHILD_TYPE_AOF) {
        __real_rewriteAppendOnlyFileBackground();
    } else {
        rdbSaveInfo info, *saveInfo = rdbPopulateSaveInfo(&info);
        save(REPLICA_REQ_NONE, server.rdb_filename, saveInfo, RDBFLAGS_NONE);
    }
}

/* Only what ends in a file can be done by a copy: replicas, the debugger and modules need a real process. */
pid_t fork(void) {
    if (runningPid || (purpose != CHILD_TYPE_RDB && purpose != CHILD_TYPE_AOF)) {
        errno = ENOSYS;
        return -1;
    }
    childPid = ++lastPid; /* the copy is taken with the child's own number in it */
    int error = host_child(childPid, (uint32_t)(uintptr_t)sbrk(0));
    childPid = 0;
    host_now();
    if (error < 0) {
        errno = -error;
        return -1;
    }
    return runningPid = lastPid;
}

static void noteEnd(int status) {
    endedPid = runningPid;
    endedStatus = status;
    runningPid = promised = 0;
}

/* When this returns the child touches no file any more. */
int kill(pid_t pid, int signal) {
    if (!runningPid || pid != runningPid) {
        errno = ESRCH;
        return -1;
    }
    host_child(pid, 0);
    replicaFileForget();
    noteEnd(signal);
    return 0;
}

pid_t waitpid(pid_t pid, int *status, int options) {
    UNUSED(pid), UNUSED(options);
    if (!endedPid) {
        if (runningPid) return 0;
        errno = ECHILD;
        return -1;
    }
    int ended = endedPid;
    *status = endedStatus;
    endedPid = 0;
    return ended;
}

void childLeave(void) {
    endedPid = 0;
    noChild();
}

/* ---- what the host calls ---- */

/* What serverFork does in a child, and its caller after it. */
EXPORT(redis_child) int redis_child(void) {
    if (!childPid) return REDIS_ERR_STATE;
    server.in_fork_child = purpose;
    server.child_info_pipe[0] = server.child_info_pipe[1] = -1; /* nobody reads it */
    updateDictResizePolicy();
    if (replicaFileWanted()) return replicaFileWrite() == C_OK ? 0 : 1;
    if (purpose == CHILD_TYPE_RDB) {
        rdbSaveInfo *info = saved.there ? &saved.info : NULL;
        return rdbSave(saved.req, server.rdb_filename, info, saved.flags) == C_OK ? 0 : 1;
    }
    char file[64];
    snprintf(file, sizeof(file), "temp-rewriteaof-bg-%d.aof", childPid);
    if (rewriteAppendOnlyFile(file) != C_OK) return 1;
    serverLog(LL_NOTICE, "Successfully created the temporary AOF base file %s", file);
    return 0;
}

/* entry.c calls it for redis_child_ended. */
void childEnded(int pid, int status) {
    if (pid != runningPid) return; /* killed meanwhile */
    noteEnd(status < 0 ? SIGABRT : status << 8);
    if (replicaFileWanted()) replicaFileDone(checkChildrenDone);
    else checkChildrenDone();
}
