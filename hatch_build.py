"""Compiles the modules with C types (a .pxd beside the .py) while the package is built, and the
lexicons (precomputed.npz).

Where that can't be done, for want of a C compiler, the package is built without: the same source
runs uncompiled, slower, with the same results.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

PACKAGE = "credscore"
# Places are not checked: the same source checks them where it runs uncompiled, which tests compare.
DIRECTIVES = {
    "language_level": 3,
    "annotation_typing": False,
    "boundscheck": False,
    "initializedcheck": False,
}
# No fused operations: they round otherwise than the uncompiled source does, on some processors.
FLAGS = ["-g0", "-O3", "-ffp-contract=off"]
if os.environ.get("CREDSCORE_CHECKED"):  # every place is checked: `nox -s checked`
    DIRECTIVES |= {"boundscheck": True, "initializedcheck": True}
    FLAGS = ["-g1", "-O1", "-ffp-contract=off", "-fsanitize=address"]


class CompileHook(BuildHookInterface):
    """Puts compiled modules into a wheel, or beside their source in an editable install."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile, and say what became of it."""
        source = Path(self.root) / "src" / PACKAGE
        self._folder = tempfile.mkdtemp()
        made: dict[Path, str] = {}
        for make in (compile_modules, precompute):
            try:
                made |= make(source, Path(self._folder))
            except Exception as error:
                self.app.display_warning(f"{PACKAGE} is built without {make.__name__}: {error!r}")
        if version == "editable":
            for path, place in made.items():
                shutil.copy(path, source.parent / place)
        else:
            build_data["force_include"] |= {str(path): place for path, place in made.items()}
        if any(path.suffix in (".so", ".pyd") for path in made):
            build_data |= {"pure_python": False, "infer_tag": True}

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Remove what was needed while building."""
        shutil.rmtree(self._folder, ignore_errors=True)


def compile_modules(source: Path, folder: Path) -> dict[Path, str]:
    """The compiled forms, made in `folder`, of all modules that have C types, and their places."""
    from Cython.Build import cythonize
    from setuptools import Distribution, Extension

    modules = sorted(path.relative_to(source.parent) for path in source.rglob("*.pxd"))
    modules = [path for path in modules if path.name != "_records.pxd"]
    before = Path.cwd()
    os.chdir(source.parent)
    try:
        extensions = cythonize(
            [
                Extension(
                    ".".join(path.with_suffix("").parts),
                    [str(path.with_suffix(".py"))],
                    extra_compile_args=FLAGS if os.name == "posix" else [],
                )
                for path in modules
            ],
            build_dir=str(folder),
            compiler_directives=DIRECTIVES,
            quiet=True,
        )
        command = Distribution({"ext_modules": extensions}).get_command_obj("build_ext")
        command.build_lib, command.build_temp = str(folder / "lib"), str(folder / "temp")
        command.ensure_finalized()
        command.run()
    finally:
        os.chdir(before)
    library = folder / "lib"
    return {
        Path(path): Path(path).relative_to(library).as_posix() for path in command.get_outputs()
    }


def precompute(source: Path, folder: Path) -> dict[Path, str]:
    """The compiled lexicons (see lexicon/build_cache.py), made in `folder`."""
    path = folder / "precomputed.npz"
    command = [sys.executable, "-m", f"{PACKAGE}.lexicon.build", str(path)]
    # Where a build is isolated its own packages are on the path too: keep them.
    paths = [str(source.parent), *filter(None, [os.environ.get("PYTHONPATH")])]
    subprocess.run(command, check=True, env={**os.environ, "PYTHONPATH": os.pathsep.join(paths)})
    return {path: f"{PACKAGE}/precomputed.npz"}
