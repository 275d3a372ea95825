"""Writes what docs/ has from the code.

The page of features, the table of packages in architecture.md, report.schema.json, terminal.svg.

python docs/tools/generated.py
"""

import ast
import json
import re
from io import StringIO
from pathlib import Path

from rich.console import Console

from credscore import Scorer
from credscore.cli.terminal import show
from credscore.features import FEATURES
from credscore.report import Report

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
SOURCE = ROOT / "src" / "credscore"
ARCHITECTURE = DOCS / "explanation" / "architecture.md"
_PACKAGES = re.compile(r"(<!-- packages -->\n).*?(<!-- end -->)", re.DOTALL)


def features_page() -> str:
    """The Markdown table of all features."""
    ways = {1: "for the claim", -1: "against it", 0: "either"}
    lines = [
        "# Features", "",
        "Generated from `credscore.features.FEATURES` by docs/tools/generated.py.", "",
        "| feature | signal | unit | expected to speak | definition |", "|---|---|---|---|---|",
    ]  # fmt: skip
    lines += [
        f"| {f.name} | {f.signal} | {f.unit} | {ways[f.direction]} | {f.definition} |"
        for f in FEATURES
    ]
    return "\n".join(lines) + "\n"


def report_schema() -> str:
    """The JSON Schema of a report's JSON."""
    dialect = {"$schema": "https://json-schema.org/draft/2020-12/schema"}
    schema = dialect | Report.model_json_schema(mode="serialization")
    return json.dumps(schema, indent=1) + "\n"


def import_order() -> tuple[str, ...]:
    """ORDER of tests/test_layers.py."""
    for node in ast.parse((ROOT / "tests" / "test_layers.py").read_text("utf-8")).body:
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "ORDER":
            return tuple(ast.literal_eval(node.value))
    raise LookupError("tests/test_layers.py has no ORDER")


def purpose(name: str) -> str:
    """The first paragraph of the docstring of a package, or of a file beside the packages."""
    folder = SOURCE / name
    path = folder / "__init__.py" if folder.is_dir() else folder.with_suffix(".py")
    told = ast.get_docstring(ast.parse(path.read_text("utf-8"))) or ""
    return " ".join(told.split("\n\n")[0].split())


def packages_table() -> str:
    """The packages in the order of their imports, each with its docstring."""
    lines = ["| | package | what it is for |", "|---|---|---|"]
    lines += [
        f"| {number} | `{name}{'/' if (SOURCE / name).is_dir() else '.py'}` | {purpose(name)} |"
        for number, name in enumerate(import_order(), 1)
    ]
    return "\n".join(lines) + "\n"


def architecture_page() -> str:
    """The page of the architecture, its table of packages as the code has it now."""
    page = ARCHITECTURE.read_text("utf-8")
    return _PACKAGES.sub(lambda match: f"{match[1]}\n{packages_table()}\n{match[2]}", page)


def main() -> None:
    """Write the files."""
    ARCHITECTURE.write_text(architecture_page(), encoding="utf-8")
    (DOCS / "reference" / "report.schema.json").write_text(report_schema(), encoding="utf-8")
    (DOCS / "reference" / "features.md").write_text(features_page(), encoding="utf-8")
    text = (ROOT / "examples" / "rumour.txt").read_text("utf-8")
    console = Console(
        record=True, width=100, highlight=False, file=StringIO(), force_terminal=True,
        color_system="truecolor", no_color=False,
    )  # fmt: skip
    show(Scorer.load().score(text), text, None, console)
    picture = console.export_svg(title="credscore score examples/rumour.txt", unique_id="credscore")
    without_web_fonts = re.sub(r"@font-face \{.*?\}", "", picture, flags=re.DOTALL)
    (DOCS / "images" / "terminal.svg").write_text(without_web_fonts, encoding="utf-8")


if __name__ == "__main__":
    main()
