"""Every example runs as its README says, without a warning."""

import json
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

EXAMPLES = Path(__file__).resolve().parents[1] / "examples"
SCRIPTS = {
    "score_frame.py": (["Read first", "The Quay", "too_short"], ()),
    "queue_worker.py": (["300 messages answered", "1 could not be scored"], ()),
    "feed_filter.py": (["check first", "not judged", "keep"], ("feedparser",)),
    "fastapi_app.py": (["disputed", "422"], ("fastapi", "httpx")),
}
ARGUMENTS = {"feed_filter.py": ["feed.xml"]}
RUN_NOTEBOOK = """
import sys, nbclient, nbformat
notebook = nbformat.read(sys.argv[1], as_version=4)
nbclient.NotebookClient(notebook, timeout=120, kernel_name="python3").execute()
nbformat.write(notebook, sys.argv[2])
"""


def run(*command: str, cwd: Path = EXAMPLES) -> str:
    done = subprocess.run(
        [sys.executable, *command], cwd=cwd, capture_output=True, text=True, timeout=300
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_every_example_is_listed_and_tried() -> None:
    page = (EXAMPLES / "README.md").read_text("utf-8")
    for path in [*EXAMPLES.glob("*.py"), *EXAMPLES.glob("*.ipynb")]:
        assert f"({path.name})" in page
    assert {path.name for path in EXAMPLES.glob("*.py")} == set(SCRIPTS)


@pytest.mark.parametrize("name", SCRIPTS)
def test_an_example_runs(name: str) -> None:
    expected, needed = SCRIPTS[name]
    for module in needed:
        if find_spec(module) is None:
            pytest.skip(f"needs {module}")
    shown = run("-W", "error::DeprecationWarning:__main__", name, *ARGUMENTS.get(name, []))
    for words in expected:
        assert words in shown


def test_the_feed_loses_no_item() -> None:
    pytest.importorskip("feedparser", reason="needs the extra feeds")
    lines = [json.loads(line) for line in run("feed_filter.py", "feed.xml").splitlines()]
    links = sorted(line["link"] for line in lines)
    assert links == [f"https://quay.example/{number}" for number in range(1, 5)]
    assert lines[0]["title"].startswith("SHOCKING")
    assert lines[-1]["title"].startswith("Harbour bridge to close")


def test_the_notebook_runs_and_shows_the_report(tmp_path: Path) -> None:
    for module in ("nbclient", "ipykernel"):
        if find_spec(module) is None:
            pytest.skip(f"needs {module}")
    source, target = EXAMPLES / "notebook.ipynb", tmp_path / "done.ipynb"
    saved = json.loads(source.read_text("utf-8"))
    assert all(not cell.get("outputs") for cell in saved["cells"]), "clear its outputs"
    run("-c", RUN_NOTEBOOK, str(source), str(target), cwd=tmp_path)
    cells = json.loads(target.read_text("utf-8"))["cells"]
    shown = [output for cell in cells for output in cell.get("outputs", [])]
    pages = [
        output["data"]["text/html"] for output in shown if "text/html" in output.get("data", {})
    ]
    assert any("<iframe sandbox" in "".join(page) for page in pages)
    assert not [output for output in shown if output.get("name") == "stderr"]
