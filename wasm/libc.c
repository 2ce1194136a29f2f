/* The operating system as the engine sees it from inside the module: no signals, no network; files are in storage.c,
 * processes in child.c. What is asked for and is not there fails with ENOSYS or ENOENT, as it would on a machine without
 * it. Defining these here keeps emscripten's own versions, and the imports they need, out of the link. */
#include <errno.h>
#include <fcntl.h>
#include <malloc.h>
#include <signal.h>
#include <stdarg.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/select.h>
#include <sys/time.h>
#include <unistd.h>
#include <wasi/api.h>
#include "host.h"

#define UNUSED(x) ((void)(x))

/* ---- signals and limits ---- */

int raise(int signal) {
    host_exit(128 + signal);
}

int sigaction(int signal, const struct sigaction *restrict action, struct sigaction *restrict old) {
    UNUSED(signal), UNUSED(action);
    if (old) memset(old, 0, sizeof(*old));
    return 0;
}

void (*signal(int signal, void (*handler)(int)))(int) {
    UNUSED(signal), UNUSED(handler);
    return SIG_DFL;
}

int setitimer(int which, const struct itimerval *restrict value, struct itimerval *restrict old) {
    UNUSED(which), UNUSED(value), UNUSED(old);
    return 0;
}

int getrlimit(int resource, struct rlimit *limit) {
    UNUSED(resource);
    limit->rlim_cur = limit->rlim_max = RLIM_INFINITY;
    return 0;
}

int setrlimit(int resource, const struct rlimit *limit) {
    UNUSED(resource), UNUSED(limit);
    return 0;
}

void abort(void) {
    __builtin_trap();
}

void _abort_js(void) {
    __builtin_trap();
}

void __wasi_proc_exit(__wasi_exitcode_t code) {
    host_exit((int)code);
}

/* ---- random numbers ---- */

int getentropy(void *p, size_t n) {
    host_random(p, n);
    return 0;
}

/* ---- the log: whatever is written to stdout or stderr, a line at a time ---- */

/* storage.c writes to it, too. */
static char line[4096];
static uint32_t lineLength;

void logBytes(const uint8_t *p, size_t n) {
    for (size_t i = 0; i < n; i++) {
        if (p[i] == '\n' || lineLength == sizeof(line)) {
            if (lineLength) host_log(line, lineLength);
            lineLength = 0;
        }
        if (p[i] != '\n') line[lineLength++] = (char)p[i];
    }
}

void emscripten_outn(const char *text, size_t n) {
    logBytes((const uint8_t *)text, n);
    logBytes((const uint8_t *)"\n", 1);
}

void emscripten_errn(const char *text, size_t n) {
    emscripten_outn(text, n);
}

void emscripten_dbgn(const char *text, size_t n) {
    emscripten_outn(text, n);
}

void emscripten_out(const char *text) {
    emscripten_outn(text, strlen(text));
}

void emscripten_err(const char *text) {
    emscripten_outn(text, strlen(text));
}

void emscripten_dbg(const char *text) {
    emscripten_outn(text, strlen(text));
}

/* ---- the environment ---- */

__wasi_errno_t __wasi_environ_get(uint8_t **environment, uint8_t *buffer) {
    UNUSED(environment), UNUSED(buffer);
    return 0;
}

__wasi_errno_t __wasi_environ_sizes_get(__wasi_size_t *count, __wasi_size_t *size) {
    *count = *size = 0;
    return 0;
}

/* The engine insists on a pipe for module threads at boot. Nothing is ever written to it. */
int pipe(int fds[2]) {
    static int next = 10;
    fds[0] = next++;
    fds[1] = next++;
    return 0;
}

int pipe2(int fds[2], int flags) {
    UNUSED(flags);
    return pipe(fds);
}

int select(int n, fd_set *restrict r, fd_set *restrict w, fd_set *restrict e, struct timeval *restrict timeout) {
    UNUSED(n), UNUSED(r), UNUSED(w), UNUSED(e), UNUSED(timeout);
    return 0;
}

struct addrinfo;

int getaddrinfo(const char *restrict node, const char *restrict service, const struct addrinfo *restrict hints,
                struct addrinfo **restrict result) {
    UNUSED(node), UNUSED(service), UNUSED(hints), UNUSED(result);
    return -3; /* EAI_AGAIN: no name can be looked up */
}

/* ---- what there is none of ---- */

#pragma clang diagnostic ignored "-Wunused-parameter"
#define MISSING(error, name, ...)                                                                                      \
    int __syscall_##name(__VA_ARGS__) {                                                                                \
        return -(error);                                                                                               \
    }
MISSING(ENOSYS, dup, int fd)
MISSING(ENOSYS, dup3, int from, int to, int flags)
MISSING(ENOSYS, faccessat, int dir, intptr_t path, int mode, int flags)
MISSING(ENOSYS, chmod, intptr_t path, int mode)
MISSING(ENOSYS, fchownat, int dir, intptr_t path, int user, int group, int flags)
MISSING(ENOSYS, getdents64, int fd, intptr_t to, size_t size)
MISSING(ENOSYS, accept4, int fd, intptr_t address, intptr_t size, int flags, int a, int b)
MISSING(ENOSYS, bind, int fd, intptr_t address, size_t size, int a, int b, int c)
MISSING(ENOSYS, connect, int fd, intptr_t address, size_t size, int a, int b, int c)
MISSING(ENOSYS, getpeername, int fd, intptr_t address, intptr_t size, int a, int b, int c)
MISSING(ENOSYS, getsockname, int fd, intptr_t address, intptr_t size, int a, int b, int c)
MISSING(ENOSYS, getsockopt, int fd, int level, int name, intptr_t value, intptr_t size, int a)
MISSING(ENOSYS, listen, int fd, int backlog, int a, int b, int c, int d)
MISSING(ENOSYS, sendto, int fd, intptr_t from, size_t size, int flags, intptr_t address, size_t addressSize)
MISSING(ENOSYS, socket, int domain, int type, int protocol, int a, int b, int c)

/* Who may read a file is decided where it is kept. */
int __syscall_fchmod(int fd, int mode) {
    return 0;
}

int _mmap_js(size_t size, int protection, int flags, int fd, off_t offset, int *allocated, void **address) {
    return -ENOSYS;
}

int _munmap_js(intptr_t address, size_t size, int protection, int flags, int fd, off_t offset) {
    return -ENOSYS;
}

/* ---- memory ---- */

#define CACHE_LINE 64
/* From here on a zeroed block is a table. */
#define TABLE_SIZE 2048

void *__real_calloc(size_t count, size_t size);

/* A hash table's buckets are as large as a line of cache: laid across two they cost two misses each. And a table of
 * millions, zeroed when it is made, would hold its command for dozens of milliseconds; memory that the heap has never
 * reached is zero already. */
void *__wrap_calloc(size_t count, size_t size) {
    size_t length;
    if (__builtin_mul_overflow(count, size, &length) || length < TABLE_SIZE) return __real_calloc(count, size);
    char *fresh = sbrk(0);
    char *p = memalign(CACHE_LINE, length);
    if (p && p < fresh) memset(p, 0, (size_t)(fresh - p) < length ? (size_t)(fresh - p) : length);
    return p;
}

size_t emscripten_get_heap_max(void) {
    return 65535u * 65536u;
}

/* The host compares the memory's buffer itself. */
void emscripten_notify_memory_growth(size_t index) {
    UNUSED(index);
}
