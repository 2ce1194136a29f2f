#include "server.h"
#include "host.h"

int __real_processCommand(client *c);

int __wrap_processCommand(client *c) {
    return __real_processCommand(c);
}
