/* Time. The host writes wall and monotonic microseconds into the shared struct before it enters the engine, and every
 * clock of the engine reads them there: a quick command costs no call to the host, and a host that turns its clock
 * turns expiry, TIME, timeouts and stream ids together.
 *
 * Work that takes long has to see time pass all the same (script deadlines, time-sliced expiry and rehashing, the
 * durations in SLOWLOG): there the clocks are refreshed through host.now. */
#include "server.h"
#include "script.h"
#include "garbage.h"
#include "plain.h"
#include <sys/resource.h>
#include <sys/time.h>
#include <time.h>

redis_shared shared_block;

/* One command reads the monotonic clock twice, a turn of the event loop a few times. More readings than this without
 * a command in between are a loop that watches its time slice. */
#define UNREFRESHED_READINGS 8

static uint64_t lastReading;
static long long commandsAtReading;
static int readings;
static bool fresh;
static uint64_t enteredAt;
uint32_t clockEntry;

static void clockRefresh(void) {
    host_now();
    fresh = false;
}

void clockEntered(void) {
    fresh = true;
    readings = 0;
    enteredAt = shared_block.mono_us;
    clockEntry++;
}

void clockAnew(void) {
    lastReading = 0;
    clockEntered();
}

void clockWatch(void) {
    readings = UNREFRESHED_READINGS;
    commandsAtReading = server.stat_numcommands;
}

uint64_t clockSpent(void) {
    clockRefresh();
    return shared_block.mono_us > enteredAt ? shared_block.mono_us - enteredAt : 0;
}

static monotime readMonotonic(void) {
    const client *c = server.executing_client;
    if (server.stat_numcommands != commandsAtReading) {
        commandsAtReading = server.stat_numcommands;
        readings = 0;
    }
    if (++readings > UNREFRESHED_READINGS || (c && c->cmd && takesLong(c->cmd))) {
        if (!fresh) clockRefresh();
        fresh = false;
    }
    /* The engine subtracts readings without a check, so a host clock that steps back must not show. */
    if (shared_block.mono_us > lastReading) lastReading = shared_block.mono_us;
    return lastReading;
}

/* Must come before monotonicInit(), which keeps a pointer that is already set. */
void clockInit(void) {
    getMonotonicUs = readMonotonic;
}

/* The engine derives ustime from the monotonic clock to save a system call; here reading the wall clock is free. */
long long __wrap_ustime(void) {
    return (long long)shared_block.wall_us;
}

static mstime_t ahead;

mstime_t __wrap_mstime(void) {
    return (mstime_t)(shared_block.wall_us / 1000) + ahead;
}

void clockTimeouts(void) {
    ahead = 1;
    handleBlockedClientsTimeout();
    ahead = 0;
}

/* What INFO and the log call the monotonic clock. */
const char *__wrap_monotonicInfoString(void) {
    return "host clock";
}

int __real_scriptInterrupt(scriptRunCtx *ctx);

/* Called by Lua every 100,000 instructions: here a script notices that it has run too long. */
int __wrap_scriptInterrupt(scriptRunCtx *ctx) {
    clockRefresh();
    return scriptOutOfTime() ? SCRIPT_KILL : __real_scriptInterrupt(ctx);
}

/* ---- the C library's clocks; musl calls the names with underscores itself ---- */

#ifdef __wasm__
int __clock_gettime(clockid_t id, struct timespec *t) {
    uint64_t us = id == CLOCK_REALTIME ? shared_block.wall_us : shared_block.mono_us;
    t->tv_sec = (time_t)(us / 1000000);
    t->tv_nsec = (long)(us % 1000000 * 1000);
    return 0;
}

int clock_gettime(clockid_t id, struct timespec *t) {
    return __clock_gettime(id, t);
}

int clock_getres(clockid_t id, struct timespec *t) {
    UNUSED(id);
    t->tv_sec = 0;
    t->tv_nsec = 1000;
    return 0;
}

/* getTimeZone() passes no `tv` and reads `tz`: UTC. */
int gettimeofday(struct timeval *restrict tv, void *restrict tz) {
    if (tz) memset(tz, 0, sizeof(struct timezone));
    if (tv) {
        tv->tv_sec = (time_t)(shared_block.wall_us / 1000000);
        tv->tv_usec = (suseconds_t)(shared_block.wall_us % 1000000);
    }
    return 0;
}

time_t time(time_t *t) {
    time_t s = (time_t)(shared_block.wall_us / 1000000);
    if (t) *t = s;
    return s;
}

clock_t clock(void) {
    return (clock_t)shared_block.mono_us;
}

double emscripten_get_now(void) {
    return (double)shared_block.mono_us / 1e3;
}

double emscripten_date_now(void) {
    return (double)shared_block.wall_us / 1e3;
}

/* The process's time zone is UTC: the module has no database of others. */
void tzset(void) {
}

void nolocks_localtime(struct tm *tmp, time_t t, time_t tz, int dst);

/* The event loop asks once a turn whether it is summer, and computing a date was a fifth of a turn: keep the second. */
struct tm *__gmtime_r(const time_t *restrict t, struct tm *restrict result) {
    static time_t cachedSecond = -1;
    static struct tm cached;
    if (*t != cachedSecond) {
        nolocks_localtime(&cached, *t, 0, 0);
        cachedSecond = *t;
    }
    *result = cached;
    return result;
}

struct tm *gmtime_r(const time_t *restrict t, struct tm *restrict result) {
    return __gmtime_r(t, result);
}

struct tm *__localtime_r(const time_t *restrict t, struct tm *restrict result) {
    return __gmtime_r(t, result);
}

struct tm *localtime_r(const time_t *restrict t, struct tm *restrict result) {
    return __gmtime_r(t, result);
}

static struct tm staticDate;

struct tm *gmtime(const time_t *t) {
    return __gmtime_r(t, &staticDate);
}

struct tm *localtime(const time_t *t) {
    return __gmtime_r(t, &staticDate);
}

/* Nothing but a busy wait can hold one thread. A clock that stands still (turned by hand) ends the wait at once. */
static void waitUntil(uint64_t until) {
    while (shared_block.mono_us < until) {
        uint64_t before = shared_block.mono_us;
        int still = 0;
        while (shared_block.mono_us == before) {
            host_now();
            if (++still > 100000) return;
        }
    }
}

/* Only eviction sleeps, and what it waits for is memory that another thread would be freeing. */
int usleep(unsigned us) {
    if (garbageLeft()) {
        garbageSlice(us);
        return 0;
    }
    host_now();
    waitUntil(shared_block.mono_us + us);
    return 0;
}

int nanosleep(const struct timespec *wanted, struct timespec *left) {
    if (left) memset(left, 0, sizeof(*left));
    host_now();
    waitUntil(shared_block.mono_us + (uint64_t)wanted->tv_sec * 1000000 + (uint64_t)wanted->tv_nsec / 1000);
    return 0;
}

unsigned sleep(unsigned seconds) {
    host_now();
    waitUntil(shared_block.mono_us + (uint64_t)seconds * 1000000);
    return 0;
}

int getrusage(int who, struct rusage *usage) {
    UNUSED(who);
    memset(usage, 0, sizeof(*usage));
    return 0;
}
#endif
