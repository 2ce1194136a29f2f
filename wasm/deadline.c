/* Scripts that run too long. With one thread nobody can send SCRIPT KILL while a script runs, so the host may say before
 * how long one may: then it ends as SCRIPT KILL would end it, also when it has written already, which SCRIPT KILL
 * refuses. What it wrote stays, as it does when a script fails.
 *
 * Time here is the host's real time, however its clock is turned for the engine. */
#include "server.h"
#include "script.h"
#include "host.h"

uint64_t scriptDeadline; /* microseconds; 0: any time */
static uint64_t began;
static bool ended; /* the script that runs has been told */

EXPORT(redis_limit_scripts) int redis_limit_scripts(uint32_t milliseconds) {
    scriptDeadline = (uint64_t)milliseconds * 1000;
    return 0;
}

int __real_scriptPrepareForRun(scriptRunCtx *ctx, scriptingEngine *engine, client *caller, const char *name,
                               uint64_t flags, int ro);

int __wrap_scriptPrepareForRun(scriptRunCtx *ctx, scriptingEngine *engine, client *caller, const char *name,
                               uint64_t flags, int ro) {
    if (scriptDeadline) {
        host_now();
        began = shared_block.real_us;
        ended = false;
    }
    return __real_scriptPrepareForRun(ctx, engine, caller, name, flags, ro);
}

bool scriptOutOfTime(void) {
    if (!scriptDeadline || !scriptIsRunning()) return false;
    host_now();
    if (shared_block.real_us - began < scriptDeadline) return false;
    if (!ended) {
        ended = true;
        serverLog(LL_WARNING, "A script was ended because it ran longer than scriptTimeout allows: %llu ms.",
                  (unsigned long long)(scriptDeadline / 1000));
    }
    return true;
}
