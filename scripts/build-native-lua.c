/* The engine finds its built-in Lua module with dlsym, which a statically linked program does not have. The native
 * server is linked statically, to run on whatever C library the machine has, so it is shown the module here. */
#include <string.h>

/* Only valkey-server holds it; valkey-cli and valkey-benchmark are linked with this file too. */
__attribute__((weak)) int ValkeyModule_OnLoad_lua(void *context, void **argv, int argc);
__attribute__((weak)) int ValkeyModule_OnUnload_lua(void *context);

/* The program itself is all that can be opened. */
void *__wrap_dlopen(const char *file, int flags) {
    (void)flags;
    return file ? NULL : (void *)1;
}

void *__wrap_dlsym(void *handle, const char *name) {
    (void)handle;
    if (!strcmp(name, "ValkeyModule_OnLoad_lua")) return (void *)ValkeyModule_OnLoad_lua;
    if (!strcmp(name, "ValkeyModule_OnUnload_lua")) return (void *)ValkeyModule_OnUnload_lua;
    return NULL;
}

int __wrap_dlclose(void *handle) {
    (void)handle;
    return 0;
}

char *__wrap_dlerror(void) {
    return "statically linked: modules cannot be loaded";
}
