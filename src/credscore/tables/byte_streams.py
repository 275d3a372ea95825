"""Reads a file or standard input as UTF-8 bytes: unpacked, decoded, chunk by chunk."""

import codecs
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from gzip import GzipFile
from importlib import import_module
from io import BufferedReader, BytesIO
from itertools import chain
from pathlib import Path
from typing import Any
from zipfile import ZipFile

from credscore.documents import HEAD, encoding_of, kind_of
from credscore.errors import CredscoreError, InputTableError, number_of, required

CHUNK = 1 << 20
_NOT_ASCII = bytes(range(128, 256))


class BrokenInputError(InputTableError):
    """The input ends too early or can't be read further; the rows before are complete."""


class Stream:
    """A file, or standard input, as UTF-8 bytes without byte-order mark.

    Packing is recognised by the first bytes. `encoding` is detected unless stated. If it is UTF-8,
    other bytes pass unchanged, and each row reports its own. `size` is the number of bytes of the
    file, if known; `read` is how many of them were read.
    """

    def __init__(self, path: Path | None, encoding: str | None = None) -> None:
        self.path = path
        self.name = str(path) if path else "standard input"
        self.read = 0
        unpacked = self._unpacked()
        head = b""
        try:
            while len(head) < HEAD and (chunk := next(unpacked, b"")):
                head += chunk
        except BrokenInputError as error:
            if not head:
                raise InputTableError(str(error)) from None
            unpacked = _raising(error)  # chunks() raises it after the complete part
        is_file = path is not None and path.is_file()
        self._held = None if is_file else chain([head], unpacked)
        self.size = path.stat().st_size if path and is_file else None
        beginning = head if len(head) < HEAD else head.rstrip(_NOT_ASCII)  # cuts no letter in two
        self.kind = kind_of(beginning, self.name)
        self.encoding = encoding_of(beginning, encoding)
        try:
            text = next(self._decoded([head]), b"")
        except BrokenInputError as error:
            raise InputTableError(str(error)) from None
        self.sample = text.removeprefix(codecs.BOM_UTF8)[:HEAD]

    def chunks(self) -> Iterator[bytes]:
        """The bytes in pieces of limited size; standard input can be read only once."""
        chunks = self._decoded(self._unpacked() if self._held is None else self._held)
        yield next(chunks, b"").removeprefix(codecs.BOM_UTF8)
        yield from chunks

    def whole(self) -> bytes:
        return b"".join(self._unpacked() if self._held is None else self._held)

    def _unpacked(self) -> Iterator[bytes]:
        """The bytes of the file, or of the file packed in it, in pieces of limited size."""
        self.read = 0
        try:
            with _opened(self.path) as raw:
                file = self._within(raw)
                while chunk := file.read1(CHUNK):
                    self.read = raw.tell() if raw.seekable() else self.read + len(chunk)
                    yield chunk
        except (BrokenPipeError, CredscoreError):
            raise
        except Exception as error:  # a damaged file may raise anything
            cause = BrokenInputError if self.read else InputTableError
            if reason := getattr(error, "strerror", None):
                raise cause(f"{self.name}: can't be read: {reason}.") from None
            reason = "it ends within its packing" if isinstance(error, EOFError) else error
            raise cause(f"{self.name}: can't be unpacked: {reason}. Get it anew.") from None

    def _within(self, raw: Any) -> Any:
        kind = kind_of(raw.peek(HEAD), self.name)
        packing = kind.name if kind else ""
        if packing == "gzip":
            return GzipFile(fileobj=raw)
        if packing == "zstd":
            return zstd().open(raw)
        if packing == "zip":
            archive = ZipFile(raw)
            names = [name for name in archive.namelist() if not name.endswith("/")]
            files = [name for name in names if not name.startswith(("__MACOSX/", "."))]
            if len(files) != 1:
                there = number_of(len(files), "file")
                raise InputTableError(f"{self.name}: is a ZIP archive of {there}. Unpack it.")
            return archive.open(files[0])
        if self.path and self.path.suffix in (".gz", ".zst"):
            raise InputTableError(f"{self.name}: is not packed as its ending says. Rename it.")
        return raw

    def _decoded(self, chunks: Iterable[bytes]) -> Iterator[bytes]:
        if self.encoding == "utf-8":
            yield from chunks
            return
        try:
            for text in codecs.iterdecode(chunks, self.encoding, "surrogateescape"):
                yield text.encode(errors="surrogateescape")
        except UnicodeDecodeError as error:
            raise BrokenInputError(
                f"{self.name}: is not {self.encoding} throughout ({error.reason}). State its "
                "encoding with --encoding."
            ) from None


@contextmanager
def _opened(path: Path | None) -> Iterator[Any]:
    """A file, or standard input; an archive from standard input is held in memory."""
    if path:
        with path.open("rb", HEAD) as file:
            yield file
    elif sys.stdin is None:
        raise InputTableError("standard input: is closed. Name a file.")
    else:
        file = BufferedReader(sys.stdin.buffer, HEAD)  # type: ignore[type-var]
        if file.peek().startswith((b"PK", b"\xd0\xcf")):
            yield BufferedReader(BytesIO(file.read()), HEAD)
        else:
            yield file
        file.detach()  # so that standard input stays open


def _raising(error: Exception) -> Iterator[bytes]:
    yield b""
    raise error


def zstd() -> Any:
    """The Zstandard library; an extra is needed before Python 3.14."""
    if sys.version_info >= (3, 14):
        return import_module("compression.zstd")
    return required("backports.zstd", "zstd", "Zstandard files")
