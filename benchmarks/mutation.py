"""Mutants of the extractors and of the model: how many the tests kill, and which survive.

    python benchmarks/mutation.py          (needs `pip install -e '.[mutation]'`)

mutmut changes one thing at a time in a copy of the project (the files and tests are those of
[tool.mutmut] in pyproject.toml) and runs the tests that reach it. Writes results/mutation.json.
"""

import json
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from datetime import date
from importlib import metadata
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
RESULT = ROOT / "benchmarks" / "results" / "mutation.json"
COPIED = ("src", "tests", "models", "examples", "benchmarks", "docs", "fuzz", "conftest.py",
          "pyproject.toml", "README.md", "hatch_build.py")  # fmt: skip
COMPILED = shutil.ignore_patterns("*.so", "*.pyd")
"""Mutants are of the source: it runs uncompiled."""
TIMED_OUT = {-24, 24, 36, 152, 255}


def copy(folder: Path) -> None:
    """The parts of the project that its tests need, in `folder`."""
    for name in COPIED:
        place = ROOT / name
        if place.is_dir():
            shutil.copytree(place, folder / name, ignore=COMPILED)
        else:
            shutil.copy(place, folder / name)


def mutmut(folder: Path, *arguments: str) -> str:
    """What mutmut says."""
    command = [sys.executable, "-m", "mutmut", *arguments]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    return done.stdout


def outcome(code: int | None) -> str:
    """How a mutant ended, by the exit code of its tests."""
    if code == 0:
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


def collect(folder: Path) -> dict[str, object]:
    """Counts by file, and every survivor with its change."""
    files: dict[str, dict[str, int]] = {}
    survivors: dict[str, str] = {}
    for path in sorted((folder / "mutants" / "src").rglob("*.meta")):
        codes = json.loads(path.read_text("utf-8"))["exit_code_by_key"]
        if not codes:
            continue
        name = path.relative_to(folder / "mutants" / "src").as_posix().removesuffix(".meta")
        files[name] = dict(Counter(map(outcome, codes.values())))
        survivors |= {
            mutant: change(folder, mutant)
            for mutant, code in codes.items()
            if outcome(code) == "survived"
        }
    total = Counter[str]()
    for counts in files.values():
        total.update(counts)
    tried = sum(total.values()) - total["not tried"]
    return {
        "date": date.today().isoformat(),
        "mutmut": metadata.version("mutmut"),
        "mutants": sum(total.values()),
        "outcomes": dict(total),
        "killed_share": round((tried - total["survived"]) / max(1, tried), 4),
        "files": files,
        "survivors": survivors,
    }


def main() -> None:
    """Copy, run, print and write; a folder as argument: collect what was run there."""
    if len(sys.argv) > 1:
        result = collect(Path(sys.argv[1]))
    else:
        with tempfile.TemporaryDirectory() as name:
            copy(Path(name))
            subprocess.run([sys.executable, "-m", "mutmut", "run"], cwd=name, check=False)
            result = collect(Path(name))
    print(json.dumps({key: result[key] for key in ("outcomes", "killed_share", "files")}, indent=1))
    RESULT.write_text(json.dumps(result, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
