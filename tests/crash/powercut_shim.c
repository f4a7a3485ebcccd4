/* SPDX-FileCopyrightText: 2026 The Sevenfold developers
 * SPDX-License-Identifier: MIT
 *
 * LD_PRELOAD shim: writes down, in order, everything that changes files under one folder.
 *
 * POWERCUT_FOLDER  absolute path of the watched folder (it and all below it)
 * POWERCUT_LOG     where the log goes (outside that folder)
 * POWERCUT_MARK    a descriptor number; what is written there is logged in order as a marker
 *
 * No table of descriptors is kept: each call asks the kernel which file a descriptor is, so dup and fork cannot
 * hide a write. A call that would change the folder in a way the log has no word for is logged as '?', and the
 * replayer refuses such a log. One record is the header below, then path, second path and data.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

struct __attribute__((packed)) header {
    char kind;
    char pad[3];
    uint32_t path_length, second_length;
    uint64_t inode, offset, data_length;
};

static char folder[PATH_MAX];
static size_t folder_length;
static int log_descriptor = -1, mark_descriptor = -1;

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

__attribute__((constructor)) static void start(void) {
    const char *where = getenv("POWERCUT_FOLDER"), *log = getenv("POWERCUT_LOG"), *mark = getenv("POWERCUT_MARK");
    if (!where || !log || strlen(where) >= sizeof folder) return;
    strcpy(folder, where);
    folder_length = strlen(folder);
    if (mark) mark_descriptor = atoi(mark);
    log_descriptor = (int)syscall(SYS_openat, AT_FDCWD, log, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
}

static int watched(const char *path) {
    return log_descriptor >= 0 && strncmp(path, folder, folder_length) == 0 &&
           (path[folder_length] == '/' || path[folder_length] == 0);
}

static void put_all(const char *bytes, size_t count) {
    while (count > 0) {
        long done = syscall(SYS_write, log_descriptor, bytes, count);
        if (done <= 0) abort(); /* a hole in the log would prove nothing */
        bytes += done;
        count -= (size_t)done;
    }
}

static void record(char kind, const char *path, const char *second, uint64_t inode, uint64_t offset, const void *data,
                   size_t data_length) {
    int kept = errno;
    size_t path_length = path ? strlen(path) : 0, second_length = second ? strlen(second) : 0;
    struct header head = {kind, {0}, (uint32_t)path_length, (uint32_t)second_length, inode, offset, data_length};
    size_t total = sizeof head + path_length + second_length + data_length;
    char *whole = malloc(total), *at = whole;
    if (!whole) abort();
    at = (char *)memcpy(at, &head, sizeof head) + sizeof head;
    if (path_length) at = (char *)memcpy(at, path, path_length) + path_length;
    if (second_length) at = (char *)memcpy(at, second, second_length) + second_length;
    if (data_length) memcpy(at, data, data_length);
    put_all(whole, total);
    free(whole);
    errno = kept;
}

/* The absolute path of a name that is relative to a folder descriptor or to the current folder. */
static void absolute(int at, const char *name, char *out) {
    size_t used = 0;
    out[0] = 0;
    if (name[0] != '/') {
        if (at == AT_FDCWD) {
            if (!getcwd(out, PATH_MAX)) out[0] = 0;
        } else {
            char link[64];
            snprintf(link, sizeof link, "/proc/self/fd/%d", at);
            ssize_t length = readlink(link, out, PATH_MAX - 1);
            out[length > 0 ? length : 0] = 0;
        }
        used = strlen(out);
        if (used + 1 < PATH_MAX) out[used++] = '/';
    }
    strncpy(out + used, name, PATH_MAX - used - 1);
    out[PATH_MAX - 1] = 0;
    used = strlen(out);
    while (used > 1 && out[used - 1] == '/') out[--used] = 0;
}

/* Whether a descriptor is a file or folder of ours; fills its path and inode. */
static int ours(int descriptor, char *path, struct stat *facts) {
    int kept = errno, found = 0;
    char link[64];
    if (log_descriptor >= 0) {
        snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
        ssize_t length = readlink(link, path, PATH_MAX - 1);
        path[length > 0 ? length : 0] = 0;
        found = length > 0 && watched(path) && fstat(descriptor, facts) == 0;
    }
    errno = kept;
    return found;
}

static void unmodelled(int descriptor, const char *call) {
    char path[PATH_MAX];
    struct stat facts;
    if (ours(descriptor, path, &facts)) record('?', path, call, 0, 0, NULL, 0);
}

/* --- opening and making ------------------------------------------------------------------------------------- */

static int open_logged(int at, const char *name, int flags, mode_t mode) {
    char path[PATH_MAX];
    struct stat facts;
    absolute(at, name, path);
    int mine = watched(path) && (flags & O_ACCMODE) != O_RDONLY;
    int existed = mine && fstatat(at, name, &facts, 0) == 0;
    int kept = errno;
    int found = (int)syscall(SYS_openat, at, name, flags, mode);
    if (found < 0 || !mine) return found;
    errno = kept;
    if (fstat(found, &facts) != 0) abort();
    if ((flags & O_TMPFILE) == O_TMPFILE) record('?', path, "O_TMPFILE", 0, 0, NULL, 0);
    else if (!existed) record('C', path, NULL, facts.st_ino, 0, NULL, 0);
    else if (flags & O_TRUNC) record('T', path, NULL, facts.st_ino, 0, NULL, 0);
    return found;
}

#define OPEN_MODE(flags) \
    mode_t mode = 0; \
    if ((flags) & (O_CREAT | O_TMPFILE)) { va_list rest; va_start(rest, flags); mode = va_arg(rest, mode_t); va_end(rest); }

int open(const char *name, int flags, ...) { OPEN_MODE(flags) return open_logged(AT_FDCWD, name, flags, mode); }
int open64(const char *name, int flags, ...) { OPEN_MODE(flags) return open_logged(AT_FDCWD, name, flags, mode); }
int openat(int at, const char *name, int flags, ...) { OPEN_MODE(flags) return open_logged(at, name, flags, mode); }
int openat64(int at, const char *name, int flags, ...) { OPEN_MODE(flags) return open_logged(at, name, flags, mode); }
int creat(const char *name, mode_t mode) { return open_logged(AT_FDCWD, name, O_WRONLY | O_CREAT | O_TRUNC, mode); }
int creat64(const char *name, mode_t mode) { return creat(name, mode); }

FILE *fopen(const char *name, const char *how) {
    char path[PATH_MAX];
    absolute(AT_FDCWD, name, path);
    if (watched(path) && strpbrk(how, "wa+")) record('?', path, "fopen", 0, 0, NULL, 0);
    return REAL(fopen)(name, how);
}
FILE *fopen64(const char *name, const char *how) { return fopen(name, how); }

int mkdirat(int at, const char *name, mode_t mode) {
    char path[PATH_MAX];
    int result = (int)syscall(SYS_mkdirat, at, name, mode);
    absolute(at, name, path);
    if (result == 0 && watched(path)) record('M', path, NULL, 0, 0, NULL, 0);
    return result;
}
int mkdir(const char *name, mode_t mode) { return mkdirat(AT_FDCWD, name, mode); }

/* --- content ------------------------------------------------------------------------------------------------ */

ssize_t pwrite64(int descriptor, const void *data, size_t count, off64_t offset) {
    char path[PATH_MAX];
    struct stat facts;
    int mine = ours(descriptor, path, &facts);
    ssize_t done = syscall(SYS_pwrite64, descriptor, data, count, offset);
    if (mine && done > 0) record('W', path, NULL, facts.st_ino, (uint64_t)offset, data, (size_t)done);
    return done;
}
ssize_t pwrite(int descriptor, const void *data, size_t count, off_t offset) {
    return pwrite64(descriptor, data, count, offset);
}

ssize_t write(int descriptor, const void *data, size_t count) {
    char path[PATH_MAX];
    struct stat facts;
    if (descriptor == mark_descriptor && log_descriptor >= 0) {
        record('A', NULL, NULL, 0, 0, data, count);
        return (ssize_t)count;
    }
    if (!ours(descriptor, path, &facts)) return syscall(SYS_write, descriptor, data, count);
    int appends = (fcntl(descriptor, F_GETFL) & O_APPEND) != 0;
    off_t offset = appends ? facts.st_size : lseek(descriptor, 0, SEEK_CUR);
    ssize_t done = syscall(SYS_write, descriptor, data, count);
    if (done > 0) record('W', path, NULL, facts.st_ino, (uint64_t)offset, data, (size_t)done);
    return done;
}

ssize_t writev(int descriptor, const struct iovec *pieces, int count) {
    char path[PATH_MAX];
    struct stat facts;
    if (!ours(descriptor, path, &facts)) return syscall(SYS_writev, descriptor, pieces, count);
    ssize_t total = 0;
    for (int i = 0; i < count; i++) {
        ssize_t done = write(descriptor, pieces[i].iov_base, pieces[i].iov_len);
        if (done < 0) return total ? total : done;
        total += done;
        if ((size_t)done < pieces[i].iov_len) break;
    }
    return total;
}

int ftruncate64(int descriptor, off64_t length) {
    char path[PATH_MAX];
    struct stat facts;
    int mine = ours(descriptor, path, &facts);
    int result = (int)syscall(SYS_ftruncate, descriptor, length);
    if (mine && result == 0) record('T', path, NULL, facts.st_ino, (uint64_t)length, NULL, 0);
    return result;
}
int ftruncate(int descriptor, off_t length) { return ftruncate64(descriptor, length); }

static int sync_logged(long number, int descriptor) {
    char path[PATH_MAX];
    struct stat facts;
    int mine = ours(descriptor, path, &facts);
    int result = (int)syscall(number, descriptor);
    if (mine && result == 0) record(S_ISDIR(facts.st_mode) ? 'D' : 'S', path, NULL, facts.st_ino, 0, NULL, 0);
    return result;
}
int fsync(int descriptor) { return sync_logged(SYS_fsync, descriptor); }
int fdatasync(int descriptor) { return sync_logged(SYS_fdatasync, descriptor); }

/* --- names -------------------------------------------------------------------------------------------------- */

int unlinkat(int at, const char *name, int flags) {
    char path[PATH_MAX];
    absolute(at, name, path);
    int result = (int)syscall(SYS_unlinkat, at, name, flags);
    if (result == 0 && watched(path)) record(flags & AT_REMOVEDIR ? 'X' : 'U', path, NULL, 0, 0, NULL, 0);
    return result;
}
int unlink(const char *name) { return unlinkat(AT_FDCWD, name, 0); }
int rmdir(const char *name) { return unlinkat(AT_FDCWD, name, AT_REMOVEDIR); }
int remove(const char *name) { return unlink(name) == 0 ? 0 : errno == EISDIR ? rmdir(name) : -1; }

int renameat(int at, const char *name, int second_at, const char *second) {
    char path[PATH_MAX], second_path[PATH_MAX];
    absolute(at, name, path);
    absolute(second_at, second, second_path);
    int result = (int)syscall(SYS_renameat2, at, name, second_at, second, 0);
    if (result == 0 && (watched(path) || watched(second_path))) {
        /* A folder's name is moved with all below it; a move into or out of the watched folder has no word. */
        record(watched(path) && watched(second_path) ? 'R' : '?', path, second_path, 0, 0, NULL, 0);
    }
    return result;
}
int rename(const char *name, const char *second) { return renameat(AT_FDCWD, name, AT_FDCWD, second); }

int linkat(int at, const char *name, int second_at, const char *second, int flags) {
    char path[PATH_MAX], second_path[PATH_MAX];
    absolute(at, name, path);
    absolute(second_at, second, second_path);
    int result = (int)syscall(SYS_linkat, at, name, second_at, second, flags);
    if (result == 0 && watched(second_path)) record(watched(path) ? 'L' : '?', path, second_path, 0, 0, NULL, 0);
    return result;
}
int link(const char *name, const char *second) { return linkat(AT_FDCWD, name, AT_FDCWD, second, 0); }

/* --- refused or unmodelled ---------------------------------------------------------------------------------- */

/* Copies inside the kernel are refused on our files, so that callers fall back on read and write. */
ssize_t copy_file_range(int in, off64_t *from, int out, off64_t *to, size_t count, unsigned flags) {
    char path[PATH_MAX];
    struct stat facts;
    if (ours(out, path, &facts)) { errno = ENOSYS; return -1; }
    return syscall(SYS_copy_file_range, in, from, out, to, count, flags);
}
ssize_t sendfile64(int out, int in, off64_t *offset, size_t count) {
    char path[PATH_MAX];
    struct stat facts;
    if (ours(out, path, &facts)) { errno = ENOSYS; return -1; }
    return syscall(SYS_sendfile, out, in, offset, count);
}
ssize_t sendfile(int out, int in, off_t *offset, size_t count) { return sendfile64(out, in, offset, count); }

int truncate64(const char *name, off64_t length) {
    char path[PATH_MAX];
    absolute(AT_FDCWD, name, path);
    if (watched(path)) record('?', path, "truncate", 0, 0, NULL, 0);
    return (int)syscall(SYS_truncate, name, length);
}
int truncate(const char *name, off_t length) { return truncate64(name, length); }

int posix_fallocate64(int descriptor, off64_t offset, off64_t length) {
    unmodelled(descriptor, "posix_fallocate");
    return REAL(posix_fallocate64)(descriptor, offset, length);
}
int posix_fallocate(int descriptor, off_t offset, off_t length) { return posix_fallocate64(descriptor, offset, length); }
int fallocate(int descriptor, int mode, off_t offset, off_t length) {
    unmodelled(descriptor, "fallocate");
    return (int)syscall(SYS_fallocate, descriptor, mode, offset, length);
}
ssize_t pwritev64v2(int descriptor, const struct iovec *pieces, int count, off64_t offset, int flags) {
    unmodelled(descriptor, "pwritev2");
    return REAL(pwritev64v2)(descriptor, pieces, count, offset, flags);
}
ssize_t splice(int in, off64_t *from, int out, off64_t *to, size_t count, unsigned flags) {
    unmodelled(out, "splice");
    return syscall(SYS_splice, in, from, out, to, count, flags);
}

void *mmap64(void *where, size_t length, int protection, int flags, int descriptor, off64_t offset) {
    if (descriptor >= 0 && (flags & MAP_SHARED) && (protection & PROT_WRITE)) unmodelled(descriptor, "mmap");
    return (void *)syscall(SYS_mmap, where, length, protection, flags, descriptor, offset);
}
void *mmap(void *where, size_t length, int protection, int flags, int descriptor, off_t offset) {
    return mmap64(where, length, protection, flags, descriptor, offset);
}

int symlinkat(const char *target, int at, const char *name) {
    char path[PATH_MAX];
    absolute(at, name, path);
    if (watched(path)) record('?', path, "symlink", 0, 0, NULL, 0);
    return (int)syscall(SYS_symlinkat, target, at, name);
}
int symlink(const char *target, const char *name) { return symlinkat(target, AT_FDCWD, name); }
