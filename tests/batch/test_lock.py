"""Of two runs that write the same OUT, the second is refused; the lock ends with its process."""

import subprocess
import sys
from pathlib import Path

import pytest

import credscore
from credscore.batch.job import Options, run
from credscore.batch.lock import locked, remove

SCORER = credscore.Scorer.load()
HOLD = """
import sys, time
from pathlib import Path
from credscore.batch.lock import locked
file = locked(Path(sys.argv[1]))
print("locked", flush=True)
time.sleep(60)
"""


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


def test_a_lock_ends_with_its_process(tmp_path: Path) -> None:
    place = tmp_path / "state"
    with subprocess.Popen([sys.executable, "-c", HOLD, place], stdout=subprocess.PIPE) as process:
        assert process.stdout
        process.stdout.readline()
        assert locked(place) is None
        process.kill()
        process.wait()
    file = locked(place)
    assert file
    remove(file, place)
    assert not place.exists()


def test_a_file_that_is_removed_meanwhile_is_not_locked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "state"
    monkeypatch.setattr("credscore.batch.lock._lock", lambda file: place.unlink())
    assert locked(place) is None
    assert not place.exists()
