/** What `--help` prints: what to type first, then all the rest. */

export const mainHelp = `wasm-redis: Redis in this process, without a server to install.

  wasm-redis serve                            a server on 127.0.0.1:6379 until Ctrl-C
  wasm-redis cli                              try commands on an engine of your own
  wasm-redis cli -p 6379 GET greeting         ask a server one thing
  wasm-redis bench -q                         how fast is it here?

Commands
  serve   a server in the foreground, as valkey-server: conf file and --option value
  cli     commands in a terminal, one at a time or from standard input, as valkey-cli
  bench   requests per second and percentiles, as valkey-benchmark

  wasm-redis <command> --help says more. -v, --version prints the version.
Exit codes: 0 fine, 1 it failed, 2 it was called wrongly.
`

export const serveHelp = `wasm-redis serve [file.conf] [--option value …] [-]

  wasm-redis serve                                   on 127.0.0.1:6379
  wasm-redis serve --port 0                          on a port that is free; the banner tells which
  wasm-redis serve --path /tmp/redis.sock --port 0   on a unix socket alone
  wasm-redis serve --host 0.0.0.0 --requirepass pw   for other machines, with a password
  wasm-redis serve --maxmemory 1gb --maxmemory-policy allkeys-lru
  wasm-redis serve valkey.conf --loglevel verbose    a file, and what is to be different
  echo 'port 7000' | wasm-redis serve -              configuration from standard input

Any setting of valkey.conf is an option of the same name: --notify-keyspace-events KEA, --databases 32,
--logfile redis.log, --pidfile redis.pid, --dir folder, --tls-port 6380, --user ada on '>pw' '~*' +@all.
--host is bind, --path is unixsocket. Settings that cannot work here are named in the log with the reason.

Ctrl-C or SIGTERM ends it cleanly, a second one at once; SHUTDOWN from a client ends it, too.
Data lives in memory and ends with the process. maxmemory is 256mb unless you say otherwise.
`

export const cliHelp = `wasm-redis cli [options] [command [arguments]]

  wasm-redis cli                                     try commands on an engine of your own, gone when you leave
  wasm-redis cli --url redis://:pw@example.com:6379  on a server; also rediss://…, unix:/tmp/redis.sock
  wasm-redis cli -p 6379 HGETALL user:1              one command, then back to the shell
  echo 'INCR visits' | wasm-redis cli -p 6379        commands from standard input, one a line
  wasm-redis cli -p 6379 -x SET photo < photo.jpg    the last argument from standard input
  wasm-redis cli -p 6379 -r 5 -i 1 INFO clients      five times, one second between
  wasm-redis cli -p 6379 --json HGETALL user:1 | jq

In a terminal: TAB completes, the syntax appears while you type, help SET explains, Ctrl-C stops a command that
waits, Ctrl-D leaves. History is kept in ~/.wasm-redis-history, or where WASM_REDIS_HISTFILE says (empty: nowhere).

  -u, --url URL      where the server is; without -u, -h, -p or -s it is an engine of this process
  -h HOST, -p PORT   the same in parts       -s PATH      a unix socket
  -a PASSWORD        or VALKEYCLI_AUTH       --user NAME  -n DATABASE
  -2, -3             the protocol; 2 unless --json is given
  --raw, --no-raw    without or with types, whatever the output is        --json
  -x                 last argument from standard input     -e   error replies to standard error
  -r N, -i SECONDS   N times (-1: for ever), with a pause  -t SECONDS   how long to try to connect
  --pipe             mass insertion of RESP from standard input; only errors are printed
  --quoted-input     arguments are in quotes: '"\\x00\\xff"'
  --tls --cacert FILE --cert FILE --key FILE --sni NAME --insecure
Exit codes: 0 fine, 1 an error reply or no connection, 2 called wrongly.
`

export const benchHelp = `wasm-redis bench [options] [command [arguments]]

  wasm-redis bench -q                                   every test, a line each, on an engine of this process
  wasm-redis bench -q -p 6379                           on a server
  wasm-redis bench -t set,get -n 1000000 -P 16 -r 100000
  wasm-redis bench --csv --url redis://127.0.0.1:6379 > figures.csv
  wasm-redis bench -n 10000 EVAL 'return redis.call("INCR", KEYS[1])' 1 counter

  -c N    connections, 50                -n N    requests of each test, 100000
  -P N    requests at once, 1            -d N    bytes of a value, 3
  -r N    random keys, out of N: __rand_int__ in keys becomes a number of twelve digits
  -t LIST ping, set, get, incr, lpush, rpush, lpop, rpop, sadd, hset, spop, zadd, zpopmin, lrange, lrange_100,
          lrange_300, lrange_500, lrange_600, mset, mget, xadd
  -q      a line for each test           --csv   for spreadsheets
  --precision N  digits of milliseconds, 3       --seed N  the same random keys again
  -u, -h, -p, -s, -a, --user, --dbnum, --tls …   where the server is, as in: wasm-redis cli --help
`
