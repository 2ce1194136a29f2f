/* The contract between redis.wasm and whoever runs it.
 *
 * Every function may be called once `redis_init` has returned 0, from one thread, and never from inside an import (but
 * for those that host.command and host.output name).
 * Numbers are little endian; pointers are offsets into the module's memory, which may grow under any call: make
 * views of it anew after each. Functions return 0 or more on success, one of the REDIS_ERR_ codes below on failure.
 * A trap (or an exception thrown through the module by an import) leaves the engine unusable: drop the instance.
 *
 * The smallest use needs three functions:
 *
 *     redis_init();
 *     char *in = redis_alloc(n);                     the caller's, holds RESP requests
 *     redis_exec(in, n, &out, &out_len);             out: RESP replies, the caller's
 *     redis_free(out, out_len); redis_free(in, n);
 */
#ifndef WASM_REDIS_H
#define WASM_REDIS_H

#include <stdint.h>

/* Grows with every change that an older host would not survive. The host refuses another version than its own. */
#define REDIS_ABI_VERSION 2

/* What a negative return value means. */
#define REDIS_ERR_STATE -1      /* not initialised yet, initialised twice, or called from inside an import */
#define REDIS_ERR_CONNECTION -2 /* no such connection */
#define REDIS_ERR_MEMORY -3     /* the module's memory cannot grow far enough */
#define REDIS_ERR_ARGUMENT -4   /* a length that does not fit what was reserved or is there */
#define REDIS_ERR_BOOT -5       /* the engine did not start; its log says why */
#define REDIS_ERR_FILES -6      /* a file could not be written; the log says why */

/* What `redis_run` and its like return: the state of that connection, any of these together. */
#define REDIS_BLOCKED 1 /* its last command waits (BLPOP, WAIT, CLIENT PAUSE, …); input is kept until it is done */
#define REDIS_ENDED 2   /* the engine has closed it; what is left of its output can still be read */

/* One per module, at a fixed place (`redis_block`). The host writes the clocks before it enters the engine; the
 * engine writes the rest before it returns. */
typedef struct redis_shared {
    uint64_t wall_us;     /*  0  Unix time in microseconds */
    uint64_t mono_us;     /*  8  a clock that never runs backwards, in microseconds */
    uint8_t *input;       /* 16  where the next request is encoded */
    uint32_t input_size;  /* 20  bytes that may be written there */
    uint8_t *output;      /* 24  unread output of the connection last run or looked at */
    uint32_t output_size; /* 28  its length in bytes */
    uint32_t process_id;  /* 32  of the process that the module runs in, as INFO tells it; 0 where there is none. Written by
                                 the host before redis_init */
    uint64_t real_us;     /* 40  as mono_us, by a clock that nobody turns; written by host.now alone */
} redis_shared;

/* A command that a client has sent, as host.command is told of it, and what shall become of it. */
typedef struct redis_command {
    uint32_t connection;     /*  0  the id of redis_connect, 0 when it is nobody's */
    uint32_t protocol;       /*  4  2 or 3 */
    uint64_t client;         /*  8  as CLIENT ID tells it */
    const uint8_t *request;  /* 16  an argument vector, as redis_run_vectors takes it */
    uint32_t request_size;   /* 20 */
    const char *name;        /* 24  as by CLIENT SETNAME */
    uint32_t name_size;      /* 28 */
    uint32_t database;       /* 32 */
    const uint32_t *keys;    /* 36  which arguments are keys */
    uint32_t keys_count;     /* 40 */
    uint32_t delay_ms;       /* 44  the host's answer: the client waits for so long before */
    uint8_t *answer;         /* 48  the host's answer, from redis_alloc; the engine frees it */
    uint32_t answer_size;    /* 52 */
} redis_command;

/* What host.command returns. */
#define REDIS_PASS 0       /* it runs */
#define REDIS_REPLY 1      /* it does not, and the client is told what `answer` holds: RESP of the client's protocol */
#define REDIS_END_BEFORE 2 /* the connection ends, and it does not run */
#define REDIS_END_AFTER 3  /* it runs, and the connection ends without a reply */
#define REDIS_END_HALF 4   /* it runs, and the connection ends in the middle of the reply */
#define REDIS_CHANGED 8    /* with any but REDIS_REPLY: another command takes its place, the vector in `answer` */

/* The engine's side of the imports' contract. Import module: "host".
 *
 *   output(id)          connection `id` has output, has ended, or waits no more, and it is not the one being run.
 *                       Called once until the host looks at that connection. Must not call back into the module.
 *                       With id 0: one command keeps the engine busy, a script that runs long or a file being loaded,
 *                       and others may be heard. From inside this call the host may call redis_connect_peer,
 *                       redis_hears, and for connections of which that says 1 redis_reserve, redis_run, redis_look,
 *                       redis_consume and redis_disconnect; the input buffer is another one, and empty. An exception that comes out of these must be thrown on.
 *   now()               write both clocks of the shared struct anew. Called where work takes long enough for time to
 *                       matter: scripts, slow commands, time-sliced loops; never by a quick command.
 *   random(p, n)        fill n bytes at p with secure random numbers.
 *   log(p, n)           one line of the engine's log, without its line end.
 *   command(command)    while redis_watch is on: what shall become of a command that a client has sent. It is asked once
 *                       for each, before anything else is done about it; not for what scripts call, and for commands
 *                       of a transaction when they are sent. Of all functions redis_alloc and redis_watch may be
 *                       called from inside it; the pointers in the struct hold until it returns.
 *   exit(code)          the engine has shut down (0) or given up (other). Must not return.
 *
 * Files, for an engine that has storage. A name is UTF-8, relative, without '..' and without an end; a folder is there
 * when a file in it is. What fails returns the negated error number, by the numbers of WASI preview 1 (44: no such
 * file, 51: no space left); a host without storage answers -44.
 *
 *   file_open(name, n, flags)            a handle, 1 or more; of a folder -31. flags: REDIS_FILE_ below
 *   file_close(handle)
 *   file_read(handle, position, p, n)    how many bytes were read; fewer than n at the end only
 *   file_write(handle, position, p, n)   how many bytes were written
 *   file_sync(handle)                    returns once all written is safe from a crash of the machine; handle 0 stands
 *                                        for the names: what was created, renamed and removed. With a handle's negative
 *                                        the host may sync in a thread: it returns 1 then, and later calls redis_synced
 *                                        from outside. Asked again meanwhile, it returns 1 while that goes on; or it
 *                                        syncs here and now, returns 0, and redis_synced does not come
 *   file_truncate(handle, size)
 *   file_size(handle)                    in bytes
 *   file_rename(from, n, to, m)          replaces what is there in one step
 *   file_remove(name, n)
 *
 * Two names are no files of the storage: /dev/rdb is read to load a given dump (REDIS_GIVEN_DUMP), /dev/dump is what
 * redis_dump writes. /dev/config, and names that begin so, are the configuration file and what is about to take its place.
 * Positions and sizes are doubles, whole and not negative.
 *
 * Children, in the place of fork. The host copies the memory [0, end) there and then, and runs redis_child in an instance
 * of its own whose memory is that copy, and zero behind it; neither _initialize nor redis_init is called there. When it
 * returns, the host calls redis_child_ended of this instance, from outside.
 *
 *   child(pid, end)         0, or an error number as above: then nothing was started. There is never more than one. With
 *                           pid 0 it only says that a child is about to start: 0, or -6 to be asked again in a moment,
 *                           when memory for the copy is at hand; with pid -1 not to be asked again, but to call
 *                           redis_child_ready from outside then
 *                           with end 0 the child is over: when this returns, the child changes no file any more; redis_child_ended does not come */

#define REDIS_FILE_WRITE 1    /* else it is read */
#define REDIS_FILE_CREATE 2   /* when it is not there */
#define REDIS_FILE_TRUNCATE 4 /* to nothing */

int redis_abi_version(void);

/* The shared struct. Valid before redis_init, which reads the clocks from it. */
redis_shared *redis_block(void);

/* For the build: boots what is the same in every engine, so that its memory can be baked into the module. The module
 * that is released has done so and does not export this.
 *
 * Before redis_init a host calls _initialize, which lays the module's data into its memory, unless it lays an image there
 * (below). Until then only redis_abi_version, redis_block and redis_page may be called. */
int redis_bake(void);

/* Boots the engine, or wakes the one baked in. `config` (owned by the caller, may be NULL) holds `length` bytes of configuration file text for
 * what can only be set at boot. Returns 0, REDIS_ERR_STATE, or REDIS_ERR_BOOT; a bad line ends in exit(1), and so does
 * a file that cannot be loaded. */
#define REDIS_STORAGE 1    /* there are files: load them, and save to them */
#define REDIS_GIVEN_DUMP 2 /* load /dev/rdb; not together with REDIS_STORAGE */
#define REDIS_PROCESS 4    /* the host is a server's process, and has what is said below of redis_listens */
/* A first line `#file PATH` says where the configuration was read from, which is what CONFIG REWRITE writes. */
int redis_init(const char *config, uint32_t length, uint32_t flags);

/* Of an engine that a server's process is built around (REDIS_PROCESS): the host listens where the settings say, and at
 * `port` (0: at none), and lets connections in by redis_connect_peer. From here on the engine has these listeners in its
 * hands, and CONFIG SET port and bind move them: it opens /dev/listen/PORT/BACKLOG/ADDRESS, which is where the host begins
 * to listen (or goes on, where it does), and closes that file where it stops; who is connected stays. An address is one
 * that `bind` has, without a leading '-'. It adjusts the process's OOM score by way of /proc/self/oom_score_adj. Returns 0
 * or REDIS_ERR_FILES.
 *
 * Two kinds of files more are open to such an engine, in which positions mean nothing. /dev/connect/PORT/ADDRESS is a
 * connection that the host opens: what has not arrived yet is no end but -6 (EAGAIN), and to read or write nothing is to
 * wait, for as many milliseconds as the position says, until something can be read or written (0), or the time is up (-6).
 * /dev/peer/ID, of a connection in the middle of a command, waits for the peer: the host gives it the output that there is,
 * for which it may call redis_look and redis_consume, and reads what it answers. */
int redis_listens(int port);

/* Loads the files of such an engine, which redis_init does of others: once, when the host is ready to let connections in. It
 * asks for them now and then (output(0)), and they are told that the engine is loading. What cannot be loaded ends in
 * exit(1). Returns 0 or REDIS_ERR_STATE. */
int redis_load(void);

/* Memory for the caller; NULL when there is none. Given back by redis_free, `length` as it was handed out. */
void *redis_alloc(uint32_t length);
void redis_free(void *p, uint32_t length);

/* Runs every whole request in in[0, length) on the default connection, after what an earlier call left unfinished.
 * *out and *out_length receive the replies so far; the caller owns them (redis_free), and *out is NULL when there are
 * none. Returns the default connection's state, or a negative code and leaves both untouched. */
int redis_exec(const void *in, uint32_t length, void **out, uint32_t *out_length);

/* Opens a connection that speaks RESP2, or with `protocol` 3 RESP3 as after HELLO 3, which users who need a password
 * have to send all the same; redis_look's REDIS_RESP3 tells. Returns its id (1 or more) or a negative code. When the
 * engine turned it down (maxclients) the connection has ended and its output holds the error. */
int redis_connect(uint32_t protocol);

/* Flags of redis_connect_peer. */
#define REDIS_PEER_LOCAL 1   /* the peer is on this machine: protected mode and settings that say 'local' let it in */
#define REDIS_PEER_UNIX 2    /* it came by a unix socket */
#define REDIS_PEER_TRUSTED 4 /* let in without a password wherever it is: protected mode does not apply */

/* Opens a connection for a peer elsewhere, whose bytes the host carries. `addresses` (the caller's, `length` bytes) is
 * how CLIENT LIST shows it: the peer's and then the near address, each as host:port with a NUL at its end; a unix
 * socket's is path:0. Unread output beyond `window` bytes (0: without end) stays with the engine, whose
 * client-output-buffer-limit then holds; once the host has consumed some, redis_run goes on with the rest. Returns as
 * redis_connect does; a peer turned away by protected mode has ended, too. */
int redis_connect_peer(const char *addresses, uint32_t length, uint32_t window, uint32_t flags);

/* Closes a connection and frees what it held; ends whatever it waits for. */
int redis_disconnect(int id);

/* Makes room for `size` bytes of input at redis_shared.input; what was written there is kept. There is one input
 * buffer, so what is in it must be run before another connection's requests are encoded. Returns 0 or
 * REDIS_ERR_MEMORY. */
int redis_reserve(uint32_t size);

/* Hands the first `length` bytes of the input buffer to connection `id` and executes what is whole; the rest of a
 * request may follow in a later call. redis_shared.output then holds all unread output. Returns the state. */
int redis_run(int id, uint32_t length);

/* As redis_run, for whole requests as argument vectors: a 32-bit count of arguments, then for each its 32-bit length and
 * its bytes, padded to a multiple of four. Spares printing and parsing of lengths; otherwise the same. A request that
 * does not fit into `length` is REDIS_ERR_ARGUMENT; those before it have been executed. First it drops the `read` bytes
 * of output that the host has read since it last looked, which spares a call to redis_consume. */
int redis_run_vectors(int id, uint32_t length, uint32_t read);

/* As redis_run_vectors, for one request whose reply is to be looked at rather than copied. When it is a large string
 * the state has REDIS_LENT, and redis_shared.output is that string itself, where the engine keeps it; nothing else may
 * be called then before redis_view_end. Otherwise the reply lies in the output as always. */
#define REDIS_LENT 4
int redis_view(int id, uint32_t length, uint32_t read);

/* Ends a view. Returns the state, and REDIS_ERR_STATE when there is none. */
int redis_view_end(int id);

/* Drops the first `read` bytes of the connection's unread output and points redis_shared.output at the rest. Returns the
 * state, with REDIS_RESP3 when that is what the connection speaks. */
#define REDIS_RESP3 8
int redis_look(int id, uint32_t read);

/* The process was asked to end, by SIGINT if `interrupt` and else by SIGTERM: the engine shuts down with its next tick, as
 * its settings say (shutdown-on-sigint, shutdown-on-sigterm), and ends in exit(0); or cannot, logs why, and goes on. Returns
 * 1 when it has been asked before and has not come to an end with that, else 0. */
int redis_signal(int interrupt);

/* Whether what is handed in for the connection would be read now: 1, or 0 while its own command keeps the engine busy. */
int redis_hears(int id);

/* Drops the first `length` bytes of the connection's unread output. Returns the state. */
int redis_consume(int id, uint32_t length);

/* Ends the wait of a blocked connection: its command is answered with -UNBLOCKED and why. Returns 1, 0 when it was not
 * blocked, or a negative code. */
#define REDIS_GAVE_UP 0   /* the caller does not want to wait any longer */
#define REDIS_WAS_RESET 1 /* what it waits for is about to be forgotten */
int redis_unblock(int id, uint32_t why);

/* Snapshots. Between two calls all of an engine lies in one piece of the module's memory; everything above that piece is
 * zero, and what lies below (the stack) means nothing. redis_image points redis_shared.output at it. The host may copy it,
 * lay it into the memory of any instance of the same module, clear what lies above it there, write the clocks, and then
 * call redis_wake, which drops the connections that were open in it. With REDIS_WAKE_COPY it is an engine of its own from
 * there on: its run id, replication id and random numbers differ from the original's. Hash seeds stay as they are.
 *
 * redis_image may be called before redis_init, too. Both return 0.
 *
 * redis_page tells which pages of 4 KB need no copy: it returns where the first at or behind `from` begins that holds
 * something (used: 1) or nothing but zeros (used: 0), a number not less than `end` when there is none before that. `from`
 * begins a page. It needs neither _initialize nor redis_init. */
#define REDIS_WAKE_COPY 1
int redis_image(void);
int redis_wake(uint32_t flags);
uint32_t redis_page(uint32_t from, uint32_t end, int used);

/* A connection that is to go on over that. redis_portray writes down what it is (peer, protocol, database, names, user,
 * subscriptions, output unread) and points redis_shared.output at the writing, until it is called again; it returns
 * REDIS_ERR_CONNECTION for one that is gone or in the middle of sending a request. redis_reopen opens a connection like
 * it and returns its id as redis_connect does; a connection whose user does not exist any more has ended. Neither a
 * transaction nor watched keys go on. redis_reopened, called after the last, tells clients that cache what they read to
 * forget it, and returns as redis_due does. */
int redis_portray(int id);
int redis_reopen(const void *written, uint32_t length);
int redis_reopened(void);

/* Points redis_shared.output at four doubles, all in bytes: what the engine's data takes (INFO used_memory), the most it
 * took, maxmemory (0: none), how much of the memory was ever reached. Returns 0. */
int redis_usage(void);

/* Zeroes what is free in the heap, so that a copy by redis_image has nothing there. Returns how many bytes of whole pages
 * (4 KB) were not zero. */
double redis_clear_free(void);

/* How long a script may run, by redis_shared.real_us; 0, the default, for as long as it likes. One that runs longer ends
 * as by SCRIPT KILL, whatever it has written. Returns 0. */
int redis_limit_scripts(uint32_t milliseconds);

/* Has host.command asked about every command from now on, or about none. */
int redis_watch(int on);

/* Runs what is due: cron, expiry, timeouts of blocked connections. Returns what redis_due returns. */
int redis_tick(void);

/* Milliseconds until redis_tick has something to do, 0 when it has now. Never negative. */
int redis_due(void);

/* For a host that turns its clock by hand. Turns both clocks of the shared struct on, to `until` at most (Unix time in
 * milliseconds), from one moment to the next at which something is due, and runs that; stops where a connection was
 * announced (host.output), so that the host can see to it before time goes on. Expiry is exact and comes in the order
 * of time, for which every key with a time to live is looked at. Cron runs each time it is due, or, where `step` is
 * not 0, once in so many milliseconds. host.now must leave the clocks alone meanwhile. Returns the time that was
 * reached, or a negative code; with `until` reached and nothing announced, everything due has been done. */
double redis_advance(double until, double step);

/* Writes all keys to /dev/dump, as a server's dump.rdb has them. Returns 0, REDIS_ERR_STATE or REDIS_ERR_FILES. */
int redis_dump(void);

/* What a server does with its files before it ends: a running child is killed, the append only file synced, a dump
 * saved where save points are set. Returns 0, and the instance is over; or REDIS_ERR_FILES, and it goes on. */
int redis_shutdown(void);

/* Of an instance made for a child: does the work. Returns the status that redis_child_ended is to be told. */
int redis_child(void);

/* A child that child(-1, end) has announced can be started, or there will be no better moment. Returns 0. */
int redis_child_ready(void);

/* What file_sync has begun in a thread has ended, with 0 or an error number. Returns 0. */
int redis_synced(int handle, int error);

/* The child `pid` has ended with what redis_child returned, or with -1 when it did not return. Returns 0. */
int redis_child_ended(int pid, int status);

/* 1 while a connection waits for something that only time brings (a timeout, the end of a pause), else 0. */
int redis_waiting(void);

#endif
