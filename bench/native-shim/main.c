/* The host of the module's C when it is compiled by gcc: it plays the part that JavaScript plays in WebAssembly, and
 * runs prepared requests in a loop. Orders come as lines on standard input, answers go to standard output:
 *
 *   load N             N requests follow, each a line with its length and then its bytes. Answer: "ok".
 *   show               runs request 0. Answer: the reply's length, then its bytes.
 *   run COUNT EVERY    runs COUNT requests in turn, with the clock set before every EVERY-th one.
 *                      Answer: seconds, and the bytes of all replies.
 *   vectors N          the requests that are loaded from now on are argument vectors (1), or bytes of RESP (0).
 *
 * A request may be any number of commands. */
#include "host.h"
#include <limits.h>
#include <malloc.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>
#include <time.h>
#include <unistd.h>

/* ---- the imports ---- */

static uint64_t microseconds(clockid_t id) {
    struct timespec t;
    clock_gettime(id, &t);
    return (uint64_t)t.tv_sec * 1000000 + (uint64_t)t.tv_nsec / 1000;
}

void host_now(void) {
    shared_block.wall_us = microseconds(CLOCK_REALTIME);
    shared_block.mono_us = microseconds(CLOCK_MONOTONIC);
}

void host_output(int id) {
    (void)id;
}

void host_random(void *p, uint32_t n) {
    if (getrandom(p, n, 0) != (ssize_t)n) abort();
}

int host_command(redis_command *command) {
    (void)command;
    return REDIS_PASS;
}

void host_log(const char *p, uint32_t n) {
    fprintf(stderr, "%.*s\n", (int)n, p);
}

void host_exit(int code) {
    exit(code);
}

/* There are neither children nor files here. */
void childEnded(int pid, int status) {
    (void)pid, (void)status;
}

void childLeave(void) {
}

void childReady(void) {
}

char *configFile;

void storageLeave(void) {
}

int storageSyncLater(int fd) {
    (void)fd;
    return -1;
}

int storageFd(int handle) {
    (void)handle;
    return -1;
}

int storageHandle(int fd) {
    (void)fd;
    return -1;
}

int host_file_read(int handle, double position, void *p, uint32_t n) {
    (void)handle, (void)position, (void)p, (void)n;
    return -1;
}

int host_file_write(int handle, double position, const void *p, uint32_t n) {
    (void)handle, (void)position, (void)p, (void)n;
    return -1;
}

/* ---- requests ---- */

typedef struct request {
    uint8_t *bytes;
    uint32_t length;
} request;

static FILE *answers;
static request *requests;
static size_t requestCount;
static bool vectors;
static int connection;

static void fail(const char *what) {
    fprintf(stderr, "native-shim: %s\n", what);
    exit(1);
}

static void load(size_t count) {
    for (size_t i = 0; i < requestCount; i++) free(requests[i].bytes);
    requests = realloc(requests, sizeof(*requests) * count);
    requestCount = count;
    for (size_t i = 0; i < count; i++) {
        if (scanf("%u", &requests[i].length) != 1 || getchar() != '\n') fail("a request has no length");
        requests[i].bytes = malloc(requests[i].length);
        if (fread(requests[i].bytes, 1, requests[i].length, stdin) != requests[i].length) fail("a request is cut off");
    }
    fputs("ok\n", answers);
}

/* What the host in JavaScript does for a call: make room, put the request there, run it. */
static uint32_t run(const request *r) {
    if (r->length > shared_block.input_size && redis_reserve(r->length) < 0) fail("no memory for the input");
    memcpy(shared_block.input, r->bytes, r->length);
    int code = vectors ? redis_run_vectors(connection, r->length, 0) : redis_run(connection, r->length);
    if (code < 0) fail("the engine did not take a request");
    return shared_block.output_size;
}

static void show(void) {
    host_now();
    uint32_t length = run(&requests[0]);
    fprintf(answers, "%u\n", length);
    fwrite(shared_block.output, 1, length, answers);
    redis_consume(connection, length);
}

static void loop(size_t count, size_t every) {
    uint64_t replies = 0, due = 0, begin = microseconds(CLOCK_MONOTONIC);
    for (size_t i = 0, at = 0; i < count; i++) {
        if (i % every == 0) {
            host_now();
            if (shared_block.mono_us >= due) due = shared_block.mono_us + (uint64_t)redis_tick() * 1000;
        }
        uint32_t length = run(&requests[at]);
        replies += length;
        redis_consume(connection, length);
        if (++at == requestCount) at = 0;
    }
    fprintf(answers, "%.6f %llu\n", (double)(microseconds(CLOCK_MONOTONIC) - begin) / 1e6,
            (unsigned long long)replies);
}

int main(void) {
    char order[16];
    const char config[] = "maxmemory 0\n";
    /* The module's allocator keeps what it has; asking the kernel for every large value anew would measure the kernel. */
    mallopt(M_MMAP_MAX, 0);
    mallopt(M_TRIM_THRESHOLD, INT_MAX);
    /* The engine logs to standard output. */
    answers = fdopen(dup(STDOUT_FILENO), "w");
    if (!answers || !freopen("/dev/null", "w", stdout)) fail("no way to answer");
    host_now();
    if (redis_init(config, sizeof(config) - 1, 0) < 0) fail("the engine did not boot");
    connection = redis_connect(2);
    if (connection < 0) fail("the engine turned the connection down");
    fputs("ready\n", answers);
    fflush(answers);
    while (scanf("%15s", order) == 1) {
        size_t a = 0, b = 0;
        if (!strcmp(order, "load") && scanf("%zu", &a) == 1) load(a);
        else if (!strcmp(order, "show")) show();
        else if (!strcmp(order, "vectors") && scanf("%zu", &a) == 1) vectors = a, fputs("ok\n", answers);
        else if (!strcmp(order, "run") && scanf("%zu %zu", &a, &b) == 2) loop(a, b);
        else fail("an order that is none");
        fflush(answers);
    }
}
