/* What a server's process has beside files, for an engine that such a process is built around (REDIS_PROCESS): listeners,
 * connections that it opens itself (MIGRATE), peers that it waits for (the debugger of scripts), an OOM score. The engine's
 * own code for them runs; it opens, waits, reads, writes and closes by the imports for files. */
#include "server.h"
#include "anet.h"
#include "host.h"
#include "stream.h"
#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

int setOOMScoreAdj(int process_class);

bool processThere;

void processStart(void) {
    processThere = true;
}

void processLeave(void) {
    processThere = false;
}

/* The engine's loop knows a listener by its file descriptor and never looks at it: the host accepts. */
static int listenAt(char *err, int port, const char *address, int backlog) {
    char name[PATH_MAX];
    snprintf(name, sizeof(name), "/dev/listen/%d/%d/%s", port, backlog, address);
    int fd = open(name, O_RDONLY);
    if (fd < 0) snprintf(err, ANET_ERR_LEN, "bind: %s", strerror(errno));
    return fd < 0 ? ANET_ERR : fd;
}

int __wrap_anetTcpServer(char *err, int port, char *address, int backlog, int mptcp) {
    UNUSED(mptcp);
    return listenAt(err, port, address, backlog);
}

int __wrap_anetTcp6Server(char *err, int port, char *address, int backlog, int mptcp) {
    UNUSED(mptcp);
    return listenAt(err, port, address, backlog);
}

int __wrap_anetTcpNonBlockConnect(char *err, const char *address, int port) {
    UNUSED(err);
    char name[PATH_MAX];
    snprintf(name, sizeof(name), "/dev/connect/%d/%s", port, address);
    int fd = open(name, O_RDWR);
    return fd < 0 ? ANET_ERR : fd;
}

/* The engine waits for one socket at a time. */
int __syscall_poll(intptr_t at, int count, int timeout) {
    struct pollfd *wanted = (struct pollfd *)at;
    int handle = count == 1 ? storageHandle(wanted->fd) : 0;
    if (!handle) return -ENOSYS;
    wanted->revents = 0;
    int error = wanted->events & POLLIN ? host_file_read(handle, timeout, NULL, 0) : host_file_write(handle, timeout, NULL, 0);
    host_now(); /* the engine counts how long it has waited */
    if (error == -EAGAIN) return 0;
    wanted->revents = error < 0 ? POLLERR : wanted->events;
    return 1;
}

int processRead(int id, void *to, size_t size) {
    char name[32];
    snprintf(name, sizeof(name), "/dev/peer/%d", id);
    entryOpen(true); /* the host takes what the peer is to be given first */
    int fd = open(name, O_RDONLY), length = fd < 0 ? -1 : (int)read(fd, to, size);
    if (fd >= 0) close(fd);
    entryOpen(false);
    host_now();
    return length;
}

/* As the end of main() does, when the host has opened what the settings ask for, and perhaps chosen the port itself. */
EXPORT(redis_listens) int redis_listens(int port) {
    if (!booted || !processThere) return REDIS_ERR_STATE;
    connListener *listener = listenerByType(CONN_TYPE_SOCKET);
    server.port = port;
    listener->bindaddr = server.bindaddr;
    listener->bindaddr_count = server.bindaddr_count;
    listener->port = port;
    listener->ct = connectionByType(CONN_TYPE_SOCKET);
    if (port && connListen(listener) != C_OK) return REDIS_ERR_FILES;
    setOOMScoreAdj(-1);
    return 0;
}
