"""Compiled modules and their uncompiled source give the same results.

Where no C compiler was at hand nothing is compiled, and there is nothing to compare.
"""

import importlib
import importlib.util
import json
import os
import shutil
import subprocess
import sys
from importlib.machinery import SourceFileLoader
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import credscore
from credscore.features import definitions as features
from credscore.features import form_counts as forms
from credscore.lexicon import cues
from credscore.model import false_share as threshold
from credscore.model import linear as terms
from credscore.model.model_file import Model, default_folder
from credscore.patterns import rule_table as rules
from credscore.report import explanation, judgement, profile
from credscore.signals import find_all, findings, reading
from credscore.signals.findings import Findings
from credscore.signals.reading import Reading
from credscore.text import text

ROOT = Path(__file__).resolve().parents[1]
SOURCE = Path(credscore.__file__).parent
NAMES = sorted(path.stem for path in SOURCE.glob("*.pxd"))
EXAMPLES = [path.read_text("utf-8") for path in sorted((ROOT / "examples").glob("*.txt"))]

PIECES = st.sampled_from(
    ["a", "É", "ß", "e\u0301", "\u200b", "\u00ad", "’s", "'", "-", ".", ",", "“", "”", '"', "(",
     ")", "\n", "\n\n", " ", "\t", "\0", "\ud800", "👩\u200d🚒", "²", "٣", "中", "Jan. ", "Mr. ",
     "U.S. ", "The ", "THE ", "May ", "may ", "5 ", "2014", "12%", "denied ", "the reports ",
     "Officials ", "said ", "could not be verified ", "sources ", "claims ", "video ", "! ", "…"]
)  # fmt: skip
TEXTS = st.lists(PIECES, max_size=60).map("".join)
HOSTILE = [
    unit * 300 for unit in ("may ", "denied ", '"', "a", "\n", "A. ", "’s", "\u0301", "said ")
]


def compiled(name: str) -> ModuleType:
    module = importlib.import_module(f"credscore.{name}")
    if str(module.__file__).endswith(".py"):
        pytest.skip("nothing is compiled here: install with a C compiler at hand")
    return module


def source_of(name: str) -> ModuleType:
    """The module run from its source, whether or not it is compiled."""
    loader = SourceFileLoader(f"uncompiled_{name}", str(SOURCE / f"{name}.py"))
    spec = importlib.util.spec_from_loader(loader.name, loader)
    assert spec is not None
    module = importlib.util.module_from_spec(spec)
    loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def uncompiled() -> dict[str, ModuleType]:
    for name in NAMES:
        compiled(name)
    return {name: source_of(name) for name in NAMES}


PARTS = ("kind", "cue", "source_start", "source_end", "verb_start", "verb_end")
MODEL = Model.load(default_folder())


def read(body: str, title: str | None) -> list[object]:
    read = Reading(body, title)
    seen = read.text
    found = Findings(read, find_all(read))
    measured = features.measure(found)
    offsets = MODEL.terms.offsets(measured)
    judged = judgement.judge(MODEL, found, measured, 0.3, -0.8)
    return [
        measured.tobytes(), offsets.tobytes(), MODEL.terms.deviations(offsets).tobytes(),
        MODEL.terms.outside(measured).tolist(), list(profile.profiles(found)),
        judged.scores(), list(explanation.locate(found)),
        list(explanation.Explainer(MODEL).explain(found, measured, judged.contributions)),
        read.tape, seen.shapes, seen.starts.tolist(), seen.ends.tolist(),
        seen.sentence_starts.tolist(), seen.quotations.tolist(), seen.hashes.tolist(),
        seen.words.tolist(), seen.capital.tolist(),
        [repr(read.cues(signal)) for signal in read.lexicon.signals],
        [[getattr(one, name) for name in PARTS] for one in read.attributions + read.attitudes],
    ]  # fmt: skip


def from_source(modules: dict[str, ModuleType], body: str, title: str | None) -> list[object]:
    with pytest.MonkeyPatch.context() as patch:
        users = (text, cues, rules, reading, findings, forms, features, profile, judgement,
                 explanation)  # fmt: skip
        for user in (*users, modules["profile"]):
            for name, value in vars(user).items():
                module = getattr(value, "__module__", "").removeprefix("credscore.")
                if module in modules and hasattr(modules[module], name):
                    patch.setattr(user, name, getattr(modules[module], name))
        for user in (terms, threshold):
            patch.setattr(user, "weigh", modules["weigh"])
        return read(body, title)


@settings(max_examples=150, deadline=None)
@given(TEXTS, st.none() | TEXTS)
def test_any_text(uncompiled: dict[str, ModuleType], body: str, title: str | None) -> None:
    assert read(body, title) == from_source(uncompiled, body, title)


@pytest.mark.parametrize("body", EXAMPLES + HOSTILE, ids=lambda body: repr(body[:8]))
def test_examples_and_hostile_texts(uncompiled: dict[str, ModuleType], body: str) -> None:
    assert read(body, None) == from_source(uncompiled, body, None)


SCORE = """
import json, sys
from pathlib import Path
from credscore import Scorer, scan
assert scan.__file__.endswith(".py"), scan.__file__
texts = json.loads(Path(sys.argv[1]).read_text("utf-8"))
print(json.dumps([report.model_dump_json() for report in Scorer.load().score_many(texts)]))
"""


def test_the_whole_package_runs_uncompiled(tmp_path: Path) -> None:
    shutil.copytree(
        SOURCE, tmp_path / "src/credscore", ignore=shutil.ignore_patterns("*.so", "*.pyd")
    )
    if (ROOT / "models").is_dir():
        shutil.copytree(ROOT / "models", tmp_path / "models")
    texts = tmp_path / "texts.json"
    texts.write_text(json.dumps(EXAMPLES), encoding="utf-8")
    run = subprocess.run(
        [sys.executable, "-c", SCORE, str(texts)], check=True, capture_output=True, text=True,
        env={**os.environ, "PYTHONPATH": str(tmp_path / "src")},
    )  # fmt: skip
    expected = [report.model_dump_json() for report in credscore.Scorer.load().score_many(EXAMPLES)]
    assert json.loads(run.stdout) == expected
