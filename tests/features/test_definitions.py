"""Every feature rises with what it counts, and is missing (so that it counts 0) without a title."""

import math
import subprocess
import sys

import pytest

import credscore
from credscore.evidence import SIGNALS
from credscore.features import FEATURES, NAMES, label_of, of
from credscore.lexicon import shipped as lexicon

PLAIN = "The ferry left Lorwick. The crew slept. The sea was calm. The night was long."
TITLE = "Ferry left the harbour"

# (feature, text that has less, text that has more, title that has less, title that has more)
BODY = {
    "anonymous_sources_rate": "Two officials said it sank.",
    "official_denials_rate": "The firm denied the reports.",
    "unverifiable_media_rate": "A purported photo of the ferry was shared.",
    "hedges_rate": "It may have sunk.",
    "named_sources_rate": "Maria Keller said it sank.",
    "specifics_rate": "It sank on Monday.",
    "sensationalism_rate": "It sank!",
    "anonymous_sources_lead": "Two officials said it sank.",
    "official_denials_lead": "The firm denied the reports.",
    "unverifiable_media_lead": "A purported photo of the ferry was shared.",
    "hedges_lead": "It allegedly sank.",
    "named_sources_lead": "Maria Keller said it sank.",
    "specifics_lead": "It sank on Monday.",
    "sensationalism_lead": "It sank!",
    "anonymous_sources_share": "Two officials said it sank.",
    "anonymous_sources_confidential_share": "A source close to the crew said it sank.",
    "anonymous_sources_hearsay_rate": "Rumor has it that it sank.",
    "anonymous_sources_quoted_share": "“It sank,” a source said.",
    "official_denials_outright_rate": "The story is a hoax.",
    "official_denials_party_lead": "The firm denied the reports.",
    "official_denials_debunk_lead": "The story is a hoax.",
    "hedges_distancing_rate": "It allegedly sank.",
    "hedges_alone_share": "It allegedly sank.",
    "named_sources_log": "Maria Keller said it sank.",
    "plain_speech_share": "Maria Keller said it sank.",
    "claiming_share": "Maria Keller claimed it sank.",
    "passing_on_share": "Maria Keller reported that it sank.",
    "same_speaker_rate": "“It sank,” she said.",
    "specifics_date_rate": "It sank on Monday.",
    "specifics_date_lead": "It sank on Monday.",
    "sensationalism_exclamation_rate": "It sank!",
    "sensationalism_loaded_rate": "It was a bombshell.",
    "specifics_comparison_rate": "It was higher than before.",
    "second_hand_talk_rate": "One story was in the article.",
    "second_hand_retelling_rate": "She stated that it sank.",
    "sensationalism_insistence_rate": "It was completely lost.",
    "sensationalism_deceit_rate": "It was a secret plot.",
    "sensationalism_disclosure_rate": "The paper revealed it.",
    "second_hand_rate": "One story was in the article.",
    "absolute_rate": "It never sank.",
    "pointing_rate": "It was this ferry.",
    "present_share": "It is here. It is there. They are here.",
    "ellipsis_rate": "It sank…",
    "aside_rate": "It sank (at night); they swam — all.",
    "length": "It sank.",
}
TITLES = {
    "anonymous_sources_title": "Two officials said the ferry sank",
    "official_denials_title": "Firm denied the reports",
    "official_denials_outright_title": "Firm denied the reports",
    "unverifiable_media_title": "A purported photo of the ferry",
    "hedges_title": "Ferry allegedly sank",
    "named_sources_title": "Maria Keller said the ferry sank",
    "specifics_title": "Ferry sank on Monday",
    "sensationalism_title": "Ferry sank!",
    "present_title": "The ferry is lost",
    "shouted_title": "FERRY SANK",
}

_rules = {name: file.rules for name, file in lexicon().files.items()}
for _signal in SIGNALS:  # one without a case of its own is tried with the first hit of its lexicon
    for _rule in [rule for rule in _rules.get(_signal.name, ()) if rule.kind][:1]:
        _hit = _rule.hits[0].replace("[", "").replace("]", "")
        BODY.setdefault(f"{_signal.name}_rate", _hit)
        BODY.setdefault(f"{_signal.name}_lead", _hit)
        TITLES.setdefault(f"{_signal.name}_title", _hit)


def test_every_feature_has_a_case() -> None:
    assert BODY.keys() | TITLES.keys() == set(NAMES)
    assert {f.name for f in FEATURES if f.where == "title"} == set(TITLES)


@pytest.mark.parametrize("name", BODY)
def test_rises_with_what_it_counts(name: str) -> None:
    place = NAMES.index(name)
    assert of(f"{BODY[name]} {PLAIN}")[place] > of(PLAIN)[place]


@pytest.mark.parametrize("name", TITLES)
def test_rises_with_what_the_title_holds(name: str) -> None:
    place = NAMES.index(name)
    assert of(PLAIN, TITLES[name])[place] > of(PLAIN, TITLE)[place]
    assert math.isnan(of(PLAIN)[place])


def test_the_body_is_not_the_title_and_the_title_not_the_body() -> None:
    titled = dict(zip(NAMES, of(PLAIN, "Two officials may deny it! Did it sink?"), strict=True))
    for name, value in zip(NAMES, of(PLAIN), strict=True):
        if name not in TITLES:
            assert titled[name] == value, name


def test_a_missing_title_contributes_nothing() -> None:
    report = credscore.score(PLAIN)
    moved = {c.feature: c.log_odds for c in report.contributions}
    assert {moved[name] for name in TITLES if name in moved} == {0.0}


@pytest.mark.parametrize("text", ["", "Yes.", "!" * 50, "\n\n", "…", "“", "said " * 400])
def test_all_numbers_are_finite(text: str) -> None:
    for feature, value in zip(FEATURES, of(text, text or None), strict=True):
        if feature.where != "title":
            assert math.isfinite(value), feature.name


def test_shares_are_shares() -> None:
    for text in (PLAIN, *BODY.values()):
        for feature, value in zip(FEATURES, of(text, TITLE), strict=True):
            if feature.unit in ("0 to 1", "0 or 1") and not math.isnan(value):
                assert 0 <= value <= 1, feature.name


FIRST_TEXT_HAS_NONE = """
import credscore
from credscore.features import NAMES, of
place = NAMES.index("anonymous_sources_rate")
assert of("")[place] == 0
assert of("Two officials said it sank.")[place] > 0
"""


def test_a_first_text_without_evidence_hides_none_of_the_next() -> None:
    subprocess.run([sys.executable, "-c", FIRST_TEXT_HAS_NONE], check=True)


def test_each_feature_has_a_label_of_its_own() -> None:
    labels = [label_of(name) for name in NAMES]
    assert len(set(labels)) == len(labels)
    assert not any("_" in label for label in labels)


def test_a_feature_of_another_version_keeps_its_name() -> None:
    assert label_of("verbs_rate") == "verbs_rate"
