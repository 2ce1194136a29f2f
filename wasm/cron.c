/* Active expiry in slices. The engine lets it take a quarter of all time (more with active-expire-effort), in one piece
 * each time cron runs: 25 ms ten times a second. Here it gets the same share in shorter pieces, so that the host's
 * event loop turns between them: as though cron ran more often for as long as a piece ends before its work does. */
#include "server.h"
#include "host.h"

#define SLICE_US 1000

static bool scheduled;

ustime_t __real_activeExpireCycle(int type);

/* Per cent of the time that the engine gives to expiry; as in expire.c. */
static int share(void) {
    return 25 + 2 * (server.active_expire_effort - 1);
}

/* The engine reckons a slice from its rate of cron runs: a share of the time between two. */
static ustime_t expireForSlice(void) {
    int hz = server.hz, finer = share() * 10000 / SLICE_US;
    if (finer > hz) server.hz = finer;
    ustime_t spent = __real_activeExpireCycle(ACTIVE_EXPIRE_CYCLE_SLOW);
    server.hz = hz;
    return spent;
}

/* The fast cycle, of 1 ms and more, may have come before this in the same turn of the loop: then the slice waits for the
 * next turn, once. */
static bool postpone(void) {
    static bool postponed;
    postponed = !postponed && clockSpent() > SLICE_US / 2;
    return postponed;
}

/* Cron asks before it begins with a piece; by the time of the next one the answer may be another. */
static bool mayExpire(void) {
    return server.active_expire_enabled && !server.import_mode && iAmPrimary();
}

static long long expireOnTime(aeEventLoop *el, long long id, void *data) {
    UNUSED(el), UNUSED(id), UNUSED(data);
    if (postpone()) return 1;
    clockWatch();
    scheduled = mayExpire() && expireForSlice() >= SLICE_US;
    return scheduled ? SLICE_US * (100 - share()) / share() / 1000 : AE_NOMORE;
}

ustime_t __wrap_activeExpireCycle(int type) {
    clockWatch();
    if (type != ACTIVE_EXPIRE_CYCLE_SLOW) return __real_activeExpireCycle(type);
    if (scheduled) return 0;
    bool now = !postpone();
    ustime_t spent = now ? expireForSlice() : 0;
    if (!now || spent >= SLICE_US) scheduled = aeCreateTimeEvent(server.el, 1, expireOnTime, NULL, NULL) != AE_ERR;
    return spent;
}
