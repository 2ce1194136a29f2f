/* Names of files, relative to the storage that the host was given. None can leave it. What the host calls the storage is
 * the engine's folder. */
#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>
#include "host.h"

#define UNUSED(x) ((void)(x))

static char folder[PATH_MAX] = "/"; /* for messages, and CONFIG GET dir */

/* Of a server that was started with one. It lies outside of the storage, and so does what takes its place. */
char *configFile;

static bool isConfigFile(const char *path) {
    return configFile && !strncmp(path, configFile, strlen(configFile));
}

bool storageIsConfigFolder(const char *path) {
    size_t length = strlen(path);
    return configFile && !strncmp(path, configFile, length) && strrchr(configFile, '/') == configFile + length;
}

int storageName(const char *path, char *to) {
    size_t own = strlen(folder), length = 0;
    if (!strncmp(path, "/dev/", 5) || !strncmp(path, "/proc/", 6)) { /* the host's own, see redis.h */
        if (strlen(path) >= PATH_MAX) return -ENAMETOOLONG;
        strcpy(to, path);
        return (int)strlen(to);
    }
    if (isConfigFile(path)) return sprintf(to, "/dev/config%.64s", path + strlen(configFile));
    if (*path == '/') {
        if (strncmp(path, folder, own) || (path[own] && path[own] != '/' && folder[own - 1] != '/')) return -EACCES;
        path += own;
    }
    while (*path) {
        size_t part = strcspn(path, "/");
        if (part == 2 && path[0] == '.' && path[1] == '.') return -EACCES;
        if (length + part + 2 > PATH_MAX) return -ENAMETOOLONG;
        if (part && !(part == 1 && *path == '.')) {
            if (length) to[length++] = '/';
            memcpy(to + length, path, part);
            length += part;
        }
        path += part;
        while (*path == '/') path++;
    }
    to[length] = 0;
    return (int)length;
}

int __syscall_renameat(int fromDir, intptr_t from, int toDir, intptr_t to) {
    UNUSED(fromDir), UNUSED(toDir);
    char oldName[PATH_MAX], newName[PATH_MAX];
    int oldLength = storageName((const char *)from, oldName), newLength = storageName((const char *)to, newName);
    if (oldLength <= 0 || newLength <= 0) return -EACCES;
    return host_file_rename(oldName, (uint32_t)oldLength, newName, (uint32_t)newLength);
}

int __syscall_unlinkat(int dir, intptr_t path, int flags) {
    UNUSED(dir), UNUSED(flags);
    char name[PATH_MAX];
    int length = storageName((const char *)path, name);
    /* What lies elsewhere is the process's that serves, its socket and its pid file: it removes them itself. */
    if (length < 0 && *(const char *)path == '/') return 0;
    return length <= 0 ? -EACCES : host_file_remove(name, (uint32_t)length);
}

/* A folder is there as soon as a file in it is. */
int __syscall_mkdirat(int dir, intptr_t path, int mode) {
    UNUSED(dir), UNUSED(mode);
    char name[PATH_MAX];
    int length = storageName((const char *)path, name);
    return length < 0 ? length : 0;
}

/* Once, while the engine boots: what the host calls the storage. Later `dir` may only be set to where it is. */
int __syscall_chdir(intptr_t path) {
    const char *to = (const char *)path;
    if (!strcmp(to, folder) || !strcmp(to, ".") || !strcmp(to, "./")) return 0;
    if (booted || strlen(to) >= sizeof(folder)) return -EACCES;
    strcpy(folder, to);
    return 0;
}

int __syscall_getcwd(intptr_t buffer, size_t size) {
    size_t length = strlen(folder) + 1;
    if (size < length) return -ERANGE;
    memcpy((char *)buffer, folder, length);
    return (int)length;
}

void storageNamesLeave(void) {
    strcpy(folder, "/");
}
