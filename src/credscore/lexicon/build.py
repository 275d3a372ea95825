"""python -m credscore.lexicon.build FILE: compiles the lexicons while the package is built."""

import sys
from pathlib import Path

from credscore.lexicon import build_cache
from credscore.lexicon.lexicon import Lexicon, read_files

if __name__ == "__main__":
    build_cache.write(Path(sys.argv[1]), Lexicon(read_files()).arrays())
