"""What credscore achieves, measured: README.md says what each module answers and how to run it."""

import argparse
import json
import os
import platform
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
EXAMPLES = ROOT / "examples"
RESULTS = ROOT / "benchmarks" / "results"
SHARED = Path(os.environ.get("CREDSCORE_SHARED", ROOT.parent / "shared"))
"""The corpora, which are not part of the project."""
JOBS = min(2, os.cpu_count() or 1)
"""Processes of a benchmark."""


def options(doc: str | None) -> argparse.ArgumentParser:
    """The options of a benchmark, to be added to; its help is the docstring of the module."""
    return argparse.ArgumentParser(
        description=doc, formatter_class=argparse.RawDescriptionHelpFormatter
    )


def results(name: str) -> dict[str, Any]:
    """One file of results, by its name without the ending; nothing if it is not there."""
    path = RESULTS / f"{name}.json"
    return dict(json.loads(path.read_text("utf-8"))) if path.is_file() else {}


def write_results(name: str, figures: Mapping[str, Any], shown: bool = False) -> None:
    """Write a file of results, with when and on what it was measured; nan becomes null."""
    about = {
        "date": date.today().isoformat(), "python": platform.python_version(),
        "machine": platform.machine(), "cpus": os.cpu_count(),
    }  # fmt: skip
    whole = json.loads(
        json.dumps({**about, **figures, **about}), parse_constant=lambda constant: None
    )
    text = json.dumps(whole, indent=1)
    (RESULTS / f"{name}.json").write_text(f"{text}\n", "utf-8")
    if shown:
        print(text)
