"""What was saved when the package was built is what would be compiled now."""

import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import pytest

from credscore.lexicon import build_cache, lexicon
from credscore.lexicon.lexicon import Lexicon
from credscore.patterns import Arrays


@pytest.fixture(scope="module")
def compiled() -> Lexicon:
    return Lexicon(lexicon.read_files())


@pytest.fixture(scope="module")
def saved(compiled: Lexicon, tmp_path_factory: pytest.TempPathFactory) -> Arrays:
    path = tmp_path_factory.mktemp("saved") / build_cache.FILE
    build_cache.write(path, compiled.arrays())
    return build_cache.read(path)


def test_the_same_sources_give_the_same_bytes(tmp_path: Path) -> None:
    for name in ("a", "b"):
        command = [sys.executable, "-m", "credscore.lexicon.build", str(tmp_path / f"{name}.npz")]
        subprocess.run(command, check=True)
    assert (tmp_path / "a.npz").read_bytes() == (tmp_path / "b.npz").read_bytes()


def test_a_saved_lexicon_is_the_compiled_one(compiled: Lexicon, saved: Arrays) -> None:
    restored = lexicon.from_arrays(saved)
    assert restored.files == compiled.files
    assert restored.rules == compiled.rules
    assert restored.vocabulary.words == compiled.vocabulary.words
    assert restored.characters("<word>") == compiled.characters("<word>")
    again = restored.arrays()
    for name, array in compiled.arrays().items():
        assert array.dtype == again[name].dtype, name
        np.testing.assert_array_equal(array, again[name], name)


def test_arrays_of_other_sources_are_not_used(
    tmp_path: Path, saved: Arrays, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / build_cache.FILE
    monkeypatch.setattr(build_cache, "digest", lambda: "of other sources")
    build_cache.write(path, {"files": saved["files"]})
    monkeypatch.undo()
    assert not build_cache.read(path)


def test_a_missing_file_gives_no_arrays(tmp_path: Path) -> None:
    assert not build_cache.read(tmp_path / "none.npz")


def test_pickled_objects_are_refused(tmp_path: Path) -> None:
    path = tmp_path / build_cache.FILE
    np.savez(path, digest=np.array([{"an": "object"}], dtype=object))
    with pytest.raises(ValueError, match="allow_pickle"):
        build_cache.read(path)


def test_packages_that_take_part_are_hashed() -> None:
    code = "import sys, credscore.lexicon.build; print(*sys.modules)"
    modules = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    ).stdout.split()
    packages = {name.split(".")[1] for name in modules if name.startswith("credscore.")}
    extensions = {name for name in packages if name.startswith("_")}
    assert packages - extensions - {"errors"} == set(build_cache.PACKAGES)
    for name in extensions:
        spec = find_spec(f"credscore.{name}")
        assert spec is not None
        assert not str(spec.origin).endswith(".py")
