"""What was interrupted, even by kill -9, ends in the bytes of an uninterrupted run."""

import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pandas as pd
import pytest

import credscore
from credscore.batch.checkpoint import Done
from credscore.batch.job import Options, run
from credscore.tables.row_blocks import MAX_RECORD

SCORER = credscore.Scorer.load()


@pytest.fixture(autouse=True)
def small_blocks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("credscore.tables.row_blocks.BLOCK_BYTES", 5000)


ARTICLES = [
    f'{n},"Article {n}: ""Insiders"" claim that the mayor, allegedly,\nfled. He denied it."\n'
    for n in range(600)
]


@pytest.fixture
def source(tmp_path: Path) -> Path:
    place = tmp_path / "in.csv"
    broken = ['600,"open\n', "601,one,too many\n"]
    place.write_bytes(("id,text\n" + "".join([*ARTICLES[:300], *broken, *ARTICLES[300:]])).encode())
    return place


class StoppedError(Exception):
    """Raised in the middle of a run."""


def interrupted(source: Path, target: Path, rows: int, options: Options) -> None:
    def progress(done: object) -> None:
        if done.rows >= rows:  # type: ignore[attr-defined]
            raise StoppedError

    with pytest.raises(StoppedError):
        run(source, target, SCORER, options, progress)
    assert not target.exists()


@pytest.mark.parametrize("name", ["out.csv", "out.jsonl.gz", "out.tsv.zst", "out.parquet"])
@pytest.mark.parametrize("n_jobs", [1, 2])
def test_resumed_is_byte_for_byte_uninterrupted(
    tmp_path: Path, source: Path, name: str, n_jobs: int
) -> None:
    pytest.importorskip("pyarrow")
    pytest.importorskip("backports.zstd")
    whole, target = tmp_path / f"whole-{name}", tmp_path / name
    assert run(source, whole, SCORER, Options()).rows == 602
    interrupted(source, target, 100, Options(n_jobs=n_jobs))
    with (tmp_path / f"{name}.partial").open("ab") as partial:
        partial.write(b"half a block")
    scored: list[int] = []
    going_on = Options(n_jobs=n_jobs, resume=True)
    summary = run(source, target, SCORER, going_on, lambda p: scored.append(p.rows))
    assert (summary.rows, summary.failed) == (602, 2)
    assert 150 < scored[0] < 250  # the first hundred rows are not scored again
    assert target.read_bytes() == whole.read_bytes()
    assert sorted(place.name for place in tmp_path.iterdir()) == sorted(
        [source.name, whole.name, target.name]
    )


def test_packed_input_is_gone_on_with(tmp_path: Path, source: Path) -> None:
    import gzip

    packed = tmp_path / "in.csv.gz"
    packed.write_bytes(gzip.compress(source.read_bytes()))
    run(source, tmp_path / "whole.csv", SCORER, Options())
    interrupted(packed, tmp_path / "out.csv", 300, Options())
    run(packed, tmp_path / "out.csv", SCORER, Options(resume=True))
    assert (tmp_path / "out.csv").read_bytes() == (tmp_path / "whole.csv").read_bytes()


@pytest.mark.parametrize("name", ["in.json", "in.csv"])
def test_a_row_that_is_too_long_does_not_stop_the_rest(tmp_path: Path, name: str) -> None:
    texts = [f"Article {n}: insiders claim that the mayor fled." for n in range(600)]
    texts[300] = "x" * (MAX_RECORD + 1)
    source, target = tmp_path / name, tmp_path / "out.csv"
    if name == "in.json":
        source.write_text(json.dumps([{"text": text} for text in texts]), encoding="utf-8")
    else:
        pd.DataFrame({"text": texts}).to_csv(source, index=False)
    done = run(source, tmp_path / "whole.csv", SCORER, Options())
    assert (done.rows, done.failed) == (len(texts), 1)
    interrupted(source, target, 200, Options())
    assert run(source, target, SCORER, Options(resume=True)) == done
    assert target.read_bytes() == (tmp_path / "whole.csv").read_bytes()


def test_nothing_to_go_on_with_is_a_new_start(tmp_path: Path, source: Path) -> None:
    assert run(source, tmp_path / "out.csv", SCORER, Options(resume=True)).rows == 602


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (Options(resume=True, prior=0.2), "was begun with another value of --prior"),
        (Options(resume=True, keep_formulas=True), "another value of --keep-formulas"),
        (Options(resume=True, encoding="cp1252"), "another value of --encoding"),
    ],
)
def test_other_options_are_refused(
    tmp_path: Path, source: Path, options: Options, message: str
) -> None:
    target = tmp_path / "out.csv"
    interrupted(source, target, 200, Options())
    kept = (tmp_path / "out.csv.partial").read_bytes()
    with pytest.raises(credscore.InputTableError, match=message):
        run(source, target, SCORER, options)
    assert (tmp_path / "out.csv.partial").read_bytes() == kept


def test_another_input_and_damaged_states_are_refused(tmp_path: Path, source: Path) -> None:
    target, resume = tmp_path / "out.csv", Options(resume=True)
    interrupted(source, target, 200, Options())
    content = source.read_bytes()
    for read_or_not in (b"Article 7:", b"Article 250:"):
        source.write_bytes(content.replace(read_or_not, read_or_not.replace(b"A", b"E")))
        with pytest.raises(credscore.InputTableError, match="another input"):
            run(source, target, SCORER, resume)
    source.write_bytes(content)
    state = tmp_path / "out.csv.partial.state"
    good = state.read_bytes()
    misfits = (b'{"done": {"output": 0}}', good.replace(b'"output":', b'"output":-'), b"[" * 99_999)
    for bad in (b"", b"[]", good[:-9], *misfits):
        state.write_bytes(bad)
        with pytest.raises(credscore.InputTableError, match="damaged"):
            run(source, target, SCORER, resume)
    state.write_bytes(good)
    (tmp_path / "out.csv.partial").write_bytes(b"short")
    with pytest.raises(credscore.InputTableError, match="damaged") as refused:
        run(source, target, SCORER, resume)
    done = run(source, target, SCORER, Options())  # while the error is still held
    assert refused.value.__traceback__
    assert done == Done(602, 2, 600, done.blocks, target.stat().st_size)


SCRIPT = """
import sys
from pathlib import Path
from credscore.batch import Options, run
from credscore.scorer import Scorer
from credscore.tables import row_blocks

row_blocks.BLOCK_BYTES = 8_000
source, target, n_jobs, *resume = sys.argv[1:]
options = Options(n_jobs=int(n_jobs), resume=bool(resume))
run(Path(source), Path(target), Scorer.load(), options)
"""


@pytest.mark.parametrize(
    ("name", "n_jobs", "kills"),
    [
        ("out.csv", 1, 10), ("out.csv.gz", 2, 2), ("out.tsv.zst", 1, 2), ("out.parquet", 1, 2),
    ],
)  # fmt: skip
def test_killed_at_random_moments(tmp_path: Path, name: str, n_jobs: int, kills: int) -> None:
    if name.endswith("zst"):
        pytest.importorskip("backports.zstd")
    if name.endswith("parquet"):
        pytest.importorskip("pyarrow")
    source, target = tmp_path / "in.csv", tmp_path / name
    source.write_text("id,text\n" + "".join(ARTICLES * 8))
    command = [sys.executable, "-c", SCRIPT, str(source), str(target), str(n_jobs)]
    whole = tmp_path / f"whole-{name}"
    subprocess.run([*command[:4], str(whole), "1"], check=True, capture_output=True)
    state = tmp_path / f"{name}.partial.state"
    choose, killed = random.Random(5), 0
    while killed < kills:
        process = subprocess.Popen(
            [*command, *["resume"] * bool(killed)], stderr=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL, start_new_session=True,
        )  # fmt: skip
        before = state.read_bytes() if state.exists() else b""
        while process.poll() is None and (not state.exists() or state.read_bytes() == before):
            time.sleep(0.002)  # until it has come further than the time before
        time.sleep(choose.random() / 20 if killed else 0)
        if process.poll() is not None:
            break
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        killed += 1
    assert killed, "it was over before the first kill"
    if not target.exists():
        assert subprocess.run([*command, "resume"], check=False).returncode == 0
    assert target.read_bytes() == whole.read_bytes()


def test_workers_end_with_their_parent(tmp_path: Path) -> None:
    psutil = pytest.importorskip("psutil")
    source = tmp_path / "in.csv"
    source.write_text("id,text\n" + "".join(ARTICLES * 40))
    code = "from credscore.cli import main; main()"
    process = subprocess.Popen(
        [sys.executable, "-c", code, "batch", source, tmp_path / "out.csv", "--n-jobs", "2"],
        stderr=subprocess.DEVNULL,
    )
    children: list[object] = []
    while process.poll() is None and len(children) < 2:
        children = psutil.Process(process.pid).children(recursive=True)
        time.sleep(0.1)
    time.sleep(1)
    process.kill()
    process.wait()
    assert children
    _, alive = psutil.wait_procs(children, timeout=30)
    assert not alive
