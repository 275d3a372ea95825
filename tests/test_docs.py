"""The generated docs are those of the code; every caveat is documented."""

import re
import runpy
from pathlib import Path

from credscore.model.model_file import Model, default_folder
from credscore.report import CAVEATS

ROOT = Path(__file__).resolve().parents[1]


def test_features_page_is_up_to_date() -> None:
    generated = runpy.run_path(str(ROOT / "docs/tools/generated.py"))
    assert (ROOT / "docs/reference/features.md").read_text("utf-8") == generated["features_page"]()


def test_architecture_tells_the_packages_as_they_are() -> None:
    generated = runpy.run_path(str(ROOT / "docs/tools/generated.py"))
    page = (ROOT / "docs/explanation/architecture.md").read_text("utf-8")
    assert page == generated["architecture_page"](), "python docs/tools/generated.py"
    assert len(re.findall(r"^\| \d+ \| `", page, re.MULTILINE)) == len(generated["import_order"]())


def test_every_caveat_is_documented() -> None:
    page = (ROOT / "docs/reference/score.md").read_text("utf-8")
    table = re.findall(r"^\| (\w+) \|", page, flags=re.MULTILINE)
    assert [name for name in table if name != "caveat"] == list(CAVEATS)


def test_how_much_few_words_say_is_that_of_the_model() -> None:
    half = Model.load(default_folder()).half_words
    assert f"words / (words + {half:g})" in (ROOT / "docs/reference/score.md").read_text("utf-8")
    assert f"n / (n + {half:g})" in (ROOT / "docs/explanation/model.md").read_text("utf-8")


def test_the_python_of_the_readme_runs() -> None:
    blocks = re.findall(r"```python\n(.*?)```", (ROOT / "README.md").read_text("utf-8"), re.DOTALL)
    assert blocks
    for block in blocks:
        exec(compile(block, "README.md", "exec"), {})
