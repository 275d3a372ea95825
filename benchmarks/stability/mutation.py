"""Mutants of the signals and of the model: how many the tests kill, and which survive.

    python -m benchmarks.stability.mutation [--sample 300 --seed 1]

It needs `pip install -e '.[mutation]'`.

mutmut changes one thing at a time in a copy of the project (the files and tests are those of
[tool.mutmut] in pyproject.toml) and runs the tests that reach it; a mutant that none reaches has
survived. With a sample, so many are drawn at random, and the result says so. Writes
results/mutation.json.
"""

import json
import random
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from importlib import metadata
from pathlib import Path

from benchmarks import ROOT, options, write_results

COPIED = ("src", "tests", "models", "examples", "benchmarks", "docs", "fuzz", "conftest.py",
          "pyproject.toml", "README.md", "hatch_build.py")  # fmt: skip
COMPILED = shutil.ignore_patterns("*.so", "*.pyd")
"""Mutants are of the source: it runs uncompiled."""
TIMED_OUT = {-24, 24, 36, 152, 255}
NOT_REACHED = 33


def copy(folder: Path) -> None:
    """The parts of the project that its tests need, in `folder`."""
    for name in COPIED:
        path = ROOT / name
        if path.is_dir():
            shutil.copytree(path, folder / name, ignore=COMPILED)
        else:
            shutil.copy(path, folder / name)


def mutmut(folder: Path, *arguments: str) -> str:
    """What mutmut says."""
    command = [sys.executable, "-m", "mutmut", *arguments]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    return done.stdout


def outcome(code: int | None) -> str:
    """How a mutant ended, by the exit code of its tests."""
    if code in (0, NOT_REACHED):
        return "survived"
    if code is None:
        return "not tried"
    return "timed out" if code in TIMED_OUT else "killed"


def change(folder: Path, mutant: str) -> str:
    """What a mutant changes: the lines taken out and put in."""
    lines = mutmut(folder, "show", mutant).splitlines()
    return "\n".join(
        line for line in lines if line[:1] in "+-" and not line.startswith(("+++", "---"))
    )


def exit_codes(folder: Path) -> dict[str, dict[str, int | None]]:
    """For every file with mutants their names, and how their tests ended; None: not tried."""
    source = folder / "mutants" / "src"
    result = {}
    for path in sorted(source.rglob("*.meta")):
        if codes := json.loads(path.read_text("utf-8"))["exit_code_by_key"]:
            result[path.relative_to(source).as_posix().removesuffix(".meta")] = codes
    return result


def draw(folder: Path, size: int, seed: int) -> list[str]:
    """The names of so many mutants; all of them must be made before any can be drawn."""
    mutmut(folder, "run", "none")
    names = sorted(name for codes in exit_codes(folder).values() for name in codes)
    return random.Random(seed).sample(names, min(size, len(names)))


def collect(folder: Path) -> dict[str, object]:
    """Counts by file, and every survivor with its change."""
    files: dict[str, dict[str, int]] = {}
    survivors: dict[str, str] = {}
    for name, codes in exit_codes(folder).items():
        files[name] = dict(Counter(map(outcome, codes.values())))
        survivors |= {
            mutant: change(folder, mutant)
            for mutant, code in codes.items()
            if outcome(code) == "survived"
        }
    total = sum(map(Counter, files.values()), Counter[str]())
    tried = sum(total.values()) - total["not tried"]
    return {
        "mutmut": metadata.version("mutmut"),
        "mutants": sum(total.values()),
        "outcomes": dict(total),
        "killed_share": round((tried - total["survived"]) / max(1, tried), 4),
        "files": files,
        "survivors": survivors,
    }


def main() -> None:
    """Copy, run, print and write."""
    parser = options(__doc__)
    parser.add_argument("--sample", type=int, help="so many mutants, drawn at random")
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        copy(folder)
        chosen = draw(folder, asked.sample, asked.seed) if asked.sample else []
        subprocess.run([sys.executable, "-m", "mutmut", "run", *chosen], cwd=folder, check=False)
        result = collect(folder)
    if asked.sample:
        result |= {"sample": len(chosen), "seed": asked.seed}
    print(json.dumps({key: result[key] for key in ("outcomes", "killed_share", "files")}, indent=1))
    write_results("mutation", result)


if __name__ == "__main__":
    main()
