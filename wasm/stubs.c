/* Parts of the engine that are left out of the build, as far as the rest refers to them: Sentinel, RDMA, the slots of a
 * cluster, loadable modules. The Lua engine is a module too, linked in and found by name. */
#include "server.h"
#include "cluster.h"
#include "host.h"

struct rewriteConfigState;

int ValkeyModule_OnLoad_lua(void *ctx, void **argv, int argc);
int ValkeyModule_OnUnload_lua(void *ctx);

void *__wrap_dlopen(const char *file, int flags) {
    UNUSED(flags);
    return file ? NULL : (void *)1; /* no file: this program itself */
}

void *__wrap_dlsym(void *handle, const char *name) {
    UNUSED(handle);
    if (!strcmp(name, "ValkeyModule_OnLoad_lua")) return (void *)ValkeyModule_OnLoad_lua;
    if (!strcmp(name, "ValkeyModule_OnUnload_lua")) return (void *)ValkeyModule_OnUnload_lua;
    return NULL;
}

int __wrap_dlclose(void *handle) {
    UNUSED(handle);
    return 0;
}

int RegisterConnectionTypeRdma(void) {
    return C_ERR;
}

/* A key for each slot, which cursors of a cluster's scans are named by: there is no cluster mode, so these 64 KB of text
 * are not read. Memory that nobody touches costs nothing. */
char crc16_slot_table[CLUSTER_SLOTS][4];

/* Sentinel mode is never entered: nothing below is reached. */

void initSentinelConfig(void) {
}

void initSentinel(void) {
}

void sentinelTimer(void) {
}

void sentinelIsRunning(void) {
}

void sentinelCheckConfigFile(void) {
}

void loadSentinelConfigFromQueue(void) {
}

void rewriteConfigSentinelOption(struct rewriteConfigState *state) {
    UNUSED(state);
}

const char *sentinelHandleConfiguration(char **argv, int argc) {
    UNUSED(argv), UNUSED(argc);
    return "Sentinel is not part of this build";
}

void queueSentinelConfig(sds *argv, int argc, int linenum, sds line) {
    UNUSED(argv), UNUSED(argc), UNUSED(linenum), UNUSED(line);
}

static void refuseSentinel(client *c) {
    addReplyError(c, "Sentinel is not part of this build");
}

void sentinelCommand(client *c) {
    refuseSentinel(c);
}

void sentinelInfoCommand(client *c) {
    refuseSentinel(c);
}

void sentinelPublishCommand(client *c) {
    refuseSentinel(c);
}

void sentinelRoleCommand(client *c) {
    refuseSentinel(c);
}
