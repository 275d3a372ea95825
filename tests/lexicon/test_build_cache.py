"""What is kept from the building of the package is what would be worked out anew."""

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from credscore.lexicon import build as precompute
from credscore.lexicon import build_cache as precomputed
from credscore.lexicon import lexicon
from credscore.lexicon.lexicon import Lexicon
from credscore.text.characters import Tables

TEXT = "Officials denied the reports, which could not be verified. A source allegedly fled in May."


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> precomputed.Arrays:
    path = tmp_path_factory.mktemp("kept") / precomputed.FILE
    precomputed.write(path, precompute.made())
    return precomputed.read(path)


def test_the_same_sources_give_the_same_bytes(tmp_path: Path) -> None:
    for name in ("a", "b"):
        command = [sys.executable, "-m", "credscore.lexicon.build", str(tmp_path / f"{name}.npz")]
        subprocess.run(command, check=True)
    assert (tmp_path / "a.npz").read_bytes() == (tmp_path / "b.npz").read_bytes()


def test_a_kept_lexicon_is_the_compiled_one(kept: precomputed.Arrays) -> None:
    compiled = Lexicon(lexicon.read_files())
    restored = lexicon.restored(kept)
    assert restored.files == compiled.files
    assert restored.rules == compiled.rules
    assert restored.vocabulary.words == compiled.vocabulary.words
    assert restored.characters("<word>") == compiled.characters("<word>")
    again = restored.kept()
    for name, array in compiled.kept().items():
        assert array.dtype == again[name].dtype, name
        np.testing.assert_array_equal(array, again[name], name)


def test_kept_characters_are_those_described(kept: precomputed.Arrays) -> None:
    described, restored = Tables(), Tables(kept)
    np.testing.assert_array_equal(described.entries, restored.entries)
    np.testing.assert_array_equal(described.marks, restored.marks)


def test_what_was_made_of_other_sources_is_not_used(
    tmp_path: Path, kept: precomputed.Arrays, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / precomputed.FILE
    monkeypatch.setattr(precomputed, "digest", lambda: "of other sources")
    precomputed.write(path, {"files": kept["files"]})
    monkeypatch.undo()
    assert not precomputed.read(path)
    assert not precomputed.read(tmp_path / "none.npz")


def test_nothing_pickled_is_read(tmp_path: Path) -> None:
    path = tmp_path / precomputed.FILE
    np.savez(path, digest=np.array([{"an": "object"}], dtype=object))
    with pytest.raises(ValueError, match="allow_pickle"):
        precomputed.read(path)


def test_all_modules_that_take_part_are_hashed() -> None:
    code = "import sys, credscore.lexicon.build; print(*sys.modules)"
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = {n[10:] for n in found.stdout.split() if n.startswith("credscore.")}
    assert loaded - {"errors", "precompute"} == set(precomputed.MODULES)
