"""`credscore batch` and `sources` as they are called: streams, exit codes, messages."""

import csv
import gzip
import hashlib
import io
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pandas as pd
import pytest

import credscore

TEXT = "Insiders claim that he allegedly fled."
CODE = "from credscore.cli import main; main()"


def command(*arguments: object, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-c", CODE, *map(str, arguments)],
        input=given,
        capture_output=True,
        check=False,
    )


def test_standard_input_and_output() -> None:
    done = command("batch", "-", "-", given=f"text;id\n{TEXT};7\n".encode())
    assert done.returncode == 0
    (row,) = csv.DictReader(io.StringIO(done.stdout.decode()))
    assert (row["id"], float(row["credscore_score"])) == ("7", credscore.score(TEXT).score)
    assert done.stderr.decode().endswith("(see credscore_verdict).\n")


def test_packed_json_lines_through_a_pipe() -> None:
    line = json.dumps({"text": TEXT}).encode() + b"\n"
    done = command("batch", "-", "-", given=gzip.compress(line * 3 + b"broken\n"))
    assert done.returncode == 4
    rows = [json.loads(row) for row in done.stdout.splitlines()]
    assert [bool(row["credscore_error"]) for row in rows] == [False, False, False, True]


@pytest.mark.parametrize(
    ("arguments", "given", "code", "message"),
    [
        (["-", "-", "--text-column", "body"], b"id,text\n1,a\n", 2, "Columns there: id, text"),
        (["-", "-", "--text-column", "body"], b'{"text": 1}\n', 2, "Columns there: text"),
        (["-", "-"], b'{"text": "a", "credscore_score": 1}\n', 2, "--overwrite-columns"),
        (["-", "-", "--input-format", "jsonl"], b"text\na\n", 2, "is no JSON Lines"),
        (["-", "-", "--format", "parquet"], b"text\na\n", 2, "Name a file"),
        (["-", "-", "--input-format", "parquet"], b"", 2, "Name a file"),
        (["-", "-", "--encoding", "klingon"], b"text\na\n", 2, "no encoding"),
        (["-", "-", "--delimiter", "::"], b"text\na\n", 2, "one ASCII character"),
        (["-", "-", "--n-jobs", "0"], b"", 2, "--n-jobs"),
        (["-", "-", "--title-column", "text"], b"text\na\n", 2, "both read from column 'text'"),
        (["-", "-", "--resume"], b"text\na\n", 2, "name it for OUT"),
        (["", "-"], b"", 2, "a file has an empty name"),
        (["-", ""], b"text\na\n", 2, "a file has an empty name"),
        (["-", "-", "--prior", "2"], b"text\na\n", 2, "between 0 and 1"),
        (["none.csv", "-"], b"", 2, "can't be read: No such file"),
        (["-", "-"], gzip.compress(b"text\n" + b"a\n" * 99)[:-5], 5, "ends within its packing"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_line(
    arguments: list[str], given: bytes, code: int, message: str
) -> None:
    done = command("batch", *arguments, given=given)
    assert done.returncode == code
    assert message in done.stderr.decode()
    assert len(done.stderr.decode().strip().splitlines()) == 1


def test_tabs_and_quotes_are_stated(tmp_path: Path) -> None:
    (tmp_path / "in.txt").write_text(f'text\tid\n"{TEXT}\t7\n')
    done = command(
        "batch", tmp_path / "in.txt", tmp_path / "out.tsv", "--delimiter", "tab", "--quote", "none"
    )
    assert done.returncode == 0
    row = (tmp_path / "out.tsv").read_text().splitlines()[1].split("\t")
    assert row[:2] == [f'"""{TEXT}"', "7"]


def test_a_closed_pipe_ends_quietly(tmp_path: Path) -> None:
    source = tmp_path / "in.csv"
    source.write_text("text\n" + f"{TEXT}\n" * 5000)
    process = subprocess.Popen(
        [sys.executable, "-c", CODE, "batch", source, "-"],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip
    assert process.stdout
    assert process.stderr
    process.stdout.readline()
    process.stdout.close()
    assert (process.wait(), process.stderr.read()) == (141, b"")
    process.stderr.close()


def limited(place: Path, size: int, *arguments: object) -> subprocess.CompletedProcess[str]:
    """The command with files of at most `size` bytes, as on a disk that is full."""
    code = (
        "import resource, signal; signal.signal(signal.SIGXFSZ, signal.SIG_IGN); "
        f"resource.setrlimit(resource.RLIMIT_FSIZE, ({size}, {size})); {CODE}"
    )
    return subprocess.run(
        [sys.executable, "-c", code, "batch", *map(str, arguments)],
        capture_output=True, check=False, text=True, cwd=place,
    )  # fmt: skip


@pytest.mark.skipif(sys.platform == "win32", reason="limits of POSIX")
@pytest.mark.parametrize("name", ["out.csv", "out.jsonl.gz", "out.parquet"])
def test_a_full_disk_ends_with_5_and_is_gone_on_with(tmp_path: Path, name: str) -> None:
    if name.endswith("parquet"):
        pytest.importorskip("pyarrow")
    source = tmp_path / "in.csv"
    source.write_text(
        "id,text\n"
        + "".join(
            f"{n},{TEXT * 9} {hashlib.shake_256(b'%d' % n).hexdigest(400)}\n" for n in range(2000)
        )
    )
    assert limited(tmp_path, 1 << 30, source, f"whole-{name}").returncode == 0
    whole = (tmp_path / f"whole-{name}").read_bytes()
    assert len(whole) > 10_000  # the state beside the partial file takes 4 KB
    done = limited(tmp_path, len(whole) // 2, source, name)
    assert done.returncode == 5, done.stderr
    assert "stopped early" in done.stderr
    assert "--resume" in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1
    assert not (tmp_path / name).exists()
    assert (tmp_path / f"{name}.partial").stat().st_size > 0
    done = limited(tmp_path, 1 << 30, source, name, "--resume")
    assert done.returncode == 0, done.stderr
    assert (tmp_path / name).read_bytes() == whole
    assert not list(tmp_path.glob("*.partial*"))


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
@pytest.mark.parametrize("n_jobs", [1, 2])
def test_ctrl_c_ends_with_5_and_is_gone_on_with(tmp_path: Path, n_jobs: int) -> None:
    source, target = tmp_path / "in.csv", tmp_path / "out.csv"
    source.write_text("id,text\n" + "".join(f"{n},{TEXT * 90}\n" for n in range(3000)))
    command = [
        sys.executable, "-c", CODE, "batch", source, target, "--n-jobs", str(n_jobs)
    ]  # fmt: skip
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    partial = tmp_path / "out.csv.partial"
    while process.poll() is None and not (partial.exists() and partial.stat().st_size > 5000):
        time.sleep(0.002)
    process.send_signal(signal.SIGINT)
    assert process.stderr
    with process.stderr:
        message = process.stderr.read()
    assert process.wait() == 5, message
    assert "interrupted" in message
    assert "--resume" in message
    assert not target.exists()
    subprocess.run([*command, "--resume"], check=True, capture_output=True)
    rows = list(csv.DictReader(target.read_text("utf-8").splitlines()))
    assert [row["id"] for row in rows] == [str(n) for n in range(3000)]


@pytest.mark.parametrize(
    ("form", "name"), [("csv", "out.jsonl"), ("jsonl", "out.csv"), ("csv", "out.tsv")]
)
def test_the_page_reads_the_format_that_was_stated(tmp_path: Path, form: str, name: str) -> None:
    source, page = tmp_path / "in.csv", tmp_path / "page.html"
    source.write_text(f"text\n{TEXT}\n")
    done = command("batch", source, tmp_path / name, "--format", form, "--html", page)
    assert (done.returncode, done.stderr) == (0, b"")
    assert page.exists()


def test_an_unknown_ending_needs_a_stated_format(tmp_path: Path) -> None:
    source, target = tmp_path / "in.csv", tmp_path / "out.foo"
    source.write_text(f"text\n{TEXT}\n")
    done = command("batch", source, target)
    assert (done.returncode, done.stdout) == (2, b"")
    allowed = "has an unknown ending. State --format, or name it .csv, .tsv, .jsonl, .parquet."
    assert done.stderr.decode() == f"credscore: {target}: {allowed}\n"
    assert sorted(tmp_path.iterdir()) == [source]
    assert command("batch", source, target, "--format", "tsv").returncode == 0
    assert "\t" in target.read_text()


def test_the_page_reads_the_format_that_was_found(tmp_path: Path) -> None:
    pytest.importorskip("pyarrow")
    source, page = tmp_path / "in.csv", tmp_path / "page.html"
    pd.DataFrame({"text": [TEXT]}).to_parquet(source)
    done = command("batch", source, tmp_path / "out", "--html", page)
    assert (done.returncode, done.stderr) == (0, b"")
    assert page.exists()


@pytest.mark.skipif(os.name == "nt", reason="closed streams are of a POSIX shell")
def test_closed_standard_streams(tmp_path: Path) -> None:
    source, target = tmp_path / "in.csv", tmp_path / "out.csv"
    source.write_text(f"text\n{TEXT}\n")
    shell = ["sh", "-c", '"$@" 2>&-', "sh", sys.executable, "-c", CODE, "batch", source]
    assert subprocess.run([*shell, target], check=False, capture_output=True).returncode == 0
    shell[2] = '"$@" >&-'
    done = subprocess.run([*shell, "-"], check=False, capture_output=True)
    assert (done.returncode, done.stderr) == (
        2, b"credscore: standard output: is closed. Send it to a file, or to /dev/null.\n",
    )  # fmt: skip


def test_what_batch_wrote_can_be_read_by_sources_and_claims(tmp_path: Path) -> None:
    source, scored, out = (tmp_path / name for name in ("in.csv", "scored.csv", "out.csv"))
    source.write_text(f"text,by\n{TEXT},Herald\n")
    assert command("batch", source, scored).returncode == 0
    for asked in (["sources", "--source-column"], ["claims", "--claim-column"]):
        done = command(asked[0], scored, out, asked[1], "by")
        assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.parametrize("asked", [["score"], ["sources", "--source-column", "by"]])
def test_nothing_is_done_without_a_standard_output(tmp_path: Path, asked: list[str]) -> None:
    source, out = tmp_path / "in.csv", tmp_path / "out.csv"
    source.write_text(f"text,by\n{TEXT},Herald\n")
    names = [source, out] if asked[0] == "sources" else [source]
    shell = ["sh", "-c", '"$@" >&-', "sh", sys.executable, "-c", CODE, asked[0], *names, *asked[1:]]
    done = subprocess.run(shell, check=False, capture_output=True)
    assert (done.returncode, b"standard output: is closed" in done.stderr) == (2, True)
    assert not out.exists()


@pytest.mark.parametrize(
    "asked", [["sources", "--source-column", "by"], ["claims", "--claim-column", "by"]]
)
def test_a_table_without_rows_is_said_to_have_none(tmp_path: Path, asked: list[str]) -> None:
    source, out = tmp_path / "in.csv", tmp_path / "out.csv"
    source.write_text("text,by\n")
    done = command(asked[0], source, out, *asked[1:])
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.startswith(f"No {asked[0]}: the input has no rows.".encode())


def test_sources_says_how_many_articles_failed(tmp_path: Path) -> None:
    source = tmp_path / "in.jsonl"
    source.write_text(
        json.dumps({"text": TEXT, "by": "Herald"}) + '\n{"text": null, "by": "Post"}\n'
    )
    done = command("sources", source, "-", "--source-column", "by")
    assert (done.returncode, b"1 article could not be scored." in done.stderr) == (4, True)


@pytest.mark.skipif(os.name == "nt", reason="signals are of POSIX")
@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM", "SIGKILL"])
def test_an_end_by_a_signal_leaves_no_warnings(tmp_path: Path, name: str) -> None:
    """Ctrl-C reaches all processes of a terminal, and comes again while the first one is served."""
    source, out = tmp_path / "in.csv", tmp_path / "out.csv"
    source.write_text("text\n" + f"{TEXT * 20}\n" * 20_000)
    arguments = [sys.executable, "-m", "credscore", "batch", source, out, "--n-jobs", "2"]
    with subprocess.Popen(arguments, stderr=subprocess.PIPE, start_new_session=True) as running:
        partial = tmp_path / "out.csv.partial"
        while running.poll() is None and not (partial.exists() and partial.stat().st_size > 1000):
            time.sleep(0.05)
        for _ in range(2 if name == "SIGINT" else 1):
            os.kill(running.pid, getattr(signal, name))
        assert running.stderr is not None
        said = running.stderr.read().decode()
    code, words = (-9, "") if name == "SIGKILL" else (5, "interrupted. The finished part is in")
    assert (running.returncode, words in said, said.count("\n") <= 1) == (code, True, True), said
