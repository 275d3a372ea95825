"""What credscore achieves, measured: README.md says what each module answers and how to run it."""

import argparse
import os
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
RESULTS = ROOT / "benchmarks" / "results"
SHARED = Path(os.environ.get("CREDSCORE_SHARED", ROOT.parent / "shared"))
"""The corpora, which are not part of the project."""


def options(doc: str | None) -> argparse.ArgumentParser:
    """The options of a benchmark, to be added to; its help is the docstring of the module."""
    return argparse.ArgumentParser(
        description=doc, formatter_class=argparse.RawDescriptionHelpFormatter
    )
