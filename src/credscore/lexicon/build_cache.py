"""What credscore works out of its own sources, kept from when the package was built.

`precomputed.npz` holds plain arrays and a hash of the sources they were made of. Where it is
missing, or a source has changed since, all is worked out anew; reading it never writes.
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


def lexicon_sources() -> dict[str, bytes]:
    """The name and content of every lexicon file, in order."""
    folder = resources.files("credscore") / "lexicons"
    return {one.name: one.read_bytes() for one in _sorted(folder) if one.name.endswith(".toml")}


def _sorted(folder: Traversable) -> list[Traversable]:
    return sorted(folder.iterdir(), key=lambda one: one.name)


@functools.cache
def digest() -> str:
    """The hash of the sources: lexicon files, the modules that read them, Unicode's version."""
    package = resources.files("credscore")
    total = hashlib.sha256(unicodedata.unidata_version.encode())
    modules = {
        f"{name}/{one.name}": one.read_bytes()
        for name in PACKAGES
        for one in _sorted(package / name)
        if one.name.endswith(".py")
    }
    for name, content in {**modules, **lexicon_sources()}.items():
        total.update(f"{name} {len(content)} ".encode() + content)
    return total.hexdigest()


@functools.cache
def arrays() -> Arrays:
    """The arrays by name; none where they are to be worked out."""
    return read(resources.files("credscore") / FILE)


def read(place: Traversable) -> Arrays:
    """The arrays of a file; none where it is missing or was made of other sources."""
    try:
        with place.open("rb") as file, np.load(file, allow_pickle=False) as kept:
            fits = kept["digest"].item() == digest()
            return MappingProxyType(dict(kept) if fits else {})
    except FileNotFoundError:
        return MappingProxyType({})


def write(path: Path, made: Arrays) -> None:
    """Keep arrays in a file; the same sources give the same bytes."""
    np.savez_compressed(path, allow_pickle=False, **{"digest": np.array(digest()), **made})
