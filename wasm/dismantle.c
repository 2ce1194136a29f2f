/* What the engine frees lazily, taken apart: entry by entry from a value's tables, trees and lists. Each function here
 * returns the work it did, 0 when nothing of size is left. */
#include "server.h"
#include "garbage.h"

/* As in lazyfree.c: a value of fewer parts is freed at once. */
#define SMALL 64

/* lazyfree.c and their likes do not declare these for others. */
size_t lazyfreeGetFreeEffort(robj *key, robj *obj, int dbid);
void lazyfreeFreeObject(void *args[]);
void lazyfreeFreeDatabase(void *args[]);
void lazyFreeTrackingTable(void *args[]);
void lazyFreeErrors(void *args[]);
void lazyFreeEvalScripts(void *args[]);
void hashTypeFreeVolatileSet(robj *o);
void streamFreeConsumer(streamConsumer *sc);
void streamFreeCG(streamCG *cg);

/* lazyfree.c counts what is freed when a job ends, by what is left then. An entry that is taken out before is counted
 * here, by freeing something shared, which is nothing but counted. */
static void countOne(void) {
    void *args[] = {shared.ok};
    lazyfreeFreeObject(args);
}

/* A key of a database that is dropped. A large value becomes the next job, before the rest of its database, so that
 * never more wait than one step finds. */
static void dropKey(void *entry) {
    robj *o = entry;
    if (o->refcount == 1 && lazyfreeGetFreeEffort(NULL, o, -1) > SMALL) {
        garbageJob *job = garbageJobOf(lazyfreeFreeObject);
        job->args[0] = o;
        garbageNext(job);
    } else {
        void *args[] = {o};
        lazyfreeFreeObject(args);
    }
}

static size_t dropKeys(garbageJob *job, kvstore *keys, size_t limit, void (*drop)(void *)) {
    size_t done = 0;
    for (int i = 0; i < kvstoreNumHashtables(keys) && done == 0; i++) {
        hashtable *table = kvstoreGetHashtable(keys, i);
        if (!table || hashtableSize(table) == 0) continue;
        done = hashtableEmptyPart(table, &job->cursor, limit, drop);
        if (hashtableSize(table) == 0) job->cursor = 0;
    }
    return done;
}

/* Keys first; the other two have pointers to them, which nobody follows. */
static size_t dropDatabase(garbageJob *job, size_t limit) {
    size_t done = dropKeys(job, job->args[0], limit, dropKey);
    for (int i = 1; i < 3 && done == 0; i++) done = dropKeys(job, job->args[i], limit, NULL);
    return done;
}

static void *firstOf(rax *tree, raxIterator *it) {
    raxStart(it, tree);
    raxSeek(it, "^", NULL, 0);
    return raxNext(it) ? it->data : NULL;
}

static size_t dropTree(rax *tree, size_t limit, void (*drop)(void *)) {
    size_t done = 0;
    for (; done < limit && raxSize(tree) > 0; done++) {
        raxIterator it;
        void *data = firstOf(tree, &it);
        raxRemove(tree, it.key, it.key_len, NULL);
        raxStop(&it);
        if (drop && data) drop(data);
    }
    return done;
}

static size_t dropCountedTree(rax *tree, size_t limit, void (*drop)(void *)) {
    size_t done = dropTree(tree, limit, drop);
    for (size_t i = 0; i < done; i++) countOne();
    return done;
}

static void dropListpack(void *p) {
    lpFree(p);
}

static void dropRax(void *p) {
    raxFree(p);
}

/* The pending entries belong to their group; consumers only point to them. */
static size_t dropGroup(streamCG *group, size_t limit) {
    size_t done = dropTree(group->pel, limit, zfree);
    while (done < limit && raxSize(group->consumers) > 0) {
        raxIterator it;
        streamConsumer *consumer = firstOf(group->consumers, &it);
        done += dropTree(consumer->pel, limit - done, NULL) + 1;
        if (raxSize(consumer->pel) == 0) {
            raxRemove(group->consumers, it.key, it.key_len, NULL);
            streamFreeConsumer(consumer);
        }
        raxStop(&it);
    }
    return done;
}

static size_t dropStream(stream *s, size_t limit) {
    size_t done = dropTree(s->rax, limit, dropListpack);
    while (done < limit && s->cgroups && raxSize(s->cgroups) > 0) {
        raxIterator it;
        streamCG *group = firstOf(s->cgroups, &it);
        done += dropGroup(group, limit - done) + 1;
        if (raxSize(group->pel) == 0 && raxSize(group->consumers) == 0) {
            raxRemove(s->cgroups, it.key, it.key_len, NULL);
            streamFreeCG(group);
        }
        raxStop(&it);
    }
    return done;
}

static size_t dropSortedSet(garbageJob *job, zset *set, size_t limit) {
    size_t done = hashtableEmptyPart(set->ht, &job->cursor, limit, NULL);
    zskiplistNode *head = zslGetHeader(set->zsl);
    for (; done < limit && head->level[0].forward; done++) {
        zskiplistNode *node = head->level[0].forward;
        head->level[0].forward = node->level[0].forward;
        zfree(node);
    }
    return done;
}

static size_t dropList(quicklist *list, size_t limit) {
    size_t done = 0;
    for (; done < limit && list->head; done++) quicklistDelRange(list, 0, list->head->count);
    return done;
}

static size_t dropObject(garbageJob *job, robj *o, size_t limit) {
    if (o->refcount != 1) return 0;
    void *value = objectGetVal(o);
    switch (o->type << 8 | o->encoding) {
    case OBJ_LIST << 8 | OBJ_ENCODING_QUICKLIST: return dropList(value, limit);
    case OBJ_HASH << 8 | OBJ_ENCODING_HASHTABLE:
        hashTypeFreeVolatileSet(o); /* before the fields it points to */
        return hashtableEmptyPart(value, &job->cursor, limit, NULL);
    case OBJ_SET << 8 | OBJ_ENCODING_HASHTABLE: return hashtableEmptyPart(value, &job->cursor, limit, NULL);
    case OBJ_ZSET << 8 | OBJ_ENCODING_SKIPLIST: return dropSortedSet(job, value, limit);
    case OBJ_STREAM << 8 | OBJ_ENCODING_STREAM: return dropStream(value, limit);
    default: return 0;
    }
}

static size_t dropScripts(dict *scripts, size_t limit) {
    size_t done = 0;
    dictIterator *it = dictGetSafeIterator(scripts);
    for (dictEntry *entry; done < limit && (entry = dictNext(it)); done++) {
        dictDelete(scripts, dictGetKey(entry));
        countOne();
    }
    dictReleaseIterator(it);
    return done;
}

size_t garbageTakeApart(garbageJob *job, size_t limit) {
    lazy_free_fn *kind = job->freeRest;
    if (kind == lazyfreeFreeObject) return dropObject(job, job->args[0], limit);
    if (kind == lazyfreeFreeDatabase) return dropDatabase(job, limit);
    if (kind == lazyFreeTrackingTable) return dropCountedTree(job->args[0], limit, dropRax);
    if (kind == lazyFreeErrors) return dropCountedTree(job->args[0], limit, zfree);
    if (kind == lazyFreeEvalScripts) return dropScripts(job->args[0], limit);
    return 0; /* functions, and what replicas leave behind */
}
