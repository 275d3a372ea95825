"""How far a batch has come, kept beside OUT.partial so that --resume can go on from there."""

import hashlib
import json
import os
import sys
import time
from collections.abc import Callable
from io import FileIO
from pathlib import Path
from typing import Any, NamedTuple

from credscore.batch.lock import locked, remove
from credscore.errors import InputTableError

_FORMAT = 3
_PAGE = 4096
_SYNC_SECONDS = 2.0


class Done(NamedTuple):
    """What is in the output, or a block of it; `input` is where the next block begins."""

    rows: int = 0
    failed: int = 0
    unreliable: int = 0
    input: int = 0
    output: int = 0

    def after(self, block: "Done") -> "Done":
        return Done(*map(sum, zip(self, block, strict=True)))._replace(input=block.input)


def identity(path: Path | None) -> str:
    """What distinguishes one input from another: all of its bytes."""
    if path is None or not path.is_file():
        return "a stream"
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


class Partial:
    """OUT.partial, and OUT.partial.state beside it, whose counts are always of whole blocks.

    The state is one page, written over in place: that takes no room on a full disk.
    """

    def __init__(self, target: Path, job: dict[str, Any], header: bytes, *, resume: bool) -> None:
        self._target = target
        self.path = target.with_name(f"{target.name}.partial")
        self._state_path = target.with_name(f"{target.name}.partial.state")
        job = {"version": _FORMAT, **job}
        self._job = {name: _digest(value) for name, value in job.items()}
        self._synced = time.monotonic()
        begun = resume and self.path.exists() and self._state_path.exists()
        try:
            self._state = self._locked()
            try:
                self.done = self._begun() if begun else Done()
                self._file = self.path.open("r+b" if self.done.output else "wb", buffering=0)
            except BaseException:
                self._state.close()
                raise
        except OSError as error:
            raise InputTableError(
                f"{error.filename}: can't be written: {error.strerror}. Name another file as OUT."
            ) from None
        if not self.done.output:
            self._state.truncate(0)
        self._file.seek(self._file.truncate(self.done.output))
        if not self.done.output:
            self.write(header, Done(output=len(header)))

    def write(self, data: bytes, block: Done) -> None:
        _write(self._file, data)
        done = self.done.after(block)
        if time.monotonic() - self._synced > _SYNC_SECONDS:
            os.fsync(self._file.fileno())
            self._synced = time.monotonic()
        content = {"job": self._job, "done": done._asdict()}
        text = json.dumps(content | {"check": _digest(content)})
        self._state.seek(0)
        self._state.write(text.ljust(_PAGE).encode())
        self.done = done

    def stop(self) -> None:
        """Close the files; what is not a whole block is cut off."""
        with self._file, self._state:
            self._file.truncate(self.done.output)

    def finish(self, move: Callable[[Path, Path], None]) -> None:
        with self._state:
            with self._file:
                os.fsync(self._file.fileno())
            move(self.path, self._target)
            self.path.unlink(missing_ok=True)
            remove(self._state, self._state_path)

    def _locked(self) -> FileIO:
        if file := locked(self._state_path):
            return file
        raise InputTableError(
            f"{self.path}: is being written by another run. Wait for it, or choose another OUT."
        )

    def _begun(self) -> Done:
        try:
            content = json.loads(self._state_path.read_bytes())
            check = content.pop("check")
            done = Done(**content["done"])
        except (ValueError, KeyError, TypeError, AttributeError):
            content, check, done = {}, "", Done()
        if check != _digest(content) or self.path.stat().st_size < done.output:
            raise InputTableError(
                f"{self._state_path}: does not fit {self.path.name}: one of them is damaged. "
                "Start anew without --resume."
            )
        other = [name for name, value in self._job.items() if content["job"].get(name) != value]
        if other:
            raise InputTableError(
                f"{self.path}: was begun with another {other[0]}. Give the same as then, or start "
                "anew without --resume."
            )
        return done


class Standard:
    """Standard output: nothing to move into place, nothing to go on with."""

    def __init__(self, header: bytes) -> None:
        self.done = Done()
        self.write(header, Done())

    def write(self, data: bytes, block: Done) -> None:
        _write(sys.stdout.buffer, data)
        sys.stdout.buffer.flush()
        self.done = self.done.after(block)

    def stop(self) -> None:
        """What is written is written."""

    def finish(self, move: Callable[[Path, Path], None]) -> None:
        """Nothing is left to do."""


def _write(file: Any, data: bytes) -> None:
    """Write all of it: a file without buffer, as of `python -u`, may take a part at a time."""
    view = memoryview(data)
    while view:
        view = view[file.write(view) :]


def _digest(value: Any) -> str:
    return hashlib.sha256(repr(value).encode()).hexdigest()[:16]
