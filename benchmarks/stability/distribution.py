"""The size of the distributions and of an installation.

    python -m benchmarks.stability.distribution DIST    (the folder that `python -m build` wrote)

Installs the wheel with all that it needs into an empty folder. Writes results/distribution.json.
"""

import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks import options, write_results


def kib(path: Path) -> int:
    """The bytes of a file, or of all files of a folder but compiled ones, in KiB."""
    files = [path] if path.is_file() else path.rglob("*")
    size = sum(f.stat().st_size for f in files if f.is_file() and f.suffix != ".pyc")
    return round(size / 1024)


def main() -> None:
    """Measure, print and write."""
    parser = options(__doc__)
    parser.add_argument("dist", type=Path, help="the folder that `python -m build` wrote to")
    dist = parser.parse_args().dist
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
    write_results("distribution", {"kib": sizes})


SCORING = {"numpy", "pydantic", "pydantic-core", "annotated-types", "typing-extensions",
           "typing-inspection"}  # fmt: skip


if __name__ == "__main__":
    main()
