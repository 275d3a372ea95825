"""Every row of cases.jsonl of the shared folder has its right value.

The rows are found faults; their texts stand in that file alone. What is not mended is a strict
expected failure with its reason. Examples of our own for the kinds stand with the code that they
test.
"""

import ast
import csv
import json
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import credscore
from credscore.cli import command_line as cli
from credscore.documents import article_of

ROOT = Path(__file__).resolve().parents[1]
Row = dict[str, Any]
Called = Callable[..., tuple[int, str]]

NOT_MENDED = {"A07": "the plural of a party is read as one person"}


@pytest.fixture(scope="module")
def rows(shared: Path) -> dict[str, Row]:
    """The rows by their names."""
    path = shared / "cases.jsonl"
    if not path.is_file():
        pytest.skip("needs cases.jsonl in the shared folder")
    return {row["id"]: row for row in map(json.loads, path.read_text("utf-8").splitlines())}


@pytest.fixture
def called(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Called:
    """Calls a command in a folder of its own; its exit code, and what it says of errors."""
    monkeypatch.chdir(tmp_path)

    def call(*arguments: str) -> tuple[int, str]:
        monkeypatch.setattr(sys, "argv", ["credscore", *arguments])
        code = 0
        try:
            cli.main()
        except SystemExit as stop:
            code = int(stop.code or 0)
        return code, capsys.readouterr().err

    return call


def written(row: Row) -> str:
    """The name of the row's file, which is written; the file holds long ones only as far."""
    name, literal = row["input"]["file"], row["input"]["bytes"]
    content = ast.literal_eval(literal if literal[-1] == literal[0 if literal[0] != "b" else 1]
                               else literal + "'")  # fmt: skip
    Path(name).write_bytes(content if isinstance(content, bytes) else content.encode())
    return str(name)


def scored(called: Called, name: str) -> tuple[int, list[dict[str, str]]]:
    """The exit code of a batch and the rows of its output."""
    code, _ = called("batch", name, "out.csv")
    with Path("out.csv").open(encoding="utf-8", newline="") as stream:
        return code, list(csv.DictReader(stream))


def found(row: Row) -> list[list[str]]:
    """What is found in the text of a row."""
    given = row["input"] if isinstance(row["input"], dict) else {"text": row["input"]}
    evidence = credscore.extract(given["text"], given.get("title"))
    return [[item.signal, item.kind, item.quote] for item in evidence]


def check_evidence(row: Row, called: Called) -> None:
    """What is expected is found, and what was found wrongly is not."""
    now = found(row)
    for piece in row["expected"]:
        assert piece in now
    for piece in row["got"]:
        assert piece in row["expected"] or piece not in now


def a07(row: Row, called: Called) -> None:
    assert not any(kind == "person" for _, kind, _ in found(row))


def a21(row: Row, called: Called) -> None:
    assert credscore.extract(row["input"])[0].in_quote is row["expected"]


def a23(row: Row, called: Called) -> None:
    text = row["input"]
    caveats, (in_quote,) = row["expected"]
    assert list(credscore.score(text).caveats) == caveats
    assert credscore.extract(text)[0].in_quote is in_quote


def b01(row: Row, called: Called) -> None:
    name = written(row)
    assert called("score", name, "--json") == (0, "")
    assert article_of(Path(name).read_bytes(), name)[0].startswith("Officials said it’s sunk.")


def b02(row: Row, called: Called) -> None:
    _, table = scored(called, written(row))
    for line in table[:-1]:
        assert line["credscore_error"] or line["text"].startswith("It’s said the “bridge” sank")


def all_scored(row: Row, called: Called) -> None:
    code, table = scored(called, written(row))
    assert code == 0
    assert table
    assert all(line["credscore_score"] for line in table)


def b06(row: Row, called: Called) -> None:
    all_scored(row, called)
    with Path("out.csv").open(encoding="utf-8", newline="") as stream:
        assert next(csv.DictReader(stream))["text"] == 'He said "it sank", and left.'


def b07(row: Row, called: Called) -> None:
    code, told = called("batch", written(row), "out.csv")
    assert (code, "workbook" in told, "CSV" in told) == (2, True, True)


def b09(row: Row, called: Called) -> None:
    text = "Officials said the bridge sank on Monday."
    Path("big.csv").write_text(f"id,text\n1,{text}\n2,{'x' * 33_000_000}\n3,{text}\n")
    code, table = scored(called, "big.csv")
    assert code == 4
    assert [bool(line["credscore_score"]) for line in table] == [True, False, True]
    assert "longer than" in table[1]["credscore_error"]


def b11(row: Row, called: Called) -> None:
    name = written(row)
    code, told = called("score", name, "--json")
    if code == 0:
        text, _ = article_of(Path(name).read_bytes(), name)
        assert text.startswith("Officials said on Monday")
    assert code == 0 or (code, told.count("\n")) == (2, 1)


def b12(row: Row, called: Called) -> None:
    all_scored(row, called)
    assert "It’s said the bridge sank." in Path("out.csv").read_text("utf-8")


def c01(row: Row, called: Called) -> None:
    service = pytest.importorskip("credscore.service", reason="needs the extra service")
    page = (ROOT / "docs" / "reference" / "service.md").read_text("utf-8")
    for stated in (page, json.dumps(service.create_app().openapi())):
        assert "code point" in stated.lower()


def c02(row: Row, called: Called) -> None:
    service = pytest.importorskip("credscore.service", reason="needs the extra service")
    assert any("idle" in name or "keep" in name for name in service.Settings.model_fields)


def c03(row: Row, called: Called) -> None:
    pytest.importorskip("credscore.service", reason="needs the extra service")
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = [sys.executable, "-c", "from credscore.cli import main; main()", "serve"]
    service = subprocess.Popen([*command, "--port", str(port)], stderr=subprocess.DEVNULL)
    try:
        while service.poll() is None:
            try:
                line = socket.create_connection(("127.0.0.1", port), timeout=30)
                break
            except ConnectionRefusedError:
                time.sleep(0.05)
        body = b'{"text": "He fled."}'
        with line:
            line.sendall(b"POST http://127.0.0.1/v1/score HTTP/1.1\r\nHost: 127.0.0.1\r\n"
                         b"Content-Type: application/json\r\nContent-Length: %d\r\n\r\n%s"
                         % (len(body), body))  # fmt: skip
            assert line.recv(100).startswith(b"HTTP/1.1 200")
    finally:
        service.terminate()
        service.wait(60)


def d01(row: Row, called: Called) -> None:
    from credscore.integrations.sklearn import CredibilityFeatures

    texts = ["He fled.", "She denied it."]
    assert len(CredibilityFeatures().fit_transform(text for text in texts)) == 2


def d02(row: Row, called: Called) -> None:
    polars = pytest.importorskip("polars", reason="needs polars")
    from credscore.integrations.sklearn import CredibilityFeatures

    frame = polars.DataFrame({"text": ["He fled.", "She denied it."]})
    assert len(CredibilityFeatures().fit_transform(frame)) == 2


def d04(row: Row, called: Called) -> None:
    spacy = pytest.importorskip("spacy", reason="needs the extra spacy")
    from spacy.tokens import Doc

    pipe = spacy.blank("en")
    pipe.add_pipe("credscore")
    assert len(Doc.from_docs([pipe("He fled."), pipe("She denied it.")])) == 7


def labelled(path: str, right: object, wrong: object) -> None:
    """Sound and weak texts, with a label for each."""
    sound = "Mayor Holm said on Monday, May {n}, that {n} people were hired by the town."
    weak = "Insiders claim that {n} people allegedly fled! Rumors suggest a secret plot."
    with Path(path).open("w", encoding="utf-8", newline="") as stream:
        table = csv.writer(stream)
        table.writerow(["text", "y", "claim"])
        for n in range(1, 15):
            table.writerow([sound.format(n=n), right, f"g{n % 7}"])
            table.writerow([weak.format(n=n), wrong, f"g{n % 7}"])


LABELS = ("--label-column", "y", "--group-column", "claim")


def e01(row: Row, called: Called) -> None:
    labelled("mine.csv", True, False)
    assert called("train", "mine.csv", "--out", "mine", *LABELS)[0] == 0


def e02(row: Row, called: Called) -> None:
    labelled("inv.csv", 0, 1)
    assert "Are the labels exchanged?" in called("train", "inv.csv", "--out", "mine", *LABELS)[1]


CHECKS: dict[str, Callable[[Row, Called], None]] = {
    **dict.fromkeys(
        ("A01", "A01b", "A02", "A02c", "A03", "A04", "A04b", "A05", "A06", "A09", "A11", "A11b",
         "A12", "A13", "A15", "A16", "A17", "A18", "A20"), check_evidence),
    "A07": a07, "A21": a21, "A23": a23, "B01": b01, "B02": b02, "B03": all_scored,
    "B04": all_scored, "B06": b06, "B07": b07, "B08": all_scored, "B09": b09, "B11": b11,
    "B12": b12, "C01": c01, "C02": c02, "C03": c03, "D01": d01, "D02": d02, "D04": d04,
    "E01": e01, "E02": e02,
}  # fmt: skip


def test_every_row_has_its_check(rows: dict[str, Row]) -> None:
    assert rows.keys() == CHECKS.keys()
    assert NOT_MENDED.keys() < CHECKS.keys()


@pytest.mark.parametrize(
    "name",
    [
        pytest.param(name, marks=pytest.mark.xfail(reason=NOT_MENDED[name], strict=True))
        if name in NOT_MENDED
        else name
        for name in CHECKS
    ],
)
def test_row(name: str, rows: dict[str, Row], called: Called) -> None:
    CHECKS[name](rows[name], called)
