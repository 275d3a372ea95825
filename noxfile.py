"""Sessions of nox: the newest and the lowest versions of what credscore needs, docs, drift.

nox                      lint, tests on every Python at hand, lowest versions, docs
nox -s lowest            the lower bounds of pyproject.toml, exactly
nox -s coverage          lines and branches of src, processes and threads included (half an hour)
nox -s mutation          what the tests of signals and model miss (half an hour)
nox -s checked           hostile and random texts on compiled modules that check every place
"""

import subprocess
import tomllib
from pathlib import Path

import nox

ROOT = Path(__file__).parent
PYTHONS = ["3.11", "3.12", "3.13", "3.14"]
EXTRAS = ("parquet", "plot", "service", "zstd")
CHECKED = (
    "tests/robustness/test_hostile_text.py", "tests/test_compiled.py", "tests/signals",
    "tests/robustness/test_invariance.py", "tests/robustness/test_found_cases.py",
)  # fmt: skip
nox.options.sessions = ["lint", "tests", "lowest", "docs", "drift"]
nox.options.error_on_missing_interpreters = False
nox.options.reuse_venv = "yes"


def lower_bounds() -> list[str]:
    """`name==version` for the lower bound of every dependency but those of development."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    extras = project["optional-dependencies"]
    runtime = [*project["dependencies"], *(r for extra in EXTRAS for r in extras[extra])]
    return [requirement.replace(">=", "==") for requirement in runtime]


@nox.session(python="3.11")
def lint(session: nox.Session) -> None:
    """Style and types."""
    session.install("-e", ".[dev,docs]")
    session.run("ruff", "check", ".")
    session.run("ruff", "format", "--check", ".")
    session.run("mypy")


@nox.session(python=PYTHONS)
def tests(session: nox.Session) -> None:
    """The newest versions of everything."""
    session.install("--upgrade", "-e", ".[dev]")
    session.run("python", "-m", "pytest", *session.posargs)


@nox.session(python="3.11")
def lowest(session: nox.Session) -> None:
    """The lowest versions that pyproject.toml allows; warnings of old versions are not ours."""
    session.install("-e", ".[dev]")
    session.install(*lower_bounds())  # apart: packages of development need later ones
    session.run("python", "-m", "pytest", "-W", "default", *session.posargs)


@nox.session(python="3.11")
def docs(session: nox.Session) -> None:
    """The documentation site, strict."""
    session.install("-e", ".[docs]")
    session.run("mkdocs", "build", "--strict", env={"NO_MKDOCS_2_WARNING": "1"})


@nox.session(python="3.11")
def drift(session: nox.Session) -> None:
    """What the working tree does to the golden scores."""
    session.install("-e", ".[dev]")
    session.run("python", "-m", "benchmarks.stability.drift")


@nox.session(python="3.11")
def coverage(session: nox.Session) -> None:
    """Lines and branches that the tests reach; fails under 95 %; writes results/coverage.json."""
    session.install("-e", ".[dev]")
    session.run("python", "-m", "benchmarks.stability.line_coverage", *session.posargs)


@nox.session(python="3.11")
def mutation(session: nox.Session) -> None:
    """Mutants of the signals and the model; writes benchmarks/results/mutation.json."""
    session.install("-e", ".[dev,mutation]")
    session.run("python", "-m", "benchmarks.stability.mutation")


@nox.session(python="3.11")
def checked(session: nox.Session) -> None:
    """Compiled with gcc's AddressSanitizer and bounds checks: a place outside ends the run."""
    session.install(".[dev]", env={"CREDSCORE_CHECKED": "1"})
    find = ["gcc", "-print-file-name=libasan.so"]
    library = subprocess.run(find, check=True, capture_output=True, text=True).stdout.strip()
    session.run(
        "python", "-m", "pytest", "-p", "no:cacheprovider", *(session.posargs or CHECKED),
        env={"LD_PRELOAD": library, "ASAN_OPTIONS": "detect_leaks=0", "PYTHONMALLOC": "malloc"},
    )  # fmt: skip
