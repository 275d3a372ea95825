"""python -m credscore.precompute FILE: what precomputed.py reads, made while a package is built."""

import sys
from pathlib import Path

from credscore import precomputed
from credscore.characters import Tables
from credscore.lexicon import Lexicon, read_files


def made() -> precomputed.Arrays:
    """All arrays, worked out of the sources."""
    return {**Tables().kept(), **Lexicon(read_files()).kept()}


if __name__ == "__main__":
    precomputed.write(Path(sys.argv[1]), made())
