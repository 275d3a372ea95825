"""Compiles the modules that have C types (a .pxd beside the .py), and the lexicons
(precomputed.npz), while the package is built.

If there is no C compiler the package is built without: the same source runs uncompiled, many times
slower, with the same results. CREDSCORE_REQUIRE_COMPILED=1 makes the build fail instead.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

PACKAGE = "credscore"
SHARED = f"{PACKAGE}._cython"
"""The module that holds what Cython else writes into every module: memoryviews, most of all."""
# Indexes are not checked: the same source checks them when it runs uncompiled, and tests compare.
DIRECTIVES = {
    "language_level": 3,
    "annotation_typing": False,
    "auto_pickle": False,
    "binding": False,
    "infer_types": True,  # a local variable has the C type of what is assigned to it
    "boundscheck": False,
    "initializedcheck": False,
}
# No fused operations: on some processors they round otherwise than the uncompiled source does.
FLAGS = ["-g0", "-O3", "-ffp-contract=off"]
if os.environ.get("CREDSCORE_CHECKED"):  # every index is checked: `nox -s checked`
    DIRECTIVES |= {"boundscheck": True, "initializedcheck": True}
    FLAGS = ["-g1", "-O1", "-ffp-contract=off", "-fsanitize=address"]

Make = Callable[[Path, Path], dict[Path, str]]


class CompileHook(BuildHookInterface):
    """Puts compiled modules into a wheel, or beside their source in an editable install."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile, and warn about what could not be compiled."""
        source = Path(self.root) / "src" / PACKAGE
        self._folder = tempfile.mkdtemp()
        files = make_all(source, Path(self._folder), self.app.display_warning)
        if version == "editable":
            for path, place in files.items():
                shutil.copy(path, source.parent / place)
        else:
            build_data["force_include"] |= {str(path): place for path, place in files.items()}
        if any(path.suffix in (".so", ".pyd") for path in files):
            build_data |= {"pure_python": False, "infer_tag": True}

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Remove what was needed while building."""
        shutil.rmtree(self._folder, ignore_errors=True)


def make_all(source: Path, folder: Path, warn: Callable[[str], None]) -> dict[Path, str]:
    """All files to add to the package, made in `folder`, and their places in the wheel.

    Raises
    ------
    RuntimeError
        If something can't be compiled and CREDSCORE_REQUIRE_COMPILED is set.
    """
    files: dict[Path, str] = {}
    makes: tuple[tuple[Make, str], ...] = (
        (compile_modules, "compiled modules (scoring is many times slower, with equal results)"),
        (compile_lexicons, "compiled lexicons (the first score of a process takes longer)"),
    )
    for make, what in makes:
        try:
            files |= make(source, folder)
        except (Exception, SystemExit) as error:
            message = f"{PACKAGE} is built without {what}: {error!r}"
            if os.environ.get("CREDSCORE_REQUIRE_COMPILED"):
                raise RuntimeError(message) from error
            warn(message)
    return files


def modules_of(source: Path) -> list[Path]:
    """The modules to compile, relative to the folder of the package."""
    modules = (path.with_suffix(".py") for path in source.rglob("*.pxd"))
    return sorted(path.relative_to(source.parent) for path in modules)


def compile_modules(source: Path, folder: Path) -> dict[Path, str]:
    """The compiled form of every module that has C types, and of the module they share."""
    return build([*modules_of(source), None], source.parent, folder)


def build(modules: Iterable[Path | None], root: Path, folder: Path) -> dict[Path, str]:
    """Compile modules, given relative to `root`; None stands for the one they share."""
    from Cython.Build import cythonize
    from setuptools import Distribution, Extension

    before = Path.cwd()
    os.chdir(root)
    try:
        extensions = cythonize(
            [
                Extension(
                    ".".join(path.with_suffix("").parts) if path else SHARED,
                    [str(path or SHARED.replace(".", os.sep) + ".c")],
                    extra_compile_args=FLAGS if os.name == "posix" else [],
                )
                for path in modules
            ],
            build_dir=str(folder),
            compiler_directives=DIRECTIVES,
            shared_utility_qualified_name=SHARED,
            quiet=True,
        )
        command = Distribution({"ext_modules": extensions}).get_command_obj("build_ext")
        command.build_lib, command.build_temp = str(folder / "lib"), str(folder / "temp")
        command.parallel = os.cpu_count()
        command.ensure_finalized()
        command.run()
    finally:
        os.chdir(before)
    library = folder / "lib"
    return {
        Path(path): Path(path).relative_to(library).as_posix() for path in command.get_outputs()
    }


def compile_lexicons(source: Path, folder: Path) -> dict[Path, str]:
    """The compiled lexicons (see lexicon/build_cache.py)."""
    path = folder / "precomputed.npz"
    command = [sys.executable, "-m", f"{PACKAGE}.lexicon.build", str(path)]
    # An isolated build has its packages on PYTHONPATH: keep it.
    paths = [str(source.parent), *filter(None, [os.environ.get("PYTHONPATH")])]
    subprocess.run(command, check=True, env={**os.environ, "PYTHONPATH": os.pathsep.join(paths)})
    return {path: f"{PACKAGE}/precomputed.npz"}
