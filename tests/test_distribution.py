"""What the built wheel and source distribution hold, and what they must not.

CREDSCORE_DIST names the folder that `python -m build` wrote to; .ci/run builds and names it.
"""

import email
import os
import tarfile
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
LEXICONS = {path.name for path in (ROOT / "src/credscore/lexicons").glob("*.toml")}
FORBIDDEN = (".csv", ".gz", ".jsonl", ".pkl", ".joblib", ".npy", ".parquet", ".pyc")


@pytest.fixture(scope="module")
def dist() -> Path:
    folder = os.environ.get("CREDSCORE_DIST")
    if not folder:
        pytest.skip("needs the built distributions: python -m build, then set CREDSCORE_DIST")
    return Path(folder)


@pytest.fixture(scope="module")
def wheel(dist: Path) -> zipfile.ZipFile:
    (path,) = dist.glob("*.whl")
    return zipfile.ZipFile(path)


def test_the_wheel_holds_the_package_model_and_lexicons_alone(wheel: zipfile.ZipFile) -> None:
    names = wheel.namelist()
    assert {name.split("/")[0].split("-")[0] for name in names} == {"credscore"}
    for name in ("py.typed", "models/default/model.json", "models/default/MODEL_CARD.md"):
        assert f"credscore/{name}" in names
    assert {Path(name).name for name in names} >= LEXICONS
    modules = {path.relative_to(ROOT / "src").as_posix() for path in ROOT.glob("src/**/*.py")}
    assert modules <= set(names)
    assert not [name for name in names if "test" in name or name.endswith(FORBIDDEN)]
    assert max(item.file_size for item in wheel.infolist()) < 1_000_000


def test_the_metadata_is_spdx(wheel: zipfile.ZipFile) -> None:
    (name,) = [name for name in wheel.namelist() if name.endswith(".dist-info/METADATA")]
    about = email.message_from_bytes(wheel.read(name))
    assert about["License-Expression"] == "Apache-2.0"
    assert about.get_all("License-File") == ["LICENSE"]
    assert about["Requires-Python"] == ">=3.11"
    assert "## " in str(about.get_payload())


def test_the_source_distribution_builds_and_holds_no_texts_of_others(dist: Path) -> None:
    (path,) = dist.glob("*.tar.gz")
    with tarfile.open(path) as archive:
        names = [name.partition("/")[2] for name in archive.getnames()]
    for name in ("pyproject.toml", "LICENSE", "README.md", "models/default/model.json"):
        assert name in names
    tops = {name.split("/")[0] for name in names}
    assert not tops & {"tests", "benchmarks", "corpora", "spans", "shared", ".git", "fuzz", "site"}
    others = [name for name in names if not name.startswith("examples/")]  # the project's own
    assert not [name for name in others if name.endswith(FORBIDDEN)]
