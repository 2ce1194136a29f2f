/* Replicas of this engine, over connections that the host serves. The engine sends them a file that a copy of it has
 * written (child.c), and then its stream of commands: the one that BGSAVE writes with `repl-diskless-sync no`, otherwise
 * one of its own, which is removed as soon as they have it open. A server's copy would write into their sockets instead.
 * The engine itself is nobody's replica: it opens no connections. */
#include "server.h"
#include "stream.h"
#include <unistd.h>

#define SYNC_FILE "temp-sync.rdb"

static struct {
    bool going; /* a copy writes it */
    bool handed; /* it is being handed to them */
    int req, version;
    rdbSaveInfo info;
} asked;

/* One connection is enough: the second would be one that the copy writes into. */
void replicaConfigure(client *c) {
    replconfCommand(c);
    if (c->repl_data) c->repl_data->replica_capa &= ~REPLICA_CAPA_DUAL_CHANNEL;
}

/* What comes after is no reply any more. A client in this process would wait for ever. */
void replicaSync(client *c) {
    const hostStream *s = c->conn ? ((streamConnection *)c->conn)->s : NULL;
    if (s && s->addresses) syncCommand(c);
    else addReplyError(c, "SYNC and PSYNC are for replicas that connect to a server");
}

int __wrap_rdbSaveToReplicasSockets(int req, int version, rdbSaveInfo *info) {
    if (hasActiveChildProcess()) return C_ERR;
    asked.req = req;
    asked.version = version;
    asked.info = *info;
    asked.going = true;
    pid_t pid = serverFork(CHILD_TYPE_RDB);
    if (pid == -1) {
        serverLog(LL_WARNING, "Can't save in background: fork: %s", strerror(errno));
        asked.going = false;
        return C_ERR;
    }
    serverLog(LL_NOTICE, "Background RDB transfer started by pid %ld", (long)pid);
    server.rdb_save_time_start = time(NULL);
    server.rdb_child_type = RDB_CHILD_TYPE_DISK;
    listIter li;
    listNode *ln;
    listRewind(server.replicas, &li);
    while ((ln = listNext(&li))) {
        client *replica = ln->value;
        if (replica->repl_data->repl_state != REPLICA_STATE_WAIT_BGSAVE_START) continue;
        if (replica->repl_data->replica_req != req || replicaRdbVersion(replica) != version) continue;
        replicationSetupReplicaForFullResync(replica, getPsyncInitialOffset());
    }
    return C_OK;
}

bool replicaFileWanted(void) {
    return asked.going;
}

int replicaFileWrite(void) {
    rio rdb;
    int error = 0;
    FILE *file = fopen(SYNC_FILE, "w");
    if (!file) return C_ERR;
    rioInitWithFile(&rdb, file);
    int result = rdbSaveRio(asked.req, asked.version, &rdb, &error, RDBFLAGS_REPLICATION, &asked.info);
    if (result == C_OK && fflush(file)) result = C_ERR;
    fclose(file);
    if (result != C_OK) serverLog(LL_WARNING, "Write error while saving the keys for replicas: %s", strerror(errno));
    return result;
}

/* The engine takes it for a save in the background, which it is not: no key is safer for it. */
void replicaFileDone(void (*done)(void)) {
    asked.going = false;
    asked.handed = true;
    char name[] = SYNC_FILE, *file = server.rdb_filename;
    time_t saved = server.lastsave;
    int status = server.lastbgsave_status;
    server.rdb_filename = name;
    server.dirty_before_bgsave = 0;
    done();
    server.rdb_filename = file;
    server.lastsave = saved;
    server.lastbgsave_status = status;
    asked.handed = false;
    unlink(SYNC_FILE);
    replicationStartPendingFork();
}

void __real_replicationStartPendingFork(void);

/* The next copy must not be taken while the file stands in for the engine's own. */
void __wrap_replicationStartPendingFork(void) {
    if (!asked.handed) __real_replicationStartPendingFork();
}

void replicaFileForget(void) {
    if (asked.going) unlink(SYNC_FILE);
    asked.going = false;
}
