/* A clock that the host turns by hand goes from one moment to the next at which something is due: a key or a field
 * expires, a blocked client's time is up, a pause ends, a timer of the engine's. Each happens at its own moment, so
 * events come in the order of their times, and what somebody does about one sees the time at which it came.
 *
 * Expiry here is exact where a server's is a matter of sampling, and a time to live ends when it is over, not in the
 * millisecond after: whoever sets a key for a second and turns the clock by a second finds it gone. */
#include "server.h"
#include "entry.h"
#include "kvstore.h"
#include "stream.h"

#define NEVER INT64_MAX

long long serverCron(struct aeEventLoop *el, long long id, void *data);
long long clientsTimeProc(struct aeEventLoop *el, long long id, void *data);

/* ---- what expires, by its time ---- */

typedef struct expiry {
    mstime_t when;
    serverDb *db;
    int index;  /* of the hash table in the database */
    bool field; /* the first field of a hash, rather than a key */
    sds key;    /* owned */
} expiry;

/* A binary heap of what expires until `horizon`. Found by looking at every key that has a time to live, which is why
 * it is kept for as long as no command has run. */
static struct {
    expiry *items;
    size_t count, size;
    mstime_t horizon;
    uint32_t entry;     /* of the host, in which it was true; the next one finds it undisturbed */
    long long commands; /* that had run then */
} plan;

/* Of those at the same time the one with the lesser name goes first, so that the order is the same in every run. */
static bool before(const expiry *a, const expiry *b) {
    if (a->when != b->when) return a->when < b->when;
    if (a->db != b->db) return a->db->id < b->db->id;
    return sdscmp(a->key, b->key) < 0;
}

static void planAdd(expiry e) {
    if (plan.count == plan.size) {
        plan.size = plan.size ? plan.size * 2 : 64;
        plan.items = zrealloc(plan.items, plan.size * sizeof(*plan.items));
    }
    size_t at = plan.count++;
    for (; at > 0 && before(&e, &plan.items[(at - 1) / 2]); at = (at - 1) / 2) plan.items[at] = plan.items[(at - 1) / 2];
    plan.items[at] = e;
}

/* Takes the first out; its key is the caller's. */
static expiry planTake(void) {
    expiry first = plan.items[0], last = plan.items[--plan.count];
    size_t at = 0;
    for (size_t child = 1; child < plan.count; child = 2 * at + 1) {
        if (child + 1 < plan.count && before(&plan.items[child + 1], &plan.items[child])) child++;
        if (!before(&plan.items[child], &last)) break;
        plan.items[at] = plan.items[child];
        at = child;
    }
    if (plan.count) plan.items[at] = last;
    return first;
}

static void planClear(void) {
    while (plan.count) sdsfree(plan.items[--plan.count].key);
    zfree(plan.items);
    memset(&plan, 0, sizeof(plan));
}

static mstime_t firstField(robj *hash, mstime_t after) {
    hashTypeIterator it;
    mstime_t first = NEVER;
    if (!hashTypeHasVolatileFields(hash)) return first;
    hashTypeInitVolatileIterator(hash, &it);
    while (hashTypeNext(&it) == C_OK) {
        mstime_t when = entryGetExpiry(it.next);
        if (when > after && when < first) first = when;
    }
    hashTypeResetIterator(&it);
    return first;
}

static void planFrom(serverDb *db, kvstore *kvs, bool fields, mstime_t horizon) {
    kvstoreIterator *it = kvstoreIteratorInit(kvs, 0);
    void *next;
    while (kvstoreIteratorNext(it, &next)) {
        mstime_t when = fields ? firstField(next, 0) : objectGetExpire(next);
        if (when > horizon) continue;
        int index = kvstoreIteratorGetCurrentHashtableIndex(it);
        planAdd((expiry){.when = when, .db = db, .index = index, .field = fields, .key = sdsdup(objectGetKey(next))});
    }
    kvstoreIteratorRelease(it);
}

static void planUntil(mstime_t horizon) {
    if (plan.horizon == horizon && plan.commands == server.stat_numcommands) return;
    planClear();
    plan.horizon = horizon;
    plan.commands = server.stat_numcommands;
    for (int i = 0; i < server.dbnum; i++) {
        serverDb *db = server.db[i];
        if (!db) continue;
        planFrom(db, db->expires, false, horizon);
        planFrom(db, db->keys_with_volatile_items, true, horizon);
    }
}

/* As activeExpireCycleTryExpire, for a key whose time has come. */
static void expireKey(const expiry *e) {
    void *found;
    if (!kvstoreHashtableFind(e->db->expires, e->index, e->key, &found) || objectGetExpire(found) != e->when) return;
    enterExecutionUnit(1, 0);
    robj *key = createStringObject(e->key, sdslen(e->key));
    deleteExpiredKeyAndPropagateWithDictIndex(e->db, key, e->index);
    decrRefCount(key);
    exitExecutionUnit();
    postExecutionUnitOperations();
}

static robj *findHash(const expiry *e) {
    void *found;
    return kvstoreHashtableFind(e->db->keys_with_volatile_items, e->index, e->key, &found) ? found : NULL;
}

#define FIELDS_AT_ONCE 512 /* propagateFieldsDeletion takes 1024 */

/* Deletes fields whose time is now. Returns how many; their names are the caller's. */
static size_t deleteFields(robj *hash, mstime_t now, robj **names) {
    hashTypeIterator it;
    size_t due = 0, deleted = 0;
    if (!hashTypeHasVolatileFields(hash)) return 0;
    hashTypeInitVolatileIterator(hash, &it);
    while (due < FIELDS_AT_ONCE && hashTypeNext(&it) == C_OK)
        if (entryGetExpiry(it.next) == now) names[due++] = createStringObjectFromSds(entryGetField(it.next));
    hashTypeResetIterator(&it);
    for (size_t i = 0; i < due; i++) {
        if (hashTypeDelete(hash, objectGetVal(names[i]))) {
            names[deleted++] = names[i];
        } else {
            decrRefCount(names[i]);
        }
    }
    server.stat_expiredfields += deleted;
    return deleted;
}

/* What follows from it, as in dbReclaimExpiredFields. */
static void tellOfFields(const expiry *e, robj *hash, robj **names, size_t count) {
    bool last = hashTypeLength(hash) == 0;
    if (!hashTypeHasVolatileFields(hash)) dbUntrackKeyWithVolatileItems(e->db, hash);
    enterExecutionUnit(1, 0);
    robj *key = createStringObject(e->key, sdslen(e->key));
    propagateFieldsDeletion(e->db, hash, count, names, e->index);
    notifyKeyspaceEvent(NOTIFY_EXPIRED, "hexpired", key, e->db->id);
    if (last) {
        dbDelete(e->db, key);
        propagateDeletion(e->db, key, server.lazyfree_lazy_expire, e->index);
        notifyKeyspaceEvent(NOTIFY_GENERIC, "del", key, e->db->id);
    }
    signalModifiedKey(NULL, e->db, key);
    exitExecutionUnit();
    postExecutionUnitOperations();
    decrRefCount(key);
}

/* A hash with very many such fields keeps them in groups, each of which the engine reclaims when all in it are over:
 * those whose time is now are deleted one by one. */
static void expireFields(const expiry *e) {
    robj *hash = findHash(e), *names[FIELDS_AT_ONCE];
    size_t count;
    if (hash) dbReclaimExpiredFields(hash, e->db, e->when, ULONG_MAX, e->index);
    while ((hash = findHash(e)) && (count = deleteFields(hash, e->when, names))) tellOfFields(e, hash, names, count);
    if (!hash) return;
    mstime_t next = firstField(hash, e->when);
    if (next <= plan.horizon)
        planAdd((expiry){.when = next, .db = e->db, .index = e->index, .field = true, .key = sdsdup(e->key)});
}

static bool expires(void) {
    return server.active_expire_enabled && !server.import_mode && !server.loading;
}

static void expireDue(mstime_t now) {
    if (!expires() || isPausedActionsWithUpdate(PAUSE_ACTION_EXPIRE)) return;
    while (plan.count && plan.items[0].when <= now) {
        expiry e = planTake();
        if (e.field) {
            expireFields(&e);
        } else {
            expireKey(&e);
        }
        sdsfree(e.key);
    }
}

/* ---- moments, in microseconds of the wall clock ---- */

static int64_t lastCron; /* monotonic */

static int64_t wall(void) {
    return (int64_t)shared_block.wall_us;
}

static bool isCron(const aeTimeEvent *te) {
    return te->timeProc == serverCron || te->timeProc == clientsTimeProc;
}

/* Cron comes ten times a second, which would be 26 million times a month: on a long way it comes once a `step`, and at
 * the end. */
static int64_t timerMoment(int64_t until, int64_t step) {
    int64_t first = NEVER, now = (int64_t)shared_block.mono_us, end = now + until - wall();
    for (aeTimeEvent *te = server.el->timeEventHead; te; te = te->next) {
        if (te->id == AE_DELETED_EVENT_ID) continue;
        int64_t when = (int64_t)te->when;
        if (isCron(te) && when <= end && when < lastCron + step) when = lastCron + step < end ? lastCron + step : end;
        if (when < first) first = when;
    }
    if (first == NEVER) return NEVER;
    return wall() + (first > now ? first - now : 0);
}

static int64_t moment(mstime_t ms) {
    return ms > NEVER / 1000 ? NEVER : (int64_t)ms * 1000;
}

static int64_t pauseMoment(void) {
    mstime_t end = server.client_pause_per_purpose[PAUSE_BY_CLIENT_COMMAND].end;
    return end ? moment(end) : NEVER;
}

static int64_t expiryMoment(void) {
    if (!plan.count || !expires() || isPausedActions(PAUSE_ACTION_EXPIRE)) return NEVER;
    return moment(plan.items[0].when);
}

static int64_t timeoutMoment(void) {
    long long timeout = firstTimeout();
    return timeout < 0 ? NEVER : moment(timeout - 1);
}

static int64_t earlier(int64_t a, int64_t b) {
    return a < b ? a : b;
}

static int64_t nextMoment(int64_t until, int64_t step) {
    int64_t next = earlier(earlier(expiryMoment(), timeoutMoment()), earlier(pauseMoment(), timerMoment(until, step)));
    return next > wall() ? next : wall();
}

static void moveTo(int64_t moment) {
    uint64_t by = (uint64_t)(moment - wall());
    shared_block.wall_us += by;
    shared_block.mono_us += by;
    clockEntered();
    updateCachedTime(1);
    server.cmd_time_snapshot = server.mstime;
}

static void runDue(int64_t until, int64_t step) {
    updatePausedActions();
    expireDue(wall() / 1000);
    if (timeoutMoment() <= wall()) clockTimeouts();
    if (timerMoment(until, step) > wall()) return;
    aeProcessEvents(server.el, AE_ALL_EVENTS | AE_DONT_WAIT | AE_CALL_BEFORE_SLEEP | AE_CALL_AFTER_SLEEP);
    lastCron = (int64_t)shared_block.mono_us;
}

/* Work that asks to go on at once gets this many turns at one moment; what is left waits for the next. */
#define TURNS_AT_A_MOMENT 10000

double clockAdvance(double untilMs, double stepMs, void (*settle)(void)) {
    int64_t until = (int64_t)(untilMs * 1000 + 0.5), step = (int64_t)(stepMs * 1000);
    uint32_t said = streamAnnouncements;
    if (clockEntry != plan.entry + 1) plan.horizon = -1;
    moveTo(wall());
    for (int turns = 0; said == streamAnnouncements;) {
        planUntil(until / 1000);
        int64_t next = nextMoment(until, step);
        turns = next == wall() ? turns + 1 : 0;
        if (next > until || turns > TURNS_AT_A_MOMENT) {
            moveTo(until > wall() ? until : wall());
            break;
        }
        moveTo(next);
        runDue(until, step);
        settle();
    }
    plan.entry = clockEntry;
    return (double)wall() / 1000;
}
