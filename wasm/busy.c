/* Others are heard while one command keeps the engine busy: a script that has run for busy-reply-threshold, a file that is
 * loaded while the engine runs. A server reads its sockets there; here the host is asked (output(0)), and may hand in
 * what it can get hold of without an event loop. The engine itself answers with -BUSY or -LOADING, but for the few
 * commands that are allowed then, such as SCRIPT KILL. */
#include "server.h"
#include "stream.h"

extern int ProcessingEventsWhileBlocked;
void __real_processEventsWhileBlocked(void);

/* What the command that keeps the engine busy has not read yet lies in the input buffer: others get one of their own. */
static void hearOthers(void) {
    uint8_t *input = shared_block.input;
    uint32_t size = shared_block.input_size;
    hostStream *was = streamSetAside(NULL);
    shared_block.input = NULL;
    shared_block.input_size = 0;
    mstime_t snapshot = server.cmd_time_snapshot;
    updateCachedTime(0);
    server.cmd_time_snapshot = server.mstime;
    ProcessingEventsWhileBlocked++;
    entryOpen(true);
    host_output(0);
    entryOpen(false);
    ProcessingEventsWhileBlocked--;
    server.cmd_time_snapshot = snapshot;
    free(shared_block.input);
    shared_block.input = input;
    shared_block.input_size = size;
    streamSetAside(was);
}

void __wrap_processEventsWhileBlocked(void) {
    if (booted) hearOthers();
    __real_processEventsWhileBlocked();
}

/* The client of a script has no read handler until the script is done: what is handed in for it now would be lost. */
EXPORT(redis_hears) int redis_hears(int id) {
    hostStream *s = streamOfId(id);
    if (!booted || !s) return booted ? REDIS_ERR_CONNECTION : REDIS_ERR_STATE;
    return s->conn && s->conn->read_handler && !streamIsAside(s);
}
