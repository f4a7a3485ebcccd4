# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""What a child process that reads a stranger's file may use. Set before a stranger's byte is read.

On Linux: memory, no new files or sockets, no writing, no core dump, no further process, and seconds of work.
macOS does not keep the memory limit. On Windows a job object limits memory and processes; nobody has run that yet.
"""

import contextlib
import sys

if sys.platform == "win32":
    import ctypes
    from ctypes import wintypes

    class _Basic(ctypes.Structure):
        _fields_ = (
            ("process_time", ctypes.c_int64),
            ("job_time", ctypes.c_int64),
            ("flags", wintypes.DWORD),
            ("least_working_set", ctypes.c_size_t),
            ("most_working_set", ctypes.c_size_t),
            ("processes", wintypes.DWORD),
            ("affinity", ctypes.c_size_t),
            ("priority", wintypes.DWORD),
            ("scheduling", wintypes.DWORD),
        )

    class _Extended(ctypes.Structure):
        _fields_ = (
            ("basic", _Basic),
            ("counters", ctypes.c_uint64 * 6),
            ("process_memory", ctypes.c_size_t),
            ("job_memory", ctypes.c_size_t),
            ("peak_process_memory", ctypes.c_size_t),
            ("peak_job_memory", ctypes.c_size_t),
        )

    _ACTIVE_PROCESSES, _PROCESS_MEMORY, _DIE_ON_ERROR = 0x8, 0x100, 0x400
    _EXTENDED_LIMITS = 9

    def limit_process(most_memory: int) -> None:
        """Put this process into a job of its own that limits memory and allows no further process."""
        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        kernel.CreateJobObjectW.restype = wintypes.HANDLE
        kernel.GetCurrentProcess.restype = wintypes.HANDLE
        kernel.SetInformationJobObject.argtypes = (wintypes.HANDLE, ctypes.c_int, ctypes.c_void_p, wintypes.DWORD)
        kernel.AssignProcessToJobObject.argtypes = (wintypes.HANDLE, wintypes.HANDLE)
        job = kernel.CreateJobObjectW(None, None)
        limits = _Extended()
        limits.basic.flags = _ACTIVE_PROCESSES | _PROCESS_MEMORY | _DIE_ON_ERROR
        limits.basic.processes = 1
        limits.process_memory = most_memory
        kernel.SetInformationJobObject(job, _EXTENDED_LIMITS, ctypes.byref(limits), ctypes.sizeof(limits))
        kernel.AssignProcessToJobObject(job, kernel.GetCurrentProcess())

    def allow_seconds(seconds: int) -> None:
        """Windows has no limit that can be moved; the parent's own clock stops a slow child."""

else:
    import resource

    def limit_process(most_memory: int) -> None:
        """Limit this process for the rest of its life."""
        nothing = (resource.RLIMIT_NOFILE, resource.RLIMIT_FSIZE, resource.RLIMIT_CORE, resource.RLIMIT_NPROC)
        for kind, most in ((resource.RLIMIT_AS, most_memory), *((kind, 0) for kind in nothing)):
            with contextlib.suppress(ValueError, OSError):  # a system that lacks one limit still has the others
                resource.setrlimit(kind, (most, most))

    def allow_seconds(seconds: int) -> None:
        """Allow this much work from now on; the system ends a process that needs more."""
        used = resource.getrusage(resource.RUSAGE_SELF)
        most = int(used.ru_utime + used.ru_stime) + 1 + seconds
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(resource.RLIMIT_CPU, (most, resource.RLIM_INFINITY))
