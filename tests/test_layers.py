"""The order of the packages: each imports only what stands before it, and only through its face."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from credscore.evidence import SIGNALS

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "src" / "credscore"

ORDER = (
    "errors", "text", "evidence", "patterns", "lexicon", "attribution", "claim", "signals",
    "features", "model", "text_kinds", "page", "report", "processes", "web_page", "documents",
    "blocks", "scorer", "sourcing", "citation", "trace", "tables", "sources", "grouping", "pooling",
    "batch", "picture", "training", "integrations", "problem", "client", "service", "cli",
    "__main__",
)  # fmt: skip
"""The packages, and the few files beside them: each imports only what stands before it."""

VAGUE = {"found", "kept", "known", "made", "one", "some", "told"}
"""No names of variables: a noun says what they hold."""

FILES = sorted(path for path in SOURCE.rglob("*.py") if path != SOURCE / "__init__.py")
MODULES = {".".join(path.relative_to(SOURCE).with_suffix("").parts) for path in FILES}


def name_of(path: Path) -> str:
    return ".".join(path.relative_to(SOURCE).with_suffix("").parts).removesuffix(".__init__")


def package_of(module: str) -> str:
    return module.split(".")[0]


def imported_by(path: Path) -> Iterator[str]:
    """The modules of credscore that a file imports, "" for the root and for relative imports."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            for alias in node.names:
                if alias.name.split(".")[0] == "credscore":
                    yield alias.name.removeprefix("credscore").lstrip(".")
        elif isinstance(node, ast.ImportFrom) and node.level:
            yield ""
        elif isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == "credscore":
            base = (node.module or "").removeprefix("credscore").lstrip(".")
            for alias in node.names:
                inner = f"{base}.{alias.name}".lstrip(".")
                yield inner if inner in MODULES or inner in ORDER else base


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_imports_follow_the_order(path: Path) -> None:
    here = package_of(name_of(path))
    assert here in ORDER, f"{here} has no place in ORDER: give it one"
    for module in imported_by(path):
        assert module, f"{path.name} imports the root, or relatively"
        there = package_of(module)
        assert ORDER.index(there) <= ORDER.index(here), f"{path.name} imports {module}"


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_packages_are_entered_through_their_faces(path: Path) -> None:
    here = package_of(name_of(path))
    for module in imported_by(path):
        if package_of(module) == here:
            continue
        private = any(part.startswith("_") for part in module.split("."))
        assert not private, f"{path.name} imports the private {module}"
        open_rooms = ("integrations", "training")  # each of their modules is a door of its own
        assert "." not in module or package_of(module) in open_rooms, f"{path.name}: {module}"


def test_no_circle_inside_a_package() -> None:
    arrows = {name_of(path): set(imported_by(path)) for path in FILES if path.stem != "__init__"}
    while arrows:
        free = {module for module, imported in arrows.items() if not imported & arrows.keys()}
        assert free, f"these import each other in a circle: {sorted(arrows)}"
        arrows = {module: imported for module, imported in arrows.items() if module not in free}


def test_faces_define_nothing() -> None:
    for path in SOURCE.glob("*/**/__init__.py"):
        defined = [node for node in ast.parse(path.read_text("utf-8")).body
                   if isinstance(node, ast.FunctionDef | ast.ClassDef)]  # fmt: skip
        assert not defined, f"{path.parent.name} defines {[node.name for node in defined]}"


def test_no_face_hides_a_module() -> None:
    for path in SOURCE.glob("*/**/__init__.py"):
        modules = {other.stem for other in path.parent.glob("*.py")}
        names = {alias.asname or alias.name for node in ast.parse(path.read_text("utf-8")).body
                 if isinstance(node, ast.ImportFrom) for alias in node.names}  # fmt: skip
        assert not modules & names, f"{path.parent.name} exports a name of a module"


def test_signals_do_not_import_each_other() -> None:
    signals = {f"signals.{signal.name}" for signal in SIGNALS}
    for path in (SOURCE / "signals").glob("*.py"):
        if name_of(path) in signals:
            others = signals & set(imported_by(path))
            assert not others, f"{path.stem} imports {others}"


def test_c_types_come_from_the_own_package() -> None:
    for path in SOURCE.rglob("*.pxd"):
        here = package_of(name_of(path))
        for module in re.findall(r"from credscore\.([\w.]+) cimport", path.read_text("utf-8")):
            assert package_of(module) == here, f"{path.name}: {module}"


def test_rooms_stay_small() -> None:
    assert len([path for path in SOURCE.glob("*.py") if path.stem != "__init__"]) <= 8
    for folder in {path.parent for path in FILES} - {SOURCE}:
        modules = [path for path in folder.glob("*.py") if path.stem != "__init__"]
        assert len(modules) <= 13, f"{folder.name} has {len(modules)} modules"


def test_files_stay_small() -> None:
    for path in FILES:
        most = 340 if path.with_suffix(".pxd").exists() else 280  # compiled ones are few
        assert len(path.read_text("utf-8").splitlines()) <= most, path.name


def test_signatures_stay_small() -> None:
    compiled = {path.with_suffix(".py") for path in SOURCE.rglob("*.pxd")}
    for path in FILES:
        if path in compiled or "commands" in path.parts:
            continue
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                names = [*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs]
                count = len([one for one in names if one.arg not in ("self", "cls")])
                assert count <= 8, f"{path.name}: {node.name} has {count} parameters"


def test_variables_are_named_by_nouns() -> None:
    for path in FILES:
        nodes = ast.walk(ast.parse(path.read_text("utf-8")))
        names = {
            node.arg if isinstance(node, ast.arg) else node.id
            for node in nodes
            if isinstance(node, ast.arg)
            or (isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store))
        }
        assert not names & VAGUE, path.name


def test_faces_export_what_others_import() -> None:
    trees = {path: ast.parse(path.read_text("utf-8")) for folder in ("src", "tests", "benchmarks")
             for path in (ROOT / folder).rglob("*.py")}  # fmt: skip
    used: dict[str, set[str]] = {}  # by package: the names that files outside it take from its face
    for path, tree in trees.items():
        for node in ast.walk(tree):
            if isinstance(node, ast.ImportFrom):
                package, names = node.module or "", {alias.name for alias in node.names}
            elif isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
                package, names = node.value.id, {node.attr}  # from credscore import page: page.app
            else:
                continue
            package = package.removeprefix("credscore.")
            if SOURCE.joinpath(*package.split(".")) not in path.parents:
                used.setdefault(package, set()).update(names)
    for face in SOURCE.glob("*/**/__init__.py"):
        exported = {alias.asname or alias.name for node in trees[face].body
                    if isinstance(node, ast.ImportFrom) for alias in node.names}  # fmt: skip
        package = ".".join(face.parent.relative_to(SOURCE).parts)
        unused = exported - used.get(package, set()) - {"Any", "TYPE_CHECKING", "needs"}
        assert not unused, f"nobody imports {sorted(unused)} of credscore.{package}"
