"""Compiled modules and their uncompiled source give the same results.

The same texts are read by this process and by one that runs a copy of the source without compiled
modules. If no C compiler was at hand nothing is compiled, and there is nothing to compare.
"""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

import credscore
from credscore import text as text_package

ROOT = Path(__file__).resolve().parents[1]
SOURCE = Path(credscore.__file__).parent
EXAMPLES = [path.read_text("utf-8") for path in sorted((ROOT / "examples").glob("*.txt"))]

PIECES = st.sampled_from(
    ["a", "É", "ß", "e\u0301", "\u200b", "\u00ad", "’s", "'", "-", ".", ",", "“", "”", '"', "(",
     ")", "\n", "\n\n", " ", "\t", "\0", "\ud800", "👩\u200d🚒", "²", "٣", "中", "Jan. ", "Mr. ",
     "U.S. ", "The ", "THE ", "May ", "may ", "5 ", "2014", "12%", "denied ", "the reports ",
     "Officials ", "said ", "could not be verified ", "sources ", "claims ", "video ", "! ", "…",
     "according to ", "some ", "of the ministry ", "who ", "by ", "A. ", "al-Sayed "]
)  # fmt: skip
TEXTS = st.lists(PIECES, max_size=60).map("".join)
HOSTILE = [
    unit * 300 for unit in ("may ", "denied ", '"', "a", "\n", "A. ", "’s", "\u0301", "said ")
]

READ = """
import json, sys
from credscore import Scorer
from credscore.signals import Reading
from credscore.text import is_compiled

def read(body, title):
    reading = Reading(body, title)
    text = reading.text
    arrays = (text.starts, text.ends, text.hashes, text.words, text.capital, text.sentence_starts,
              text.quotations)
    report = Scorer.load().score(body, title)
    return [
        reading.tape, text.shapes, [array.tolist() for array in arrays],
        [reading.findings(reading.rows(signal)) for signal in reading.lexicon.table.signals],
        reading.attributions, reading.attitudes, report.model_dump_json().encode().hex(),
    ]

def serve():
    print(json.dumps(is_compiled()), flush=True)
    for line in sys.stdin:
        print(json.dumps(read(*json.loads(line))), flush=True)
"""
Uncompiled = Callable[[str, str | None], object]


@pytest.fixture(scope="module")
def uncompiled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Uncompiled]:
    """Reads a text as the source without compiled modules does."""
    if not text_package.is_compiled():
        pytest.skip("nothing is compiled here: install with a C compiler at hand")
    folder = tmp_path_factory.mktemp("uncompiled")
    compiled = shutil.ignore_patterns("*.so", "*.pyd")
    shutil.copytree(SOURCE, folder / "src/credscore", ignore=compiled)
    if (ROOT / "models").is_dir():
        shutil.copytree(ROOT / "models", folder / "models")
    process = subprocess.Popen(
        [sys.executable, "-c", f"{READ}\nserve()"], text=True, encoding="utf-8",
        stdin=subprocess.PIPE, stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(folder / "src"), "PYTHONIOENCODING": "utf-8"},
    )  # fmt: skip
    assert process.stdin is not None
    assert process.stdout is not None
    stdin, stdout = process.stdin, process.stdout
    assert json.loads(stdout.readline()) is False

    def ask(body: str, title: str | None) -> object:
        print(json.dumps([body, title]), file=stdin, flush=True)
        return json.loads(stdout.readline())

    yield ask
    stdin.close()
    assert process.wait(timeout=60) == 0
    stdout.close()


@pytest.fixture(scope="module")
def compiled() -> Uncompiled:
    """Reads a text with the modules of this process."""
    names: dict[str, Callable[[str, str | None], object]] = {}
    exec(READ, names)
    return lambda body, title: json.loads(json.dumps(names["read"](body, title)))


@settings(
    max_examples=150, deadline=None, phases=set(Phase) - {Phase.explain},
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)  # fmt: skip
@given(TEXTS, st.none() | TEXTS)
def test_any_text(
    compiled: Uncompiled, uncompiled: Uncompiled, body: str, title: str | None
) -> None:
    assert compiled(body, title) == uncompiled(body, title)


@pytest.mark.parametrize("body", EXAMPLES + HOSTILE, ids=lambda body: repr(body[:8]))
def test_examples_and_hostile_texts(
    compiled: Uncompiled, uncompiled: Uncompiled, body: str
) -> None:
    assert compiled(body, None) == uncompiled(body, None)
