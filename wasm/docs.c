/* COMMAND DOCS, whose tables of arguments are in memory only when somebody has asked for them. */
#include "server.h"
#include "host.h"

void __real_commandDocsCommand(client *c);

/* scripts/build-bake.mjs has this function lay out the data between __start_docs and __stop_docs before all else. They
 * never change, so it does no harm that each call does it again. */
EXPORT(redis_command_docs) void __wrap_commandDocsCommand(client *c) {
    __real_commandDocsCommand(c);
}
