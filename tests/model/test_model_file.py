"""A model file is believed only when everything in it holds."""

import hashlib
import json
import math
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from credscore import InputError, ModelFileError, Scorer
from credscore.features.definitions import NAMES
from credscore.model import HIGH, LOG_ODDS, LOW, SCORE, prior_log_odds
from credscore.model.model_file import Below, Model, default_folder

RISING = st.lists(st.floats(0.01, 0.99), min_size=1, max_size=9, unique=True).map(sorted)


def tampered(tmp_path: Path, **changes: Any) -> Path:
    content = json.loads((default_folder() / "model.json").read_text())
    (tmp_path / "model.json").write_text(json.dumps(content | changes))
    return tmp_path


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"intercept": 5.0}, "sha256"),
        ({"intercept": float("nan")}, "finite"),
        ({"intercept": float("inf")}, "finite"),
        ({"intercept": 1e99}, "less than"),
        ({"format_version": 99}, "format_version"),
        ({"surprise": 1}, "surprise"),
        ({"weights": []}, "weights"),
        ({"uncertainty": [[1.0]]}, "uncertainty"),
        ({"sha256": "0"}, "sha256"),
    ],
)
def test_tampered_files_are_refused(tmp_path: Path, changes: dict[str, Any], message: str) -> None:
    with pytest.raises(ModelFileError, match=message):
        Scorer.load(tampered(tmp_path, **changes))


def test_unknown_and_double_features_are_refused(tmp_path: Path) -> None:
    weight = {"feature": "nonsense", "weight": 1.0, "center": 0.0, "low": 0.0, "high": 1.0}
    with pytest.raises(ModelFileError, match="nonsense"):
        Model.load(tampered(tmp_path, weights=[weight]))
    known = weight | {"feature": "hedges_rate"}
    with pytest.raises(ModelFileError, match="twice"):
        Model.load(tampered(tmp_path, weights=[known, known]))


@pytest.mark.parametrize("content", [b"", b"{", b"\xff\xfe", b"[" * 100_000])
def test_broken_files_are_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "model.json").write_bytes(content)
    with pytest.raises(ModelFileError):
        Model.load(tmp_path)


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(ModelFileError, match=r": No such file or directory\. Name a folder"):
        Model.load(tmp_path / "nowhere")


def test_what_is_no_path_is_named() -> None:
    with pytest.raises(InputError, match="a folder must be a str or a Path, got int"):
        Model.load(5)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("before", "after", "message"),
    [
        ('"intercept": ', '"intercept": 9, "intercept": ',
         "JSON: a key stands twice in one object\\. Restore"),
        ('"weight": ', '"weight": "heavy", "was": ', r"refused at weights\.0\.weight: "),
        ('"created": "2', '"created": "3', r"damaged\. Restore the file, or write it anew"),
        ('"format_version": 4', '"format_version": true', "refused at format_version: "),
        ('"format_version": 4', '"format_version": [1]', "refused at format_version: "),
    ],
)  # fmt: skip
def test_what_is_wrong_in_a_file_is_told(
    before: str, after: str, message: str, tmp_path: Path
) -> None:
    shipped = (default_folder() / "model.json").read_text("utf-8")
    (tmp_path / "model.json").write_text(shipped.replace(before, after, 1), "utf-8")
    with pytest.raises(ModelFileError, match=message):
        Model.load(tmp_path)


def test_a_link_and_a_truncated_file_are_told_once_with_what_to_do(tmp_path: Path) -> None:
    path = tmp_path / "model.json"
    path.symlink_to(default_folder() / "model.json")
    with pytest.raises(ModelFileError) as error:
        Model.load(tmp_path)
    copy = "not a regular file. Put a copy of the file in its place."
    assert str(error.value) == f"{path}: {copy}"
    path.unlink()
    for content in ("", '{"weights": '):
        path.write_text(content)
        with pytest.raises(
            ModelFileError, match=r"not valid JSON: .*\. Restore the file, or write"
        ):
            Model.load(tmp_path)


def test_saving_gives_the_same_bytes(tmp_path: Path) -> None:
    path = Model.load(default_folder()).save(tmp_path)
    assert path.read_bytes() == (default_folder() / "model.json").read_bytes()


def earlier_format(version: int) -> dict[str, Any]:
    """The shipped model as an earlier format would have it."""
    content = json.loads((default_folder() / "model.json").read_text())
    content |= {"format_version": version}
    del content["style_cap"], content["limits"], content["sha256"]
    if version < 3:
        del content["half_words"]
    if version == 1:
        del content["below"]
    digest = hashlib.sha256(json.dumps(content, sort_keys=True).encode()).hexdigest()
    return content | {"sha256": digest}


@pytest.mark.parametrize("version", [1, 2, 3])
def test_a_file_of_an_earlier_format_scores_as_it_did(tmp_path: Path, version: int) -> None:
    content = earlier_format(version)
    (tmp_path / "model.json").write_text(json.dumps(content))
    earlier: dict[str, Any] = {"style_cap": None, "limits": None} | (
        {} if version == 3 else {"half_words": 0.0}
    )
    shipped = Model.load(default_folder())
    old, new = Scorer.load(tmp_path), Scorer(shipped.model_copy(update=earlier))
    text = "Insiders claim that the mayor allegedly fled. Her office denied it on Monday."
    assert old.score(text).log_odds == new.score(text).log_odds
    assert (old.score(text).flagged_false is None) == (version == 1)
    (tmp_path / "model.json").write_text(json.dumps(content | {"intercept": 0.0}))
    with pytest.raises(ModelFileError, match="sha256"):
        Model.load(tmp_path)
    (tmp_path / "model.json").write_text(json.dumps(content | {"style_cap": 0.0}))
    with pytest.raises(ModelFileError, match="format_version"):
        Model.load(tmp_path)


SHARES = {"score": (0.2, 0.4, 0.8), "true": (0.1, 0.3, 0.9), "false": (0.3, 0.6, 1.0)}


def test_flagged_false_is_bayes_rule() -> None:
    below = Below.model_validate(SHARES)
    assert below.false_share(0.4, 0.5) == pytest.approx(0.6 / 0.9)
    assert below.false_share(0.4, 0.9) == pytest.approx(0.1 * 0.6 / (0.1 * 0.6 + 0.9 * 0.3))
    assert below.false_share(0.3, 0.5) == pytest.approx(0.45 / 0.65)
    assert below.false_share(0.2, 0.5) == pytest.approx(0.75)
    assert below.false_share(1.0, 0.3) == below.false_share(0.8, 0.3)
    # below the lowest measured score the odds go on as the score's do: 0.01 has 24.75 times less
    assert below.false_share(0.01, 0.5) == pytest.approx(0.75 / (0.75 + 0.25 / 24.75))
    assert below.false_share(0.0, 0.5) == 1.0


def test_a_report_tells_it_at_its_prior() -> None:
    text = "Insiders claim that the mayor allegedly fled. Her office denied it on Monday."
    kept = Model.load(default_folder()).model_dump() | {"below": SHARES}
    scorer = Scorer(Model.model_validate(kept))
    even, rare = scorer.score(text), scorer.score(text, prior=0.1)
    assert even.flagged_false == Below.model_validate(SHARES).false_share(even.score, 0.5)
    assert rare.flagged_false == pytest.approx(
        Below.model_validate(SHARES).false_share(even.score, 0.1)
    )
    assert "%" not in rare.summary().replace("90 %", "")
    assert next(scorer.scores([text])).flagged_false == even.flagged_false


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"true": (0.1, 0.3)}, "same length"),
        ({"true": (0.3, 0.1, 0.9)}, "must not fall"),
        ({"false": (0.3, 0.6, 1.5)}, "less than or equal to 1"),
        ({"true": (0.0, 0.3, 0.9), "false": (0.0, 0.6, 1.0)}, "both 0"),
        ({"score": (), "true": (), "false": ()}, "at least 1"),
    ],
)
def test_impossible_shares_are_refused(change: dict[str, Any], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        Below.model_validate(SHARES | change)


def test_no_weight_contradicts_its_signal() -> None:
    from credscore.features.definitions import FEATURES

    directions = {feature.name: feature.direction for feature in FEATURES}
    for weight in Model.load(default_folder()).weights:
        assert weight.weight * directions[weight.feature] >= 0, weight.feature


def small(**changes: Any) -> Model:
    """A model of two features whose numbers can be worked out by hand."""
    weights = [
        {"feature": "hedges_rate", "weight": -2.0, "center": 0.25, "low": 0.0, "high": 1.0},
        {"feature": "length", "weight": 0.5, "center": 4.0, "low": 2.0, "high": 6.0},
    ]
    content = {"weights": weights, "uncertainty": [[1.0, 2.0, 0.5], [0.5, 1.0, 2.0]]}
    shipped = Model.load(default_folder()).model_dump(exclude={"sha256"})
    shipped |= {"half_words": 0.0, "style_cap": None, "limits": None}
    return Model.model_validate(shipped | content | changes)


def features(**values: float) -> np.ndarray[tuple[int, int], np.dtype[np.float64]]:
    row = np.zeros((1, len(NAMES)))
    for name, value in values.items():
        row[0, NAMES.index(name)] = value
    return row


def test_the_terms_are_those_of_the_formula() -> None:
    terms = small().linear
    rows = np.vstack([
        features(hedges_rate=0.75, length=5.0), features(hedges_rate=3.0, length=1.0),
        features(hedges_rate=math.nan, length=6.0),
    ])  # fmt: skip
    offsets = terms.offsets(rows)
    assert offsets.tolist() == [[0.5, 1.0], [0.75, -2.0], [0.0, 2.0]]
    assert terms.contributions(offsets).tolist() == [[-1.0, 0.5], [-1.5, -1.0], [0.0, 1.0]]
    spreads = [(2.5, 3.0), (1.5, -2.75), (2.0, 4.5)]
    expected = [math.hypot(*pair) for pair in spreads]
    assert terms.deviations(offsets).tolist() == pytest.approx(expected)


@pytest.mark.parametrize(
    ("hedges", "length", "outside"),
    [(0.0, 2.0, 0), (1.0, 6.0, 0), (1.01, 6.0, 1), (0.5, 1.99, 1), (-0.1, 6.1, 2),
     (math.nan, 3.0, 0)],
)  # fmt: skip
def test_what_lies_outside_is_beyond_the_bounds(hedges: float, length: float, outside: int) -> None:
    rows = np.vstack([features(hedges_rate=hedges, length=length)] * 2)
    assert small().linear.outside(rows).tolist() == [outside, outside]


def test_a_model_without_uncertainty_has_none() -> None:
    terms = small(uncertainty=()).linear
    assert terms.deviations(np.ones((3, 2))).tolist() == [0.0, 0.0, 0.0]


def test_a_model_is_saved_to_a_folder_that_is_not_there_yet(tmp_path: Path) -> None:
    folder = tmp_path / "a" / "b"
    written = small().save(folder)
    assert written == folder / "model.json"
    assert small().save(folder).read_bytes() == written.read_bytes()
    assert Model.load(folder).digest() == small().digest()


def test_a_body_says_the_less_the_fewer_words_it_has() -> None:
    rows = np.vstack([
        features(hedges_rate=0.75, length=math.log1p(words), hedges_title=1.0)
        for words in (0, 25, 75)
    ])  # fmt: skip
    weights = [
        {"feature": "hedges_rate", "weight": 1.0, "center": 0.25, "low": 0.0, "high": 1.0},
        {"feature": "hedges_title", "weight": 1.0, "center": 0.2, "low": 0.0, "high": 1.0},
    ]
    offsets = small(half_words=25.0, weights=weights, uncertainty=()).linear.offsets(rows)
    np.testing.assert_allclose(offsets, [[0.0, 0.8], [0.25, 0.8], [0.375, 0.8]], atol=1e-15)


@pytest.mark.parametrize("text", ["", " ", "\n\n", "…", "!?"])
def test_a_text_without_words_stands_at_the_base(text: str) -> None:
    report = Scorer.load().score(text)
    assert {one.log_odds for one in report.contributions} == {0.0}
    assert abs(report.score - report.prior) < 0.05
    assert not report.reliable


@given(RISING, st.lists(st.floats(0.0, 1.0), max_size=9), st.floats(0.01, 0.99))
def test_shares_are_interpolated(measured: list[float], scores: list[float], prior: float) -> None:
    scores = [*scores, *measured]
    true, false = np.square(measured), np.sqrt(measured)
    below = Below(score=tuple(measured), true=tuple(true), false=tuple(false))
    lowest = np.minimum(scores, measured[0])
    of_true = np.interp(scores, measured, true)
    of_true *= lowest * (1 - measured[0]) / (measured[0] * (1 - lowest))
    of_false = (1 - prior) * np.interp(scores, measured, false)
    expected = (of_false / (of_false + prior * of_true)).tolist()
    shares = [below.false_share(score, prior) for score in scores]
    assert shares == pytest.approx(expected, rel=1e-12)


def test_shares_fall_as_scores_rise() -> None:
    below = Below.model_validate(SHARES)
    shares = [below.false_share(score, 0.3) for score in np.linspace(0, 1, 101).tolist()]
    assert shares == sorted(shares, reverse=True)


def test_if_no_false_claim_scores_so_little_none_is_false() -> None:
    below = Below(score=(0.5, 1.0), true=(0.5, 1.0), false=(0.0, 1.0))
    assert below.false_share(0.0, 0.5) == 0.0


@pytest.mark.parametrize(("cap", "moved"), [(None, 1.0), (2.0, 1.0), (0.25, 0.25), (0.0, 0.0)])
def test_style_moves_log_odds_within_its_cap(cap: float | None, moved: float) -> None:
    linear = small(style_cap=cap, uncertainty=()).linear
    rows = np.vstack([features(hedges_rate=0.75, length=6.0), features(length=2.0)])
    contributions = linear.contributions(linear.offsets(rows))
    assert contributions.tolist() == [[-1.0, moved], [0.5, -moved]]


def test_a_model_without_style_is_another_model() -> None:
    model = Model.load(default_folder())
    plain = model.without_style()
    assert plain.style_cap == 0.0
    assert plain.digest() != model.digest()
    assert plain.weights == model.weights


@pytest.mark.parametrize("prior", [0.5, 0.2])
def test_a_score_stays_within_its_limits(prior: float) -> None:
    linear = small(limits=(0.2, 0.6), uncertainty=[[9.0, 0.0, 0.0]]).linear
    shift = prior_log_odds(prior)
    rows = np.vstack(
        [features(hedges_rate=rate, length=size) for rate, size in ((1.0, 2.0), (0.25, 6.0))]
    )
    contributions, figures = linear.figures(linear.offsets(rows), shift, shift)
    low, high = (1 / (1 + math.exp(-math.log(p / (1 - p)) - shift)) for p in (0.2, 0.6))
    assert figures[SCORE].tolist() == pytest.approx([low, high])
    assert figures[LOW].tolist() == pytest.approx([low, low])
    assert figures[HIGH].tolist() == pytest.approx([high, high])
    sums = shift + contributions.sum(axis=1)
    assert figures[LOG_ODDS].tolist() == pytest.approx(sums.tolist())


def test_limits_rise() -> None:
    with pytest.raises(ValidationError, match="limits must rise"):
        small(limits=(0.6, 0.2))
