"""Writes what docs/ and the README have from the code.

The page of features, the table of packages in architecture.md, that of synsets in signals.md,
report.schema.json, terminal.svg, what the README's commands and Python print, and the command of
check-a-rumour.md.

python docs/tools/generated.py
"""

import ast
import json
import re
import shlex
import tomllib
from contextlib import chdir, redirect_stdout
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory

from rich.console import Console
from rich.terminal_theme import TerminalTheme
from typer.testing import CliRunner

from credscore import Scorer
from credscore.cli.command_line import app
from credscore.cli.terminal import show
from credscore.features import FEATURES
from credscore.report import Report

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
SOURCE = ROOT / "src" / "credscore"
ARCHITECTURE = DOCS / "explanation" / "architecture.md"
SIGNALS = DOCS / "reference" / "signals.md"
README = ROOT / "README.md"
RUMOUR = DOCS / "check-a-rumour.md"
EXAMPLE = ROOT / "examples" / "harbour.txt"
_OUTPUT = re.compile(r"(<!-- output -->\n).*?(<!-- end -->)", re.DOTALL)
_COMMAND = re.compile(r"(```sh\ncredscore (claims .*?)```\n.*?\n```\n).*?(```\n)", re.DOTALL)
_PRINTED = re.compile(r"(```python\n)(.*?)(```\n\n```text\n).*?(```\n)", re.DOTALL)
_COLOURS = [
    (0, 0, 0), (232, 104, 104), (120, 190, 90), (222, 158, 60),
    (100, 150, 235), (216, 130, 206), (84, 188, 202), (232, 232, 232),
]  # fmt: skip
_BRIGHT = [*_COLOURS[:3], (246, 228, 130), *_COLOURS[4:]]
_THEME = TerminalTheme((24, 26, 30), (222, 222, 222), _COLOURS, _BRIGHT)
"""Black letters can be read on each of the colours."""
_PACKAGES = re.compile(r"(<!-- packages -->\n).*?(<!-- end -->)", re.DOTALL)
_SYNSETS = re.compile(r"(<!-- synsets -->\n).*?(<!-- end -->)", re.DOTALL)


def features_page() -> str:
    """The Markdown table of all features."""
    ways = {1: "for the claim", -1: "against it", 0: "either"}
    lines = [
        "# Features", "",
        "Generated from `credscore.features.FEATURES` by docs/tools/generated.py.", "",
        "| feature | label | signal | unit | expected to speak | definition |",
        "|---|---|---|---|---|---|",
    ]  # fmt: skip
    lines += [
        f"| {f.name} | {f.label} | {f.signal} | {f.unit} | {ways[f.direction]} | {f.definition} |"
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


def synsets_table() -> str:
    """The groups of docs/tools/wordnet.toml: word classes, and the synsets they are drawn from."""
    groups = tomllib.loads((DOCS / "tools" / "wordnet.toml").read_text("utf-8"))
    lines = ["| words | classes | synsets |", "|---|---|---|"]
    for name, group in groups.items():
        classes = "; ".join(f"{file}: {', '.join(of)}" for file, of in group["classes"].items())
        lines.append(f"| {name} | {classes} | {', '.join(group['synsets'])} |")
    return "\n".join(lines) + "\n"


def signals_page() -> str:
    """The page of signals, its table of synsets as wordnet.toml has it now."""
    page = SIGNALS.read_text("utf-8")
    return _SYNSETS.sub(lambda match: f"{match[1]}\n{synsets_table()}\n{match[2]}", page)


def shown() -> str:
    """What `credscore score` prints of the example where there is no colour, up to the details."""
    text, stream = EXAMPLE.read_text("utf-8"), StringIO()
    show(Scorer.load().score(text), text, None, Console(file=stream, width=100, highlight=False))
    lines = stream.getvalue().partition("\nDetails")[0].splitlines()
    return re.sub(r"\n{3,}", "\n\n", "\n".join(line.rstrip() for line in lines))


def printed(code: str) -> str:
    """What a block of Python prints."""
    with redirect_stdout(StringIO()) as stream:
        exec(compile(code, README.name, "exec"), {})
    return stream.getvalue()


def readme() -> str:
    """The README, the outputs that it shows as they are now."""
    page = README.read_text("utf-8")
    output = f"\n```text\n{shown()}\n```\n\n"
    page = _OUTPUT.sub(lambda match: f"{match[1]}{output}{match[2]}", page)
    return _PRINTED.sub(lambda m: f"{m[1]}{m[2]}{m[3]}{printed(m[2])}{m[4]}", page)


def rumour_page() -> str:
    """The tutorial of a rumour, with what its first command prints as it is now."""
    page = RUMOUR.read_text("utf-8")
    return _COMMAND.sub(lambda m: f"{m[1]}{_printed_by(m[2])}{m[3]}", page, count=1)


def _printed_by(command: str) -> str:
    """What a command on an example prints; the files that it writes are thrown away."""
    with TemporaryDirectory() as folder:
        words = shlex.split(command.replace("\\\n", "").replace("examples/", f"{ROOT}/examples/"))
        with chdir(folder):
            result = CliRunner().invoke(app, words, catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return result.stdout


def main() -> None:
    """Write the files."""
    ARCHITECTURE.write_text(architecture_page(), encoding="utf-8")
    SIGNALS.write_text(signals_page(), encoding="utf-8")
    (DOCS / "reference" / "report.schema.json").write_text(report_schema(), encoding="utf-8")
    (DOCS / "reference" / "features.md").write_text(features_page(), encoding="utf-8")
    README.write_text(readme(), encoding="utf-8")
    RUMOUR.write_text(rumour_page(), encoding="utf-8")
    text = EXAMPLE.read_text("utf-8")
    console = Console(
        record=True, width=100, highlight=False, file=StringIO(), force_terminal=True,
        color_system="truecolor", no_color=False,
    )  # fmt: skip
    show(Scorer.load().score(text), text, None, console)
    picture = console.export_svg(
        title=f"credscore score examples/{EXAMPLE.name}", unique_id="credscore", theme=_THEME
    )
    without_web_fonts = re.sub(r"@font-face \{.*?\}", "", picture, flags=re.DOTALL)
    (DOCS / "images" / "terminal.svg").write_text(without_web_fonts, encoding="utf-8")


if __name__ == "__main__":
    main()
