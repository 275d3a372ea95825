"""Records are frozen and equal by what they hold."""

import dataclasses

import pytest

from credscore import Citation, citations
from credscore.citation.records import Node


def test_a_citation_is_frozen() -> None:
    (cited,) = citations("It sank, CNN said.")
    assert cited == Citation("CNN", "cnn", "outlet", 9, 12, "CNN", False)
    with pytest.raises(dataclasses.FrozenInstanceError):
        cited.name = "BBC"  # type: ignore[misc]


def test_a_node_is_frozen() -> None:
    node = Node(key="cnn", name="CNN", kind="outlet", articles=1, cited_by=0)
    with pytest.raises(ValueError, match="frozen"):
        node.name = "BBC"  # type: ignore[misc]
