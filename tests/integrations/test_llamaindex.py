"""The postprocessor on LlamaIndex's own nodes, behind a retriever."""

import asyncio
import pickle

import pytest

import credscore

pytest.importorskip("llama_index.core", reason="needs the extra llamaindex")
from llama_index.core import MockEmbedding, VectorStoreIndex
from llama_index.core.schema import MetadataMode, NodeWithScore, TextNode

from credscore.integrations.llamaindex import CredibilityPostprocessor
from tests.integrations.passages import ARTICLES, DEBUNK, RUMOUR, SHORT, SOUND

FOUND = [
    NodeWithScore(node=TextNode(text=text, id_=name, metadata={"source": name}), score=0.9)
    for name, text in ARTICLES.items()
]


def kept(chosen: CredibilityPostprocessor) -> list[str]:
    return [one.node.get_content() for one in chosen.postprocess_nodes(FOUND)]


def test_nodes_are_annotated_and_stay_as_they_are() -> None:
    nodes = CredibilityPostprocessor(prior=0.3).postprocess_nodes(FOUND)
    assert [(one.node.node_id, one.score) for one in nodes] == [(name, 0.9) for name in ARTICLES]
    for node, given in zip(nodes, FOUND, strict=True):
        report = credscore.score(given.node.get_content(), prior=0.3)
        assert node.node.metadata["source"] == given.node.metadata["source"]
        assert node.node.metadata["credscore_score"] == report.score
        assert node.node.metadata["credscore_verdict"] == report.verdict
        assert report.verdict in node.node.get_content(MetadataMode.LLM)
        assert list(given.node.metadata) == ["source"]


def test_low_scores_are_left_out() -> None:
    assert kept(CredibilityPostprocessor(least_score=0.5)) == [SOUND, DEBUNK, SHORT]
    assert kept(CredibilityPostprocessor(least_score=0.5, keep_debunks=False)) == [SOUND, SHORT]
    chosen = CredibilityPostprocessor(least_score=0.5, keep_unreliable=False)
    assert kept(chosen) == [SOUND, DEBUNK]
    found = asyncio.run(chosen.apostprocess_nodes(FOUND, query_str="harbour"))
    assert [one.node.get_content() for one in found] == [SOUND, DEBUNK]
    assert kept(pickle.loads(pickle.dumps(chosen))) == [SOUND, DEBUNK]
    assert kept(CredibilityPostprocessor.from_dict(chosen.to_dict())) == [SOUND, DEBUNK]


def test_behind_a_retriever() -> None:
    nodes = [one.node for one in FOUND]
    index = VectorStoreIndex(nodes, embed_model=MockEmbedding(embed_dim=8))
    found = index.as_retriever(similarity_top_k=4).retrieve("harbour")
    assert len(found) == 4
    judged = CredibilityPostprocessor(least_score=0.5).postprocess_nodes(found)
    assert {one.node.get_content() for one in judged} == {SOUND, DEBUNK, SHORT}
    assert RUMOUR not in {one.node.get_content() for one in judged}


def test_impossible_settings_are_refused(tmp_path) -> None:  # type: ignore[no-untyped-def]
    for options in ({"prior": 1.0}, {"least_score": 2}):
        with pytest.raises(ValueError, match=next(iter(options))):
            CredibilityPostprocessor(**options)
    with pytest.raises(credscore.ModelFileError):
        CredibilityPostprocessor(model=tmp_path).postprocess_nodes(FOUND)
