"""Loading and scoring open nothing for writing, unpickle nothing and reach for no network."""

import ast
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

import credscore

SOURCE = Path(credscore.__file__).parent

WATCH = """
import json, os, sys
seen = []

def watch(event, arguments):
    if event == "open":
        path, mode, flags = arguments
        if flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND):
            seen.append([event, str(path)])
    elif event.split(".")[0] in ("socket", "subprocess", "ftplib", "urllib", "shutil", "tempfile"):
        seen.append([event, str(arguments[:1])])
    elif event in ("pickle.find_class", "marshal.load", "os.remove", "os.rename", "os.mkdir",
                   "os.system", "os.exec", "os.posix_spawn", "os.fork", "os.chmod", "exec"):
        if event != "exec" or watched:
            seen.append([event, str(arguments[:1])])

watched = False
import credscore, credscore.scorer, credscore.report, credscore.model
credscore.Scorer.load().score("Officials said it may sink.")
sys.addaudithook(watch)
scorer = credscore.Scorer.load()
report = scorer.score(open("article.txt", encoding="utf-8").read(), "Title")
credscore.extract("He allegedly fled.")
credscore.attributions("He said so.")
report.summary(), report.model_dump_json()
try:
    credscore.Scorer.load("broken")
except credscore.ModelFileError:
    pass
print(json.dumps(seen))
"""


def test_loading_and_scoring_leave_no_trace(tmp_path: Path) -> None:
    (tmp_path / "article.txt").write_text("Two officials denied the reports.", encoding="utf-8")
    (tmp_path / "broken").mkdir()
    (tmp_path / "broken" / "model.json").write_text("{", encoding="utf-8")
    before = sorted(tmp_path.rglob("*"))
    environment = os.environ | {"PYTHONDONTWRITEBYTECODE": "1"}
    result = subprocess.run(
        [sys.executable, "-c", WATCH],
        cwd=tmp_path, env=environment, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert json.loads(result.stdout) == []
    assert result.stderr == ""
    assert sorted(tmp_path.rglob("*")) == before


def test_the_watch_sees_what_it_must() -> None:
    script = WATCH.split("import credscore")[0] + (
        "sys.addaudithook(watch)\nimport pickle, tempfile, socket\n"
        "tempfile.TemporaryFile().close()\npickle.loads(pickle.dumps(os.getcwd))\n"
        "socket.socket().close()\nprint(json.dumps(seen))"
    )
    result = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    kinds = {event for event, _ in json.loads(result.stdout)}
    assert {"open", "pickle.find_class", "socket.__new__"} <= kinds


UNSAFE_MODULES = {"pickle", "dill", "cloudpickle", "marshal", "shelve", "yaml", "requests",
                  "urllib.request", "http.client", "ftplib", "telnetlib"}  # fmt: skip
UNSAFE_CALLS = {"eval", "exec", "compile", "__import__"}


@pytest.mark.parametrize("path", sorted(SOURCE.rglob("*.py")), ids=lambda path: path.name)
def test_nothing_is_unpickled_or_evaluated(path: Path) -> None:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            assert not {alias.name for alias in node.names} & UNSAFE_MODULES
        elif isinstance(node, ast.ImportFrom):
            assert node.module not in UNSAFE_MODULES
            names = {alias.name for alias in node.names}
            assert not (node.module == "joblib" and names & {"load", "dump", "Memory"})
        elif isinstance(node, ast.Call):
            if isinstance(node.func, ast.Name):
                assert node.func.id not in UNSAFE_CALLS
            for keyword in node.keywords:
                if keyword.arg in {"allow_pickle", "shell"}:
                    assert isinstance(keyword.value, ast.Constant)
                    assert keyword.value.value is False
            attribute = getattr(node.func, "attr", "")
            assert attribute not in {"read_pickle", "to_pickle", "read_sql"}
