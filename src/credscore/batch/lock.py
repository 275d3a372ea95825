"""A file that only one run writes: the lock is the system's own, and ends with the process."""

import os
import sys
from io import FileIO
from pathlib import Path

if sys.platform == "win32":
    import msvcrt

    _FAR = 1 << 30  # behind all content, since others can't read what is locked

    def _lock(file: FileIO) -> None:
        file.seek(_FAR)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        file.seek(0)
else:
    import fcntl

    def _lock(file: FileIO) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


def locked(path: Path) -> FileIO | None:
    """The file, made if need be, with its lock; None if another run has it, or is just ending."""
    file = FileIO(path, "r+", opener=lambda name, flags: os.open(name, flags | os.O_CREAT, 0o666))
    try:
        _lock(file)
    except (BlockingIOError, PermissionError):
        file.close()
        return None
    except OSError:
        return file  # the file system has no locks
    if path.exists() and os.path.samestat(os.fstat(file.fileno()), path.stat()):
        return file
    file.close()
    return None


def remove(file: FileIO, path: Path) -> None:
    """Remove the file, while it is locked where the system removes open files."""
    if sys.platform == "win32":
        file.close()
    path.unlink()
    file.close()
