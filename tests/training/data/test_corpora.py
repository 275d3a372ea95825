"""The corpora of the shipped model: which rows are read, and which copies are left out."""

from pathlib import Path

import pandas as pd
import pytest

import credscore
from credscore.features import NAMES
from credscore.training.data import corpora
from credscore.training.data.corpora import calibration_weights, row_weights, shares_shingles


def test_a_text_that_shares_shingles_with_an_earlier_one_is_a_copy() -> None:
    long = " ".join(f"word{n}" for n in range(100))
    texts = [long, long + " more", "other " * 3, ""]
    assert shares_shingles(texts).tolist() == [False, True, False, False]


def test_corpora_are_read_without_rows_that_teach_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CREDSCORE_SHARED", str(tmp_path))
    with pytest.raises(credscore.InputTableError, match="CREDSCORE_SHARED"):
        corpora.shared_folder()
    (tmp_path / "corpora").mkdir()
    for name in ("emergent", "fakes"):
        rows = [(f"Story {n} of {name}.", n % 2, f"g{n // 3}") for n in range(6)]
        frame = pd.DataFrame(rows, columns=["text", "label", "claim_id"])
        frame["id"] = [f"{name}{row}" for row in range(len(frame))]
        frame["label"] = frame["label"].astype(str)
        frame.loc[0, "label"], frame.loc[1, "text"], frame.loc[2, "claim_id"] = "unknown", "", ""
        frame.to_csv(tmp_path / "corpora" / f"{name}.csv.gz", index=False)
    one = corpora.read("emergent")
    assert one["group"].tolist() == ["emergent:emergent2", *["emergent:g1"] * 3]
    assert one["label"].tolist() == [0, 1, 0, 1]
    assert one["title"].isna().all()
    both = corpora.read_all(["emergent", "fakes"], n_jobs=1)
    assert both["corpus"].tolist() == ["emergent"] * 4 + ["fakes"] * 4
    assert set(NAMES) <= set(both.columns)
    assert both["text"].is_unique


def test_weights_balance_classes_and_corpora() -> None:
    frame = pd.DataFrame({"corpus": ["a"] * 4 + ["b"] * 16, "label": [1, 0, 0, 0] + [1, 0] * 8})
    weight = pd.Series(row_weights(frame))
    by = weight.groupby([frame["corpus"], frame["label"]]).sum()
    assert by["a", 0] == pytest.approx(by["a", 1])
    assert by["b"].sum() == pytest.approx(by["a"].sum())


def test_corpora_that_only_teach_have_no_part_in_the_sigmoid() -> None:
    frame = pd.DataFrame({"corpus": ["emergent"] * 4 + ["perez_amt"] * 4, "label": [1, 0] * 4})
    assert calibration_weights(frame).tolist() == [2.0] * 4 + [0.0] * 4
    assert calibration_weights(frame[4:]).tolist() == [1.0] * 4
