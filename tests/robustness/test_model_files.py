"""A model folder from elsewhere: refused with exit code 3 unless everything in it holds."""

import copy
import hashlib
import json
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from credscore import ModelFileError, Scorer
from credscore.cli import command_line as cli
from credscore.model.model_file import MODEL_FILE, default_folder

SHIPPED: dict[str, Any] = json.loads((default_folder() / MODEL_FILE).read_text("utf-8"))


def signed(content: dict[str, Any]) -> dict[str, Any]:
    """`content` with the hash that its writer would give it."""
    unsigned = {key: value for key, value in content.items() if key != "sha256"}
    digest = hashlib.sha256(json.dumps(unsigned, sort_keys=True).encode()).hexdigest()
    return unsigned | {"sha256": digest}


def write(folder: Path, content: dict[str, Any]) -> Path:
    (folder / MODEL_FILE).write_text(json.dumps(content), encoding="utf-8")
    return folder


def exit_code(monkeypatch: pytest.MonkeyPatch, *arguments: str) -> int:
    monkeypatch.setattr(sys, "argv", ["credscore", *arguments])
    with pytest.raises(SystemExit) as stopped:
        cli.main()
    assert isinstance(stopped.value.code, int)
    return stopped.value.code


def refused(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], words: str
) -> None:
    """Refused in Python and on the command line, in one line that says where and what."""
    with pytest.raises(ModelFileError, match=words):
        Scorer.load(folder)
    article = folder.parent / "article.txt"
    article.write_text("Officials said it may sink.", encoding="utf-8")
    assert exit_code(monkeypatch, "score", str(article), "--model", str(folder)) == 3
    message = capsys.readouterr().err
    assert message.startswith("credscore: ")
    assert message.count("\n") == 1
    assert "Traceback" not in message


CHANGES: dict[str, tuple[Callable[[dict[str, Any]], Any], str]] = {
    "an unknown key": (lambda m: m.update(surprise=1), "surprise"),
    "an unknown key of a weight": (lambda m: m["weights"][0].update(code="x"), "code"),
    "a missing key": (lambda m: m.pop("intercept"), "intercept"),
    "a missing key of a weight": (lambda m: m["weights"][0].pop("center"), "center"),
    "no weights": (lambda m: m.update(weights=[]), "weights"),
    "an unknown feature": (lambda m: m["weights"][0].update(feature="shoe_size"), "shoe_size"),
    "a feature twice": (lambda m: m["weights"].append(m["weights"][0]), "twice|uncertainty"),
    "a wrong version": (lambda m: m.update(format_version=99), "format_version"),
    "a version as text": (lambda m: m.update(format_version="1"), "format_version"),
    "no version": (lambda m: m.pop("format_version"), "format_version"),
    "an absurd weight": (lambda m: m["weights"][0].update(weight=1e4), "weights"),
    "an absurd center": (lambda m: m["weights"][0].update(center=-1e12), "center"),
    "an absurd intercept": (lambda m: m.update(intercept=-1e6), "intercept"),
    "a weight of text": (lambda m: m["weights"][0].update(weight="0.5"), "weight"),
    "a weight of yes": (lambda m: m["weights"][0].update(weight=True), "weight"),
    "a weight of nothing": (lambda m: m["weights"][0].update(weight=None), "weight"),
    "a range upside down": (lambda m: m["weights"][0].update(low=2.0, high=1.0), "low"),
    "a short row of uncertainty": (lambda m: m.update(uncertainty=[[1.0]]), "uncertainty"),
    "an absurd uncertainty": (
        lambda m: m.update(uncertainty=[[1e10] * (len(m["weights"]) + 1)]), "uncertainty"),
    "an empty name": (lambda m: m.update(model_id=""), "model_id"),
    "a name that drives a terminal": (lambda m: m.update(model_id="a\x1b[2J"), "model_id"),
    "a name that is a formula": (lambda m: m.update(model_id="=1+1"), "model_id"),
    "a name without end": (lambda m: m.update(model_id="a" * 500), "model_id"),
    "a date that is none": (lambda m: m.update(created="yesterday"), "created"),
    "weights that are no list": (lambda m: m.update(weights={"a": 1}), "weights"),
}  # fmt: skip


@pytest.mark.parametrize("name", CHANGES)
def test_signed_but_wrong(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    change, words = CHANGES[name]
    content = copy.deepcopy(SHIPPED)
    change(content)
    folder = tmp_path / "model"
    folder.mkdir()
    refused(write(folder, signed(content)), monkeypatch, capsys, words)


def raw(folder: Path) -> bytes:
    return (folder / MODEL_FILE).read_bytes()


BROKEN: dict[str, tuple[Callable[[bytes], bytes], str]] = {
    "empty": (lambda b: b"", "JSON"),
    "truncated": (lambda b: b[: len(b) // 2], "JSON"),
    "one byte less": (lambda b: b.rstrip()[:-1], "JSON"),
    "one digit changed": (lambda b: b.replace(b'"weight": 0.', b'"weight": 1.', 1), "sha256"),
    "a wrong hash": (lambda b: b.replace(SHIPPED["sha256"].encode(), b"0" * 64), "sha256"),
    "no hash": (lambda b: b.replace(SHIPPED["sha256"].encode(), b""), "sha256"),
    "NaN": (lambda b: b.replace(b'"intercept": ', b'"intercept": NaN, "x": '), "finite"),
    "infinity": (lambda b: b.replace(b'"intercept": ', b'"intercept": -Infinity, "x": '), "finite"),
    "1e999": (lambda b: b.replace(b'"intercept": ', b'"intercept": 1e999, "x": '), "intercept|x"),
    "a number of 5,000 digits": (
        lambda b: b.replace(b'"intercept": ', b'"intercept": ' + b"9" * 5000 + b', "x": '), "JSON"),
    "a key twice": (
        lambda b: b.replace(b'"intercept": ', b'"intercept": 9, "intercept": '), "twice"),
    "other text after it": (lambda b: b + b"{}", "JSON"),
    "deep nesting": (lambda b: b"[" * 200_000, "JSON"),
    "a list": (lambda b: b"[" + b + b"]", "the whole"),
    "null": (lambda b: b"null", "the whole"),
    "UTF-16": (lambda b: b.decode().encode("utf-16"), "UTF-8"),
    "a byte order mark": (lambda b: b"\xef\xbb\xbf" + b, "JSON"),
    "a pickle": (lambda b: b"\x80\x04cos\nsystem\n(S'true'\ntR.", "UTF-8"),
    "too large": (lambda b: b + b" " * 1_000_001, "larger"),
    "NUL characters": (lambda b: b + b"\0", "JSON"),
}  # fmt: skip


@pytest.mark.parametrize("name", BROKEN)
def test_broken_files(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    change, words = BROKEN[name]
    folder = tmp_path / "model"
    folder.mkdir()
    (folder / MODEL_FILE).write_bytes(change(raw(default_folder())))
    refused(folder, monkeypatch, capsys, words)


def _link(folder: Path) -> None:
    (folder / MODEL_FILE).symlink_to(default_folder() / MODEL_FILE)


def _loop(folder: Path) -> None:
    (folder / MODEL_FILE).symlink_to(folder / MODEL_FILE)


def _dangling(folder: Path) -> None:
    (folder / MODEL_FILE).symlink_to(folder / "nothing")


def _pipe(folder: Path) -> None:
    os.mkfifo(folder / MODEL_FILE)


def _device(folder: Path) -> None:
    (folder / MODEL_FILE).symlink_to("/dev/zero")


def _folder(folder: Path) -> None:
    (folder / MODEL_FILE).mkdir()


@pytest.mark.skipif(os.name != "posix", reason="links and pipes of POSIX")
@pytest.mark.parametrize("place", [_link, _loop, _dangling, _pipe, _device, _folder])
def test_what_is_no_regular_file(
    place: Callable[[Path], None],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    folder = tmp_path / "model"
    folder.mkdir()
    place(folder)
    refused(folder, monkeypatch, capsys, "not a regular file")


@pytest.mark.parametrize("path", ["nowhere", "a\0b", "a" * 5000, "../" * 3000, "model.json"])
def test_paths_that_lead_nowhere(path: str, tmp_path: Path) -> None:
    (tmp_path / "model.json").write_text("{}", encoding="utf-8")
    with pytest.raises(ModelFileError, match=r"Name a folder that holds model\.json"):
        Scorer.load(tmp_path / path)


@pytest.mark.skipif(os.name != "posix", reason="links of POSIX")
def test_a_card_that_is_a_link_is_not_shown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "model"
    folder.mkdir()
    write(folder, SHIPPED)
    (tmp_path / "secret").write_text("secret", encoding="utf-8")
    (folder / "MODEL_CARD.md").symlink_to(tmp_path / "secret")
    assert exit_code(monkeypatch, "model", str(folder)) == 3
    assert "secret" not in capsys.readouterr().out
    (folder / "MODEL_CARD.md").unlink()
    (folder / "MODEL_CARD.md").write_bytes(b"\xff")
    assert exit_code(monkeypatch, "model", str(folder)) == 3


def test_a_sound_copy_is_taken(tmp_path: Path) -> None:
    copied = Scorer.load(write(tmp_path, signed(SHIPPED)))
    assert copied.score("Officials said so.") == Scorer.load().score("Officials said so.")


COMMANDS = {
    "score": ["article.txt", "--model", "model"],
    "batch": ["in.csv", "out.csv", "--model", "model"],
    "sources": ["in.csv", "sources.csv", "--source-column", "publisher", "--model", "model"],
    "evaluate": ["in.csv", "--model", "model"],
    "serve": ["--port", "0", "--model", "model"],
    "model": ["model"],
}


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("content", [b"{}", b"\x80\x04.", None], ids=["empty", "pickle", "none"])
def test_every_command_refuses_and_writes_nothing(
    command: str,
    content: bytes | None,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    if command == "serve":
        pytest.importorskip("fastapi", reason="needs the extra service")
    monkeypatch.chdir(tmp_path)
    Path("model").mkdir()
    Path("article.txt").write_text("Officials said it may sink.", encoding="utf-8")
    rows = "".join(f"Post,Officials said {n}.,{n % 2}\n" for n in range(12))
    Path("in.csv").write_text("publisher,text,label\n" + rows, encoding="utf-8")
    if content is not None:
        Path("model", MODEL_FILE).write_bytes(content)
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    assert exit_code(monkeypatch, command, *COMMANDS[command]) == 3
    message = capsys.readouterr().err.strip()  # a progress bar ends its line first
    assert message.startswith("credscore: ")
    assert "\n" not in message
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == before
