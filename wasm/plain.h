/* The short way of an ordinary command. Include server.h first. */
#ifndef WASM_PLAIN_H
#define WASM_PLAIN_H

#include <stdbool.h>

typedef union plainFlags {
    struct ClientFlags flag;
    uint64_t words[2];
} plainFlags;

/* Whether the client is in the middle of nothing, and nothing that it is changes how a command is carried out. */
static inline bool plainClient(const client *c) {
    static const plainFlags harmless = {.flag = {.authenticated = 1,
                                                 .ever_authenticated = 1,
                                                 .unix_socket = 1,
                                                 .no_evict = 1,
                                                 .no_touch = 1,
                                                 .dirty_cas = 1,
                                                 .pending_write = 1,
                                                 .buf_encoded = 1,
                                                 .buffered_reply = 1,
                                                 .keyspace_notified = 1}};
    return !((c->raw_flag1 & ~harmless.words[0]) | (c->raw_flag2 & ~harmless.words[1])) && !c->cmd && !c->repl_data &&
           !c->slot_migration_job;
}

/* Commands whose duration is worth a call to the host. Those flagged fast are O(1) or O(log N); SET is not flagged,
 * because it may free a large value, and scripts refresh through scriptInterrupt. */
static inline bool takesLong(const struct serverCommand *cmd) {
    if (cmd->flags & CMD_FAST) return false;
    return cmd->proc != setCommand && cmd->proc != evalCommand && cmd->proc != evalShaCommand &&
           cmd->proc != fcallCommand;
}

/* Carries out the client's parsed command as processCommand does. False, with nothing done, where it is not ordinary. */
bool plainCommand(client *c);

/* faults.c: whether commands run without being looked at first, by the host or because memory is short. */
bool commandsPass(void);

#endif
