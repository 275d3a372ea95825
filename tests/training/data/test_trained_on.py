"""Texts that a model was trained on are known again, and nobody can read them from its folder."""

from pathlib import Path

import pytest

from credscore import ModelFileError
from credscore.model import Model, default_folder
from credscore.training.data import trained_on
from credscore.training.data.trained_on import FILE, were_trained_on, write

MODEL = Model.load(default_folder())
TEXTS = ["The mayor said on Monday that the bridge was closed for repairs until June.", "It sank."]
OTHER = "The ferry left the harbour at noon with two hundred people and a dog on board."


def test_texts_are_known_whatever_their_typesetting(tmp_path: Path) -> None:
    write(tmp_path, MODEL, TEXTS)
    again = [TEXTS[0].upper(), f"  {TEXTS[1]}\n", OTHER, ""]
    assert were_trained_on(tmp_path, MODEL, again) == [True, True, False, False]


def test_the_file_holds_no_word(tmp_path: Path) -> None:
    content = write(tmp_path, MODEL, TEXTS).read_text("utf-8")
    assert "mayor" not in content
    assert len(content) < 200
    assert write(tmp_path, MODEL, TEXTS).read_text("utf-8") == content


def test_fingerprints_of_another_model_tell_nothing(tmp_path: Path) -> None:
    write(tmp_path, MODEL, TEXTS)
    other = MODEL.model_copy(update={"model_id": "other"})
    assert were_trained_on(tmp_path, other, TEXTS) == [False, False]
    assert were_trained_on(tmp_path / "nowhere", MODEL, TEXTS) == [False, False]


def test_of_many_texts_a_part_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(trained_on, "MOST", 20)
    texts = [f"Report number {number} was read by the committee." for number in range(100)]
    write(tmp_path, MODEL, texts)
    assert sum(were_trained_on(tmp_path, MODEL, texts)) == 20


def test_a_damaged_file_is_named(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text("{}", encoding="utf-8")
    with pytest.raises(
        ModelFileError, match=r"trained_on.json: damaged: .* or train the model anew"
    ):
        were_trained_on(tmp_path, MODEL, TEXTS)
