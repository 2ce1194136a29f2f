/* What the files of this folder share and nobody outside sees: the imports, and the seams between them. */
#ifndef WASM_HOST_H
#define WASM_HOST_H

#include "redis.h"
#include <stdbool.h>
#include <stddef.h>

#ifdef __wasm__
#define EXPORT(name) __attribute__((export_name(#name)))
#define IMPORT(name) __attribute__((import_module("host"), import_name(#name)))
#else
#define EXPORT(name)
#define IMPORT(name)
#endif

IMPORT(output) void host_output(int id);
IMPORT(now) void host_now(void);
IMPORT(random) void host_random(void *p, uint32_t n);
IMPORT(log) void host_log(const char *p, uint32_t n);
IMPORT(command) int host_command(redis_command *command);
IMPORT(exit) _Noreturn void host_exit(int code);
IMPORT(file_open) int host_file_open(const char *name, uint32_t length, uint32_t flags);
IMPORT(file_close) int host_file_close(int handle);
IMPORT(file_read) int host_file_read(int handle, double position, void *p, uint32_t n);
IMPORT(file_write) int host_file_write(int handle, double position, const void *p, uint32_t n);
IMPORT(file_sync) int host_file_sync(int handle);
IMPORT(file_truncate) int host_file_truncate(int handle, double size);
IMPORT(file_size) double host_file_size(int handle);
IMPORT(file_rename) int host_file_rename(const char *from, uint32_t fromLength, const char *to, uint32_t toLength);
IMPORT(file_remove) int host_file_remove(const char *name, uint32_t length);
IMPORT(child) int host_child(int pid, uint32_t end);

/* The engine forbids plain malloc to its own files, so that everything counts as its memory. The host's buffers do
 * not count, as a socket's buffers in a kernel do not. */
#pragma GCC diagnostic ignored "-Wdeprecated-declarations"

extern redis_shared shared_block;

/* boot.c */
extern bool booted;

/* libc.c: bytes for the log, which takes them a line at a time. */
void logBytes(const uint8_t *p, size_t n);

/* clock.c */
void clockInit(void);
/* The host has just written the clocks: the next reading needs no refresh. */
void clockEntered(void);
/* As clockEntered, in memory that another host may have left behind: the clock may stand anywhere. */
void clockAnew(void);
/* Counts the entries. */
extern uint32_t clockEntry;
/* A loop that watches its time slice begins: it sees time pass from its first reading on. */
void clockWatch(void);
/* Microseconds since the host entered, by a clock that is refreshed for it. */
uint64_t clockSpent(void);

/* Ends the wait of blocked clients whose time is up at this very millisecond; the engine itself does so in the next. */
void clockTimeouts(void);

/* advance.c: as redis_advance; `settle` lets the engine finish what follows from a moment. */
double clockAdvance(double untilMs, double stepMs, void (*settle)(void));

/* deadline.c: whether a script runs that should have ended. */
bool scriptOutOfTime(void);
/* How long a script may run, in microseconds; 0: as long as it takes. */
extern uint64_t scriptDeadline;

/* commands.c: replaces the commands that one process without files, sockets and fork cannot carry out. */
void commandsInit(void);
/* Gives back those that need files only, and takes them away again. */
void commandsWithStorage(void);
void commandsWithoutStorage(void);

/* replica.c: REPLCONF, SYNC and PSYNC. */
struct client;
void replicaConfigure(struct client *c);
void replicaSync(struct client *c);
/* Whether the child that runs writes a file for replicas only, and what it does then: C_OK or C_ERR. */
bool replicaFileWanted(void);
int replicaFileWrite(void);
/* It is written: `done` tells the engine, which gives it to them. */
void replicaFileDone(void (*done)(void));
/* It will not be. */
void replicaFileForget(void);

/* names.c: the path of the file that CONFIG REWRITE reads and writes; NULL without one. */
extern char *configFile;
/* Whether that file lies in the folder of this path. */
bool storageIsConfigFolder(const char *path);
/* The name that the host knows a path by, written to `to`, which has PATH_MAX bytes. Returns its length, 0 for the folder
 * itself, or a negated errno for a path that would leave it. */
int storageName(const char *path, char *to);
/* There is no folder. */
void storageNamesLeave(void);

/* storage.c: forgets every open file. */
void storageLeave(void);
/* Begins to sync a file in a thread of the host's, or asks about that. Returns 1 while it goes on, 0 when all is safe,
 * or a negated errno. */
int storageSyncLater(int fd);
/* The file that the host knows by this handle; -1: none. And the other way round; 0: none. */
int storageFd(int handle);
int storageHandle(int fd);

/* background.c: the sync of a file that went on in a thread has ended, with an errno or 0. */
void backgroundSynced(int fd, int error);
/* Forgets one that another engine has begun. */
void backgroundLeave(void);

/* persistence.c */
extern bool storageThere;
/* Loads what is there, by the flags of redis_init. */
void persistenceStart(uint32_t flags);
/* Loads the files. */
void persistenceLoad(void);
/* Saves as a server does that shuts down. Returns 0 or REDIS_ERR_FILES: then it goes on as it was. */
int persistenceEnd(void);

/* The engine goes on without files: for one that was copied from another, which has them. */
void persistenceLeave(void);

/* process.c: whether the host is a server's process. */
extern bool processThere;
void processStart(void);
void processLeave(void);
/* Waits for what the peer of that connection says next. Returns how many bytes there were, 0 at its end, -1: it cannot. */
int processRead(int id, void *to, size_t size);

/* child.c: the child `pid` has ended; a negative status is a crash. */
void childEnded(int pid, int status);
/* The host can begin what was promised, if anything was. */
void childReady(void);
/* Forgets a child that another engine has. */
void childLeave(void);

#endif
