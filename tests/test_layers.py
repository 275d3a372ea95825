"""A file imports only files of lower levels; extractors never each other; nobody the root."""

import ast
from pathlib import Path

import pytest

SOURCE = Path(__file__).resolve().parents[1] / "src" / "credscore"

LEVELS = [
    ["collector", "errors", "evidence", "finding", "precomputed", "steps", "word_forms"],
    ["characters", "records", "worker"],
    ["fold", "as_object", "page", "without", "linked_data"],
    ["page.batch"],
    ["hashes"],
    ["scan", "sentences", "tape", "match", "tally", "weigh", "gaps", "phrases"],
    ["pattern", "lexicon_file", "article", "prior", "settle", "threshold"],
    ["rules"],
    ["text", "vocabulary"],
    ["lexicon"],
    ["precompute"],
    ["traits"],
    ["cues", "coarse", "source", "clause", "roles"],
    ["source_search"],
    ["attribution"],
    ["reading"],
    ["extractor", "deniers"],
    ["extractors.*"],
    ["extractors"],
    ["findings"],
    ["forms"],
    ["measures"],
    ["feature"],
    ["features", "report"],
    ["terms"],
    ["model", "profile"],
    ["blocks", "explanation", "judgement", "what_if"],
    ["scorer", "sourcing"],
    ["formulas"],
    ["columns", "terminal", "streams", "dialect", "pool", "checkpoint", "near_duplicates"],
    ["shrinkage", "picture"],
    ["rows"],
    ["csv_rows", "json_rows"],
    ["tables"],
    ["arrow", "rollup"],
    ["input", "work"],
    ["frame", "batch", "overview"],
    ["sources"],
    ["training"],
    [
        "training.corpora",
        "training.table",
        "training.finish",
        "training.metrics",
        "training.signed",
    ],
    ["training.resample", "training.drawn", "training.folds", "training.baseline"],
    ["training.interval"],
    ["training.fit", "training.evaluate", "training.diagram", "training.blend"],
    ["training.card", "training.own", "training.assess", "training.assessment_page"],
    ["training.train"],
    ["training.__main__"],
    ["integrations", "integrations.inputs"],
    ["integrations.*"],
    ["service.settings", "service.problems", "service.logs", "service.endpoint"],
    ["service.messages"],
    ["service.openapi", "service.desk", "service.metrics", "service.limits"],
    ["service.gate", "service.routes", "service.health", "service.home", "service.shortcut"],
    ["service.app", "service.connection"],
    ["service.server", "service"],
    ["command"],
    ["table_options"],
    ["commands.*"],
    ["commands"],
    ["cli"],
]
LEVEL = {name: number for number, names in enumerate(LEVELS) for name in names}


def module_of(path: Path) -> str:
    parts = path.relative_to(SOURCE).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def level_of(module: str) -> int:
    return LEVEL.get(module, LEVEL.get(module.rsplit(".", 1)[0] + ".*", -1))


MODULES = [module_of(path) for path in sorted(SOURCE.rglob("*.py"))]


def imports_of(module: str) -> set[str]:
    path = SOURCE / Path(*module.split("."))
    file = path / "__init__.py" if path.is_dir() else path.with_suffix(".py")
    found: set[str] = set()
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.level:
            found.add("")  # a relative import hides its level
        elif (
            isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("credscore")
        ):
            base = node.module.removeprefix("credscore").lstrip(".")
            for alias in node.names:
                name = f"{base}.{alias.name}".lstrip(".")
                found.add(name if name in MODULES else base)
        elif isinstance(node, ast.Import):
            found |= {a.name.removeprefix("credscore").lstrip(".") for a in node.names
                      if a.name.split(".")[0] == "credscore"}  # fmt: skip
    return found


@pytest.mark.parametrize("module", [m for m in MODULES if m])
def test_imports_go_down(module: str) -> None:
    level = level_of(module)
    assert level >= 0, f"{module} has no level: give it one"
    for imported in imports_of(module):
        assert imported, f"{module} imports the package root, or relatively"
        assert 0 <= level_of(imported) < level, f"{module} imports {imported}"


def test_files_stay_small() -> None:
    for path in SOURCE.rglob("*.py"):
        assert len(path.read_text("utf-8").splitlines()) <= 280, path.name
