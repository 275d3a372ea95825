"""What is written, is written whole, and by one run."""

import io
import os
from pathlib import Path
from types import SimpleNamespace

import pytest

import credscore
from credscore.batch.checkpoint import Done, Standard
from credscore.batch.job import Options, run

SCORER = credscore.Scorer.load()


def test_a_file_that_takes_a_part_at_a_time_gets_all(monkeypatch: pytest.MonkeyPatch) -> None:
    class Narrow(io.BytesIO):
        def write(self, data: memoryview) -> int:  # type: ignore[override]
            return super().write(data[:3])

    monkeypatch.setattr("sys.stdout", SimpleNamespace(buffer=(buffer := Narrow())))
    Standard(b"id,text\n").write(b"1,He fled.\n", Done(rows=1))
    assert buffer.getvalue() == b"id,text\n1,He fled.\n"


@pytest.fixture
def source(tmp_path: Path) -> Path:
    place = tmp_path / "in.csv"
    place.write_text("id,text\n" + "".join(f"{n},Insiders claim he fled.\n" for n in range(50_000)))
    return place


@pytest.mark.parametrize("resume", [False, True])
def test_a_second_run_is_refused_and_costs_the_first_nothing(
    tmp_path: Path, source: Path, resume: bool
) -> None:
    refused: list[str] = []

    def second(progress: object) -> None:
        if not refused:
            with pytest.raises(credscore.InputTableError) as error:
                run(source, target, SCORER, Options(resume=resume))
            refused.append(str(error.value))

    target = tmp_path / "out.csv"
    done = run(source, target, SCORER, Options(), second)
    assert refused == [
        f"{target}.partial: is being written by another run. Wait for it, or choose another OUT."
    ]
    rows = target.read_text("utf-8").splitlines()
    assert done.rows == len(rows) - 1 == 50_000
    assert sorted(place.name for place in tmp_path.iterdir()) == ["in.csv", "out.csv"]


@pytest.mark.parametrize("late", [False, True])
def test_an_interrupt_beside_the_state_is_gone_on_from(
    tmp_path: Path, source: Path, monkeypatch: pytest.MonkeyPatch, late: bool
) -> None:
    """Before the state is replaced, or when it just has been."""
    target, calls, really = tmp_path / "out.csv", list[Path](), os.replace

    def replace(new: Path, old: Path) -> None:
        calls.append(new)
        if len(calls) < 3 or late:
            really(new, old)
        if len(calls) == 3:
            raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr("credscore.batch.checkpoint.os.replace", replace)
        with pytest.raises(KeyboardInterrupt):
            run(source, target, SCORER, Options())
    assert run(source, target, SCORER, Options(resume=True)).rows == 50_000
    assert len(target.read_text("utf-8").splitlines()) == 50_001
