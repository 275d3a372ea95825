"""What fuzzing found, replayed by the targets of fuzz/targets.py."""

from pathlib import Path

import pytest

from fuzz import targets

CASES = sorted(path for path in (Path(__file__).parent / "found").rglob("*") if path.is_file())


@pytest.mark.parametrize("path", CASES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_found_case(path: Path) -> None:
    getattr(targets, path.parent.name)(path.read_bytes())


@pytest.mark.parametrize("target", ["text", "lexicon", "model", "csv_rows", "jsonl_rows"])
def test_targets_run(target: str) -> None:
    for data in (b"", b"\0", b"\xff\xfe", b"{}", b"Officials said \xed\xa0\x80 it may sink.\n"):
        getattr(targets, target)(data)
