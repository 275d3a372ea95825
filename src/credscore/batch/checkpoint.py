"""Stores how far a batch has come, beside OUT.partial, so that --resume can continue it."""

import hashlib
import os
import sys
import time
from collections.abc import Callable
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import Any, NamedTuple

from filelock import FileLock, Timeout
from pydantic import BaseModel, NonNegativeInt

from credscore.errors import InputTableError

_FORMAT = 4
_SYNC_SECONDS = 2.0


class Done(NamedTuple):
    """The rows and bytes of an output, or of a block of it; `output` are its bytes."""

    rows: NonNegativeInt = 0
    failed: NonNegativeInt = 0
    unreliable: NonNegativeInt = 0
    blocks: NonNegativeInt = 0
    output: NonNegativeInt = 0

    def after(self, block: "Done") -> "Done":
        return Done(*map(sum, zip(self, block, strict=True)))


class State(BaseModel):
    """What OUT.partial.state holds: digests of what the run was given, and how far it is."""

    job: dict[str, str]
    done: Done


def identity(path: Path | None) -> str:
    """The hash of all bytes of an input, which tells it from others."""
    if path is None or not path.is_file():
        return "a stream"
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


class Partial:
    """OUT.partial, and OUT.partial.state beside it, which counts only complete blocks.

    One run at a time holds OUT.partial.lock; the system releases it when the process ends.
    """

    def __init__(self, target: Path, job: dict[str, Any], header: bytes, *, resume: bool) -> None:
        self._target = target
        self.path, self._state, lock = (
            target.with_name(f"{target.name}.partial{ending}") for ending in ("", ".state", ".lock")
        )
        self._job = {name: _digest(value) for name, value in {"version": _FORMAT, **job}.items()}
        self._synced = time.monotonic()
        self._lock = FileLock(lock, blocking=False)
        try:
            os.stat(target.parent)  # else the lock would create the folder
            with ExitStack() as on_error:
                on_error.enter_context(self._lock)
                begun = resume and self.path.exists() and self._state.exists()
                self.done = self._begun() if begun else Done()
                if not begun:
                    self._state.unlink(missing_ok=True)
                self._file = self.path.open("r+b" if begun else "wb", buffering=0)
                on_error.pop_all()
        except Timeout:
            raise InputTableError(
                f"{self.path}: is being written by another run. Wait for it, or choose another OUT."
            ) from None
        except OSError as error:
            raise InputTableError(
                f"{error.filename}: can't be written: {error.strerror}. Name another file as OUT."
            ) from None
        self._file.seek(self._file.truncate(self.done.output))
        if not begun:
            self.write(header, Done(output=len(header)))

    def write(self, data: bytes, block: Done) -> None:
        """Append a block, then replace the state as a whole.

        An interrupt may come between any two lines: the state never counts more than `stop` keeps.
        """
        _write(self._file, data)
        self.done = self.done.after(block)
        if time.monotonic() - self._synced > _SYNC_SECONDS:
            os.fsync(self._file.fileno())
            self._synced = time.monotonic()
        new = self.path.with_name(f"{self.path.name}.new")  # no longer a name than the others
        new.write_text(State(job=self._job, done=self.done).model_dump_json())
        os.replace(new, self._state)

    def stop(self) -> None:
        """Close the file, and cut off an incomplete block."""
        with self._file:
            self._file.truncate(self.done.output)
        self._lock.release()

    def finish(self, move: Callable[[Path, Path], None]) -> None:
        with self._file:
            os.fsync(self._file.fileno())
        move(self.path, self._target)
        self.path.unlink(missing_ok=True)
        self._state.unlink()
        with suppress(PermissionError):  # Windows removes it on release
            os.unlink(self._lock.lock_file)
        self._lock.release()

    def _begun(self) -> Done:
        try:
            state = State.model_validate_json(self._state.read_bytes())
        except ValueError:
            state = None
        if state is None or self.path.stat().st_size < state.done.output:
            raise InputTableError(
                f"{self._state}: does not fit {self.path.name}: one of them is damaged. "
                "Start anew without --resume."
            )
        other = [name for name, value in self._job.items() if state.job.get(name) != value]
        if other:
            raise InputTableError(
                f"{self.path}: was begun with another {other[0]}. Give the same as then, or start "
                "anew without --resume."
            )
        return state.done


class Standard:
    """Standard output: nothing is moved into place, and nothing can be continued."""

    def __init__(self, header: bytes) -> None:
        self.done = Done()
        self.write(header, Done())

    def write(self, data: bytes, block: Done) -> None:
        _write(sys.stdout.buffer, data)
        sys.stdout.buffer.flush()
        self.done = self.done.after(block)

    def stop(self) -> None:
        """Do nothing: what is written is written."""

    def finish(self, move: Callable[[Path, Path], None]) -> None:
        """Do nothing: there is no file to move."""


def _write(file: Any, data: bytes) -> None:
    """Write all data; an unbuffered file, as of `python -u`, may take only a part at a time."""
    view = memoryview(data)
    while view:
        view = view[file.write(view) :]


def _digest(value: Any) -> str:
    return hashlib.sha256(repr(value).encode()).hexdigest()[:16]
