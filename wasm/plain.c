/* The short way of an ordinary command. Most commands read or write keys, for a client that is in the middle of nothing,
 * on an engine that nobody replicates, watches or limits. processCommand and call ask some sixty questions whose answers
 * are the same for all of these. Here those are asked together, a few words of memory, and what is left of the two is
 * done in the same order. Whoever needs more goes the engine's own way.
 *
 * What the two functions do besides, for any client, is in this file, too: statistics, latency and command logs, the
 * clocks, propagation. A change to them in a new version of the engine is a change here. */
#include "server.h"
#include "cluster.h"
#include "latency.h"
#include "host.h"
#include "plain.h"

extern int ProcessingEventsWhileBlocked;
bool aclAllowsAll(const user *u);                          /* patched into acl.c */
void lrulfu_updateClockAndPolicy(long long mstime, bool lfu);

/* ---- who goes this way ---- */

/* Commands that do more than read or write keys: they block, run others, or belong to an administrator. */
#define UNUSUAL_COMMAND                                                                                                \
    (CMD_MODULE | CMD_ADMIN | CMD_NOSCRIPT | CMD_BLOCKING | CMD_SKIP_MONITOR | CMD_SKIP_COMMANDLOG | CMD_NO_AUTH |     \
     CMD_MAY_REPLICATE | CMD_PROTECTED | CMD_NO_MULTI | CMD_ALL_DBS)

static bool ordinaryCommand(const struct serverCommand *cmd) {
    return (cmd->flags & (CMD_READONLY | CMD_WRITE)) && !(cmd->flags & UNUSUAL_COMMAND) && !cmd->get_dbid_args &&
           !cmd->subcommands_ht;
}

static bool ordinaryClient(const client *c) {
    return plainClient(c) && c->parsed_cmd && !(c->read_flags & (READ_FLAGS_BAD_ARITY | READ_FLAGS_AUTH_REQUIRED)) &&
           c->conn && !c->original_argv && !c->duration;
}

static bool ordinaryServer(void) {
    return !(server.execution_nesting | ProcessingEventsWhileBlocked | server.cluster_enabled | server.loading |
             server.async_loading | (int)server.paused_actions | server.client_pause_in_transaction |
             server.repl_min_replicas_to_write | (int)server.tracking_clients | server.busy_module_yield_flags) &&
           !server.primary_host && !server.maxmemory_clients && !listLength(server.monitors);
}

/* A limit that is not reached asks nothing of a command. */
static bool memoryLeft(void) {
    return !server.maxmemory || zmalloc_used_memory() <= server.maxmemory;
}

static bool ordinary(const client *c) {
    return ordinaryClient(c) && ordinaryCommand(c->parsed_cmd) && ordinaryServer() && memoryLeft() &&
           (!(c->parsed_cmd->flags & CMD_WRITE) || !writeCommandsDeniedByDiskError()) && (!c->user || aclAllowsAll(c->user));
}

/* ---- what is done around every command ---- */

/* As enterExecutionUnit: commands see the time at which they began. */
static void beginUnit(void) {
    static int policy = -1; /* that the clock of LRU and LFU was told of */
    long long us = (long long)shared_block.wall_us;
    if ((unsigned long long)(us - server.mstime * 1000) >= 1000 || policy != server.maxmemory_policy) {
        policy = server.maxmemory_policy;
        server.mstime = us / 1000;
        server.unixtime = server.mstime / 1000;
        lrulfu_updateClockAndPolicy(server.mstime, (policy & MAXMEMORY_FLAG_LFU) != 0);
    }
    server.ustime = us;
    server.cmd_time_snapshot = server.mstime;
    server.execution_nesting++;
}

static bool isLogged(int type, long long value) {
    const commandlog *log = &server.commandlog[type];
    return log->threshold >= 0 && (value >= log->threshold || listLength(log->entries) > log->max_len);
}

static void keepStatistics(client *c, struct serverCommand *cmd) {
    if (isLogged(COMMANDLOG_TYPE_SLOW, (long long)c->duration) ||
        isLogged(COMMANDLOG_TYPE_LARGE_REQUEST, (long long)c->net_input_bytes_curr_cmd) ||
        isLogged(COMMANDLOG_TYPE_LARGE_REPLY, (long long)c->net_output_bytes_curr_cmd))
        commandlogPushCurrentCommand(c, cmd);
    cmd->calls++;
    cmd->microseconds += c->duration;
    if (server.latency_tracking_enabled) updateCommandLatencyHistogram(&cmd->latency_histogram, (int64_t)c->duration * 1000);
    c->duration = 0;
    c->commands_processed++;
    server.stat_numcommands++;
}

static void propagate(client *c, bool dirty) {
    int to = dirty ? PROPAGATE_AOF | PROPAGATE_REPL : PROPAGATE_NONE;
    if (c->flag.force_repl) to |= PROPAGATE_REPL;
    if (c->flag.force_aof) to |= PROPAGATE_AOF;
    if (c->flag.prevent_repl_prop) to &= ~PROPAGATE_REPL;
    if (c->flag.prevent_aof_prop) to &= ~PROPAGATE_AOF;
    if (to != PROPAGATE_NONE && !c->flag.prevent_prop) alsoPropagate(c->db->id, c->argv, c->argc, to, c->slot);
    c->flag.force_aof = c->flag.force_repl = c->flag.prevent_prop = 0;
}

static void carryOut(client *c) {
    struct serverCommand *cmd = c->cmd = c->lastcmd = c->realcmd = c->parsed_cmd;
    long long dirty = server.dirty, errors = server.stat_total_error_replies, offset = server.primary_repl_offset;
    bool timed = takesLong(cmd); /* elsewhere the clock stands still meanwhile */
    c->redact_arg_bitmap = 0;
    c->flag.buffered_reply = 0;
    c->flag.keyspace_notified = 0;
    c->flag.executing_command = 1;
    if (server.maxmemory) server.pre_command_oom_state = 0;
    server.executing_client = c;
    beginUnit();
    monotime began = timed ? getMonotonicUs() : 0;
    cmd->proc(c);
    server.execution_nesting--;
    long long duration = timed ? (long long)(getMonotonicUs() - began) : 0;
    if (server.stat_total_error_replies > errors || c->deferred_reply_errors) cmd->failed_calls++;
    latencyAddSampleIfNeeded((cmd->flags & CMD_FAST) ? "fast-command" : "command", duration);
    durationAddSample(EL_DURATION_TYPE_CMD, (monotime)duration);
    c->duration += (long)duration;
    if (!c->flag.blocked) { /* what waits is counted when it goes on */
        c->flag.executing_command = 0;
        keepStatistics(c, cmd);
    }
    propagate(c, server.dirty > dirty);
    size_t used = zmalloc_used_memory();
    if (used > server.stat_peak_memory) server.stat_peak_memory = used;
    if (server.also_propagate.numops || listLength(server.tracking_pending_keys) ||
        listLength(server.pending_push_messages))
        afterCommand(c);
    if (offset != server.primary_repl_offset) c->woff = server.primary_repl_offset;
    server.executing_client = NULL;
    if (listLength(server.ready_keys)) handleClientsBlockedOnKeys();
}

bool plainCommand(client *c) {
    if (!ordinary(c)) return false;
    carryOut(c);
    return true;
}
