"""What pytest must not import where an extra is not installed; whether the core is compiled."""

from importlib.util import find_spec
from pathlib import Path

import pytest

EXTRAS = {
    "dask": "dask", "langchain": "langchain_core", "llamaindex": "llama_index", "mcp": "mcp",
    "spacy": "spacy", "spark": "pyspark",
}  # fmt: skip
collect_ignore = [
    f"src/credscore/integrations/{name}.py"
    for name, package in EXTRAS.items()
    if not find_spec(package)
]


def pytest_configure() -> None:
    """Refuse compiled modules whose source has changed since: they run what is no longer there."""
    for types in (Path(__file__).parent / "src" / "credscore").rglob("*.pxd"):
        newest = max(types.stat().st_mtime, types.with_suffix(".py").stat().st_mtime)
        modules = types.parent.glob(f"{types.stem}.*.so")
        if any(module.stat().st_mtime < newest for module in modules):
            raise pytest.UsageError(f"{types.stem}.py changed: run pip install -e . again")


def pytest_report_header() -> str:
    """One line at the top: uncompiled, everything is slower and gives the same results."""
    from credscore.text import is_compiled

    return f"credscore: {'' if is_compiled() else 'un'}compiled"
