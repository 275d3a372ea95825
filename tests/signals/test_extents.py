"""How far denials and doubts reach, word for word, and what kind they are."""

import pytest

from credscore import extract

EXTENTS = [
    ("There is no evidence that the bridge fell in May, the ministry said.",
     "There is no evidence that the bridge fell in May", "report"),
    ("There is no evidence that the bridge fell. It burned.",
     "There is no evidence that the bridge fell", "report"),
    ("A video appears to show the bridge in flames.", "A video appears to show", "media"),
    ("They posted a video that appears to show the mayor, who left.",
     "a video that appears to show the mayor", "media"),
    ("The firm did not respond to a request for comment on Monday.",
     "did not respond to a request for comment", "non_confirmation"),
    ("The firm did not respond to questions.", "did not respond to questions", "non_confirmation"),
    ("Holm declined to comment on the reports, her aide said.",
     "declined to comment on the reports", "non_confirmation"),
    ("The firm denied the reports of a merger, but sold shares.",
     "denied the reports of a merger", "denial"),
    ("The ministry dismissed the reports as baseless and false.",
     "dismissed the reports as baseless and false", "denial"),
    ("She denied, when asked, that she had left.", "denied, when asked, that she had left",
     "denial"),
    ("The claims aren't supported by any evidence.", "The claims aren't supported by any evidence",
     "debunk"),
    ("The firm denies that it is closing as it nears ruin.", "denies that it is closing", "denial"),
    ("Holm slammed the reports that she left with a single tweet.",
     "slammed the reports that she left", "denial"),
    ("There are those who claim that bats are blind. This, too, is false.", "This, too, is false",
     "debunk"),
    ("It was a broad claim that is not backed up by the data.", "is not backed up by the data",
     "debunk"),
    ("The story is false.", "The story is false", "debunk"),
    ("The story is false, Holm said.", "The story is false", "denial"),
    ("Holm spoke of it. “The story is false,” read the sign.", "The story is false", "denial"),
    ("The story is false and without any basis.", "The story is false and without any basis",
     "debunk"),
    ("The minister said the story was false and misleading.",
     "said the story was false and misleading", "denial"),
    ("Fact-checkers denied the claim.", "denied the claim", "debunk"),
    ("The firm denied the claim. Fact-checkers met.", "denied the claim", "denial"),
    ("The firm neither confirmed nor denied the reports. It closed.",
     "neither confirmed nor denied the reports", "non_confirmation"),
    ("He insisted he did not take the money, which was lost.",
     "insisted he did not take the money", "denial"),
    ("He disputed the findings of U.N. agencies that it burned.",
     "disputed the findings of U.N. agencies that it burned", "denial"),
    ("The firm denied that Holm Jr. had paid the fine.",
     "denied that Holm Jr. had paid the fine", "denial"),
    ('It denied a report that the host was "quietly" moved from the show.',
     'denied a report that the host was "quietly" moved from the show', "denial"),
    ("The charge was “firmly denied” the next day.", "denied", "denial"),
    ("The firm denied the claim in a post on the site.", "denied the claim", "denial"),
    ("The firm denied the claim before being sued.", "denied the claim", "denial"),
    ("The firm declined to comment when reporters came.", "declined to comment",
     "non_confirmation"),
    ("The firm denied the claim and Mira Holm told them nothing.", "denied the claim", "denial"),
    ("False claims about the bridge have spread.", "False claims about the bridge", "debunk"),
    ("A false claim that had spread was read.", "A false claim", "debunk"),
    ("False claims about the bridge disrupted the vote.", "False claims about the bridge",
     "debunk"),
    ("The firm denied that its owner and the mayor had met.",
     "denied that its owner and the mayor had met", "denial"),
    ("The firm denied that its owner, who lives in Tarn, had met them.",
     "denied that its owner, who lives in Tarn, had met them", "denial"),
    ("The firm denied any fault, including its own.",
     "denied any fault, including its own", "denial"),
    ("The firm denied taking notes while it was sued.",
     "denied taking notes while it was sued", "denial"),
    ("The firm denied the claims on Monday in a call.", "denied the claims", "denial"),
    # what stands between a denial and its object belongs to it
    ("The mayor denied on Monday that she took it.", "denied on Monday that she took it", "denial"),
    ("He denied in a call with our paper reports of a split.",
     "denied in a call with our paper reports of a split", "denial"),
    ("Now that he has denied any part in it, all is quiet.", "denied any part in it", "denial"),
    # a passive begins with its form of "be", if it does not say by whom
    ("The rumour was dispelled on Monday.", "was dispelled", "denial"),
    ("The firm declined to discuss the leak at its annual hearing.",
     "declined to discuss the leak", "non_confirmation"),
    ("Holm left early and Lind said the story was false.", "said the story was false", "denial"),
    ("Holm told the paper that the story “is not true”.",
     "told the paper that the story “is not true", "denial"),
    ("They are rivals and the story is false.", "the story is false", "debunk"),
    ("They praise us and that is not true, she said.", "that is not true", "denial"),
    ("It is a claim the school strongly denies.", "a claim the school strongly denies", "denial"),
    ("They face claims the school strongly denies.", "strongly denies", "denial"),
    ("A false story that again claimed it sank was read.", "A false story", "debunk"),
    ("The agency could not verify the authenticity of the clip or the letters.",
     "could not verify the authenticity of the clip or the letters", "media"),
    ("There were unconfirmed reports of more fires.", "unconfirmed reports", "report"),
    ("A photo appears to show a boat that is on fire.", "A photo appears to show", "media"),
    ("He gave reports that were later found to be false.", "later found to be false", "debunk"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "quote", "kind"), EXTENTS)
@pytest.mark.parametrize("before", ["", "It rained all day in the old town. "])
def test_the_one_finding_ends_there(text: str, quote: str, kind: str, before: str) -> None:
    signals = ("official_denials", "unverifiable_media")
    found = [e for e in extract(before + text) if e.signal in signals]
    assert [(e.quote, e.kind) for e in found] == [(quote, kind)]
    assert found[0].start == len(before) + text.index(quote)


@pytest.mark.parametrize(
    "text", ["The firm did not respond to the fire.", "The crew did not respond to the alarm."]
)
def test_what_nobody_asked_is_no_refusal(text: str) -> None:
    assert [e for e in extract(text) if e.signal == "official_denials"] == []


def test_two_denials_in_one_sentence_are_two() -> None:
    found = extract("The firm denied the reports and denied the rumours.")
    quotes = [e.quote for e in found if e.signal == "official_denials"]
    assert quotes == ["denied the reports", "denied the rumours"]


def test_what_is_no_refusal_hides_no_denial_after_it() -> None:
    found = extract("The firm did not respond to the fire. It denied the reports.")
    assert [e.quote for e in found if e.signal == "official_denials"] == ["denied the reports"]


def test_every_piece_of_evidence_names_its_cue() -> None:
    text = "SHOCKING NEWS TODAY. A source said so. Mira Holm said so. The firm denied the reports."
    found = extract(text)
    signals = {"sensationalism", "anonymous_sources", "named_sources", "official_denials"}
    assert {e.signal for e in found} >= signals
    assert all(isinstance(e.cue, str) and e.cue for e in found)
    assert "capitals" in {e.cue for e in found}
