"""Which lines and branches of src the tests reach.

    python -m benchmarks.stability.line_coverage [PART...]      (all parts: half an hour)

Runs in a copy of the project without compiled modules, whose lines can't be traced. Child processes
and threads count. What needs an absent extra (Spark) counts as not reached. Tests of time limits,
signals and full disks may fail while traced, where everything is slower and the tracer writes files
too: they are counted, and are the business of the ordinary run. Writes results/coverage.json and
ends with 1 where lines or branches are under FAIL_UNDER %.
"""

import json
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from benchmarks import ROOT, SHARED, options, write_results
from benchmarks.stability.mutation import copy

FAIL_UNDER = 95
FOLDERS = {path.relative_to(ROOT).parts[1] for path in ROOT.glob("tests/*/**/test_*.py")}
PARTS = ("src", "tests/test_*.py", *(f"tests/{name}" for name in sorted(FOLDERS)))
SLOW = ("tests/robustness/test_hostile_text.py", "tests/robustness/test_memory.py",
        "tests/robustness/test_invariance.py", "tests/test_docs_site.py",
        "tests/test_distribution.py")  # fmt: skip
"""Left out: they run what others run, thousands of times, or build the site and the wheel."""


def commit() -> str:
    """The commit that is measured, where it is known."""
    command = ["git", "rev-parse", "--short", "HEAD"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    return done.stdout.strip()


def trace(folder: Path, tested: str) -> dict[str, int]:
    """Run a part of the tests traced; how many passed, failed and so on."""
    environment = os.environ | {
        "PYTHONPATH": str(folder / "src"), "CREDSCORE_SHARED": str(SHARED),
        "COVERAGE_FILE": str(folder / "data" / f".coverage.{re.sub('[^a-z]', '_', tested)}"),
    }  # fmt: skip
    names = sorted(map(str, folder.glob(tested))) if "*" in tested else [tested]
    ignored = [f"--ignore={name}" for name in SLOW]
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "--cov", "--cov-report=",
         "--cov-fail-under=0", *ignored, *names],
        cwd=folder, env=environment, capture_output=True, text=True, check=False,
    )  # fmt: skip
    *lines, last = done.stdout.strip().splitlines()
    print(*(line for line in lines if line.startswith("FAILED")), f"{tested}: {last}", sep="\n")
    if done.returncode not in (0, 1):
        sys.exit(f"The tests of {tested} did not run:\n{done.stdout}")
    return {
        name: int(count) for count, name in re.findall(r"(\d+) ([a-z]+)", last.split(" in ")[0])
    }


def report(folder: Path) -> dict[str, Any]:
    """The totals of all parts; of every file that is not reached as a whole, what is missing.

    A branch is written as FROM>TO; a negative TO is the end of the function that begins there.
    """
    environment = os.environ | {"COVERAGE_FILE": str(folder / "data" / ".coverage")}

    def coverage(*arguments: str) -> None:
        subprocess.run(
            [sys.executable, "-m", "coverage", *arguments], cwd=folder, env=environment, check=True
        )

    coverage("combine", "-q", str(folder / "data"))
    coverage("json", "-q", "-o", "coverage.json", "--fail-under=0")
    measured = json.loads((folder / "coverage.json").read_text("utf-8"))
    totals = measured["totals"]
    files = sorted(
        measured["files"].items(), key=lambda item: item[1]["summary"]["percent_covered"]
    )
    return {
        "lines": totals["num_statements"],
        "lines_reached": totals["covered_lines"],
        "lines_percent": percent(totals["covered_lines"], totals["num_statements"]),
        "branches": totals["num_branches"],
        "branches_reached": totals["covered_branches"],
        "branches_percent": percent(totals["covered_branches"], totals["num_branches"]),
        "files": {
            name.removeprefix("src/credscore/"): {
                "percent": round(file["summary"]["percent_covered"], 1),
                "lines": " ".join(map(str, file["missing_lines"])),
                "branches": " ".join(f"{start}>{end}" for start, end in file["missing_branches"]),
            }
            for name, file in files
            if file["summary"]["percent_covered"] < 100
        },
    }


def percent(count: int, whole: int) -> float:
    """In percent, to two places."""
    return round(100 * count / whole, 2)


def main() -> None:
    """Copy, run, print, write."""
    parser = options(__doc__)
    parser.add_argument("parts", nargs="*", metavar="PART", help="a part of the tests")
    asked = parser.parse_args().parts
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        copy(folder)
        (folder / "data").mkdir()
        parts = {tests: trace(folder, tests) for tests in asked or PARTS}
        result = report(folder)
    print(json.dumps(result, indent=1))
    if not asked:
        write_results("coverage", {"commit": commit(), "tests": parts, **result})
        sys.exit(min(result["lines_percent"], result["branches_percent"]) < FAIL_UNDER)


if __name__ == "__main__":
    main()
