"""Ten million characters through every entry point: the memory that each takes is bounded."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PEAK_MIB = 512
"""The most that an entry point may take at its peak, beyond what it finds in the process."""

SCRIPT = """
import json, sys
from pathlib import Path

sys.path.insert(0, sys.argv[1])
from tests.inputs.awkward import LARGE

import pandas
from typer.testing import CliRunner

import credscore
from credscore.cli import app
from credscore.integrations.sklearn import CredibilityFeatures


def status(name):
    (line,) = [line for line in open("/proc/self/status") if line.startswith(name)]
    return int(line.split()[1]) / 1024


def command(*arguments):
    assert CliRunner().invoke(app, arguments).exit_code == 0, arguments


text = LARGE["straight quotation marks"](10_000_000)
hungry = {name: LARGE[name](10_000_000) for name in sys.argv[2:]}
frame = pandas.DataFrame({"text": [text], "publisher": ["Post"]})
Path("a.txt").write_text(text, encoding="utf-8")
frame.to_csv("in.csv", index=False)
frame.to_json("in.jsonl", orient="records", lines=True)
scorer = credscore.Scorer.load()
ways = {
    "score": lambda: scorer.score(text).model_dump_json(),
    "as a title": lambda: scorer.score("It sank.", text),
    "extract": lambda: credscore.extract(text),
    "attributions": lambda: credscore.attributions(text),
    "score_many": lambda: [report.score for report in scorer.score_many([text, text])],
    "score_frame": lambda: credscore.score_frame(frame),
    "score_sources": lambda: credscore.score_sources(frame),
    "sklearn": lambda: CredibilityFeatures().fit_transform([text]),
    "credscore score": lambda: command("score", "a.txt", "--json"),
    "credscore sourcing": lambda: command("sourcing", "a.txt", "--json"),
    "credscore batch": lambda: command("batch", "in.csv", "out.csv"),
    "credscore batch, JSON Lines": lambda: command("batch", "in.jsonl", "out.jsonl"),
    "credscore sources": lambda: command(
        "sources", "in.csv", "sources.csv", "--source-column", "publisher"
    ),
}
ways |= {name: lambda name=name: scorer.score(hungry[name]) for name in hungry}
taken = {}
for name, way in ways.items():
    Path("/proc/self/clear_refs").write_text("5")  # the peak is measured anew
    before = status("VmRSS")
    way()
    taken[name] = status("VmHWM") - before
print(json.dumps(taken))
"""
WAYS = (
    "score", "as a title", "extract", "attributions", "score_many", "score_frame", "score_sources",
    "sklearn", "credscore score", "credscore sourcing", "credscore batch",
    "credscore batch, JSON Lines", "credscore sources",
)  # fmt: skip
HUNGRY = ("exclamation marks", "line breaks")
"""The texts of which a report takes most: for the evidence in them, and for their tokens."""


@pytest.fixture(scope="module")
def taken(tmp_path_factory: pytest.TempPathFactory) -> dict[str, float]:
    """The MiB that every way takes, in a process that has read no other text before."""
    if sys.platform != "linux":
        pytest.skip("reads the peak from /proc/self/status")
    result = subprocess.run(
        [sys.executable, "-c", SCRIPT, str(ROOT), *HUNGRY],
        cwd=tmp_path_factory.mktemp("memory"), capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert result.returncode == 0, result.stderr[-2000:]
    measured: dict[str, float] = json.loads(result.stdout)
    return measured


@pytest.mark.parametrize("way", [*WAYS, *HUNGRY])
def test_the_memory_of_ten_million_characters(way: str, taken: dict[str, float]) -> None:
    assert 0 <= taken[way] < PEAK_MIB


def test_no_way_is_left_out(taken: dict[str, float]) -> None:
    assert list(taken) == [*WAYS, *HUNGRY]
    assert max(taken.values()) > 10, "the peak of a long text can be seen at all"
