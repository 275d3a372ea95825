"""A file or standard input as bytes of UTF-8: unpacked, decoded, a chunk at a time."""

import codecs
import sys
import zlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import nullcontext
from itertools import chain
from pathlib import Path
from typing import Any
from zipfile import ZipFile

from credscore.documents import HEAD, codec_name, find_encoding, kind_of
from credscore.errors import InputTableError, counted, required

CHUNK = 1 << 20
SAMPLE = HEAD
_PIECE = 1 << 12
_NOT_ASCII = bytes(range(128, 256))


class BrokenInputError(InputTableError):
    """The input breaks off or can't be read any further; what came before is whole."""


class Stream:
    """A file, or standard input, as UTF-8 bytes without byte-order mark.

    Packing (gzip, Zstandard, ZIP of one file) is recognised by the first bytes; `encoding` is found
    unless stated. Bytes that are not UTF-8 pass unchanged if the encoding is UTF-8: each row
    answers for them. `size` is the file's size in bytes (None: not known), `read` how many of them
    were read, `kind` what it is by its first bytes.

    Raises InputTableError if the file can't be opened, or the encoding has no such name.
    """

    def __init__(self, path: Path | None, encoding: str | None = None) -> None:
        self.path = path
        self.name = str(path) if path else "standard input"
        self.read = 0
        unpacked = self._unpacked()
        head = b""
        try:
            while len(head) < SAMPLE and (chunk := next(unpacked, b"")):
                head += chunk
        except BrokenInputError as error:
            if not head:
                raise InputTableError(str(error)) from None
            unpacked = _raising(error)  # by chunks(), after the part that is whole
        is_file = path is not None and path.is_file()
        self._held = None if is_file else chain([head], unpacked)
        self.size = path.stat().st_size if path and is_file else None
        beginning = head if len(head) < SAMPLE else head.rstrip(_NOT_ASCII)  # no letter cut in two
        self.kind = kind_of(beginning)
        self.encoding = codec_name(encoding) if encoding else find_encoding(beginning)
        text = next(self._decoded([head]), b"")
        self.sample = text.removeprefix(codecs.BOM_UTF8)[:SAMPLE]
        self._mark = len(codecs.BOM_UTF8) if text.startswith(codecs.BOM_UTF8) else 0

    def chunks(self, start: int = 0) -> Iterator[bytes]:
        """The bytes from `start` on; standard input can be read only once.

        Raises BrokenInputError if the file breaks off, its packing is damaged or its encoding is
        another.
        """
        skip = start + self._mark
        for chunk in self._decoded(self._unpacked() if self._held is None else self._held):
            if skip < len(chunk):
                yield chunk[skip:]
            skip = max(0, skip - len(chunk))

    def _raw(self) -> Iterator[bytes]:
        self.read = 0
        try:
            with self.path.open("rb") if self.path else nullcontext(sys.stdin.buffer) as file:
                while chunk := file.read(CHUNK):
                    self.read += len(chunk)
                    yield chunk
        except OSError as error:
            cause = BrokenInputError if self.read else InputTableError
            raise cause(f"{self.name}: can't be read: {error.strerror or error}.") from None

    def _unpacked(self) -> Iterator[bytes]:
        raw = self._raw()
        first = next(raw, b"")
        chunks = chain([first], raw)
        if first.startswith(b"\x1f\x8b"):
            return self._unpack(chunks, lambda: zlib.decompressobj(wbits=31), zlib.error)
        if first.startswith(b"\x28\xb5\x2f\xfd"):
            library = zstandard()
            return self._unpack(chunks, library.ZstdDecompressor().decompressobj, library.ZstdError)
        if first.startswith(b"PK\x03\x04") and self.path:
            return self._unzipped(self.path)
        if self.path and self.path.suffix in (".gz", ".zst"):
            raise InputTableError(
                f"{self.name}: can't be read: not packed as its ending says. Rename or mend it."
            )
        return chunks

    def _unpack(
        self, packed: Iterator[bytes], new: Callable[[], Any], damage: type[Exception]
    ) -> Iterator[bytes]:
        """Member after member, in pieces so small that no packing can fill the memory.

        Not by gzip.open and zstandard's reader: the latter ends without an error if a file is cut
        off, and rows would be lost unseen.
        """
        unpacker, pending = new(), bytearray()
        try:
            for chunk in packed:
                for start in range(0, len(chunk), _PIECE):
                    rest = chunk[start : start + _PIECE]
                    while rest:
                        if unpacker.eof:
                            unpacker = new()
                        pending += unpacker.decompress(rest)
                        rest = unpacker.unused_data.lstrip(b"\0") if unpacker.eof else b""
                    if len(pending) >= CHUNK:
                        yield bytes(pending)
                        pending.clear()
            broken = "" if unpacker.eof else "it ends within its packing"
        except damage as error:
            broken = f"its packing is damaged ({error})"
        yield bytes(pending)
        if broken:
            raise BrokenInputError(f"{self.name}: can't be read to its end: {broken}. Get it anew.")

    def _unzipped(self, path: Path) -> Iterator[bytes]:
        """The one file of a ZIP archive."""
        try:
            with path.open("rb") as packed, ZipFile(packed) as archive:
                files = [
                    file
                    for file in archive.infolist()
                    if not file.filename.endswith("/")
                    and not file.filename.startswith(("__MACOSX/", "."))
                ]
                if len(files) != 1:
                    raise InputTableError(
                        f"{self.name}: is a ZIP archive of {counted(len(files), 'file')}. Unpack "
                        "it, and name one of them."
                    )
                with archive.open(files[0]) as file:
                    while chunk := file.read(CHUNK):
                        self.read = packed.tell()
                        yield chunk
        except InputTableError:
            raise
        except Exception as error:  # a damaged archive raises whatever its parts raise
            raise BrokenInputError(
                f"{self.name}: can't be unpacked: {error}. Unpack it, and name the file in it."
            ) from None

    def _decoded(self, chunks: Iterable[bytes]) -> Iterator[bytes]:
        """The same text in UTF-8."""
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


def _raising(error: Exception) -> Iterator[bytes]:
    yield b""
    raise error


def zstandard() -> Any:
    """The Zstandard library, an extra."""
    return required("zstandard", "zstd", "Zstandard files")
