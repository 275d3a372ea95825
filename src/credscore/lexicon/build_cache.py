"""The compiled lexicons, saved when the package is built.

`precomputed.npz` holds plain arrays and a hash of the sources they were made from. If the file is
missing or a source has changed, the lexicons are compiled when they are first used.
"""

import functools
import hashlib
import unicodedata
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path
from types import MappingProxyType

import numpy as np

from credscore.patterns import Arrays

FILE = "precomputed.npz"
PACKAGES = ("evidence", "lexicon", "patterns", "text")
"""The packages that take part in compiling the lexicons."""


def contents(folder: str, *suffixes: str) -> dict[str, bytes]:
    """The content of every file with a suffix in a folder of the package, by name, in order."""
    files = sorted((resources.files("credscore") / folder).iterdir(), key=lambda file: file.name)
    return {file.name: file.read_bytes() for file in files if file.name.endswith(suffixes)}


@functools.cache
def digest() -> str:
    """The hash of the lexicon files, of the modules that read them, and of Unicode's version."""
    total = hashlib.sha256(unicodedata.unidata_version.encode())
    for folder in (*PACKAGES, "lexicons"):
        for name, content in contents(folder, ".py", ".toml").items():
            total.update(f"{folder}/{name} {len(content)} ".encode() + content)
    return total.hexdigest()


@functools.cache
def arrays() -> Arrays:
    """The stored arrays by name; none if the lexicons must be compiled."""
    return read(resources.files("credscore") / FILE)


def read(path: Traversable) -> Arrays:
    """The arrays of a file; none if it is missing or was made from other sources."""
    try:
        with path.open("rb") as file, np.load(file, allow_pickle=False) as content:
            is_current = content["digest"].item() == digest()
            return MappingProxyType(dict(content) if is_current else {})
    except FileNotFoundError:
        return MappingProxyType({})


def write(path: Path, compiled: Arrays) -> None:
    """Save arrays in a file; the same sources give the same bytes."""
    np.savez_compressed(path, allow_pickle=False, **{"digest": np.array(digest()), **compiled})
