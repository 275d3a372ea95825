"""The command line of the retraining."""

import runpy
import sys
from pathlib import Path

import pytest


def test_help_trains_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "argv", ["credscore.training", "--help"])
    with pytest.raises(SystemExit) as end:
        runpy.run_module("credscore.training", run_name="__main__")
    assert end.value.code == 0
    assert "models/default" in capsys.readouterr().out
    assert not list(tmp_path.iterdir())
