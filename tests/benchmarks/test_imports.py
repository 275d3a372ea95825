"""Every benchmark starts: it is imported, and those that are programs tell their options."""

import importlib
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
MODULES = [
    ".".join(path.relative_to(ROOT).with_suffix("").parts)
    for path in sorted(ROOT.glob("benchmarks/*/*.py"))
    if path.stem != "__init__"
]
EXTRAS = {"ahocorasick_rs", "matplotlib", "prometheus_client", "psutil", "uvicorn"}


@pytest.mark.parametrize("name", MODULES)
def test_a_benchmark_starts(
    name: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    try:
        module = importlib.import_module(name)
    except ModuleNotFoundError as error:
        if error.name in EXTRAS:
            pytest.skip(f"needs {error.name}: pip install -e '.[bench]'")
        raise
    if not hasattr(module, "main"):
        return
    monkeypatch.setattr(sys, "argv", [name, "--help"])
    with pytest.raises(SystemExit) as end:
        module.main()
    assert end.value.code == 0
    assert f"python -m {name}" in capsys.readouterr().out


def test_each_benchmark_is_described() -> None:
    page = (ROOT / "benchmarks" / "README.md").read_text("utf-8")
    for name in MODULES:
        room, module = name.split(".")[1:]
        assert f"`{module}`" in page.split(f"## {room}")[1].split("\n## ")[0], name
