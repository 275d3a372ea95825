"""The public names, and what importing and scoring must not load."""

import subprocess
import sys

import pytest

import credscore


def test_all_is_sorted_and_there() -> None:
    assert credscore.__all__ == sorted(credscore.__all__)
    assert credscore.__all__ == [
        "Article", "Attribution", "Citation", "CitationGraph", "CitingArticle", "Claim",
        "ClaimReport", "Contribution", "CredscoreError", "Evidence", "Failure",
        "InputError", "InputTableError", "InputValueError", "LexiconError",
        "ModelFileError", "PriorEstimate", "Profile", "Reason", "Report", "Scorer",
        "attributions", "citation_graph", "citations", "citing_articles", "copies_of",
        "estimate_prior", "extract", "group_articles", "score", "score_claim",
        "score_claims", "score_frame", "score_sources",
    ]  # fmt: skip
    for name in credscore.__all__:
        assert getattr(credscore, name)


def test_dir_holds_the_public_names_and_no_other() -> None:
    assert [name for name in dir(credscore) if not name.startswith("_")] == credscore.__all__
    assert {"__doc__", "__file__", "__version__"} < set(dir(credscore))


def loaded_by(code: str) -> set[str]:
    script = f"import sys\n{code}\nprint(*sys.modules)"
    result = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    return {name.split(".")[0] for name in result.stdout.split()}


def test_import_is_light() -> None:
    heavy = {"numpy", "pandas", "sklearn", "scipy", "pydantic", "typer", "rich", "asyncio"}
    assert not loaded_by("import credscore") & heavy


def test_scoring_loads_neither_scikit_learn_nor_pandas() -> None:
    code = "import credscore\ncredscore.score('A source claims he fled.')"
    assert not loaded_by(code) & {"pandas", "sklearn", "scipy", "matplotlib", "joblib"}


@pytest.mark.parametrize("style", [None, "no", [], {}, 1])
def test_a_style_that_is_no_bool_is_refused(style: object) -> None:
    with pytest.raises(credscore.InputError, match="style must be a bool"):
        credscore.score("He fled.", style=style)  # type: ignore[arg-type]


def test_scores_too_large_for_a_float_are_refused() -> None:
    with pytest.raises(credscore.InputError, match="scores must be a sequence of numbers"):
        credscore.estimate_prior([10**400, 0.5])
