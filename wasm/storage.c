/* Files, as the C library asks for them: its stdio, and open, write, fsync and their like, end in the functions below.
 * They are the host's (the file_ imports), which knows nothing of the engine; where a file is read or written next is
 * kept here. names.c makes names of paths. */
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <wasi/api.h>
#include "host.h"

#define UNUSED(x) ((void)(x))
#define RANDOM_FD 899
/* All are below 1024: the engine's loop has a bit for each of those, and notes listeners there. */
#define FIRST_FILE_FD 900
#define OPEN_FILES 120
/* Stdio of its own accord writes a kilobyte at a time, and each piece is a call to the host. */
#define STDIO_BUFFER (64 * 1024)

typedef struct openFile {
    int handle; /* the host's; 0: this entry is free */
    bool append;
    bool names; /* a folder, opened so that the names in it can be synced */
    uint64_t position;
    char *buffer; /* of a stdio stream; owned */
} openFile;

static openFile files[OPEN_FILES];

static openFile *fileOf(int fd) {
    if (fd < FIRST_FILE_FD || fd >= FIRST_FILE_FD + OPEN_FILES) return NULL;
    openFile *f = &files[fd - FIRST_FILE_FD];
    return f->handle || f->names ? f : NULL;
}

/* ---- open and close ---- */

/* An entry for one file more; -1: there are as many as there can be. */
static int freeEntry(void) {
    for (int i = 0; i < OPEN_FILES; i++) {
        if (!files[i].handle && !files[i].names) return i;
    }
    return -1;
}

static int openNames(void) {
    int entry = freeEntry();
    if (entry < 0) return -EMFILE;
    files[entry] = (openFile){.names = true};
    return FIRST_FILE_FD + entry;
}

int __syscall_openat(int dir, intptr_t path, int flags, ...) {
    UNUSED(dir);
    char name[PATH_MAX];
    if (!strcmp((const char *)path, "/dev/urandom")) return RANDOM_FD;
    if (storageIsConfigFolder((const char *)path)) return openNames();
    int length = storageName((const char *)path, name);
    if (length < 0) return length;
    bool write = (flags & O_ACCMODE) != O_RDONLY;
    if (!length) return write ? -EISDIR : openNames();
    int slot = freeEntry();
    if (slot < 0) return -EMFILE;
    uint32_t mode = (write ? REDIS_FILE_WRITE : 0) | (flags & O_CREAT ? REDIS_FILE_CREATE : 0) |
                    (flags & O_TRUNC ? REDIS_FILE_TRUNCATE : 0);
    int handle = host_file_open(name, (uint32_t)length, mode);
    if (handle == -EISDIR && !write) return openNames();
    if (handle < 0) return handle;
    files[slot] = (openFile){.handle = handle, .append = (flags & O_APPEND) != 0};
    if (files[slot].append) {
        double size = host_file_size(handle);
        if (size > 0) files[slot].position = (uint64_t)size;
    }
    return FIRST_FILE_FD + slot;
}

__wasi_errno_t __wasi_fd_close(__wasi_fd_t fd) {
    openFile *f = fileOf((int)fd);
    if (!f) return 0;
    int error = f->names ? 0 : host_file_close(f->handle);
    free(f->buffer);
    *f = (openFile){0};
    return error < 0 ? -error : 0;
}

FILE *__real_fopen(const char *restrict path, const char *restrict mode);

FILE *__wrap_fopen(const char *restrict path, const char *restrict mode) {
    FILE *stream = __real_fopen(path, mode);
    openFile *f = stream ? fileOf(fileno(stream)) : NULL;
    if (f && (f->buffer = malloc(STDIO_BUFFER))) setvbuf(stream, f->buffer, _IOFBF, STDIO_BUFFER);
    return stream;
}

void storageLeave(void) {
    for (int i = 0; i < OPEN_FILES; i++) free(files[i].buffer);
    memset(files, 0, sizeof(files));
    storageNamesLeave();
}

/* ---- read and write ---- */

__wasi_errno_t __wasi_fd_write(__wasi_fd_t fd, const __wasi_ciovec_t *iov, size_t count, __wasi_size_t *written) {
    openFile *f = fileOf((int)fd);
    bool isLog = fd == STDOUT_FILENO || fd == STDERR_FILENO;
    if (!isLog && (!f || f->names)) return __WASI_ERRNO_BADF;
    size_t total = 0;
    for (size_t i = 0; i < count; i++) {
        size_t length = iov[i].buf_len;
        if (!length) continue;
        if (isLog) {
            logBytes(iov[i].buf, length);
        } else {
            int done = host_file_write(f->handle, (double)f->position, iov[i].buf, length);
            if (done < 0) {
                if (total) break; /* what is written counts; the next call meets the error again */
                return -done;
            }
            f->position += done;
            if ((size_t)done < length) {
                total += done;
                break;
            }
        }
        total += length;
    }
    *written = total;
    return 0;
}

__wasi_errno_t __wasi_fd_read(__wasi_fd_t fd, const __wasi_iovec_t *iov, size_t count, __wasi_size_t *read) {
    openFile *f = fileOf((int)fd);
    if (fd != RANDOM_FD && (!f || f->names)) return f ? __WASI_ERRNO_ISDIR : __WASI_ERRNO_BADF;
    size_t total = 0;
    for (size_t i = 0; i < count; i++) {
        size_t length = iov[i].buf_len;
        if (!length) continue;
        if (fd == RANDOM_FD) {
            host_random(iov[i].buf, length);
        } else {
            int done = host_file_read(f->handle, (double)f->position, iov[i].buf, length);
            if (done < 0) return -done;
            f->position += done;
            if ((size_t)done < length) {
                total += done;
                break;
            }
        }
        total += length;
    }
    *read = total;
    return 0;
}

__wasi_errno_t __wasi_fd_seek(__wasi_fd_t fd, __wasi_filedelta_t by, __wasi_whence_t from, __wasi_filesize_t *at) {
    openFile *f = fileOf((int)fd);
    if (!f || f->names) return __WASI_ERRNO_SPIPE;
    int64_t base = 0;
    if (from == __WASI_WHENCE_CUR) base = (int64_t)f->position;
    if (from == __WASI_WHENCE_END) {
        double size = host_file_size(f->handle);
        if (size < 0) return (__wasi_errno_t)-size;
        base = (int64_t)size;
    }
    if (base + by < 0) return __WASI_ERRNO_INVAL;
    *at = f->position = (uint64_t)(base + by);
    return 0;
}

__wasi_errno_t __wasi_fd_sync(__wasi_fd_t fd) {
    openFile *f = fileOf((int)fd);
    if (!f) return 0;
    int error = host_file_sync(f->names ? 0 : f->handle);
    return error < 0 ? -error : 0;
}

int storageSyncLater(int fd) {
    openFile *f = fileOf(fd);
    return f && f->handle ? host_file_sync(-f->handle) : -EBADF;
}

int storageFd(int handle) {
    for (int i = 0; i < OPEN_FILES; i++) {
        if (files[i].handle == handle) return FIRST_FILE_FD + i;
    }
    return -1;
}

int storageHandle(int fd) {
    openFile *f = fileOf(fd);
    return f ? f->handle : 0;
}

__wasi_errno_t __wasi_fd_fdstat_get(__wasi_fd_t fd, __wasi_fdstat_t *stat) {
    UNUSED(fd), UNUSED(stat);
    return __WASI_ERRNO_BADF;
}

/* A writer at the old end would leave a hole where it was cut off. */
int __syscall_ftruncate64(int fd, off_t size) {
    openFile *f = fileOf(fd);
    if (!f || f->names) return -EBADF;
    int error = host_file_truncate(f->handle, (double)size);
    if (error == 0 && f->position > (uint64_t)size) f->position = (uint64_t)size;
    return error;
}

int __syscall_truncate64(intptr_t path, off_t size) {
    int fd = __syscall_openat(0, path, O_WRONLY);
    if (fd < 0) return fd;
    int error = __syscall_ftruncate64(fd, size);
    int unclosed = __wasi_fd_close((__wasi_fd_t)fd);
    return error ? error : -unclosed;
}

/* ---- what is told of files ---- */

static int fillStat(struct stat *to, mode_t mode, double size) {
    memset(to, 0, sizeof(*to));
    to->st_mode = mode;
    to->st_nlink = 1;
    to->st_blksize = STDIO_BUFFER;
    to->st_size = (off_t)size;
    to->st_blocks = (blkcnt_t)((size + 511) / 512);
    return 0;
}

int __syscall_stat64(intptr_t path, intptr_t to) {
    char name[PATH_MAX];
    int length = storageName((const char *)path, name);
    if (length < 0) return length;
    int handle = length ? host_file_open(name, (uint32_t)length, 0) : -EISDIR;
    if (handle == -EISDIR) return fillStat((struct stat *)to, S_IFDIR | 0755, 0);
    if (handle < 0) return handle;
    double size = host_file_size(handle);
    host_file_close(handle);
    return size < 0 ? (int)size : fillStat((struct stat *)to, S_IFREG | 0644, size);
}

int __syscall_lstat64(intptr_t path, intptr_t to) {
    return __syscall_stat64(path, to);
}

int __syscall_fstat64(int fd, intptr_t to) {
    openFile *f = fileOf(fd);
    if (!f) return -EBADF;
    if (f->names) return fillStat((struct stat *)to, S_IFDIR | 0755, 0);
    double size = host_file_size(f->handle);
    return size < 0 ? (int)size : fillStat((struct stat *)to, S_IFREG | 0644, size);
}

int __syscall_newfstatat(int dir, intptr_t path, intptr_t to, int flags) {
    UNUSED(flags);
    return *(const char *)path ? __syscall_stat64(path, to) : __syscall_fstat64(dir, to);
}

int __syscall_fcntl64(int fd, int command, ...) {
    UNUSED(fd), UNUSED(command);
    return 0;
}

int __syscall_ioctl(int fd, int request, ...) {
    UNUSED(fd), UNUSED(request);
    return -ENOTTY;
}
