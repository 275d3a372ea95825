"""The generated docs are those of the code; every caveat is documented."""

import re
import runpy
import tomllib
from pathlib import Path

from credscore.model.model_file import Model, default_folder
from credscore.report import CAVEATS
from credscore.tables.columns import COLUMNS

ROOT = Path(__file__).resolve().parents[1]


def test_features_page_is_up_to_date() -> None:
    generated = runpy.run_path(str(ROOT / "docs/tools/generated.py"))
    page = (ROOT / "docs/reference/features.md").read_text("utf-8")
    assert page == generated["features_page"](), "python docs/tools/generated.py"


def test_architecture_tells_the_packages_as_they_are() -> None:
    generated = runpy.run_path(str(ROOT / "docs/tools/generated.py"))
    page = (ROOT / "docs/explanation/architecture.md").read_text("utf-8")
    assert page == generated["architecture_page"](), "python docs/tools/generated.py"
    assert len(re.findall(r"^\| \d+ \| `", page, re.MULTILINE)) == len(generated["import_order"]())


def test_signals_tell_the_synsets_as_they_are() -> None:
    generated = runpy.run_path(str(ROOT / "docs/tools/generated.py"))
    page = (ROOT / "docs/reference/signals.md").read_text("utf-8")
    assert page == generated["signals_page"](), "python docs/tools/generated.py"
    assert "person.n.01 |" in page


def test_the_tutorial_of_a_rumour_shows_what_its_command_prints() -> None:
    generated = runpy.run_path(str(ROOT / "docs/tools/generated.py"))
    page = (ROOT / "docs/check-a-rumour.md").read_text("utf-8")
    assert page == generated["rumour_page"](), "python docs/tools/generated.py"
    assert generated["_COMMAND"].search(page)


def test_every_caveat_is_documented() -> None:
    page = (ROOT / "docs/reference/score.md").read_text("utf-8")
    table = re.findall(r"^\| (\w+) \|", page, flags=re.MULTILINE)
    assert [name for name in table if name != "caveat"] == list(CAVEATS)


def test_every_column_is_documented() -> None:
    page = (ROOT / "docs/how-to/files.md").read_text("utf-8")
    for column in COLUMNS:
        assert f"`{column.name}`" in page, f"{column.name}: a row in docs/how-to/files.md"


def test_how_much_few_words_say_is_that_of_the_model() -> None:
    half = Model.load(default_folder()).half_words
    assert f"words / (words + {half:g})" in (ROOT / "docs/reference/score.md").read_text("utf-8")
    assert f"n / (n + {half:g})" in (ROOT / "docs/explanation/model.md").read_text("utf-8")


README = (ROOT / "README.md").read_text("utf-8")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
FOR_DEVELOPMENT = {"bench", "browser", "dev", "docs", "fuzz", "mutation"}


def test_the_python_of_the_readme_runs_and_prints_what_is_shown() -> None:
    generated = runpy.run_path(str(ROOT / "docs/tools/generated.py"))
    blocks = re.findall(r"```python\n(.*?)```\n\n```text\n(.*?)```", README, re.DOTALL)
    assert len(blocks) == README.count("```python\n")
    for code, shown in blocks:
        assert generated["printed"](code) == shown, "python docs/tools/generated.py"


def test_the_readme_shows_what_its_first_command_prints() -> None:
    generated = runpy.run_path(str(ROOT / "docs/tools/generated.py"))
    assert generated["readme"]() == README, "python docs/tools/generated.py"
    claim = re.search(r"^Claim: (.+)$", README, re.MULTILINE)
    assert claim
    assert claim[1] in generated["EXAMPLE"].read_text("utf-8")
    assert f"credscore score examples/{generated['EXAMPLE'].name}\n" in README


def test_the_readme_is_five_screens() -> None:
    assert len(README.splitlines()) <= 210


def test_the_badges_are_true() -> None:
    shown = dict(re.findall(r"img\.shields\.io/badge/(\w+)-(.+)-\w+\)", README))
    assert shown.keys() == {"python", "licence", "types", "texts"}
    assert PROJECT["requires-python"] == ">=" + shown["python"].removesuffix("%2B")
    assert PROJECT["license"] == shown["licence"].replace("--", "-")
    tools = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]
    assert tools["mypy"]["strict"] is True
    assert {"src", "fuzz", "benchmarks", "docs/tools"} <= {*tools["mypy"]["files"]}


def test_every_extra_is_told_of() -> None:
    page = (ROOT / "docs/how-to/install.md").read_text("utf-8")
    for name in PROJECT["optional-dependencies"]:
        assert f"`{name}`" in page, name
        assert name in FOR_DEVELOPMENT or f"`{name}`" in README, name


def test_twenty_questions() -> None:
    page = (ROOT / "docs/faq.md").read_text("utf-8")
    assert len(re.findall(r"^### .+\?", page, re.MULTILINE)) >= 20
    assert "faq.md" in (ROOT / "mkdocs.yml").read_text("utf-8")
    assert "(docs/faq.md)" in README
