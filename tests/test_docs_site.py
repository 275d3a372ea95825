"""Every code block of the docs runs, every figure is the measured one, every named test exists."""

import os
import pkgutil
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import credscore
from benchmarks.figures import write

ROOT = Path(__file__).resolve().parents[1]
PAGES = sorted(ROOT.glob("docs/**/*.md"))
EXTRAS = {
    "dask", "fastapi", "httpx", "langchain_core", "llama_index", "mcp", "polars", "pyarrow",
    "pyspark", "spacy", "uvicorn",
}  # fmt: skip
OWN_SHELL = {"how-to/score-tables.md", "reference/commands.md"}


def names(paths: list[Path]) -> list[str]:
    return [path.relative_to(ROOT / "docs").as_posix() for path in paths]


def blocks(page: Path, language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", page.read_text("utf-8"), re.DOTALL | re.M)


WITH_PYTHON = [page for page in PAGES if blocks(page, "python")]


@pytest.mark.parametrize("page", WITH_PYTHON, ids=names(WITH_PYTHON))
def test_the_python_of_a_page_runs(
    page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The blocks of a page run one after the other, as a reader would type them."""
    monkeypatch.chdir(tmp_path)
    prepare(tmp_path)
    space: dict[str, object] = {"__name__": "docs"}
    for number, block in enumerate(blocks(page, "python"), 1):
        try:
            exec(compile(block, f"{page.name}, block {number}", "exec"), space)
        except ModuleNotFoundError as error:
            if error.name and error.name.split(".")[0] in EXTRAS:
                pytest.skip(f"needs the extra with {error.name}")
            raise


def prepare(folder: Path) -> None:
    """The files that pages speak of."""
    shutil.copytree(ROOT / "examples", folder / "examples")
    shutil.copy(ROOT / "examples" / "rumour.txt", folder / "article.txt")
    rows = "headline,body,text\nBridge may close,Two officials said so.,Two officials said so.\n"
    (folder / "articles.csv").write_text(rows, encoding="utf-8")


@pytest.mark.parametrize("name", sorted(OWN_SHELL))
def test_the_commands_of_a_page_run(name: str, tmp_path: Path) -> None:
    prepare(tmp_path)
    found = blocks(ROOT / "docs" / name, "sh")
    assert found
    folder = Path(sys.executable).parent
    environment = os.environ | {"PATH": f"{folder}{os.pathsep}{os.environ['PATH']}"}
    for block in found:
        subprocess.run(
            ["bash", "-euc", block], cwd=tmp_path, env=environment, check=True, capture_output=True
        )


def test_the_commands_of_the_readme_run(tmp_path: Path) -> None:
    """All but those that install, serve, or test."""
    prepare(tmp_path)
    lines = "".join(blocks(ROOT / "README.md", "sh")).splitlines()
    commands = [line.rpartition("&& ")[2] for line in lines if "credscore " in line]
    commands = [line for line in commands if re.match(r"credscore (?!serve)", line)]
    assert len(commands) >= 8
    folder = Path(sys.executable).parent
    environment = os.environ | {"PATH": f"{folder}{os.pathsep}{os.environ['PATH']}"}
    for command in commands:
        subprocess.run(
            ["bash", "-euc", command], cwd=tmp_path, env=environment, check=True,
            capture_output=True,
        )  # fmt: skip


def test_the_figures_are_those_measured() -> None:
    pages = write.pages()
    assert pages
    for path in pages:
        page = path.read_text("utf-8")
        assert page == write.filled(page), f"{path.name}: python -m benchmarks.figures.write"


TELLING = [*PAGES, *(ROOT / name for name in ("README.md", "SECURITY.md", "CONTRIBUTING.md"))]


@pytest.mark.parametrize("page", TELLING, ids=lambda page: page.name)
def test_every_test_that_a_page_names_exists(page: Path) -> None:
    """A test is named by its whole path; on the page of robustness that of the folder is left out.

    `::name` alone is a test of the file that was named before it.
    """
    folder, place = ROOT, page
    if page.name == "robustness.md":
        folder = ROOT / "tests" / "robustness"
    named = re.findall(r"((?:\w+/)*test_[a-z\d_]+\.py)?(?:::(test_\w+))?", page.read_text("utf-8"))
    for path, test in filter(any, named):
        if path:
            place = (ROOT if path.startswith("tests/") else folder) / path
        assert place.is_file(), path
        assert not test or f"def {test}(" in place.read_text("utf-8"), f"{path}::{test}"


def test_the_promises_of_robustness_have_their_tests() -> None:
    page = (ROOT / "docs" / "assurance" / "robustness.md").read_text("utf-8")
    promises = page.split("## Promises")[1].split("\n## ")[0]
    rows = re.findall(r"^\| (?!promise|-)(.+?) \| (.+) \|$", promises, re.MULTILINE)
    assert len(rows) > 15
    for promise, proof in rows:
        one = r"`(?:[\w/.]+\.py)?(?:::\w+)?`"
        assert re.fullmatch(rf"{one}(?:, {one})*", proof), promise


def test_every_promise_has_its_tests() -> None:
    page = (ROOT / "docs" / "assurance" / "promises.md").read_text("utf-8")
    rows = re.findall(r"^\| (?!promise|-)(.+?) \| (.+) \|$", page, re.MULTILINE)
    assert len(rows) > 30
    for promise, proof in rows:
        assert re.fullmatch(r"`tests/[\w/.]+(::\w+)?`(, `tests/[\w/.]+(::\w+)?`)*", proof), promise


def test_every_dependency_is_listed_with_its_licence() -> None:
    page = (ROOT / "docs" / "reference" / "dependencies.md").read_text("utf-8")
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    extras = project["optional-dependencies"]
    for requirement in [*project["dependencies"], *(r for group in extras.values() for r in group)]:
        name = re.split(r"[\s;<>=~!]", requirement)[0]
        assert f"| {name} |" in page, f"{name}: python docs/tools/dependencies.py"
    assert "not stated" not in page.split("## Extras")[0]


def test_the_reference_names_all_that_is_public() -> None:
    page = (ROOT / "docs" / "reference" / "python.md").read_text("utf-8")
    named = re.findall(r"^::: ([\w.]+)$", page, re.MULTILINE)
    for path in named:
        assert pkgutil.resolve_name(path) is not None
    last = {path.rpartition(".")[2] for path in named}
    errors = {name for name in credscore.__all__ if name.endswith("Error")}
    assert set(credscore.__all__) - errors - {"score"} <= last
