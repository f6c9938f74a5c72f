"""Takes from a worker what it does not need: the network, endless memory, and life without its parent.

The first and the last are Linux's; elsewhere the guard alone keeps queries from fetching.
"""

import ctypes
import os
import platform
import resource
import signal
import struct
import sys

_DEATH_SIGNAL, _NO_NEW_PRIVILEGES, _SECCOMP = 1, 38, 22  # of prctl(2)
_FILTER = 2
_ALLOW, _REFUSE = 0x7FFF0000, 0x00050000 | 13  # 13 is EACCES
_LOAD, _IF_EQUAL, _RETURN = 0x20, 0x15, 0x06  # of a classic BPF program
_SYSTEM_CALLS = {"x86_64": (0xC000003E, 41, 425), "aarch64": (0xC00000B7, 198, 425)}  # machine, socket, io_uring_setup


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_ushort), ("instructions", ctypes.c_void_p))


def confine(memory: int | None = None) -> None:
    """Leave this process no way to open a connection, and no more memory than so many bytes."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C goes to the whole group; the server ends its workers
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if memory:
        resource.setrlimit(resource.RLIMIT_DATA, (memory, memory))
    if sys.platform == "linux":
        libc = ctypes.CDLL(None, use_errno=True)
        _checked(libc.prctl(_DEATH_SIGNAL, signal.SIGKILL, 0, 0, 0))
        if platform.machine() in _SYSTEM_CALLS:
            _no_network(libc, *_SYSTEM_CALLS[platform.machine()])


def _no_network(libc: ctypes.CDLL, machine: int, *calls: int) -> None:
    """Let the kernel refuse these system calls to this process, for good."""
    code = [_step(_LOAD, 4), _step(_IF_EQUAL, machine, no=len(calls) + 1), _step(_LOAD, 0)]
    code += [_step(_IF_EQUAL, call, yes=len(calls) - at) for at, call in enumerate(calls)]
    code += [_step(_RETURN, _ALLOW), _step(_RETURN, _REFUSE)]
    instructions = ctypes.create_string_buffer(b"".join(code))
    program = _Program(len(code), ctypes.cast(instructions, ctypes.c_void_p))
    _checked(libc.prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0))
    _checked(libc.prctl(_SECCOMP, _FILTER, ctypes.byref(program), 0, 0))


def _step(code: int, value: int, yes: int = 0, no: int = 0) -> bytes:
    return struct.pack("HBBI", code, yes, no, value)


def _checked(result: int) -> None:
    if result != 0:
        error = ctypes.get_errno()
        raise OSError(error, os.strerror(error))
