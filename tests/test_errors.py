"""A library that is not installed is named with the command that brings it."""

import ast
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from credscore.errors import InputTableError, required

ROOT = Path(__file__).resolve().parents[1]
EXTRAS = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"][
    "optional-dependencies"
]


@pytest.mark.parametrize(
    ("door", "library", "extra"),
    [
        ("credscore.integrations.dask", "dask", "dask"),
        ("credscore.integrations.spacy", "spacy", "spacy"),
        ("credscore.integrations.spark", "pyarrow", "spark"),
        ("credscore.service", "fastapi", "service"),
        ("credscore.service", "prometheus_client", "service"),
        ("credscore.service", "pydantic_settings", "service"),
        ("credscore.service", "uvicorn", "service"),
    ],
)
def test_a_door_without_its_library(door: str, library: str, extra: str) -> None:
    code = f"import sys; sys.modules[{library!r}] = None; import {door}"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 1
    told = done.stderr.splitlines()[-1]
    assert told.startswith(f"ModuleNotFoundError: {library}")
    assert told.endswith(f"is not installed. Run: pip install 'credscore[{extra}]'.")
    assert extra in EXTRAS


def test_every_extra_that_is_asked_for_exists() -> None:
    """The calls of `required` name a library and the extra that brings it."""
    asked = [
        (ast.literal_eval(node.args[0]), ast.literal_eval(node.args[1]))
        for path in (ROOT / "src").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "required"
    ]
    assert len(asked) >= 8
    for module, extra in asked:
        package = module.partition(".")[0].replace("_", "-")
        assert any(need.startswith(package) for need in EXTRAS[extra]), (module, extra)


def test_a_library_that_is_not_there() -> None:
    with pytest.raises(InputTableError, match=r"Maps need an extra.*'credscore\[maps\]'"):
        required("no_such_library", "maps", "Maps")
