"""Writes what docs/ has from the code: features.md, report.schema.json, and terminal.svg.

python docs/tools/generated.py
"""

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


def main() -> None:
    """Write the files."""
    (ROOT / "docs" / "report.schema.json").write_text(report_schema(), encoding="utf-8")
    (ROOT / "docs" / "features.md").write_text(features_page(), encoding="utf-8")
    text = (ROOT / "examples" / "rumour.txt").read_text("utf-8")
    console = Console(record=True, width=100, highlight=False, file=StringIO())
    show(Scorer.load().score(text), text, None, console)
    picture = console.export_svg(title="credscore score examples/rumour.txt", unique_id="credscore")
    without_web_fonts = re.sub(r"@font-face \{.*?\}", "", picture, flags=re.DOTALL)
    (ROOT / "docs" / "terminal.svg").write_text(without_web_fonts, encoding="utf-8")


if __name__ == "__main__":
    main()
