"""The size of the distributions and of an installation.

python benchmarks/distribution.py DIST     (the folder that `python -m build` wrote to)

Installs the wheel with all that it needs into an empty folder. Writes results/distribution.json.
"""

import json
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def kib(path: Path) -> int:
    """The bytes of a file, or of all files of a folder but compiled ones, in KiB."""
    files = [path] if path.is_file() else path.rglob("*")
    size = sum(f.stat().st_size for f in files if f.is_file() and f.suffix != ".pyc")
    return round(size / 1024)


def main() -> None:
    """Measure, print and write."""
    dist = Path(sys.argv[1])
    (wheel,) = dist.glob("*.whl")
    (source,) = dist.glob("*.tar.gz")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        install = [sys.executable, "-m", "pip", "install", "--quiet", "--no-compile", "--target"]
        subprocess.run([*install, name, str(wheel)], check=True)
        sizes = {
            "wheel": kib(wheel),
            "source distribution": kib(source),
            "credscore, installed": kib(folder / "credscore"),
            "needed to score (NumPy, pydantic and theirs)": sum(
                kib(path)
                for path in folder.iterdir()
                if path.name.split("-")[0].split(".")[0].replace("_", "-") in SCORING
            ),
            "all that is installed with it": kib(folder),
        }
    for label, size in sizes.items():
        print(f"{label:50} {size:9,} KiB")
    path = ROOT / "benchmarks" / "results" / "distribution.json"
    path.write_text(json.dumps({"kib": sizes}, indent=1) + "\n", encoding="utf-8")


SCORING = {"numpy", "pydantic", "pydantic-core", "annotated-types", "typing-extensions",
           "typing-inspection"}  # fmt: skip


if __name__ == "__main__":
    main()
