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
IMPORT(exit) _Noreturn void host_exit(int code);

/* The engine forbids plain malloc to its own files, so that everything counts as its memory. The host's buffers do
 * not count, as a socket's buffers in a kernel do not. */
#pragma GCC diagnostic ignored "-Wdeprecated-declarations"

extern redis_shared shared_block;

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

/* commands.c: replaces the commands that one process without files, sockets and fork cannot carry out. */
void commandsInit(void);

#endif
